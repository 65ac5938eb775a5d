// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Engine.h"

#include <QFileInfo>
#include <QUrl>

namespace guichet::engine {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &file, const DatabaseOptions &options, bool unchanging)
{
    if (file.isEmpty())
        return u":memory:"_s;
    const bool readOnly = options.access == DatabaseOptions::Access::ReadOnly;
    QString name = QString::fromLatin1(QUrl::fromLocalFile(QFileInfo{file}.absoluteFilePath()).toEncoded());
    name += readOnly ? u"?mode=ro"_s : u"?mode=rwc"_s;
    if (unchanging)
        name += u"&immutable=1"_s;
    return options.vfs.isEmpty() ? name : name + u"&vfs="_s + options.vfs;
}

} // namespace

Address addressOf(const QString &file, const DatabaseOptions &options, bool unchanging)
{
    const bool readOnly = options.access == DatabaseOptions::Access::ReadOnly;
    return {.driver = u"QSQLITE"_s,
            .name = nameOf(file, options, unchanging),
            .options = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1%2"_s.arg(options.busyTimeoutMs)
                           .arg(readOnly ? u";QSQLITE_OPEN_READONLY"_s : QString{})};
}

namespace {

class Sqlite final : public Engine
{
public:
    Result<> prepareConnection(Database &db, const DatabaseOptions &options) const override;
    ErrorCode codeOf(const QSqlError &error) const override;
    bool streamsRows() const override { return true; }
    bool prepares(const QString &) const override { return true; }
    Sql beginReading() const override { return "BEGIN"; }
    Sql beginWriting() const override { return "BEGIN IMMEDIATE"; }
    Result<> keepWritersOut(Database &) const override { return {}; }
    Result<> setCommitsWait(Database &db, bool wait) const override;
    Result<> emptyLog(Database &db) const override { return joinParts(db); }
    QString migrations() const override { return u"sqlite"_s; }
    Result<> beginMigrating(Database &) const override { return {}; } // a ledger has one program (FolderLock)
    Result<> endMigrating(Database &) const override { return {}; }
    Result<int> schemaVersion(Database &db) const override;
    Result<> setSchemaVersion(Database &db, int version) const override;
    Result<> announce(Database &, const QString &) const override { return {}; }
};

Result<> Sqlite::prepareConnection(Database &db, const DatabaseOptions &options) const
{
    // Whichever reads the file first would be blamed for what the file is.
    const auto prepare = [&db, during = u"opening "_s + db.file()](const QString &sql) { return db.pragma(sql, during); };
    TRY(prepare(u"PRAGMA temp_store = MEMORY"_s));
    TRY(prepare(u"PRAGMA cache_size = -16000"_s));
    TRY(prepare(u"SELECT COUNT(*) FROM sqlite_master"_s)); // reads the header: what is no ledger shows itself here
    if (options.access == DatabaseOptions::Access::ReadOnly || options.mode == DatabaseOptions::Mode::Lock)
        return {};
    TRY(prepare(u"PRAGMA secure_delete = ON"_s)); // who is erased does not go on in free pages (FIS-4); some builds leave it off
    TRY(prepare(u"PRAGMA journal_mode = WAL"_s));
    TRY(prepare(options.synchronousFull ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = OFF"_s));
    TRY(prepare(u"BEGIN IMMEDIATE"_s)); // a folder that cannot be written shows itself here
    TRY(prepare(u"ROLLBACK"_s));
    return {};
}

/// SQLite's primary result codes (sqlite.org/rescode.html).
ErrorCode Sqlite::codeOf(const QSqlError &error) const
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 1: // ERROR: our statements are right, so a table or column that is not there was lost
        return error.databaseText().startsWith(u"no such "_s) ? ErrorCode::DatabaseCorrupt : ErrorCode::DatabaseFailed;
    case 5: // BUSY
    case 6: // LOCKED
        return ErrorCode::DatabaseBusy;
    case 8:  // READONLY
    case 14: // CANTOPEN
    case 23: // AUTH
        return ErrorCode::FolderReadOnly;
    case 11: // CORRUPT
    case 26: // NOTADB
        return ErrorCode::DatabaseCorrupt;
    case 13: // FULL
        return ErrorCode::DiskFull;
    default: return ErrorCode::DatabaseFailed;
    }
}

Result<> Sqlite::setCommitsWait(Database &db, bool wait) const
{
    TRY(db.pragma(wait ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s));
    return {};
}

Result<int> Sqlite::schemaVersion(Database &db) const
{
    TRY_LET(version, db.pragma(u"PRAGMA user_version"_s));
    return version.toInt();
}

Result<> Sqlite::setSchemaVersion(Database &db, int version) const
{
    return runText(db, u"PRAGMA user_version = %1"_s.arg(version));
}

} // namespace

const Engine &sqlite()
{
    static const Sqlite engine;
    return engine;
}

/// The log of writes is one file: a commit that waits for it has waited for all before.
Result<> sync(Database &db)
{
    return inTransaction(db, [&]() -> Result<> {
        TRY_LET(version, schemaVersion(db));
        return setSchemaVersion(db, version);
    });
}

Result<> lockWhole(Database &db)
{
    TRY(db.pragma(u"BEGIN EXCLUSIVE"_s));
    return {};
}

Result<QString> damage(Database &db, DamageCheck check)
{
    const bool thorough = check == DamageCheck::Thorough;
    TRY_LET(finding, db.pragma(thorough ? u"PRAGMA integrity_check(1)"_s : u"PRAGMA quick_check(1)"_s));
    return finding.toString() == u"ok"_s ? QString{} : finding.toString();
}

Result<> copyInto(Database &db, const QString &file)
{
    return runText(db, u"VACUUM INTO ?"_s, {file});
}

/// Without a log of writes a commit syncs the folder, for the name of the journal that undoes it, and the whole file.
Result<> flushCopy(const QString &file)
{
    TRY_LET(copy, Database::open(file, {.mode = DatabaseOptions::Mode::Lock}));
    TRY(copy->pragma(u"PRAGMA synchronous = EXTRA"_s));
    return sync(*copy);
}

Result<> joinParts(Database &db)
{
    TRY(db.pragma(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    return {};
}

Result<> joinAlone(Database &db)
{
    TRY(db.pragma(u"PRAGMA journal_mode = DELETE"_s));
    return {};
}

QStringList partsOf(const QString &file)
{
    return {file, file + u"-wal"_s, file + u"-shm"_s};
}

} // namespace guichet::engine
