// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Query.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr Sql makeTable =
    "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL, amount INTEGER, at TEXT NOT NULL DEFAULT '') STRICT";
constexpr Sql insertThing = "INSERT INTO thing (id, name, amount, at) VALUES (:id, :name, :amount, :at)";
constexpr Sql selectThings = "SELECT id, name, amount, at FROM thing WHERE id >= :from ORDER BY id";
constexpr Sql countThings = "SELECT COUNT(*) FROM thing";
constexpr Sql twice = "SELECT :x || ':y' || :x";

struct Things
{
    Things()
    {
        auto opened = Database::openInMemory();
        REQUIRE(opened);
        db = std::move(*opened);
        REQUIRE(runQuery(*db, makeTable));
    }
    Result<> add(int id, const QString &name, std::optional<Money> amount = {}, const QDateTime &at = {})
    {
        return runQuery(*db, insertThing, {{":id", id}, {":name", name}, {":amount", amount}, {":at", at}});
    }
    std::unique_ptr<Database> db;
};

} // namespace

TEST_CASE_METHOD(Things, "values come back as they were bound; a null string is '', an empty optional NULL")
{
    const QDateTime at{QDate{2026, 11, 23}, QTime{10, 0}, brussels()};
    REQUIRE(add(1, u"Grotte \U0001F987 \"'%"_s, Money::fromCents(-5), at));
    REQUIRE(add(2, QString{}));
    int rows = 0;
    REQUIRE(forEachRow(*db, selectThings, {{":from", 1}}, [&](const Row &row) {
        if (++rows == 1) {
            CHECK(row.text(1) == u"Grotte \U0001F987 \"'%");
            CHECK(row.money(2) == Money::fromCents(-5));
            CHECK(row.dateTime(3) == at);
        } else {
            CHECK_FALSE(row.isNull(1));
            CHECK(row.isNull(2));
            CHECK(row.text(3).isEmpty());
        }
    }));
    CHECK(rows == 2);
}

TEST_CASE_METHOD(Things, "what is deleted is overwritten, however SQLite was built")
{
    CHECK(db->pragma(u"PRAGMA secure_delete"_s)->toInt() == 1);
}

TEST_CASE_METHOD(Things, "a name may stand twice in a statement, and a colon in quotes is no name")
{
    const auto text = selectText(*db, twice, {{":x", u"a"_s}});
    REQUIRE(text);
    CHECK(*text == u"a:ya");
}

TEST_CASE_METHOD(Things, "bindings in another order and a forgotten one")
{
    REQUIRE(runQuery(*db, insertThing, {{":at", QDateTime{}}, {":amount", Money{}}, {":name", u"x"_s}, {":id", 7}}));
    CHECK(runQuery(*db, insertThing, {{":id", 8}, {":name", u"x"_s}, {":at", QDateTime{}}}).error().code == ErrorCode::Internal);
    CHECK(selectInteger(*db, countThings).value() == 1);
}

TEST_CASE_METHOD(Things, "a statement may run within its own loop")
{
    for (int id = 1; id <= 3; ++id)
        REQUIRE(add(id, u"x"_s));
    int pairs = 0;
    REQUIRE(forEachRow(*db, selectThings, {{":from", 1}}, [&](const Row &row) {
        return forEachRow(*db, selectThings, {{":from", row.smallInteger(0)}}, [&](const Row &) { ++pairs; });
    }));
    CHECK(pairs == 6);
}

TEST_CASE_METHOD(Things, "a loop ends at the first error of its body")
{
    for (int id = 1; id <= 3; ++id)
        REQUIRE(add(id, u"x"_s));
    int seen = 0;
    const auto done = forEachRow(*db, selectThings, {{":from", 1}}, [&](const Row &) -> Result<> {
        return ++seen == 2 ? Result<>{failure(ErrorCode::StillDue)} : Result<>{};
    });
    CHECK(done.error().code == ErrorCode::StillDue);
    CHECK(seen == 2);
    REQUIRE(add(4, u"x"_s)); // the statement was given back
}

TEST_CASE_METHOD(Things, "transactions nest: the inner one joins the outer one")
{
    const auto outer = inTransaction(*db, [&]() -> Result<> {
        TRY(inTransaction(*db, [&] { return add(1, u"inner"_s); }));
        return failure(ErrorCode::StillDue);
    });
    CHECK_FALSE(outer);
    CHECK(selectInteger(*db, countThings).value() == 0);
    CHECK_FALSE(db->inTransaction());
}

TEST_CASE_METHOD(Things, "a COMMIT that fails undoes the transaction")
{
    failNthQueryForTest(2); // BEGIN, INSERT, COMMIT
    CHECK_FALSE(inTransaction(*db, [&] { return add(1, u"x"_s); }));
    CHECK(selectInteger(*db, countThings).value() == 0);
    REQUIRE(inTransaction(*db, [&] { return add(1, u"x"_s); }));
}

TEST_CASE_METHOD(Things, "an error of the engine has a code and names the statement")
{
    REQUIRE(add(1, u"x"_s));
    const auto again = add(1, u"x"_s);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::DatabaseFailed);
    CHECK(again.error().detail.contains(u"INSERT INTO thing"));
}
