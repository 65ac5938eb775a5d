// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Enrolment.h"
#include "sync/client/SyncThread.h"
#include "tests/sync/RawClient.h"
#include "tests/sync/SyncDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// A keychain that may be closed. From any thread.
class LockableSecrets final : public SecretStore
{
public:
    explicit LockableSecrets(SecretStore &store) : m_store{store} {}
    QString name() const override { return m_store.name(); }
    Result<QByteArray> read(const QString &key) override
    {
        return isLocked ? failure(ErrorCode::KeyUnavailable, u"locked"_s) : m_store.read(key);
    }
    Result<> write(const QString &key, const QByteArray &secret) override { return m_store.write(key, secret); }
    Result<> remove(const QString &key) override { return m_store.remove(key); }

    std::atomic_bool isLocked = true;

private:
    SecretStore &m_store;
};

} // namespace

TEST_CASE("a till that cannot read its token says so, sells on, and sends by itself once it can")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    const auto sell = [&till] {
        must(till.run([&](SyncLedger &) -> Result<> {
            till.sell();
            return {};
        }));
    };
    const auto isTold = [&till](std::optional<ErrorCode> trouble) { return soon([&] { return till.state().trouble == trouble; }); };
    const SyncPace pace{.lookEvery = std::chrono::milliseconds{20},
                        .firstRest = std::chrono::milliseconds{20},
                        .longestRest = std::chrono::milliseconds{100},
                        .longPoll = std::chrono::seconds{1}};
    LockableSecrets secrets{till.secrets};
    SyncThread sync{till, secrets, till.clock, pace};
    CHECK(isTold(ErrorCode::KeyUnavailable));
    sell();
    secrets.isLocked = false;
    CHECK(isTold({}));
    CHECK(soon([&] { return till.state().waiting == 0; }));

    line.unplug();
    secrets.isLocked = true;
    sell();
    CHECK(isTold(ErrorCode::KeyUnavailable));
    secrets.isLocked = false;
    CHECK(isTold(ErrorCode::CentreUnreachable)); // now it is the line
    must(till.secrets.remove(centreTokenName));
    CHECK(isTold(ErrorCode::NotEnrolled));
    sync.stop();
}

TEST_CASE("in the background a sale goes up, and comes down at the till that waits for it; the line may drop meanwhile")
{
    TrialCentre trial;
    auto server = std::make_unique<CentralServer>(trial.served());
    const quint16 port = must(server->start(QHostAddress::LocalHost, 0));
    const QUrl url = must(centralUrl(u"http://127.0.0.1:%1"_s.arg(port)));
    SyncedTill first;
    SyncedTill second;
    for (SyncedTill *till : {&first, &second}) {
        CentralClient client{{.url = url, .token = {}}};
        must(till->keep(url, must(client.enrol(till->enrolment(trial.code())))));
    }
    const SyncPace pace{.lookEvery = std::chrono::milliseconds{20},
                        .firstRest = std::chrono::milliseconds{20},
                        .longestRest = std::chrono::milliseconds{100},
                        .longPoll = std::chrono::seconds{5}};
    const auto knows = [](SyncedTill &till, qint64 facts) {
        qint64 known = 0;
        must(till.run([&](SyncLedger &) -> Result<> {
            known = till.countFacts(u"SALE"_s);
            return {};
        }));
        return known >= facts;
    };
    SyncThread up{first, first.secrets, first.clock, pace};
    SyncThread down{second, second.secrets, second.clock, pace};
    REQUIRE(soon([&] { return server->waiting() >= 1; })); // a long poll costs no thread
    must(first.run([&](SyncLedger &) -> Result<> {
        first.sell();
        return {};
    }));
    CHECK(soon([&] { return knows(second, 1); }));
    server.reset();
    must(first.run([&](SyncLedger &) -> Result<> {
        first.sell();
        return {};
    }));
    server = std::make_unique<CentralServer>(trial.served());
    must(server->start(QHostAddress::LocalHost, port));
    CHECK(soon([&] { return knows(second, 2); }));
    up.stop();
    down.stop();
}

TEST_CASE("what was wrong on the way down is over as soon as the centre answers there, not when a long poll ends")
{
    Line line;
    SyncedTill till;
    line.enrol(till);
    for (int i = 0; i < 2; ++i)
        must(line.exchange(till)); // nothing is new: a poll waits
    must(till.run([](SyncLedger &ledger) { return ledger.notes().noteTrouble(SyncDirection::Down, ErrorCode::CentreNotTrusted); }));
    const SyncPace pace{.lookEvery = std::chrono::milliseconds{20},
                        .firstRest = std::chrono::milliseconds{20},
                        .longestRest = std::chrono::milliseconds{100},
                        .longPoll = std::chrono::seconds{25}};
    SyncThread sync{till, till.secrets, till.clock, pace};
    CHECK(soon([&] { return !till.state().trouble; }));
    CHECK(soon([&] { return line.server->waiting() >= 1; })); // and the next one waits
    sync.stop();
}

TEST_CASE("a till that is enrolled while its exchange rests is heard of at once, without a restart")
{
    TrialCentre trial;
    CentralServer server{trial.served()};
    const quint16 port = must(server.start(QHostAddress::LocalHost, 0));
    SyncedTill till;
    till.sell();
    const SyncPace patient{.lookEvery = std::chrono::milliseconds{20},
                           .firstRest = std::chrono::hours{1},
                           .longestRest = std::chrono::hours{1},
                           .longPoll = std::chrono::seconds{1}};
    SyncThread sync{till, till.secrets, till.clock, patient};
    CHECK_FALSE(soon([&] { return till.state().lastContact.isValid(); }, 300));
    const CentralAddress address{.url = must(centralUrl(u"http://127.0.0.1:%1"_s.arg(port))), .token = {}};
    must(enrolTill(till, till.wanted(address, trial.code()), till.secrets));
    sync.wake();
    CHECK(soon([&] { return till.state().lastContact.isValid() && till.state().waiting == 0; }));
    sync.stop();
}

TEST_CASE("an enrolment that is refused leaves the till as it was")
{
    TrialCentre trial;
    CentralServer server{trial.served()};
    const quint16 port = must(server.start(QHostAddress::LocalHost, 0));
    SyncedTill till;
    TillEnrolment wanted = till.wanted({.url = must(centralUrl(u"http://127.0.0.1:%1"_s.arg(port))), .token = {}}, u"ABCDE12345"_s);
    const QString token = tokenNameAt(wanted.address.url, u"roches"_s);
    CHECK(refusal(enrolTill(till, wanted, till.secrets)) == ErrorCode::CodeRejected);
    wanted.code = trial.code();
    trial.clock.advance(std::chrono::hours{25});
    CHECK(refusal(enrolTill(till, wanted, till.secrets)) == ErrorCode::CodeRejected); // a day is over
    CHECK_FALSE(till.state().enrolled);
    CHECK_FALSE(till.secrets.read(token));
    wanted.code = trial.code();
    must(enrolTill(till, wanted, till.secrets));
    CHECK(till.secrets.read(token));
    CHECK(till.state().enrolled);
}
