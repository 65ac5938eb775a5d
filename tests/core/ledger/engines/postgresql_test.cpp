// SPDX-License-Identifier: GPL-3.0-or-later
// What a ledger does on PostgreSQL, that a file does otherwise or not at all. Its stores run there as stores_postgresql.
#include "core/ledger/Engine.h"
#include "core/ledger/Journal.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/TillProjector.h"
#include "tests/support/Catch.h"
#include "tests/support/PostgresqlCluster.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <future>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr Sql insertState = "INSERT INTO machine_state (name, value) VALUES (:name, :value)";
constexpr Sql countStates = "SELECT COUNT(*) FROM machine_state";
constexpr Sql selectState = "SELECT value FROM machine_state WHERE name = :name";

/// A ledger in a database of its own, to which one may connect as often as one likes.
struct ServedLedger
{
    ServedLedger() { REQUIRE(migrate(*db)); }
    std::unique_ptr<Database> connect() const
    {
        auto opened = Database::open(address);
        REQUIRE(opened);
        return std::move(*opened);
    }
    PostgresqlAddress address = PostgresqlCluster::ofThisProgram().newDatabase().withSchema(u"account_roches"_s);
    std::unique_ptr<Database> db = connect();
};

Result<> put(Database &db, const QString &name, const QString &value = u"x"_s)
{
    return runQuery(db, insertState, {{":name", name}, {":value", value}});
}

/// A journal of a till on the ledger.
struct ServedJournal : ServedLedger
{
    ServedJournal() { REQUIRE(Journal::registerChain(*db, chain)); }
    void sell()
    {
        clock.advance(std::chrono::seconds{5});
        REQUIRE(journal.appendTechnical(TechnicalEvent::Start));
    }
    KeyPair key = KeyPair::generate();
    SimulatedClock clock{QDateTime{QDate{2026, 11, 23}, QTime{9, 0}, brussels()}};
    TillProjector projector;
    ChainIdentity chain{.till = u"018f0000-0000-7000-8000-000000000001"_s, .key = key.publicKey()};
    Journal journal{*db, projector, clock, chain, key};
};

} // namespace

TEST_CASE("an address names no password, and says what it is not")
{
    const auto plain = postgresqlAddress(u"postgresql://guichet@centre.lan:5433/guichet"_s);
    REQUIRE(plain);
    CHECK(*plain == PostgresqlAddress{.host = u"centre.lan"_s, .port = 5433, .user = u"guichet"_s, .database = u"guichet"_s});
    const auto socket = postgresqlAddress(u"postgresql://guichet@/guichet?host=/run/postgresql"_s);
    REQUIRE(socket);
    CHECK(socket->host == u"/run/postgresql");
    CHECK(socket->port == 0);
    for (const QString &wrong : {u"postgresql://guichet:secret@host/db"_s, u"postgresql://host/"_s, u"mysql://host/db"_s,
                                 u"/var/lib/x.db"_s, u"postgresql://host/db/other"_s}) {
        const auto refused = postgresqlAddress(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK_FALSE(refused.error().detail.contains(u"secret"));
    }
}

TEST_CASE_METHOD(ServedLedger, "values come back from PostgreSQL as they were bound")
{
    const QString hard = u"Grotte \U0001F987 \"'%?:x\\n \\x00 $1 é"_s;
    REQUIRE(put(*db, hard, hard));
    CHECK(selectText(*db, selectState, {{":name", hard}}).value() == hard);
    REQUIRE(put(*db, QString{}, QString{}));
    CHECK(selectText(*db, selectState, {{":name", QString{}}}).value() == QString{});
}

TEST_CASE_METHOD(ServedLedger, "an error of PostgreSQL names the statement, never the values")
{
    REQUIRE(put(*db, u"Vandersmissen"_s));
    const auto again = put(*db, u"Vandersmissen"_s);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::DatabaseFailed);
    CHECK(again.error().detail.contains(u"machine_state"));
    CHECK_FALSE(again.error().detail.contains(u"Vandersmissen"));
}

TEST_CASE_METHOD(ServedLedger, "what fails in a transaction undoes it on PostgreSQL too, whether somebody looks or not")
{
    CHECK_FALSE(inTransaction(*db, [&]() -> Result<> {
        TRY(put(*db, u"a"_s));
        const auto ignored = put(*db, u"a"_s);
        Q_UNUSED(ignored);
        return {};
    }));
    CHECK(selectInteger(*db, countStates).value() == 0);
    REQUIRE(put(*db, u"a"_s));
}

TEST_CASE_METHOD(ServedJournal, "facts and chains are never changed, deleted, emptied or replaced on PostgreSQL")
{
    sell();
    sell();
    CHECK(selectInteger(*db, "SELECT MAX(arrival) FROM fact").value() == 2);
    const QString copied = u"INSERT INTO fact SELECT %1, till, incarnation, %2, own, type, label, session, business_date, at, hlc, "
                           "series, document_number, body, content, hash, signature FROM fact WHERE number = 1"_s;
    for (const QString &attack :
         {u"UPDATE fact SET content = 'x' WHERE number = 1"_s, u"UPDATE fact SET signature = '' WHERE number = 1"_s, u"DELETE FROM fact"_s,
          u"TRUNCATE fact"_s, copied.arg(u"9"_s, u"1"_s), copied.arg(u"1"_s, u"3"_s), copied.arg(u"9"_s, u"4"_s),
          u"UPDATE chain SET own = 0"_s, u"DELETE FROM chain"_s, u"TRUNCATE chain"_s, u"INSERT INTO chain SELECT * FROM chain"_s}) {
        INFO(attack.toStdString());
        CHECK_FALSE(db->pragma(attack));
    }
    sell();
    CHECK(selectInteger(*db, "SELECT COUNT(*) FROM fact").value() == 3);
}

TEST_CASE_METHOD(ServedLedger, "who writes a ledger keeps other writers out, and nobody out who reads; other ledgers are free")
{
    const auto other = connect();
    REQUIRE(other->pragma(u"SET lock_timeout = '100ms'"_s));
    auto neighbour = Database::open(address.withSchema(u"account_cascade"_s));
    REQUIRE(neighbour);
    REQUIRE(migrate(**neighbour));
    REQUIRE(inTransaction(*db, [&]() -> Result<> {
        TRY(put(*db, u"a"_s));
        CHECK(inTransaction(*other, [] { return Result<>{}; }).error().code == ErrorCode::DatabaseBusy);
        CHECK(inStillPicture(*other, [&] { return selectInteger(*other, countStates); }).value() == 0);
        CHECK(inTransaction(**neighbour, [&] { return put(**neighbour, u"a"_s); }));
        return {};
    }));
    REQUIRE(inTransaction(*other, [&] { return put(*other, u"b"_s); }));
    CHECK(selectInteger(*db, countStates).value() == 2);
}

TEST_CASE_METHOD(ServedLedger, "a reader sees one instant, row by row, and writes nothing")
{
    for (int i = 0; i < 100; ++i)
        REQUIRE(put(*db, QString::number(i)));
    auto reader = db->openReader();
    REQUIRE(reader);
    REQUIRE((*reader)->begin());
    {
        auto rows = selectRowsOf(**reader, u"SELECT name FROM machine_state"_s);
        REQUIRE(rows);
        REQUIRE(rows->next());
        REQUIRE(put(*db, u"later"_s));
        int count = 1;
        while (rows->next())
            ++count;
        CHECK(rows->finish());
        CHECK(count == 100);
    }
    CHECK(selectInteger(**reader, countStates).value() == 100);
    {
        auto begun = selectRowsOf(**reader, u"SELECT name FROM machine_state"_s);
        REQUIRE(begun);
        REQUIRE(begun->next()); // and left
    }
    CHECK(selectInteger(**reader, countStates).value() == 100);
    CHECK_FALSE(put(**reader, u"x"_s));
    (*reader)->rollback();
    CHECK(selectInteger(**reader, countStates).value() == 101);
    CHECK_FALSE(put(**reader, u"x"_s));
}

TEST_CASE("several that start at once make one schema, one after the other")
{
    const PostgresqlAddress address = PostgresqlCluster::ofThisProgram().newDatabase().withSchema(u"account_roches"_s);
    std::vector<std::future<int>> starts;
    for (int i = 0; i < 4; ++i)
        starts.push_back(std::async(std::launch::async, [&] {
            auto db = Database::open(address);
            return db ? migrate(**db).value_or(-1) : -2;
        }));
    std::vector<int> applied;
    for (auto &start : starts)
        applied.push_back(start.get());
    std::ranges::sort(applied);
    CHECK(applied == std::vector<int>{0, 0, 0, applied.back()});
    CHECK(applied.back() > 0);
}

TEST_CASE_METHOD(ServedLedger, "a migration waits for one that is under way in another process, however long")
{
    const auto other = connect();
    REQUIRE(db->engine().beginMigrating(*db));
    const PostgresqlAddress fresh = address.withSchema(u"account_late"_s);
    auto late = std::async(std::launch::async, [&] {
        auto opened = Database::open(fresh);
        return opened && migrate(**opened);
    });
    CHECK(late.wait_for(std::chrono::milliseconds{500}) == std::future_status::timeout);
    REQUIRE(db->engine().endMigrating(*db));
    CHECK(late.get());
}

TEST_CASE("each statement of a fresh ledger may fail on PostgreSQL; the next start finishes the work")
{
    const PostgresqlAddress address = PostgresqlCluster::ofThisProgram().newDatabase().withSchema(u"account_roches"_s);
    for (const int n : {0, 1, 2, 40, 90}) {
        const auto db = Database::open(address);
        REQUIRE(db);
        failNthQueryForTest(n);
        CHECK_FALSE(migrate(**db));
        CHECK_FALSE(isQueryFailurePending());
        failNthQueryForTest(-1);
        CHECK(engine::schemaVersion(**db).value() == 0);
    }
    const auto db = Database::open(address);
    REQUIRE(migrate(**db));
    CHECK(engine::schemaVersion(**db).value() == newestSchema());
}

TEST_CASE("a server that restarts is found again: by reads and transactions at once, by what was under way not")
{
    PostgresqlCluster own;
    const PostgresqlAddress there = own.newDatabase().withSchema(u"account_roches"_s);
    const auto opened = Database::open(there);
    REQUIRE(opened);
    Database &ledger = **opened;
    REQUIRE(migrate(ledger));
    REQUIRE(put(ledger, u"a"_s));
    const auto restart = [&] {
        own.stop();
        own.start();
    };
    restart();
    CHECK(selectInteger(ledger, countStates).value() == 1);
    restart();
    CHECK(inTransaction(ledger, [&] { return put(ledger, u"b"_s); }));
    const auto broken = inTransaction(ledger, [&]() -> Result<> {
        TRY(put(ledger, u"c"_s));
        restart();
        return put(ledger, u"d"_s);
    });
    CHECK(broken.error().code == ErrorCode::DatabaseUnreachable);
    CHECK(selectInteger(ledger, countStates).value() == 2);
    own.stop();
    CHECK(selectInteger(ledger, countStates).error().code == ErrorCode::DatabaseUnreachable);
    CHECK(selectInteger(ledger, countStates).error().code == ErrorCode::DatabaseUnreachable);
    own.start();
    CHECK(inTransaction(ledger, [&] { return put(ledger, u"e"_s); }));
}

TEST_CASE("what is announced is heard by all who listen on the database, also after a restart")
{
    PostgresqlCluster own;
    const PostgresqlAddress there = own.newDatabase();
    const auto speaker = Database::open(there.withSchema(u"one"_s));
    const auto listener = Database::open(there.withSchema(u"other"_s));
    REQUIRE(speaker);
    REQUIRE(listener);
    QStringList heard;
    REQUIRE((*listener)->listen([&](const QString &what) { heard << what; }));
    const auto hears = [&](const QString &what) {
        REQUIRE((*speaker)->engine().announce(**speaker, what));
        QElapsedTimer timer;
        timer.start();
        while (!heard.contains(what) && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        return heard.contains(what);
    };
    CHECK(hears(u"l'été"_s));
    own.stop();
    own.start();
    REQUIRE((*speaker)->ask());
    const int before = (*listener)->rollbacks();
    REQUIRE((*listener)->ask());
    CHECK((*listener)->rollbacks() > before);
    CHECK(hears(u"again"_s));
}
