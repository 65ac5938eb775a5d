// SPDX-License-Identifier: GPL-3.0-or-later
// Three tills and their centre on a bad line: thousands of operations, drawn from a seed; at the end all hold the same.
//
// GUICHET_SIMULATION=SEED:OPERATIONS runs one of them, of any length; without it there is a short one, the same each time.
#include "tests/simulation/SimulatedAttraction.h"

#include <QElapsedTimer>
#include <cstdio>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

struct Run
{
    quint32 seed = 20261123;
    int operations = 4000;
    qint64 mostMs = 20'000; ///< On a slow machine it is shorter; the sequence is the same as far as it goes.
};

Run runOf(const QString &words)
{
    if (words.isEmpty())
        return {};
    return {.seed = words.section(u':', 0, 0).toUInt(),
            .operations = words.section(u':', 1, 1).toInt(),
            .mostMs = std::numeric_limits<qint64>::max()};
}

void simulate(std::unique_ptr<SimulatedCentre> centre, const Run &run)
{
    QElapsedTimer timer;
    timer.start();
    SimulatedAttraction attraction{std::move(centre), run.seed};
    int done = 0;
    for (; done < run.operations && timer.elapsed() < run.mostMs; ++done) {
        INFO("GUICHET_SIMULATION=" << run.seed << ":" << done + 1);
        attraction.step();
    }
    INFO("GUICHET_SIMULATION=" << run.seed << ":" << done);
    attraction.settle();
    attraction.checkThatAllAgree();
    std::printf("%d operations in %lld ms; %s\n", done, static_cast<long long>(timer.elapsed()), qPrintable(attraction.told()));
}

} // namespace

TEST_CASE("three tills on a bad line end with the same dossiers, stock, balances and totals as their centre, every sale once")
{
    simulate(std::make_unique<CentreHere>(), runOf(qEnvironmentVariable("GUICHET_SIMULATION")));
}

TEST_CASE("and so they do when the centre is a process that is killed in the middle of its work")
{
    Run run = runOf(qEnvironmentVariable("GUICHET_SIMULATION"));
    run.mostMs = std::min<qint64>(run.mostMs, 10'000);
    simulate(std::make_unique<CentreOfItsOwn>(), run);
}

TEST_CASE("the bad line of the simulation is as bad as it says, and clean when it is to be")
{
    LyingServer server;
    server.say = [](const QByteArray &) { return httpAnswer(R"({"ok": true})"); };
    const auto faultsOf = [&](quint32 seed, int percent) {
        FaultProxy line{seed};
        line.setTarget(server.serverPort());
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
