// SPDX-License-Identifier: GPL-3.0-or-later
// How many facts the centre accepts in a second, against the same rows one fact at a time (issue 4).
#include "core/ledger/Migrator.h"
#include "core/ledger/TillProjector.h"
#include "tests/bench/BenchCentre.h"
#include "tests/bench/Figure.h"
#include "tests/bench/LightTill.h"
#include "tests/bench/RawPostgresql.h"
#include "tests/bench/RawSqlite.h"

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr qsizetype factsOfBatch = 100;
constexpr auto acceptAccount = "attraction"_L1;

std::vector<StoredBytes> factsOfSales(LightTill &till, const SaleTemplate &sale, int count)
{
    std::vector<StoredBytes> facts;
    while (facts.size() < static_cast<size_t>(count))
        for (StoredBytes &fact : till.sell(sale))
            facts.push_back(std::move(fact));
    return facts;
}

/// All facts in batches over HTTP, with all checks.
double acceptSeconds(BenchEngine engine, const LightTill &till, const std::vector<StoredBytes> &facts)
{
    BenchCentre centre{engine};
    centre.addAccount(acceptAccount);
    const QByteArray token = centre.enrol(acceptAccount, [&](const QString &code) { return till.enrolment(code); }).token;
    if (engine == BenchEngine::Postgresql)
        centre.startProcesses(1);
    else
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

/// What one fact comes to: statements with their values in place, and the same as they were prepared.
struct StatementsOfFact
{
    std::vector<std::string> expanded;
    std::vector<std::string> texts;
};

std::vector<StatementsOfFact> statementsOf(Database &db, const QString &file, const std::vector<StoredBytes> &facts)
{
    TillProjector projector;
    const SystemClock clock;
    ChainIdentity none;
    none.till = u"centre"_s;
    Journal journal{db, projector, clock, none, std::nullopt};
    sqlite3 *handle = handleOf(file);
    std::vector<StatementsOfFact> all;
    for (const StoredBytes &bytes : facts) {
        const Fact fact = got(factFromBytes(bytes.body, bytes.content, bytes.hash, bytes.signature));
        StatementsOfFact &ofFact = all.emplace_back();
        const Recorder recorder{handle, Recorder::What::Writes, ofFact.expanded, &ofFact.texts};
        done(journal.receive(fact));
    }
    return all;
}

/// As a ledger of the centre is when the till has enrolled.
void prepare(Database &db, const ChainIdentity &chain)
{
    got(migrate(db));
    done(Journal::registerChain(db, chain));
}

/// Recorded on a SQLite of its own, whatever they are run on afterwards: statements are common to both engines (docs/decisions/0038).
std::vector<StatementsOfFact> recorded(const ChainIdentity &chain, const std::vector<StoredBytes> &facts)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"ledger.db"_s);
    const auto db = got(Database::open(file));
    prepare(*db, chain);
    return statementsOf(*db, file, facts);
}

bool isProved(const StoredBytes &fact, const PublicKey &key)
{
    return sha256(fact.body) == fact.hash && !sha256(fact.content).isEmpty() && key.verifies(fact.hash, fact.signature);
}

double proveSeconds(const ChainIdentity &chain, const std::vector<StoredBytes> &facts)
{
    return secondsOf([&] {
        for (const StoredBytes &fact : facts)
            if (!isProved(fact, chain.key))
                fail(u"a fact does not hold"_s);
    });
}

/// Through the bare C API, a durable transaction for each fact.
double bareSqliteSeconds(const ChainIdentity &chain, const std::vector<StatementsOfFact> &statements)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"bare.db"_s);
    prepare(*got(Database::open(file)), chain);
    sqlite3 *bare = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &bare) != SQLITE_OK)
        fail(u"bare ledger"_s);
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"})
        runText(bare, pragma);
    double seconds = 0;
    for (const StatementsOfFact &ofFact : statements)
        seconds += runPrepared(bare, ofFact.expanded, true);
    sqlite3_close(bare);
    return seconds;
}

/// Prepared statements of plain Qt Sql, a durable transaction for each fact: what somebody would write who inserts them one by one, on the
/// same server, with the same driver. A transaction for each row would be slower, and the bar lower.
double barePostgresqlSeconds(const ChainIdentity &chain, const std::vector<StatementsOfFact> &statements)
{
    const PostgresqlAddress address = newDatabaseOfBench().withSchema(u"bare"_s);
    prepare(*got(Database::open(address)), chain);
    BarePostgresql bare{address};
    double seconds = 0;
    for (const StatementsOfFact &ofFact : statements) {
        std::vector<BoundStatement> bound;
        for (size_t i = 0; i < ofFact.texts.size(); ++i)
            bound.push_back(boundStatement(ofFact.texts[i], ofFact.expanded[i]));
        seconds += bare.run(bound);
    }
    return seconds;
}

Figure acceptFigure(const QString &name, BenchEngine engine, const Options &options)
{
    BenchTill source;
    LightTill till;
    const auto facts = factsOfSales(till, SaleTemplate::of(source), options.count(5000, 300));
    const auto count = static_cast<double>(facts.size());
    ChainIdentity chain = till.chain();
    chain.own = false;
    const auto statements = recorded(chain, facts);
    const double bare = engine == BenchEngine::Postgresql ? barePostgresqlSeconds(chain, statements) : bareSqliteSeconds(chain, statements);
    return {.name = name,
            .value = count / acceptSeconds(engine, till, facts),
            .unit = u"facts/s"_s,
            .reference = count / (bare + proveSeconds(chain, facts)),
            .bar = 0.3,
            .atLeast = true};
}

} // namespace

std::vector<Figure> acceptFigures(const Options &options)
{
    return {acceptFigure(u"sync_accept"_s, BenchEngine::Sqlite, options)};
}

std::vector<Figure> acceptPostgresqlFigures(const Options &options)
{
    return {acceptFigure(u"sync_accept_postgresql"_s, BenchEngine::Postgresql, options)};
}

} // namespace guichet::bench
