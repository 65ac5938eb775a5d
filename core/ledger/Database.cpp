// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Database.h"

#include "core/ledger/Query.h"

#include <QFileInfo>
#include <QUrl>
#include <QUuid>

/// What differs between the engines stands here: how a connection is opened, how a transaction begins, what an error number means.
namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql beginWriting = "BEGIN IMMEDIATE";
constexpr Sql beginReading = "BEGIN";
constexpr Sql commitAll = "COMMIT";

constexpr auto inMemoryName = ":memory:";

/// SQLite's primary result codes (sqlite.org/rescode.html).
ErrorCode codeOfSqlite(int native)
{
    switch (native & 0xff) {
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

struct NamedSql
{
    QString positional;
    std::vector<std::string> names;
};

/// `:name` → `?`, outside of quotes, so that values are bound by position. A name may come twice.
NamedSql resolveNames(const char *sql)
{
    const auto isName = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    NamedSql resolved;
    bool quoted = false;
    for (const char *at = sql; *at; ++at) {
        quoted ^= *at == '\'';
        if (quoted || *at != ':') {
            resolved.positional += QLatin1Char{*at};
            continue;
        }
        std::string name{":"};
        while (isName(at[1]))
            name += *++at;
        resolved.names.push_back(std::move(name));
        resolved.positional += u'?';
    }
    return resolved;
}

} // namespace

Error databaseError(const QSqlError &error, const QString &during)
{
    const ErrorCode code = codeOfSqlite(error.nativeErrorCode().toInt());
    return {code, u"%1: %2 (%3)"_s.arg(during.simplified().left(120), error.databaseText(), error.nativeErrorCode())};
}

Database::Database(QString file, DatabaseOptions options)
    : m_file{std::move(file)}, m_options{std::move(options)}, m_connection{QUuid::createUuid().toString(QUuid::WithoutBraces)}
{}

Database::~Database()
{
    m_statements.clear();
    m_db.close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, const DatabaseOptions &options)
{
    std::unique_ptr<Database> db{new Database{file, options}};
    if (db->isReadOnly() && !QFileInfo::exists(file))
        return failure(ErrorCode::TillMissing, u"no ledger at "_s + file);
    TRY(db->connect());
    return db;
}

Result<std::unique_ptr<Database>> Database::openInMemory()
{
    std::unique_ptr<Database> db{new Database{{}, {}}};
    TRY(db->connect());
    return db;
}

Result<> Database::connect()
{
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    auto connected = connectTo(isReadOnly() ? u"mode=ro"_s : u"mode=rwc"_s);
    // WAL needs to write beside the file even for reading; on read-only media nobody writes, and the file can be taken as it is.
    if (!connected && isReadOnly() && connected.error().code == ErrorCode::FolderReadOnly && !QFileInfo::exists(m_file + u"-wal"_s))
        connected = connectTo(u"mode=ro&immutable=1"_s);
    return connected;
}

Result<> Database::connectTo(const QString &uriOptions)
{
    m_db.close();
    QString name = QString::fromLatin1(inMemoryName);
    if (!m_file.isEmpty()) {
        name = QString::fromLatin1(QUrl::fromLocalFile(QFileInfo{m_file}.absoluteFilePath()).toEncoded()) + u'?' + uriOptions;
        if (!m_options.vfs.isEmpty())
            name += u"&vfs="_s + m_options.vfs;
    }
    m_db.setDatabaseName(name);
    m_db.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1%2"_s.arg(m_options.busyTimeoutMs)
                               .arg(isReadOnly() ? u";QSQLITE_OPEN_READONLY"_s : QString{}));
    if (!m_db.open())
        return std::unexpected(databaseError(m_db.lastError(), u"opening "_s + m_file));
    return applyPragmas();
}

Result<QVariant> Database::pragma(const QString &sql)
{
    QSqlQuery query{m_db};
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return std::unexpected(databaseError(query.lastError(), sql));
    return query.next() ? query.value(0) : QVariant{};
}

Result<> Database::applyPragmas()
{
    TRY(pragma(u"PRAGMA temp_store = MEMORY"_s));
    TRY(pragma(u"PRAGMA foreign_keys = ON"_s));
    TRY(pragma(u"PRAGMA cache_size = -16000"_s));
    TRY(pragma(u"SELECT COUNT(*) FROM sqlite_master"_s)); // reads the header: what is no ledger shows itself here
    if (isReadOnly() || m_options.mode == DatabaseOptions::Mode::Lock)
        return {};
    TRY(pragma(u"PRAGMA journal_mode = WAL"_s));
    TRY(pragma(m_options.synchronousFull ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = OFF"_s));
    TRY(pragma(u"BEGIN IMMEDIATE"_s)); // a folder that cannot be written shows itself here
    TRY(pragma(u"ROLLBACK"_s));
    return {};
}

Result<std::unique_ptr<PreparedStatement>> Database::prepare(const QString &sql)
{
    auto statement = std::make_unique<PreparedStatement>();
    statement->query = QSqlQuery{m_db};
    statement->query.setForwardOnly(true);
    if (!statement->query.prepare(sql))
        return std::unexpected(databaseError(statement->query.lastError(), sql));
    return statement;
}

Result<PreparedStatement *> Database::prepared(const char *sql)
{
    auto &kept = m_statements[sql];
    if (!kept) {
        auto resolved = resolveNames(sql);
        TRY_LET(statement, prepare(resolved.positional));
        statement->names = std::move(resolved.names);
        kept = std::move(statement);
    }
    return kept.get();
}

Result<> Database::begin()
{
    if (m_depth == 0) {
        TRY(runQuery(*this, isReadOnly() ? beginReading : beginWriting));
        m_doomed = false;
    }
    ++m_depth;
    return {};
}

Result<> Database::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    auto committed = m_doomed ? failure(ErrorCode::Internal, u"an inner transaction failed and was ignored"_s) : runQuery(*this, commitAll);
    if (!committed) {
        rollback();
        return committed;
    }
    m_depth = 0;
    return {};
}

void Database::rollback()
{
    ++m_rollbacks;
    m_doomed = true;
    if (--m_depth > 0)
        return;
    // After some errors the engine has rolled back already; then this has nothing to do and says so.
    const auto rolledBack = pragma(u"ROLLBACK"_s);
    Q_UNUSED(rolledBack);
}

} // namespace guichet
