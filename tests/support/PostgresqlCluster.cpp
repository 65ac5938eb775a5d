// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PostgresqlCluster.h"

#include "tests/support/Catch.h"

#include <QCoreApplication>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<PostgresqlCluster> shared;

} // namespace

PostgresqlCluster::PostgresqlCluster()
{
    auto made = PostgresqlServer::make(PostgresqlServer::Durability::None);
    INFO(made);
    REQUIRE(made.has_value());
    m_server = std::move(*made);
}

PostgresqlCluster &PostgresqlCluster::ofThisProgram()
{
    if (!shared) {
        shared = std::make_unique<PostgresqlCluster>();
        qAddPostRoutine([] { shared.reset(); }); // before the application goes, which QProcess needs
    }
    return *shared;
}

void PostgresqlCluster::start()
{
    const Result<> started = m_server->start();
    INFO(started);
    REQUIRE(started.has_value());
}

PostgresqlAddress PostgresqlCluster::newDatabase()
{
    const Result<PostgresqlAddress> made = m_server->newDatabase();
    INFO(made);
    REQUIRE(made.has_value());
    return *made;
}

bool testsRunOnPostgresql()
{
    return qEnvironmentVariable("GUICHET_TEST_ENGINE") == u"postgresql";
}

std::unique_ptr<Database> emptyDatabase()
{
    static int schemas = 0;
    static std::optional<PostgresqlAddress> address;
    if (testsRunOnPostgresql() && !address)
        address = PostgresqlCluster::ofThisProgram().newDatabase();
    auto opened = address ? Database::open(address->withSchema(u"ledger%1"_s.arg(++schemas))) : Database::openInMemory();
    REQUIRE(opened);
    return std::move(*opened);
}

} // namespace guichet
