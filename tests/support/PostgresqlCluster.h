// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"

#include <QProcess>
#include <QTemporaryDir>

namespace guichet {

/// A PostgreSQL of the tests' own: a cluster in a temporary folder, heard on a socket in it alone. It ends with the object, and with the
/// program however that ends. As root it runs as the user `postgres`, which it asks for.
class PostgresqlCluster
{
public:
    PostgresqlCluster();
    ~PostgresqlCluster();
    PostgresqlCluster(const PostgresqlCluster &) = delete;
    PostgresqlCluster &operator=(const PostgresqlCluster &) = delete;

    /// That of this program: made by who asks first.
    static PostgresqlCluster &ofThisProgram();

    /// A database with nothing in it.
    PostgresqlAddress newDatabase();
    /// Ends who is still connected to it. Each takes some MB.
    void dropDatabase(const PostgresqlAddress &address);
    void start();
    /// As an administrator stops it: what is under way is broken off.
    void stop();

private:
    PostgresqlAddress addressOf(const QString &database) const;

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_databases = 0;
};

/// Whether the tests run on PostgreSQL (GUICHET_TEST_ENGINE=postgresql, which ctest sets for `…_postgresql`).
bool testsRunOnPostgresql();
/// A ledger with nothing in it, not even a schema: in memory, or on the cluster of this program.
std::unique_ptr<Database> emptyDatabase();

} // namespace guichet
