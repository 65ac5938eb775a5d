// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/PostgresqlServer.h"

namespace guichet {

/// The PostgreSQL of a test program: what fails in it fails the test.
class PostgresqlCluster
{
public:
    PostgresqlCluster();

    /// That of this program: made by who asks first.
    static PostgresqlCluster &ofThisProgram();

    /// A database with nothing in it.
    PostgresqlAddress newDatabase();
    /// Ends who is still connected to it. Each takes some MB.
    void dropDatabase(const PostgresqlAddress &address) { m_server->dropDatabase(address); }
    void start();
    /// As an administrator stops it: what is under way is broken off.
    void stop() { m_server->stop(); }

private:
    std::unique_ptr<PostgresqlServer> m_server;
};

/// Whether the tests run on PostgreSQL (GUICHET_TEST_ENGINE=postgresql, which ctest sets for `…_postgresql`).
bool testsRunOnPostgresql();
/// A ledger with nothing in it, not even a schema: in memory, or on the cluster of this program.
std::unique_ptr<Database> emptyDatabase();

} // namespace guichet
