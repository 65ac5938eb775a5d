// SPDX-License-Identifier: GPL-3.0-or-later
// Three tills and their centre on a bad line: thousands of operations, drawn from a seed; at the end all hold the same.
//
// GUICHET_SIMULATION=SEED:OPERATIONS draws them otherwise, and as long as it says; with :SECONDS behind it, so long at most for each
// centre. Without it they are short, and the same each time. The name of a case, as an argument, runs it alone.
#include "tests/simulation/SimulatedAttraction.h"

#include <QElapsedTimer>
#include <cstdio>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int enoughForFullBoats = 300; ///< Operations.
constexpr int leastOperations = 400;    ///< Of each run, whatever they take: a slow machine does not look away.
static_assert(leastOperations >= enoughForFullBoats);

struct Run
{
    quint32 seed = 20261123;
    int operations = 4000;
    qint64 mostMs = 0; ///< Then it ends, after leastOperations; the sequence is the same as far as it goes.

    bool goesOn(int done, qint64 ms) const { return done < operations && (done < leastOperations || ms < mostMs); }
};

/// `mostMs`: of the short one.
Run drawnRun(qint64 mostMs)
{
    const QString words = qEnvironmentVariable("GUICHET_SIMULATION");
    if (words.isEmpty())
        return {.mostMs = mostMs};
    const qint64 seconds = words.section(u':', 2, 2).toInt();
    return {.seed = words.section(u':', 0, 0).toUInt(),
            .operations = words.section(u':', 1, 1).toInt(),
            .mostMs = seconds > 0 ? seconds * 1000 : std::numeric_limits<qint64>::max()};
}

/// A seed does not repeat what processes do: here the time is what grows with the operations.
Run drawnRunOfProcesses(qint64 mostMs)
{
    Run run = drawnRun(mostMs);
    run.mostMs = std::min(run.mostMs, std::max(mostMs, mostMs * run.operations / Run{}.operations));
    return run;
}

void simulate(std::unique_ptr<SimulatedCentre> centre, const Run &run)
{
    QElapsedTimer timer;
    timer.start();
    SimulatedAttraction attraction{std::move(centre), run.seed};
    int done = 0;
    for (; run.goesOn(done, timer.elapsed()); ++done) {
        INFO("GUICHET_SIMULATION=" << run.seed << ":" << done + 1);
        attraction.step();
    }
    INFO("GUICHET_SIMULATION=" << run.seed << ":" << done);
    attraction.settle();
    attraction.checkThatAllAgree();
    if (done >= enoughForFullBoats)
        attraction.checkThatBoatsWereFull();
    std::printf("%d operations in %lld ms; %s\n", done, static_cast<long long>(timer.elapsed()), qPrintable(attraction.told()));
}

} // namespace

TEST_CASE("three tills on a bad line end with the same dossiers, stock, balances and totals as their centre, every sale once")
{
    simulate(std::make_unique<CentreHere>(), drawnRun(45'000));
}

TEST_CASE("and so they do when the centre is a process that is killed in the middle of its work")
{
    simulate(std::make_unique<CentreOfItsOwn>(), drawnRunOfProcesses(25'000));
}

TEST_CASE("and when it is two processes on one PostgreSQL: either is killed while the other works on, and PostgreSQL is restarted")
{
    const Run run = drawnRunOfProcesses(20'000);
    simulate(std::make_unique<CentreOfTwo>(run.seed + 2), run);
}

TEST_CASE("the bad line of the simulation is as bad as it says, and clean when it is to be")
{
    LyingServer server;
    server.say = [](const QByteArray &) { return httpAnswer(R"({"ok": true})"); };
    const auto faultsOf = [&](quint32 seed, int percent) {
        FaultProxy line{seed};
        line.setTargets({server.serverPort()});
        line.setFaults(percent);
        for (int i = 0; i < 60; ++i) {
            CentralClient client{{.url = must(centralUrl(u"http://127.0.0.1:%1"_s.arg(line.serverPort()))), .token = {}}};
            std::ignore = client.changes(0, 0);
        }
        return line.drawn();
    };
    const auto faults = faultsOf(5, 60);
    CHECK(faults.size() > 5);
    CHECK(faultsOf(5, 0) == std::map<Fault, int>{{Fault::None, 60}});
}
