// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncThread.h"
#include "tests/sync/SyncDesk.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

bool comesTrue(const std::function<bool()> &done, int milliseconds = 20'000)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake;
    wake.start(10);
    while (!done() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return done();
}

} // namespace

TEST_CASE("in the background a sale goes up, and comes down at the till that waits for it; the line may drop meanwhile")
{
    TrialCentre trial;
    auto server = std::make_unique<CentralServer>(*trial.centre);
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
    REQUIRE(comesTrue([&] { return server->waiting() >= 1; })); // a long poll costs no thread
    must(first.run([&](SyncLedger &) -> Result<> {
        first.sell();
        return {};
    }));
    CHECK(comesTrue([&] { return knows(second, 1); }));
    server.reset();
    must(first.run([&](SyncLedger &) -> Result<> {
        first.sell();
        return {};
    }));
    server = std::make_unique<CentralServer>(*trial.centre);
    must(server->start(QHostAddress::LocalHost, port));
    CHECK(comesTrue([&] { return knows(second, 2); }));
    up.stop();
    down.stop();
}
