// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/ledger/Query.h"

/// What differs between SQLite and PostgreSQL stands in EngineSqlite.cpp and EnginePostgresql.cpp; every other statement of this folder
/// keeps to what both understand (decisions 26), which tests/layers looks after (docs/decisions/0038).
namespace guichet::engine {

/// How Qt Sql opens a ledger.
struct Address
{
    QString driver;
    QString name;
    QString options;
    QString host = {};
    int port = -1;
    QString user = {};
};
/// `file` empty: in memory. `unchanging`: on media that nobody writes, so that nothing needs to be written beside the file for reading.
Address addressOf(const QString &file, const DatabaseOptions &options, bool unchanging = false);
Address addressOf(const PostgresqlAddress &server);

/// What one of the two does its own way. Without state: one object for all connections.
class Engine
{
public:
    Engine() = default;
    virtual ~Engine() = default;
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Sets up a connection that was opened just now; what is no ledger, and a folder that cannot be written, show themselves here.
    virtual Result<> prepareConnection(Database &db, const DatabaseOptions &options) const = 0;
    /// What an error means: DatabaseBusy, DatabaseCorrupt, DatabaseUnreachable, DiskFull, FolderReadOnly, else DatabaseFailed.
    virtual ErrorCode codeOf(const QSqlError &error) const = 0;
    /// Whether rows may come one by one while other statements run; else they are fetched whole.
    virtual bool streamsRows() const = 0;
    /// Whether this statement can be prepared.
    virtual bool prepares(const QString &sql) const = 0;

    virtual Sql beginReading() const = 0; ///< A transaction that sees a still picture.
    virtual Sql beginWriting() const = 0; ///< A transaction that keeps other writers out, from keepWritersOut() on.
    virtual Result<> keepWritersOut(Database &db) const = 0;
    /// Whether a commit waits until the disk has it. Not within a transaction.
    virtual Result<> setCommitsWait(Database &db, bool wait) const = 0;

    /// Leaves nothing in the log of writes, as far as nobody reads. Not within a transaction. Of a server it is the server's.
    virtual Result<> emptyLog(Database &db) const = 0;

    /// The folder of its migrations: `sqlite`, `postgresql`.
    virtual QString migrations() const = 0;
    /// Before the first migration: nobody else migrates until endMigrating(), whatever process it is in.
    virtual Result<> beginMigrating(Database &db) const = 0;
    virtual Result<> endMigrating(Database &db) const = 0;
    /// 0: nothing is there yet.
    virtual Result<int> schemaVersion(Database &db) const = 0;
    /// In the transaction of a migration.
    virtual Result<> setSchemaVersion(Database &db, int version) const = 0;

    /// Tells all who listen() on the same database, in whatever process. An engine of one process has nobody to tell.
    virtual Result<> announce(Database &db, const QString &what) const = 0;
};
const Engine &sqlite();
const Engine &postgresql();

inline Result<int> schemaVersion(Database &db)
{
    return db.engine().schemaVersion(db);
}
inline Result<> setSchemaVersion(Database &db, int version)
{
    return db.engine().setSchemaVersion(db, version);
}
/// The channel of announce().
inline constexpr auto announcements = "guichet_grown";

// Of files, so of SQLite alone.
/// Waits until the disk has all that was committed. Not within a transaction.
Result<> sync(Database &db);
/// Keeps everybody else out of the file until the connection closes.
Result<> lockWhole(Database &db);

enum class DamageCheck { Quick, Thorough };
/// What the engine itself finds wrong with its file; empty: nothing. Thorough: every page and every index.
Result<QString> damage(Database &db, DamageCheck check);
/// Copies the whole ledger as it is now into `file`: missing, or empty. Not within a transaction.
Result<> copyInto(Database &db, const QString &file);
/// Waits until the disk has a copy that nobody has open, and the names in its folder: a power cut must not leave an empty file where the
/// only backup was.
Result<> flushCopy(const QString &file);
/// Makes the ledger one whole file on disk, so that it can be moved.
Result<> joinParts(Database &db);
/// The same, and keeps no log of writes beside it any more: opening it begins a new one. DatabaseBusy: somebody else has it open. Not
/// within a transaction.
Result<> joinAlone(Database &db);
/// The names of the files that belong together: they move together.
QStringList partsOf(const QString &file);

// Of schemas, so of PostgreSQL alone: of any in the database that `db` is connected to.
Result<> dropSchema(Database &db, const QString &schema);
/// NotFound: there is none.
Result<> renameSchema(Database &db, const QString &from, const QString &to);
/// How many other connections of our programs the database has.
Result<qint64> otherConnections(Database &db);

} // namespace guichet::engine
