// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Engine.h"
#include "core/ledger/Migrator.h"
#include "tests/support/Catch.h"
#include "tests/support/PostgresqlCluster.h"
#include "tests/support/Schemas.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Database> ledgerOnSqlite()
{
    auto db = Database::openInMemory();
    REQUIRE(db);
    REQUIRE(migrate(**db));
    return std::move(*db);
}

std::unique_ptr<Database> ledgerOnPostgresql()
{
    auto db = Database::open(PostgresqlCluster::ofThisProgram().newDatabase().withSchema(u"account_roches-brunes"_s));
    REQUIRE(db);
    REQUIRE(migrate(**db));
    return std::move(*db);
}

} // namespace

TEST_CASE("a migration of SQLite has one for PostgreSQL: a file of its number in resources/migrations/postgresql")
{
    CHECK(newestSchema() > 10); // the files are there
    CHECK(withoutPostgresql(u":/migrations/sqlite"_s, u":/migrations/postgresql"_s).isEmpty());
}

TEST_CASE("a ledger has the same tables, columns and indexes on both engines")
{
    const auto sqlite = ledgerOnSqlite();
    const auto postgresql = ledgerOnPostgresql();
    CHECK(columnsIn(*sqlite).size() > 300);
    CHECK(differences(columnsIn(*sqlite), columnsIn(*postgresql)).isEmpty());
    CHECK(differences(indexesIn(*sqlite), indexesIn(*postgresql)).isEmpty());
    CHECK(engine::schemaVersion(*sqlite).value() == engine::schemaVersion(*postgresql).value());
}

TEST_CASE("texts sort by their bytes on PostgreSQL, whatever the database was made with")
{
    const auto db = ledgerOnPostgresql();
    const auto others = db->pragma(u"SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = current_schema() "
                                   "AND data_type = 'text' AND COALESCE(collation_name, '') <> 'C'"_s);
    REQUIRE(others);
    CHECK(others->toInt() == 0);
}
