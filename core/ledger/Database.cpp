// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Database.h"

#include "core/ledger/Engine.h"

#include <QFileInfo>
#include <QUuid>
#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql commitAll = "COMMIT";

/// The `:names` of a statement, outside of quotes, each once.
std::vector<PreparedStatement::Name> namesIn(const char *sql)
{
    const auto isName = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    std::vector<PreparedStatement::Name> names;
    bool quoted = false;
    for (const char *at = sql; *at; ++at) {
        quoted ^= *at == '\'';
        if (quoted || *at != ':')
            continue;
        const char *from = at;
        while (isName(at[1]))
            ++at;
        const std::string name{from, at + 1};
        if (std::ranges::find(names, name, &PreparedStatement::Name::text) == names.end())
            names.push_back({.text = name, .placeholder = QString::fromStdString(name)});
    }
    return names;
}

} // namespace

Error databaseError(const QSqlError &error, const QString &during)
{
    const ErrorCode code = engine::codeOf(error);
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
    const engine::Address address = engine::addressOf(m_file, m_options);
    m_db = QSqlDatabase::addDatabase(address.driver, m_connection);
    auto connected = connectTo(address);
    // Reading needs to write beside the file; on read-only media nobody writes, and the file can be taken as it is.
    if (!connected && isReadOnly() && connected.error().code == ErrorCode::FolderReadOnly && !QFileInfo::exists(engine::partsOf(m_file)[1]))
        connected = connectTo(engine::addressOf(m_file, m_options, true));
    return connected;
}

Result<> Database::connectTo(const engine::Address &address)
{
    m_db.close();
    m_db.setDatabaseName(address.name);
    m_db.setConnectOptions(address.options);
    if (!m_db.open())
        return std::unexpected(databaseError(m_db.lastError(), u"opening "_s + m_file));
    return engine::prepareConnection(*this, m_options);
}

Result<QVariant> Database::pragma(const QString &sql, const QString &during)
{
    QSqlQuery query{m_db};
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return std::unexpected(databaseError(query.lastError(), during.isEmpty() ? sql : during));
    return query.next() ? query.value(0) : QVariant{};
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
        TRY_LET(statement, prepare(QString::fromLatin1(sql)));
        statement->names = namesIn(sql);
        kept = std::move(statement);
    }
    return kept.get();
}

/// Before a transaction begins: one that should wait for the disk and would not is not begun.
Result<> Database::applyCommitsWait()
{
    if (m_commitsWait == m_commitsWaitApplied || !m_options.synchronousFull)
        return {};
    TRY(engine::setCommitsWait(*this, m_commitsWait));
    m_commitsWaitApplied = m_commitsWait;
    return {};
}

Result<> Database::sync()
{
    return engine::sync(*this);
}

Result<> Database::begin()
{
    if (m_depth == 0) {
        TRY(applyCommitsWait());
        TRY(runQuery(*this, isReadOnly() ? engine::beginReading() : engine::beginWriting()));
        m_doom.reset();
    }
    ++m_depth;
    return {};
}

void Database::doom(const Error &error)
{
    if (m_depth > 0 && !m_doom)
        m_doom = error;
}

Result<> Database::usable() const
{
    if (m_depth > 0 && m_doom)
        return std::unexpected(*m_doom);
    return {};
}

Result<> Database::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    auto committed = runQuery(*this, commitAll);
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
    doom({ErrorCode::Internal, u"an inner transaction failed and was ignored"_s});
    if (--m_depth > 0)
        return;
    // After some errors the engine has rolled back already; then this has nothing to do and says so.
    const auto rolledBack = pragma(u"ROLLBACK"_s);
    Q_UNUSED(rolledBack);
}

} // namespace guichet
