// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CanonicalJson.h"
#include "core/ledger/Engine.h"
#include "core/ledger/Migrator.h"
#include "tests/core/ledger/JournalFixture.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE_METHOD(JournalFixture, "facts are numbered from one without a gap and each holds the hash of the one before")
{
    QByteArray before = genesisHash(chain);
    for (qint64 number = 1; number <= 5; ++number) {
        const Fact fact = sell(850);
        CHECK(fact.body.position == FactPosition{chain.till, 1, number});
        CHECK(fact.body.previousHash == before);
        CHECK(fact.hash == sha256(*toCanonicalJson(toJson(fact.body))));
        CHECK(fact.body.contentHash == sha256(*toCanonicalJson(fact.content)));
        CHECK(key.publicKey().verifies(fact.hash, fact.signature));
        before = fact.hash;
    }
    CHECK(journal->head()->hash == before);
}

TEST_CASE("the genesis names the till and its key, and from the second incarnation on where the one before ended")
{
    const auto key = PublicKey::fromBytes(QByteArray(32, 'k'));
    ChainIdentity chain{.till = u"t1"_s, .key = *key};
    CHECK(genesisHash(chain) == sha256("TILLJ1|t1|" + QByteArray(32, 'k').toHex()));
    chain.incarnation = 2;
    chain.previousNumber = 17;
    chain.previousHash = QByteArray(32, 'h');
    CHECK(genesisHash(chain) == sha256("TILLJ1|t1|" + QByteArray(32, 'k').toHex() + "|2|17|" + QByteArray(32, 'h').toHex()));
}

TEST_CASE_METHOD(JournalFixture, "perpetual totals add sales, take refunds off, and sum both without sign")
{
    const Fact sale = sell(10000);
    const auto refund = journal->append(refundOf(Money::fromCents(2500), sale.body.position));
    REQUIRE(refund);
    CHECK(refund->body.totals == GrandTotals{.net = Money::fromCents(7500), .absolute = Money::fromCents(12500)});
    CHECK(refund->body.reference == sale.body.position);
}

TEST_CASE_METHOD(JournalFixture, "orders and training are outside the totals, and training has its own series")
{
    REQUIRE(sell(1000).body.document == DocumentNumber{u"R"_s, 1});
    FactDraft order = saleOf(Money::fromCents(5000), EventLabel::P);
    order.type = FactType::Order;
    order.series.clear();
    REQUIRE(journal->append(order)->body.totals.net == Money::fromCents(1000));
    const auto training = journal->append(saleOf(Money::fromCents(7000), EventLabel::T));
    REQUIRE(training);
    CHECK(training->body.totals.net == Money::fromCents(1000));
    CHECK(training->body.document == DocumentNumber{u"F"_s, 1});
    CHECK(sell(1000).body.document == DocumentNumber{u"R"_s, 2});
}

TEST_CASE_METHOD(JournalFixture, "series go on where they were after a restart")
{
    sell(100);
    sell(100);
    Journal again{*db, projector, clock, chain, key};
    clock.advance(std::chrono::seconds{1});
    const auto fact = again.append(saleOf(Money::fromCents(300)));
    REQUIRE(fact);
    CHECK(fact->body.document == DocumentNumber{u"R"_s, 3});
    CHECK(fact->body.position.number == 3);
    CHECK(fact->body.totals.net == Money::fromCents(500));
}

TEST_CASE_METHOD(JournalFixture, "the logical clock grows with every fact, even within a millisecond and when the clock jumps back")
{
    qint64 last = 0;
    for (int i = 0; i < 20; ++i) {
        if (i == 10)
            clock.advance(-std::chrono::hours{3});
        const auto fact = journal->append(saleOf(Money::fromCents(100)));
        REQUIRE(fact);
        CHECK(fact->body.hlc > last);
        last = fact->body.hlc;
    }
}

TEST_CASE_METHOD(JournalFixture, "a clock that jumps back is recorded once and reorders nothing")
{
    const Fact before = sell(100);
    clock.advance(-std::chrono::minutes{10});
    const auto after = journal->append(saleOf(Money::fromCents(200)));
    REQUIRE(after);
    CHECK(after->body.position.number == before.body.position.number + 2);
    const auto jump = journal->fact({chain.till, 1, before.body.position.number + 1});
    REQUIRE(jump);
    CHECK(jump->body.type == FactType::Technical);
    CHECK(jump->content.value(u"event").toString() == technicalEventName(TechnicalEvent::ClockJump));
    REQUIRE(journal->append(saleOf(Money::fromCents(200))));
    CHECK(facts() == 4);
}

TEST_CASE_METHOD(JournalFixture, "a correction of the clock within a second is no jump")
{
    sell(100);
    clock.advance(-std::chrono::milliseconds{900});
    REQUIRE(journal->append(saleOf(Money::fromCents(100))));
    CHECK(facts() == 2);
    CHECK(Journal::chains(*db)->front() == chain);
}

TEST_CASE_METHOD(JournalFixture, "a fact is recorded whole or not at all, whichever statement fails")
{
    const Fact first = sell(850);
    int n = 0;
    for (failNthQueryForTest(n); !journal->append(saleOf(Money::fromCents(100))); failNthQueryForTest(++n)) {
        REQUIRE(n < 20);
        CHECK(facts() == 1);
    }
    failNthQueryForTest(-1);
    CHECK(n == 8); // BEGIN, last fact, last hlc, last document, fact, two of the projector, COMMIT
    CHECK(facts() == 2);
    CHECK(journal->head()->position.number == first.body.position.number + 1);
    CHECK(journal->head()->totals.net == Money::fromCents(950));
}

TEST_CASE_METHOD(JournalFixture, "a rolled back transaction of the caller leaves neither facts nor numbers")
{
    const Fact first = sell(850);
    const auto done = inTransaction(*db, [&]() -> Result<> {
        TRY(journal->append(saleOf(Money::fromCents(100))));
        TRY(journal->append(saleOf(Money::fromCents(100))));
        return failure(ErrorCode::StillDue);
    });
    REQUIRE_FALSE(done);
    CHECK(facts() == 1);
    const Fact second = sell(100);
    CHECK(second.body.position.number == 2);
    CHECK(second.body.document.number == 2);
    CHECK(second.body.previousHash == first.hash);
}

TEST_CASE_METHOD(JournalFixture, "an inner failure that the caller ignores still undoes the whole")
{
    const auto done = inTransaction(*db, [&]() -> Result<> {
        TRY(journal->append(saleOf(Money::fromCents(100))));
        FactDraft bad = saleOf(Money::fromCents(100));
        bad.content.insert(u"fraction"_s, 0.5);
        const auto ignored = journal->append(bad);
        CHECK(ignored.error().code == ErrorCode::InvalidInput);
        return {};
    });
    CHECK_FALSE(done);
    CHECK(facts() == 0);
}

TEST_CASE_METHOD(JournalFixture, "the database itself refuses to change, delete or replace a fact")
{
    sell(850);
    sell(850);
    CHECK_FALSE(runText(*db, u"UPDATE fact SET content = x'7b7d'"_s));
    CHECK_FALSE(runText(*db, u"UPDATE fact SET signature = zeroblob(64)"_s));
    CHECK_FALSE(runText(*db, u"UPDATE OR REPLACE fact SET number = 1 WHERE number = 2"_s));
    CHECK_FALSE(runText(*db, u"DELETE FROM fact WHERE number = 2"_s));
    CHECK_FALSE(runText(*db, u"INSERT OR REPLACE INTO fact SELECT * FROM fact WHERE number = 1"_s));
    CHECK_FALSE(runText(
        *db,
        u"REPLACE INTO fact SELECT arrival + 10, till, incarnation, number, own, type, label, session, business_date, at, hlc, series, "
        "document_number + 10, body, content, hash, signature FROM fact WHERE number = 1"_s));
    CHECK_FALSE(runText(*db, u"INSERT INTO fact SELECT arrival + 10, till, incarnation, number + 5, own, type, label, session, "
                             u"business_date, at, hlc, '', 0, body, "
                             "content, hash, signature FROM fact WHERE number = 1"_s));
    CHECK_FALSE(runText(*db,
                        u"INSERT OR REPLACE INTO fact SELECT arrival + 10, till, incarnation, number + 2, own, type, label, session, "
                        u"business_date, at, hlc, series, document_number, body, content, hash, signature FROM fact WHERE number = 1"_s));
    CHECK_FALSE(runText(*db, u"UPDATE chain SET public_key = zeroblob(32)"_s));
    CHECK_FALSE(runText(*db, u"INSERT OR REPLACE INTO chain SELECT till, incarnation, own, zeroblob(32), previous_number, previous_hash, "
                             u"previous_net_cents, previous_absolute_cents FROM chain"_s));
    CHECK_FALSE(runText(*db, u"DELETE FROM chain"_s));
    CHECK(facts() == 2);
}

TEST_CASE_METHOD(JournalFixture, "without its key the till goes on; what waited is signed in order when the key is back")
{
    journal.emplace(*db, projector, clock, chain, std::nullopt);
    const Fact first = sell(100);
    CHECK(first.signature.isEmpty());
    sell(200);
    CHECK(journal->pendingSignatures().value() == 2);
    CHECK(journal->unlock(KeyPair::generate()).error().code == ErrorCode::KeyUnavailable);
    CHECK(journal->unlock(key).value() == 2);
    CHECK(journal->pendingSignatures().value() == 0);
    const auto signedFirst = journal->fact(first.body.position);
    REQUIRE(signedFirst);
    CHECK(key.publicKey().verifies(signedFirst->hash, signedFirst->signature));
    const auto trace = journal->fact({chain.till, 1, 3});
    REQUIRE(trace);
    CHECK(trace->content.value(u"event").toString() == technicalEventName(TechnicalEvent::SignedLate));
    CHECK(trace->content.value(u"details").toObject() ==
          QJsonObject{{u"incarnation"_s, 1}, {u"from"_s, 1}, {u"to"_s, 2}, {u"reason"_s, u"key_out_of_reach"_s}});
    CHECK(key.publicKey().verifies(trace->hash, trace->signature));
    CHECK_FALSE(sell(300).signature.isEmpty());
}

namespace {

/// Two tills: the facts of `other` are received by the fixture's.
struct TwoTills : JournalFixture
{
    TwoTills()
    {
        other.chain.till = u"018f0000-0000-7000-8000-000000000002"_s;
        other.journal.emplace(*other.db, other.projector, other.clock, other.chain, other.key);
        ChainIdentity known = other.chain;
        known.own = false;
        REQUIRE(Journal::registerChain(*db, known));
    }
    JournalFixture other;
};

} // namespace

TEST_CASE_METHOD(TwoTills, "a fact of another till is stored whole, once, and changes no number of this one")
{
    const Fact own = sell(100);
    const Fact foreign = other.sell(5000);
    REQUIRE(journal->receive(foreign));
    REQUIRE(journal->receive(foreign));
    CHECK(facts() == 2);
    const auto stored = journal->fact(foreign.body.position);
    REQUIRE(stored);
    CHECK(stored->hash == foreign.hash);
    CHECK(stored->signature == foreign.signature);
    const Fact next = sell(100);
    CHECK(next.body.previousHash == own.hash);
    CHECK(next.body.totals.net == Money::fromCents(200));
    CHECK(next.body.hlc > foreign.body.hlc);
}

TEST_CASE_METHOD(TwoTills, "a received fact that was changed, forged or comes out of order is refused and changes nothing")
{
    const Fact first = other.sell(5000);
    const Fact second = other.sell(100);
    Fact changed = first;
    changed.content.insert(u"cents"_s, 1);
    CHECK(journal->receive(changed).error().code == ErrorCode::ChainBroken);
    Fact rehashed = first;
    rehashed.body.totals.net = Money::fromCents(1);
    rehashed.hash = sha256(*toCanonicalJson(toJson(rehashed.body)));
    CHECK(journal->receive(rehashed).error().code == ErrorCode::ChainBroken);
    Fact forged = rehashed;
    forged.signature = key.sign(forged.hash);
    CHECK(journal->receive(forged).error().code == ErrorCode::ChainBroken);
    CHECK(journal->receive(second).error().code == ErrorCode::ChainBroken);
    CHECK(journal->receive(sell(100)).error().code == ErrorCode::ChainBroken); // its own chain is never received
    CHECK(facts() == 1);
    CHECK(journal->receive(first));
    CHECK(journal->receive(second));
}

TEST_CASE("migrations: each statement of a fresh ledger may fail; the next start finishes the work, and the result is the same")
{
    const auto fresh = Database::openInMemory();
    REQUIRE(migrate(**fresh));
    const auto schema = [](Database &db) {
        return db.pragma(u"SELECT group_concat(sql, '#') FROM (SELECT sql FROM sqlite_master ORDER BY type, name)"_s)->toString();
    };
    const auto resumed = Database::openInMemory();
    int n = 0;
    for (failNthQueryForTest(n); !migrate(**resumed); failNthQueryForTest(++n))
        REQUIRE(n < 2000);
    failNthQueryForTest(-1);
    CHECK(n > 10);
    CHECK(schema(**resumed) == schema(**fresh));
    CHECK(engine::schemaVersion(**resumed).value() == newestSchema());
}

TEST_CASE("migrations: a ledger of an older program is backed up first and becomes equal to a fresh one")
{
    const QTemporaryDir older;
    REQUIRE(QFile::copy(u":/migrations/sqlite/0001_journal.sql"_s, older.filePath(u"0001_journal.sql"_s)));
    const auto db = Database::openInMemory();
    REQUIRE(migrate(**db, {}, older.path()).value() == 1);
    overwrite(older.filePath(u"0002_more.sql"_s), "CREATE TABLE more (x INTEGER) STRICT\n--;\nINSERT INTO more VALUES (1)\n");
    int backups = 0;
    const auto refuse = [&]() -> Result<> { return failure(ErrorCode::DiskFull); };
    CHECK(migrate(**db, refuse, older.path()).error().code == ErrorCode::DiskFull);
    CHECK(engine::schemaVersion(**db).value() == 1);
    const auto count = [&]() -> Result<> {
        ++backups;
        return {};
    };
    CHECK(migrate(**db, count, older.path()).value() == 1);
    CHECK(migrate(**db, count, older.path()).value() == 0);
    CHECK(backups == 1);
    CHECK(countRows(**db, u"more"_s) == 1);
}

TEST_CASE("migrations: a newer ledger is refused and left as it is")
{
    const auto db = Database::openInMemory();
    REQUIRE(migrate(**db));
    REQUIRE((*db)->pragma(u"PRAGMA user_version = 9999"_s));
    CHECK(migrate(**db).error().code == ErrorCode::SchemaTooNew);
    CHECK(engine::schemaVersion(**db).value() == 9999);
}

TEST_CASE_METHOD(JournalFixture, "no fact is appended while commits do not wait for the disk")
{
    sell(850);
    {
        const UnsyncedCommits unsynced{*db};
        const auto refused = journal->append(saleOf(Money::fromCents(500)));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Internal);
    }
    CHECK(sell(500).body.position.number == 2);
}
