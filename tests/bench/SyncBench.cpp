// SPDX-License-Identifier: GPL-3.0-or-later
// The centre and the line: what waited, how soon others see it, and what it costs the till (issue 4).
#include "sync/client/SyncThread.h"

#include "tests/bench/SyncedBenchTill.h"

#include <QElapsedTimer>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

constexpr auto account = "attraction"_L1;

/// From the moment when the line is back, of a till whose background has just failed once more and takes its longest rest.
double secondsUntilAcknowledged(SyncedBenchTill &till, BenchCentre &centre)
{
    constexpr int mostSeconds = 300;
    centre.start();
    till.keepEnrolment(centre.url());
    centre.stop(); // its address is known, and nobody answers there
    SyncPace pace;
    pace.firstRest = pace.longestRest;
    SyncThread thread{till, till.secrets(), till.clock, pace};
    while (!till.hasTrouble())
        QThread::msleep(20);
    centre.start();
    return secondsOf([&till] {
        QElapsedTimer since;
        since.start();
        for (; till.waitingFacts() > 0; QThread::msleep(20))
            if (since.elapsed() > 1000 * mostSeconds)
                fail(u"what waited does not reach the centre"_s);
    });
}

/// After a day without a line.
Figure backlogFigure(const Options &options)
{
    const int sales = options.count(10'000, 100);
    BenchCentre centre;
    centre.addAccount(account);
    SyncedBenchTill till;
    till.enrol(centre, account);
    for (int i = 0; i < sales; ++i) {
        till.composeSale();
        till.validate();
    }
    return {.name = u"sync_backlog_10000"_s, .value = secondsUntilAcknowledged(till, centre), .unit = u"s"_s, .reference = {}, .bar = 30};
}

/// Two tills with what runs in the background as it runs in the program.
struct TwoBenchTills
{
    TwoBenchTills()
    {
        centre.addAccount(account);
        first.enrol(centre, account);
        second.enrol(centre, account);
        centre.start();
        for (SyncedBenchTill *till : {&first, &second}) {
            till->keepEnrolment(centre.url());
            got(till->push(centre.url()));
        }
        got(first.pull(centre.url()));
        got(second.pull(centre.url()));
    }
    BenchCentre centre;
    SyncedBenchTill first;
    SyncedBenchTill second;
};

/// Milliseconds until an arrival beyond `before` is there.
double waitForNews(SyncedBenchTill &till, qint64 before, const QElapsedTimer &since)
{
    while (till.lastArrivalHere() <= before) {
        if (since.elapsed() > 60'000)
            fail(u"a sale does not reach the other till"_s);
        QThread::msleep(2);
    }
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

Figure visibleFigure(TwoBenchTills &tills, const Options &options)
{
    SyncThread up{tills.first, tills.first.secrets(), tills.first.clock};
    SyncThread down{tills.second, tills.second.secrets(), tills.second.clock};
    std::vector<double> measured;
    for (int i = 0; i < options.count(200, 5); ++i) {
        QThread::msleep(static_cast<unsigned long>(i * 37 % 500)); // anywhere in its rest between two looks
        const qint64 before = tills.second.lastArrivalHere();
        tills.first.secondsToValidate();
        QElapsedTimer since;
        since.start();
        measured.push_back(waitForNews(tills.second, before, since));
    }
    return {.name = u"sync_visible_p99"_s, .value = percentile(measured, 99), .unit = u"ms"_s, .reference = {}, .bar = 1000};
}

/// By turns with and without: what else the machine does hits both.
Figure saleFigure(TwoBenchTills &tills, const Options &options)
{
    std::vector<double> with;
    std::vector<double> without;
    for (int round = 0; round < options.count(10, 2); ++round) {
        for (int i = 0; i < options.count(60, 5); ++i)
            without.push_back(tills.first.secondsToValidate() * 1000);
        SyncThread thread{tills.first, tills.first.secrets(), tills.first.clock};
        for (int i = 0; i < options.count(60, 5); ++i) {
            with.push_back(tills.first.secondsToValidate() * 1000);
            QThread::msleep(20); // nobody sells faster; it has something to send meanwhile
        }
    }
    return {.name = u"sync_sale_p99"_s, .value = percentile(with, 99), .unit = u"ms"_s, .reference = percentile(without, 99), .bar = 1.2};
}

} // namespace

std::vector<Figure> syncFigures(const Options &options)
{
    std::vector<Figure> figures{backlogFigure(options)};
    TwoBenchTills tills;
    figures.push_back(visibleFigure(tills, options));
    figures.push_back(saleFigure(tills, options));
    return figures;
}

} // namespace guichet::bench
