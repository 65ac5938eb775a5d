// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Engine.h"

namespace guichet::engine {

using namespace Qt::StringLiterals;

namespace {

/// Of all migrations of one database: which number is of no matter, only that it is the same in every process.
constexpr qint64 migrationLock = 0x67756963686574;

/// To the channel `announcements`.
constexpr Sql notify = "SELECT pg_notify('guichet_grown', :what)";

class Postgresql final : public Engine
{
public:
    Result<> prepareConnection(Database &db, const DatabaseOptions &options) const override;
    ErrorCode codeOf(const QSqlError &error) const override;
    bool streamsRows() const override { return false; } // another statement would end those of the first
    bool prepares(const QString &sql) const override;
    Sql beginReading() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }
    Sql beginWriting() const override { return "BEGIN"; }
    Result<> keepWritersOut(Database &db) const override;
    Result<> setCommitsWait(Database &db, bool wait) const override;
    Result<> emptyLog(Database &) const override { return {}; }
    QString migrations() const override { return u"postgresql"_s; }
    Result<> beginMigrating(Database &db) const override;
    Result<> endMigrating(Database &db) const override;
    Result<int> schemaVersion(Database &db) const override;
    Result<> setSchemaVersion(Database &db, int version) const override;
    Result<> announce(Database &db, const QString &what) const override;
};

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

/// How long one waits for another's transaction: a request that waits longer is answered that it come again.
constexpr auto waitForLocks = "SET lock_timeout = '10s'";

/// Bytes, times and quotes as the statements mean them, whatever the role or the database was set to. A client that is gone without a
/// word keeps no row locked; who only reads locks none, and may take its time. Before the first migration the schema is not there yet: then
/// nothing is found, which is right.
Result<> Postgresql::prepareConnection(Database &db, const DatabaseOptions &) const
{
    const QString longestPause = db.isReadOnly() ? u"15min"_s : u"60s"_s;
    for (const QString &sql :
         {u"SET search_path TO "_s + quotedName(db.server()->schema), u"SET standard_conforming_strings = on"_s,
          u"SET bytea_output = 'hex'"_s, u"SET default_transaction_isolation = 'read committed'"_s,
          u"SET idle_in_transaction_session_timeout = '%1'"_s.arg(longestPause), QString::fromLatin1(waitForLocks),
          u"SET client_min_messages = 'warning'"_s,
          db.isReadOnly() ? u"SET default_transaction_read_only = on"_s : u"SET default_transaction_read_only = off"_s})
        TRY(db.pragma(sql));
    return {};
}

/// SQLSTATE (postgresql.org/docs/15/errcodes-appendix.html). None: it was libpq that found nobody to speak with.
ErrorCode Postgresql::codeOf(const QSqlError &error) const
{
    const QString state = error.nativeErrorCode();
    if (state.isEmpty() || state.startsWith(u"08"_s) || state.startsWith(u"57P0"_s))
        return ErrorCode::DatabaseUnreachable;
    if (state == u"55P03" || state == u"40001" || state == u"40P01" || state == u"57014" || state == u"53300")
        return ErrorCode::DatabaseBusy; // lock, serialisation, deadlock, cancelled, too many connections
    if (state == u"53100")
        return ErrorCode::DiskFull;
    return state == u"XX001" || state == u"XX002" ? ErrorCode::DatabaseCorrupt : ErrorCode::DatabaseFailed;
}

bool Postgresql::prepares(const QString &sql) const
{
    const QString start = sql.trimmed().left(6).toUpper();
    return start == u"SELECT" || start == u"INSERT" || start == u"UPDATE" || start == u"DELETE" || start.startsWith(u"WITH "_s);
}

/// The one row of a ledger that everybody who writes locks first: what they write is in the order in which they are done, so a cursor skips
/// nothing. Other ledgers have rows of their own.
Result<> Postgresql::keepWritersOut(Database &db) const
{
    TRY(db.pragma(u"SELECT version FROM schema_version FOR UPDATE"_s));
    return {};
}

Result<> Postgresql::setCommitsWait(Database &db, bool wait) const
{
    TRY(db.pragma(wait ? u"SET synchronous_commit = on"_s : u"SET synchronous_commit = off"_s));
    return {};
}

Result<> Postgresql::beginMigrating(Database &db) const
{
    TRY(db.pragma(u"SET lock_timeout = 0"_s));
    TRY(db.pragma(u"SELECT pg_advisory_lock(%1)"_s.arg(migrationLock)));
    TRY(db.pragma(u"CREATE SCHEMA IF NOT EXISTS "_s + quotedName(db.server()->schema)));
    TRY(db.pragma(u"CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)"_s));
    TRY(db.pragma(u"INSERT INTO schema_version (version) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM schema_version)"_s));
    return {};
}

Result<> Postgresql::endMigrating(Database &db) const
{
    TRY(db.pragma(u"SELECT pg_advisory_unlock(%1)"_s.arg(migrationLock)));
    TRY(db.pragma(QString::fromLatin1(waitForLocks)));
    return {};
}

Result<int> Postgresql::schemaVersion(Database &db) const
{
    TRY_LET(table, db.pragma(u"SELECT CASE WHEN to_regclass('schema_version') IS NULL THEN 0 ELSE 1 END"_s));
    if (table.toInt() == 0)
        return 0;
    TRY_LET(version, db.pragma(u"SELECT version FROM schema_version"_s));
    return version.toInt();
}

Result<> Postgresql::setSchemaVersion(Database &db, int version) const
{
    return runText(db, u"UPDATE schema_version SET version = %1"_s.arg(version));
}

/// Outside a transaction: within one, all who announce would commit one after the other, through all ledgers.
Result<> Postgresql::announce(Database &db, const QString &what) const
{
    return runQuery(db, notify, {{":what", what}});
}

} // namespace

const Engine &postgresql()
{
    static const Postgresql engine;
    return engine;
}

Result<> dropSchema(Database &db, const QString &schema)
{
    TRY(db.pragma(u"DROP SCHEMA IF EXISTS %1 CASCADE"_s.arg(quotedName(schema))));
    return {};
}

namespace {

QString quotedText(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

/// Functions look into the schema in which they were made, by its name of then.
Result<> lookIntoSchema(Database &db, const QString &schema)
{
    const QString name = quotedText(schema);
    TRY(db.pragma(u"DO $$ DECLARE moved regprocedure; BEGIN FOR moved IN "
                  "SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
                  "WHERE n.nspname = %1 AND p.proconfig IS NOT NULL "
                  "LOOP EXECUTE format('ALTER FUNCTION %s SET search_path TO %I', moved, %1); END LOOP; END $$"_s.replace(u"%1"_s, name)));
    return {};
}

} // namespace

Result<> renameSchema(Database &db, const QString &from, const QString &to)
{
    TRY_LET(found, db.pragma(u"SELECT COUNT(*) FROM pg_namespace WHERE nspname = "_s + quotedText(from)));
    if (found.toInt() == 0)
        return failure(ErrorCode::NotFound, u"schema "_s + from);
    TRY(db.pragma(u"ALTER SCHEMA %1 RENAME TO %2"_s.arg(quotedName(from), quotedName(to))));
    return lookIntoSchema(db, to);
}

Result<qint64> otherConnections(Database &db)
{
    TRY_LET(count, db.pragma(u"SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
                             "AND application_name = 'guichet'"_s));
    return count.toLongLong();
}

Address addressOf(const PostgresqlAddress &server)
{
    return {.driver = u"QPSQL"_s,
            .name = server.database,
            .options = u"connect_timeout=5;tcp_user_timeout=20000;keepalives_idle=30;application_name=guichet"_s,
            .host = server.host,
            .port = server.port > 0 ? server.port : -1,
            .user = server.user};
}

} // namespace guichet::engine
