// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"

#include <QProcess>
#include <QTemporaryDir>

namespace guichet {

/// A PostgreSQL of a program's own: a cluster in a temporary folder, heard on a socket in it alone. It ends with the object, and with the
/// program however that ends. As root it runs as the user `postgres`, which it asks for.
class PostgresqlServer
{
public:
    enum class Durability {
        None, ///< Nothing waits for the disk: for tests, which lose nothing that they would miss.
        Full  ///< As a server is set up by default: for what is measured.
    };
    /// A running one. NotFound: its programs, or its driver for Qt, are not installed; FileFailed, DatabaseUnreachable: it does not start
    /// (the detail says what it said).
    static Result<std::unique_ptr<PostgresqlServer>> make(Durability durability);
    ~PostgresqlServer();
    PostgresqlServer(const PostgresqlServer &) = delete;
    PostgresqlServer &operator=(const PostgresqlServer &) = delete;

    /// A database with nothing in it.
    Result<PostgresqlAddress> newDatabase();
    /// Ends who is still connected to it. Each takes some MB.
    void dropDatabase(const PostgresqlAddress &address);
    Result<> start();
    /// As an administrator stops it: what is under way is broken off.
    void stop();

private:
    explicit PostgresqlServer(Durability durability) : m_durability{durability} {}
    Result<> makeCluster();
    PostgresqlAddress addressOf(const QString &database) const;

    Durability m_durability;
    QString m_programs; ///< Their folder.
    QTemporaryDir m_folder;
    QProcess m_server;
    int m_databases = 0;
};

} // namespace guichet
