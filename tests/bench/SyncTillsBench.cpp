// SPDX-License-Identifier: GPL-3.0-or-later
// Many tills at one centre: each sells every five seconds, and what it sells goes up at once.
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
constexpr qint64 between = 5'000; ///< Milliseconds from a till's sale to its next.

constexpr Sql selectArrivals = R"(SELECT till, number FROM fact ORDER BY arrival)";

QString accountOf(int till)
{
    return u"a%1"_s.arg(till / tillsOfAccount);
}

/// A light till at the centre.
struct BusyTill
{
    LightTill light;
    QByteArray token;
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
void work(const std::vector<BusyTill *> &tills, const QUrl &url, const SaleTemplate &sale, qint64 ms, Met &met)
{
    for (BusyTill *till : tills)
        till->client = std::make_unique<CentralClient>(CentralAddress{.url = url, .token = till->token}, 30s);
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
        const auto db = got(Database::open(centre.fileOf(accountOf(static_cast<int>(first)))));
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

} // namespace

std::vector<Figure> syncTillsFigures(const Options &options)
{
    const int count = options.count(200, 20);
    const int seconds = options.seconds.value_or(options.count(600, 11));
    BenchTill source;
    const SaleTemplate sale = SaleTemplate::of(source);
    BenchCentre centre;
    std::vector<std::unique_ptr<BusyTill>> tills;
    std::array<std::vector<BusyTill *>, workers> shares;
    for (int i = 0; i < count; ++i) {
        if (i % tillsOfAccount == 0)
            centre.addAccount(accountOf(i));
        BusyTill &till = *tills.emplace_back(std::make_unique<BusyTill>());
        till.token = centre.enrol(accountOf(i), {till.light.chain()}).token;
        till.nextMs = between * i / count; // spread as people are
        shares[static_cast<size_t>(i % workers)].push_back(&till);
    }
    centre.start();
    Met met;
    std::vector<std::unique_ptr<QThread>> threads;
    for (const auto &share : shares)
        threads.emplace_back(QThread::create([&, share] { work(share, centre.url(), sale, qint64{seconds} * 1000, met); }))->start();
    for (const auto &thread : threads)
        thread->wait();
    centre.stop();
    return {{.name = u"sync_tills_push_p99"_s, .value = percentile(met.pushMs, 99), .unit = u"ms"_s, .reference = {}, .bar = 300},
            {.name = u"sync_tills_errors"_s, .value = static_cast<double>(met.errors), .unit = u"errors"_s, .reference = {}, .bar = 0},
            {.name = u"sync_tills_disorder"_s,
             .value = static_cast<double>(disorder(centre, tills)),
             .unit = u"facts"_s,
             .reference = {},
             .bar = 0}};
}

} // namespace guichet::bench
