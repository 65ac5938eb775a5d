// SPDX-License-Identifier: GPL-3.0-or-later
// Many tills at a centre of two processes on PostgreSQL: each sells every five seconds, and what it sells goes up at once.
#include "core/ledger/Query.h"
#include "tests/bench/BenchCentre.h"
#include "tests/bench/Figure.h"
#include "tests/bench/LightTill.h"

#include <QElapsedTimer>
#include <mutex>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int tillsOfAccount = 10;
constexpr int workers = 8;
constexpr int processes = 2;
constexpr qint64 between = 5'000; ///< Milliseconds from a till's sale to its next.

constexpr Sql selectArrivals = R"(SELECT till, number FROM fact ORDER BY arrival)";

QString accountOf(int till)
{
    return u"a%1"_s.arg(till / tillsOfAccount);
}

/// Each account has tills at both.
size_t processOf(int till)
{
    return static_cast<size_t>(till % processes);
}

/// A light till at the centre.
struct BusyTill
{
    LightTill light;
    QByteArray token;
    QUrl url = {};                         ///< Of its process.
    std::unique_ptr<CentralClient> client; ///< Of the thread of its worker.
    qint64 nextMs = 0;
};

/// What the workers met.
struct Met
{
    std::mutex mutex;
    std::vector<double> pushMs;
    int errors = 0;
};

void sellOnce(BusyTill &till, const SaleTemplate &sale, Met &met)
{
    const FactPush push{.facts = till.light.sell(sale)};
    QElapsedTimer timer;
    timer.start();
    const Result<CentreAnchor> anchor = till.client->push(push);
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const bool isWhole = anchor && anchor->number == till.light.number() && anchor->hash == push.facts.back().hash;
    const std::scoped_lock lock{met.mutex};
    met.pushMs.push_back(ms);
    met.errors += isWhole ? 0 : 1;
}

/// Its tills by turns, each at its time, until the time is over.
void work(const std::vector<BusyTill *> &tills, const SaleTemplate &sale, qint64 ms, Met &met)
{
    for (BusyTill *till : tills)
        till->client = std::make_unique<CentralClient>(CentralAddress{.url = till->url, .token = till->token}, 30s);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        BusyTill &next = **std::ranges::min_element(tills, {}, [](const BusyTill *till) { return till->nextMs; });
        if (const qint64 rest = next.nextMs - timer.elapsed(); rest > 0)
            QThread::msleep(static_cast<unsigned long>(rest));
        sellOnce(next, sale, met);
        next.nextMs += between;
    }
    for (BusyTill *till : tills)
        till->client.reset();
}

/// Chains that are not there whole and in order.
int disorder(const BenchCentre &centre, const std::vector<std::unique_ptr<BusyTill>> &tills)
{
    QHash<QString, qint64> reached;
    int wrong = 0;
    for (size_t first = 0; first < tills.size(); first += tillsOfAccount) {
        const auto db = centre.openLedger(accountOf(static_cast<int>(first)));
        done(forEachRow(*db, selectArrivals, {}, [&](const Row &row) {
            qint64 &number = reached[row.text(0)];
            wrong += row.integer(1) == number + 1 ? 0 : 1;
            number = row.integer(1);
        }));
    }
    for (const auto &till : tills)
        wrong += reached.value(till->light.chain().till) == till->light.number() ? 0 : 1;
    return wrong;
}

/// Tills that have enrolled; no process runs yet.
std::vector<std::unique_ptr<BusyTill>> enrolledTills(BenchCentre &centre, int count)
{
    std::vector<std::unique_ptr<BusyTill>> tills;
    for (int i = 0; i < count; ++i) {
        if (i % tillsOfAccount == 0)
            centre.addAccount(accountOf(i));
        BusyTill &till = *tills.emplace_back(std::make_unique<BusyTill>());
        till.token = centre.enrol(accountOf(i), [&](const QString &code) { return till.light.enrolment(code); }).token;
        till.nextMs = between * i / count; // spread as people are
    }
    return tills;
}

/// Each worker has tills of both processes and of many accounts.
void sellAll(const std::vector<std::unique_ptr<BusyTill>> &tills, const SaleTemplate &sale, int seconds, Met &met)
{
    std::array<std::vector<BusyTill *>, workers> shares;
    for (size_t i = 0; i < tills.size(); ++i)
        shares[i / processes % workers].push_back(tills[i].get());
    std::vector<std::unique_ptr<QThread>> threads;
    for (const auto &share : shares)
        threads.emplace_back(QThread::create([&, share] { work(share, sale, qint64{seconds} * 1000, met); }))->start();
    for (const auto &thread : threads)
        thread->wait();
}

/// A number of whole things of which there should be none.
Figure none(const QString &name, int count, const QString &unit)
{
    return {.name = name, .value = static_cast<double>(count), .unit = unit, .reference = {}, .bar = 0, .isTimeless = true};
}

} // namespace

std::vector<Figure> syncTillsFigures(const Options &options)
{
    BenchTill source;
    const SaleTemplate sale = SaleTemplate::of(source);
    BenchCentre centre{BenchEngine::Postgresql};
    const auto tills = enrolledTills(centre, options.count(200, 20));
    centre.startProcesses(processes);
    for (size_t i = 0; i < tills.size(); ++i)
        tills[i]->url = centre.url(processOf(static_cast<int>(i)));
    Met met;
    sellAll(tills, sale, options.seconds.value_or(options.count(600, 7)), met);
    const double memory = centre.memoryOfProcesses();
    centre.stop();
    return {{.name = u"sync_tills_push_p99"_s, .value = percentile(met.pushMs, 99), .unit = u"ms"_s, .reference = {}, .bar = 300},
            none(u"sync_tills_errors"_s, met.errors, u"errors"_s),
            none(u"sync_tills_disorder"_s, disorder(centre, tills), u"facts"_s),
            {.name = u"sync_tills_memory"_s, .value = memory, .unit = u"MB"_s, .reference = {}, .bar = {}}};
}

} // namespace guichet::bench
