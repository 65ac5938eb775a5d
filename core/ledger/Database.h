// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/PostgresqlAddress.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <functional>
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
    QString direct = {}; ///< The text, where the engine prepares no such statement: BEGIN.
    bool inUse = false;
};

namespace engine {
struct Address;
class Engine;
} // namespace engine

/// One connection to a ledger: a file of SQLite, or a schema of PostgreSQL. Stays on the thread that opened it. What is an engine's own
/// stands in its file, Engine….cpp.
class Database
{
public:
    /// DatabaseCorrupt, FolderReadOnly, DiskFull, TillMissing (read-only and no file), DatabaseFailed.
    static Result<std::unique_ptr<Database>> open(const QString &file, const DatabaseOptions &options = {});
    static Result<std::unique_ptr<Database>> openInMemory();
    /// DatabaseUnreachable: no server there, or it does not let us in. A connection that is lost later is opened again by the next
    /// statement outside a transaction; what was under way is DatabaseUnreachable.
    static Result<std::unique_ptr<Database>> open(const PostgresqlAddress &address);
    /// Another connection to the same ledger, to read it only. On a server its rows come one by one as from a file, so that nothing is too
    /// long for it; but no other statement may run on it while they are read.
    Result<std::unique_ptr<Database>> openReader() const;
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &file() const { return m_file; } ///< Empty: in memory, or on a server.
    const std::optional<PostgresqlAddress> &server() const { return m_server; }
    const engine::Engine &engine() const { return m_engine; }
    bool isReadOnly() const { return m_options.access == DatabaseOptions::Access::ReadOnly; }

    /// How many transactions were rolled back on this connection: what is remembered in memory must be read again when it moved.
    int rollbacks() const { return m_rollbacks; }
    bool inTransaction() const { return m_depth > 0; }
    bool commitsWait() const { return m_commitsWait; } ///< False while an UnsyncedCommits lives.
    /// Waits until the disk has all that was committed. Not within a transaction. DiskFull, DatabaseFailed.
    Result<> sync();
    /// When the transaction under way has committed, the engine's log of writes is emptied: pages as they were before stand in it (FIS-4).
    /// Somebody who reads may hinder it; then it happens as the log is used again.
    void emptyLogAtCommit() { m_emptiesLog = true; }

    /// Runs one text at once, unprepared and uncounted by failNthQueryForTest(): pragmas. `during`: what an error says was being done;
    /// empty: the text itself.
    Result<QVariant> pragma(const QString &sql, const QString &during = {});

    /// Calls `heard` on this thread, whose event loop runs, with what is announced anywhere in the database (Engine::announce()). On a
    /// server only. What was said while the connection was lost is not heard; rollbacks() moved then.
    Result<> listen(std::function<void(const QString &)> heard);
    /// Asks for nothing, so that a lost connection shows itself, and is opened again.
    Result<> ask();

    /// The Error for what the engine said: DatabaseBusy, DatabaseCorrupt, DatabaseUnreachable, DiskFull, FolderReadOnly, DatabaseFailed.
    /// `during` is for the log.
    Error error(const QSqlError &error, const QString &during);

    // For Query.cpp and inTransaction() only.
    /// What a transaction may do. Reading sees a still picture and keeps nobody out.
    enum class Purpose { Writing, Reading };
    Result<PreparedStatement *> prepared(const char *sql);
    Result<std::unique_ptr<PreparedStatement>> prepare(const QString &sql);
    Result<> begin(Purpose purpose = Purpose::Writing);
    Result<> commit();
    void rollback();
    /// A statement of the transaction failed: it cannot commit, and nothing more is run in it. The engine may have rolled back by itself
    /// already; a later statement would then be durable on its own.
    void doom(const Error &error);
    /// Before each statement: the error that doomed the transaction under way, if one did; outside of any, a lost connection is opened
    /// again first.
    Result<> usable();
    /// Whether the connection had been lost, nothing was under way on it, and it could be opened again: a read may be tried once more.
    bool revive();

private:
    friend class UnsyncedCommits;
    Database(QString file, DatabaseOptions options);
    Database(PostgresqlAddress server, DatabaseOptions options);
    Result<> applyCommitsWait();
    Result<> connect();
    Result<> connectTo(const engine::Address &address);
    Result<> reconnect();
    Result<> subscribe();
    bool hasRowsOpen() const;
    bool streamsRows() const;

    QString m_file;
    DatabaseOptions m_options;
    std::optional<PostgresqlAddress> m_server;
    const engine::Engine &m_engine;
    QString m_connection;
    QSqlDatabase m_db;
    std::unordered_map<const char *, std::unique_ptr<PreparedStatement>> m_statements;
    std::function<void(const QString &)> m_heard;
    bool m_lost = false; ///< The server is gone, or has forgotten us.
    int m_depth = 0;
    std::optional<Error> m_doom; ///< Why the transaction under way cannot commit.
    bool m_emptiesLog = false;
    int m_rollbacks = 0;
    bool m_commitsWait = true;
    bool m_commitsWaitApplied = true; ///< What the connection was told last.
};

/// While it lives, commits do not wait for the disk: they survive the end of the program, and a power cut once a later commit has waited or
/// sync() ran. For carts in the making, and for a ledger that is no till's yet: no fact is appended meanwhile (docs/decisions/0030). Not
/// within a transaction.
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
auto inTransaction(Database &db, Work &&work, Database::Purpose purpose = Database::Purpose::Writing) -> std::invoke_result_t<Work>
{
    TRY(db.begin(purpose));
    auto result = work();
    if (!result) {
        db.rollback();
        return result;
    }
    TRY(db.commit());
    return result;
}

/// Reads with `work` what was true at one instant; nobody waits for it. Within a transaction it joins that.
template <typename Work>
auto inStillPicture(Database &db, Work &&work) -> std::invoke_result_t<Work>
{
    return inTransaction(db, std::forward<Work>(work), Database::Purpose::Reading);
}

} // namespace guichet
