// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/EarlierReports.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

FactBody bodyBy(const QString &version, FactType type, const Id<TillSession> &session)
{
    FactBody body;
    body.softwareVersion = version;
    body.type = type;
    body.session = session;
    return body;
}

} // namespace

TEST_CASE("a Z may lack later figures when an earlier version wrote it, and never after a fact of a version that knows them")
{
    const auto before = Id<TillSession>::generate();
    const auto updated = Id<TillSession>::generate(); // while it was open
    const auto claimed = Id<TillSession>::generate();
    EarlierReports earlier;
    earlier.take(bodyBy(u"0.1.0"_s, FactType::Sale, before));
    earlier.take(bodyBy(u"0.1.0"_s, FactType::ZReport, before));
    earlier.take(bodyBy(u"0.1.0"_s, FactType::Sale, updated));
    earlier.take(bodyBy(u"0.2.0"_s, FactType::ZReport, updated));
    earlier.take(bodyBy(u"0.1.0"_s, FactType::ZReport, claimed));
    CHECK(earlier.contains(before));
    CHECK_FALSE(earlier.contains(updated));
    CHECK_FALSE(earlier.contains(claimed));
}

TEST_CASE("versions compare by their numbers, and what writes facts here knows every figure")
{
    const auto session = Id<TillSession>::generate();
    const auto isEarlier = [&](const QString &version) {
        EarlierReports earlier;
        earlier.take(bodyBy(version, FactType::ZReport, session));
        return earlier.contains(session);
    };
    CHECK(isEarlier(u"0.1.12"_s));
    CHECK(isEarlier({}));
    CHECK_FALSE(isEarlier(u"0.2.0"_s));
    CHECK_FALSE(isEarlier(u"0.10.0"_s));
    CHECK_FALSE(isEarlier(QStringLiteral(GUICHET_VERSION)));
}
