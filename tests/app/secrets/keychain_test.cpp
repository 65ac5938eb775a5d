// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/KeychainSecretStore.h"
#include "tests/support/Catch.h"

#include <QElapsedTimer>

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("without a session bus the keychain is out of reach at once, and says so")
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    KeychainSecretStore store;
    QElapsedTimer timer;
    timer.start();
    CHECK(store.read(u"till-test"_s).error().code == ErrorCode::KeyUnavailable);
    CHECK(store.write(u"till-test"_s, "secret").error().code == ErrorCode::KeyUnavailable);
    CHECK(store.remove(u"till-test"_s).error().code == ErrorCode::KeyUnavailable);
    CHECK(timer.elapsed() < 10'000);
}

TEST_CASE("a session bus that does not answer is given up after a while")
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    KeychainSecretStore store{std::chrono::milliseconds{1500}};
    QElapsedTimer timer;
    timer.start();
    CHECK(store.read(u"till-test"_s).error().code == ErrorCode::KeyUnavailable);
    CHECK(timer.elapsed() < 15'000);
}
