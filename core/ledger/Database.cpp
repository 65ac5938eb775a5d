// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Database.h"

#include "core/ledger/Engine.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QUuid>
#include <algorithm>
#include <utility>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql commitAll = "COMMIT";
constexpr Sql selectNothing = "SELECT 1";

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

Database::Database(QString file, DatabaseOptions options)
    : m_file{std::move(file)}, m_options{std::move(options)}, m_engine{engine::sqlite()},
      m_connection{QUuid::createUuid().toString(QUuid::WithoutBraces)}
{}

Database::Database(PostgresqlAddress server, DatabaseOptions options)
    : m_options{std::move(options)}, m_server{std::move(server)}, m_engine{engine::postgresql()},
      m_connection{QUuid::createUuid().toString(QUuid::WithoutBraces)}
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
    std::unique_ptr<Database> db{new Database{QString{}, {}}};
    TRY(db->connect());
    return db;
}

Result<std::unique_ptr<Database>> Database::open(const PostgresqlAddress &address)
{
    std::unique_ptr<Database> db{new Database{address, {}}};
    TRY(db->connect());
    return db;
}

Result<std::unique_ptr<Database>> Database::openReader() const
{
    const DatabaseOptions reading{.access = DatabaseOptions::Access::ReadOnly};
    if (!m_server)
        return open(m_file, reading);
    std::unique_ptr<Database> db{new Database{*m_server, reading}};
    TRY(db->connect());
    return db;
}

bool Database::streamsRows() const
{
    return m_engine.streamsRows() || isReadOnly();
}

Error Database::error(const QSqlError &error, const QString &during)
{
    const ErrorCode code = m_engine.codeOf(error);
    m_lost = m_lost || code == ErrorCode::DatabaseUnreachable;
    const QString said = error.databaseText().section(u"\nDETAIL:"_s, 0, 0); // that names values, of persons too
    return {code, u"%1: %2 (%3)"_s.arg(during.simplified().left(120), said.simplified(), error.nativeErrorCode())};
}

Result<> Database::connect()
{
    const engine::Address address = m_server ? engine::addressOf(*m_server) : engine::addressOf(m_file, m_options);
    m_db = QSqlDatabase::addDatabase(address.driver, m_connection);
    auto connected = connectTo(address);
    if (m_server)
        return connected;
    // Reading needs to write beside the file; on read-only media nobody writes, and the file can be taken as it is.
    if (!connected && isReadOnly() && connected.error().code == ErrorCode::FolderReadOnly && !QFileInfo::exists(engine::partsOf(m_file)[1]))
        connected = connectTo(engine::addressOf(m_file, m_options, true));
    return connected;
}

Result<> Database::connectTo(const engine::Address &address)
{
    m_db.close();
    m_db.setDatabaseName(address.name);
    m_db.setHostName(address.host);
    m_db.setPort(address.port);
    m_db.setUserName(address.user);
    m_db.setConnectOptions(address.options);
    if (!m_db.open())
        return std::unexpected(error(m_db.lastError(), u"opening "_s + (m_server ? m_server->text() : m_file)));
    m_lost = false;
    return m_engine.prepareConnection(*this, m_options);
}

bool Database::hasRowsOpen() const
{
    return std::ranges::any_of(m_statements, [](const auto &kept) { return kept.second && kept.second->inUse; });
}

/// What was prepared and what was remembered of the database went with the connection.
Result<> Database::reconnect()
{
    if (hasRowsOpen())
        return failure(ErrorCode::DatabaseUnreachable, u"the connection was lost while rows were read"_s);
    m_statements.clear();
    m_commitsWaitApplied = true;
    ++m_rollbacks;
    TRY(connectTo(engine::addressOf(*m_server)));
    return m_heard ? subscribe() : Result<>{};
}

Result<> Database::subscribe()
{
    if (!m_db.driver()->subscribeToNotification(QString::fromLatin1(engine::announcements)))
        return std::unexpected(error(m_db.driver()->lastError(), u"listening"_s));
    return {};
}

Result<> Database::listen(std::function<void(const QString &)> heard)
{
    m_heard = std::move(heard);
    QObject::connect(m_db.driver(), &QSqlDriver::notification, m_db.driver(),
                     [this](const QString &, QSqlDriver::NotificationSource, const QVariant &what) { m_heard(what.toString()); });
    return subscribe();
}

Result<> Database::ask()
{
    TRY(selectInteger(*this, selectNothing));
    return {};
}

bool Database::revive()
{
    return m_lost && m_depth == 0 && reconnect().has_value();
}

Result<QVariant> Database::pragma(const QString &sql, const QString &during)
{
    QSqlQuery query{m_db};
    query.setForwardOnly(streamsRows());
    if (!query.exec(sql))
        return std::unexpected(error(query.lastError(), during.isEmpty() ? sql : during));
    return query.next() ? query.value(0) : QVariant{};
}

Result<std::unique_ptr<PreparedStatement>> Database::prepare(const QString &sql)
{
    auto statement = std::make_unique<PreparedStatement>();
    statement->query = QSqlQuery{m_db};
    statement->query.setForwardOnly(streamsRows());
    if (!m_engine.prepares(sql))
        statement->direct = sql;
    else if (!statement->query.prepare(sql))
        return std::unexpected(error(statement->query.lastError(), sql));
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
    TRY(m_engine.setCommitsWait(*this, m_commitsWait));
    m_commitsWaitApplied = m_commitsWait;
    return {};
}

Result<> Database::sync()
{
    return engine::sync(*this);
}

Result<> Database::begin(Purpose purpose)
{
    if (m_depth == 0) {
        const bool reads = purpose == Purpose::Reading || isReadOnly();
        const Sql words = reads ? m_engine.beginReading() : m_engine.beginWriting();
        TRY(applyCommitsWait());
        auto begun = runQuery(*this, words);
        if (!begun && revive()) // nothing was under way
            begun = runQuery(*this, words);
        TRY(begun);
        m_doom.reset();
        if (const auto alone = reads ? Result<>{} : m_engine.keepWritersOut(*this); !alone) {
            m_depth = 1;
            rollback();
            return alone;
        }
    }
    ++m_depth;
    return {};
}

void Database::doom(const Error &error)
{
    if (m_depth > 0 && !m_doom)
        m_doom = error;
}

Result<> Database::usable()
{
    if (m_depth > 0 && m_doom)
        return std::unexpected(*m_doom);
    if (m_depth == 0 && m_lost)
        return reconnect();
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
    if (std::exchange(m_emptiesLog, false)) {
        const auto emptied = m_engine.emptyLog(*this); // what was committed stands, whatever this says
        Q_UNUSED(emptied);
    }
    return {};
}

void Database::rollback()
{
    ++m_rollbacks;
    doom({ErrorCode::Internal, u"an inner transaction failed and was ignored"_s});
    if (--m_depth > 0)
        return;
    m_emptiesLog = false;
    // After some errors the engine has rolled back already; then this has nothing to do and says so.
    const auto rolledBack = pragma(u"ROLLBACK"_s);
    Q_UNUSED(rolledBack);
}

} // namespace guichet
