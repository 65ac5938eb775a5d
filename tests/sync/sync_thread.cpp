// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncThread.h"
#include "tests/sync/RawClient.h"
#include "tests/sync/SyncDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;

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
