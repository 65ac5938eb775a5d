// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace guichet {

/// How a ledger file is opened.
struct DatabaseOptions
{
    enum class Access {
        ReadWrite,
        ReadOnly
    }; ///< ReadOnly: verify, export, backup beside a running till (decisions 17); creates and changes nothing.
    Access access = Access::ReadWrite;
    enum class Mode { Ledger, Lock }; ///< Lock: FolderLock's file, without WAL.
    Mode mode = Mode::Ledger;
    int busyTimeoutMs = 250;
    QString vfs = {};            ///< Another SQLite VFS, for tests; empty: the system's.
    bool synchronousFull = true; ///< Off only to show that the power-cut test sees it (decisions 31).
};

/// A statement kept prepared, with the `:names` of its values.
struct PreparedStatement
{
    struct Name
    {
        std::string text;
        /// The same as Qt wants it: made once, and quicker to bind than a position, of which Qt makes a name each time.
        QString placeholder;
    };
    QSqlQuery query;
    std::vector<Name> names;
    bool inUse = false;
};

namespace engine {
struct Address;
}

/// The Error for what the engine said: DatabaseBusy, DatabaseCorrupt, DiskFull, FolderReadOnly, DatabaseFailed. `during` is for the log.
Error databaseError(const QSqlError &error, const QString &during);

/// One connection to a ledger. Stays on the thread that opened it. What is the engine's own stands in Engine.cpp.
class Database
{
public:
    /// DatabaseCorrupt, FolderReadOnly, DiskFull, TillMissing (read-only and no file), DatabaseFailed.
    static Result<std::unique_ptr<Database>> open(const QString &file, const DatabaseOptions &options = {});
    static Result<std::unique_ptr<Database>> openInMemory();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &file() const { return m_file; } ///< Empty: in memory.
    bool isReadOnly() const { return m_options.access == DatabaseOptions::Access::ReadOnly; }

    /// How many transactions were rolled back on this connection: what is remembered in memory must be read again when it moved.
    int rollbacks() const { return m_rollbacks; }
    bool inTransaction() const { return m_depth > 0; }
    bool commitsWait() const { return m_commitsWait; } ///< False while an UnsyncedCommits lives.
    /// Waits until the disk has all that was committed. Not within a transaction. DiskFull, DatabaseFailed.
    Result<> sync();

    /// Runs one text at once, unprepared and uncounted by failNthQueryForTest(): pragmas. `during`: what an error says was being done;
    /// empty: the text itself.
    Result<QVariant> pragma(const QString &sql, const QString &during = {});

    // For Query.cpp and inTransaction() only.
    Result<PreparedStatement *> prepared(const char *sql);
    Result<std::unique_ptr<PreparedStatement>> prepare(const QString &sql);
    Result<> begin();
    Result<> commit();
    void rollback();
    /// A statement of the transaction failed: it cannot commit, and nothing more is run in it. The engine may have rolled back by itself
    /// already; a later statement would then be durable on its own.
    void doom(const Error &error);
    /// The error that doomed the transaction under way, if one did.
    Result<> usable() const;

private:
    friend class UnsyncedCommits;
    Database(QString file, DatabaseOptions options);
    Result<> applyCommitsWait();
    Result<> connect();
    Result<> connectTo(const engine::Address &address);

    QString m_file;
    DatabaseOptions m_options;
    QString m_connection;
    QSqlDatabase m_db;
    std::unordered_map<const char *, std::unique_ptr<PreparedStatement>> m_statements;
    int m_depth = 0;
    std::optional<Error> m_doom; ///< Why the transaction under way cannot commit.
    int m_rollbacks = 0;
    bool m_commitsWait = true;
    bool m_commitsWaitApplied = true; ///< What the connection was told last.
};

/// While it lives, commits do not wait for the disk: they survive the end of the program, and a power cut once a later commit has waited or
/// sync() ran. For carts in the making only: no fact is appended meanwhile (docs/decisions/0030). Not within a transaction.
class UnsyncedCommits
{
public:
    explicit UnsyncedCommits(Database &db) : m_db{db} { m_db.m_commitsWait = false; }
    ~UnsyncedCommits() { m_db.m_commitsWait = true; }
    UnsyncedCommits(const UnsyncedCommits &) = delete;
    UnsyncedCommits &operator=(const UnsyncedCommits &) = delete;

private:
    Database &m_db;
};

/// Runs `work` (→ Result<…>) in one transaction: all or nothing. Nests: an inner one joins the outer one, and its failure dooms it.
template <typename Work>
auto inTransaction(Database &db, Work &&work) -> std::invoke_result_t<Work>
{
    TRY(db.begin());
    auto result = work();
    if (!result) {
        db.rollback();
        return result;
    }
    TRY(db.commit());
    return result;
}

} // namespace guichet
