// SPDX-License-Identifier: GPL-3.0-or-later
// The centre and the line: what it accepts, what waited, how soon others see it, and what it costs the till (issue 4).
#include "sync/client/SyncThread.h"

#include "core/ledger/FileSecretStore.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Query.h"
#include "core/ledger/TillProjector.h"
#include "tests/bench/BenchCentre.h"
#include "tests/bench/Figure.h"
#include "tests/bench/LightTill.h"
#include "tests/bench/RawSqlite.h"

#include <QElapsedTimer>
#include <QFile>
#include <atomic>
#include <mutex>
#include <sodium.h>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qsizetype factsOfBatch = 100;
constexpr auto account = "attraction"_L1;

/// A till that exchanges in the background; a mutex stands for the queue of its ledger thread.
class SyncedBenchTill : public BenchTill, public LedgerAccess
{
public:
    Result<> run(const std::function<Result<>(SyncLedger &)> &work) override
    {
        const std::scoped_lock lock{m_mutex};
        SyncLedger ledger{*workplace().ledger};
        return work(ledger);
    }
    void enrol(BenchCentre &centre)
    {
        SyncLedger ledger{*workplace().ledger};
        m_answer = centre.enrol(account, got(ledger.enrolment({})).chains);
    }
    /// The centre has an address only once it is started.
    void keepEnrolment(const QUrl &url)
    {
        SyncLedger ledger{*workplace().ledger};
        done(m_secrets.write(centreTokenName, m_answer.token));
        done(ledger.keepEnrolment(url, m_answer, workplace().settings.tillKey, {.user = u"u5"_s, .at = workplace().now()}));
        done(workplace().documentsChanged());
    }
    Result<int> push(const QUrl &url)
    {
        CentralClient client{{.url = url, .token = m_answer.token}, 60s};
        return Exchange{client, *this, clock}.push();
    }
    Result<int> pull(const QUrl &url)
    {
        CentralClient client{{.url = url, .token = m_answer.token}, 60s};
        return Exchange{client, *this, clock}.pullAll();
    }
    /// As a person at the till has it: whoever is at the ledger is waited for.
    double secondsToValidate()
    {
        {
            const std::scoped_lock lock{m_mutex};
            composeSale();
        }
        return secondsOf([this] {
            const std::scoped_lock lock{m_mutex};
            validate();
        });
    }
    qint64 lastArrivalHere()
    {
        const std::scoped_lock lock{m_mutex};
        return got(lastArrival(workplace().db()));
    }
    SecretStore &secrets() { return m_secrets; }

    SystemClock clock;

private:
    FileSecretStore m_secrets{folder()};
    std::mutex m_mutex;
    EnrolAnswer m_answer;
};

std::vector<StoredBytes> factsOfSales(LightTill &till, const SaleTemplate &sale, int count)
{
    std::vector<StoredBytes> facts;
    while (facts.size() < static_cast<size_t>(count))
        for (StoredBytes &fact : till.sell(sale))
            facts.push_back(std::move(fact));
    return facts;
}

/// All facts in batches over HTTP, with all checks.
double acceptSeconds(const LightTill &till, const std::vector<StoredBytes> &facts)
{
    BenchCentre centre;
    centre.addAccount(account);
    const QByteArray token = centre.enrol(account, {till.chain()}).token;
    centre.start();
    CentralClient client{{.url = centre.url(), .token = token}, 60s};
    return secondsOf([&] {
        for (auto from = facts.begin(); from != facts.end();) {
            const auto to = from + std::min<std::ptrdiff_t>(factsOfBatch, facts.end() - from);
            got(client.push({.facts = {from, to}}));
            from = to;
        }
    });
}

/// The statements that each fact comes to.
std::vector<std::vector<std::string>> statementsOf(Database &db, const QString &file, const std::vector<StoredBytes> &facts)
{
    TillProjector projector;
    const SystemClock clock;
    ChainIdentity none;
    none.till = u"centre"_s;
    Journal journal{db, projector, clock, none, std::nullopt};
    sqlite3 *handle = handleOf(file);
    std::vector<std::vector<std::string>> all;
    for (const StoredBytes &bytes : facts) {
        const Fact fact = got(factFromBytes(bytes.body, bytes.content, bytes.hash, bytes.signature));
        const Recorder recorder{handle, Recorder::What::Writes, all.emplace_back()};
        done(journal.receive(fact));
    }
    return all;
}

bool isProved(const StoredBytes &fact, const PublicKey &key)
{
    return sha256(fact.body) == fact.hash && !sha256(fact.content).isEmpty() && key.verifies(fact.hash, fact.signature);
}

/// The same rows one fact at a time by the bare engine, each fact proved first.
double oneByOneSeconds(const LightTill &till, const std::vector<StoredBytes> &facts)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"ledger.db"_s);
    const QString copy = folder.filePath(u"bare.db"_s);
    ChainIdentity chain = till.chain();
    chain.own = false;
    {
        const auto empty = got(Database::open(copy));
        got(migrate(*empty));
        done(Journal::registerChain(*empty, chain));
    }
    const auto db = got(Database::open(file));
    got(migrate(*db));
    done(Journal::registerChain(*db, chain));
    const auto statements = statementsOf(*db, file, facts);
    sqlite3 *bare = nullptr;
    if (sqlite3_open(copy.toUtf8().constData(), &bare) != SQLITE_OK)
        fail(u"bare ledger"_s);
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"})
        runText(bare, pragma);
    double seconds = secondsOf([&] {
        for (const StoredBytes &fact : facts)
            if (!isProved(fact, chain.key))
                fail(u"a fact does not hold"_s);
    });
    for (const auto &ofFact : statements)
        seconds += runPrepared(bare, ofFact, true);
    sqlite3_close(bare);
    return seconds;
}

Figure acceptFigure(const Options &options)
{
    BenchTill source;
    LightTill till;
    const auto facts = factsOfSales(till, SaleTemplate::of(source), options.count(5000, 300));
    const auto count = static_cast<double>(facts.size());
    return {.name = u"sync_accept"_s,
            .value = count / acceptSeconds(till, facts),
            .unit = u"facts/s"_s,
            .reference = count / oneByOneSeconds(till, facts),
            .bar = 0.3,
            .atLeast = true};
}

/// After a day without a line.
Figure backlogFigure(const Options &options)
{
    const int sales = options.count(10'000, 100);
    BenchCentre centre;
    centre.addAccount(account);
    SyncedBenchTill till;
    till.enrol(centre);
    for (int i = 0; i < sales; ++i) {
        till.composeSale();
        till.validate();
    }
    centre.start();
    till.keepEnrolment(centre.url());
    const double seconds = secondsOf([&] { got(till.push(centre.url())); });
    return {.name = u"sync_backlog_10000"_s, .value = seconds, .unit = u"s"_s, .reference = {}, .bar = 30};
}

/// Two tills with what runs in the background as it runs in the program.
struct TwoBenchTills
{
    TwoBenchTills()
    {
        centre.addAccount(account);
        first.enrol(centre);
        second.enrol(centre);
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
    std::vector<Figure> figures{acceptFigure(options), backlogFigure(options)};
    TwoBenchTills tills;
    figures.push_back(visibleFigure(tills, options));
    figures.push_back(saleFigure(tills, options));
    return figures;
}

} // namespace guichet::bench
