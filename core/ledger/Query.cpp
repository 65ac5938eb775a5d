// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Query.h"

#include <QSqlRecord>
#include <cstring>
#include <span>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

thread_local int failAfter = -1;

/// Before every statement: one that a test makes fail fails, and in a transaction that failed before nothing is run.
Result<> checkUsable(Database &db, const char *sql)
{
    TRY(db.usable());
    if (failAfter < 0 || failAfter-- > 0)
        return {};
    const Error error{ErrorCode::DatabaseFailed, u"made to fail by a test: "_s + QString::fromLatin1(sql)};
    db.doom(error);
    return std::unexpected(error);
}

/// Whatever fails in a transaction dooms it, whether its caller looks at the error or not.
template <typename T>
Result<T> dooming(Database &db, Result<T> result)
{
    if (!result)
        db.doom(result.error());
    return result;
}

/// The value for `name`; usually the bindings stand in the order of the statement, so `hint` is right.
const QVariant *valueFor(const std::string &name, std::span<const Binding> bindings, size_t hint)
{
    if (hint < bindings.size() && name == bindings[hint].name())
        return &bindings[hint].value();
    for (const Binding &binding : bindings)
        if (name == binding.name())
            return &binding.value();
    return nullptr;
}

Result<> bindAll(PreparedStatement &statement, std::span<const Binding> bindings)
{
    for (size_t position = 0; position < statement.names.size(); ++position) {
        const PreparedStatement::Name &name = statement.names[position];
        const QVariant *value = valueFor(name.text, bindings, position);
        if (!value)
            return failure(ErrorCode::Internal, u"no value for "_s + name.placeholder);
        statement.query.bindValue(name.placeholder, *value);
    }
    return {};
}

Result<> execute(Database &db, PreparedStatement &statement, const QString &text = {})
{
    if (statement.direct.isEmpty() ? statement.query.exec() : statement.query.exec(statement.direct))
        return {};
    const QSqlError error = statement.query.lastError();
    statement.query.finish();
    return std::unexpected(db.error(error, text.isEmpty() ? statement.query.lastQuery() : text));
}

/// The kept statement; a fresh one in `spare` when the kept one is in use (a query within its own loop).
Result<PreparedStatement *> statementFor(Database &db, Sql sql, std::unique_ptr<PreparedStatement> &spare)
{
    TRY_LET(kept, db.prepared(sql.text()));
    if (!kept->inUse)
        return kept;
    TRY_LET(fresh, db.prepare(QString::fromLatin1(sql.text())));
    fresh->names = kept->names;
    spare = std::move(fresh);
    return spare.get();
}

Result<int> runPrepared(Database &db, Sql sql, Bindings bindings)
{
    std::unique_ptr<PreparedStatement> spare;
    TRY_LET(statement, statementFor(db, sql, spare));
    TRY(bindAll(*statement, {bindings.begin(), bindings.size()}));
    TRY(execute(db, *statement));
    const int changed = statement->query.numRowsAffected();
    statement->query.finish();
    return changed;
}

Result<int> runStatement(Database &db, Sql sql, Bindings bindings)
{
    TRY(checkUsable(db, sql.text()));
    return dooming(db, runPrepared(db, sql, bindings));
}

} // namespace

void failNthQueryForTest(int n)
{
    failAfter = n;
}

bool isQueryFailurePending()
{
    return failAfter >= 0;
}

Binding::Binding(const char *name, const QString &value) : m_name{name}, m_value{value.isNull() ? QString{u""_s} : value} {}

Binding::Binding(const char *name, const QByteArray &value) : m_name{name}, m_value{value.isNull() ? QByteArray{""} : value} {}

Binding::Binding(const char *name, QDate value) : m_name{name}, m_value{value.isValid() ? value.toString(Qt::ISODate) : QString{u""_s}} {}

Binding::Binding(const char *name, const QDateTime &value) : m_name{name}, m_value{value.isValid() ? toRfc3339(value) : QString{u""_s}} {}

int Row::columns() const
{
    return m_query.record().count();
}

QStringList Row::names() const
{
    const QSqlRecord record = m_query.record();
    QStringList names;
    for (int column = 0; column < record.count(); ++column)
        names.append(record.fieldName(column));
    return names;
}

Rows::Rows(Rows &&other) noexcept
    : m_db{other.m_db}, m_statement{std::exchange(other.m_statement, nullptr)}, m_owned{std::move(other.m_owned)}
{}

Rows::~Rows()
{
    if (!m_statement)
        return;
    m_statement->query.finish();
    m_statement->inUse = false;
}

bool Rows::next()
{
    if (m_statement->query.next())
        return true;
    if (const auto ended = finish(); !ended)
        m_db.doom(ended.error());
    return false;
}

Result<> Rows::finish()
{
    const QSqlError error = m_statement->query.lastError();
    if (error.isValid())
        return std::unexpected(m_db.error(error, m_statement->query.lastQuery()));
    return {};
}

Result<> Rows::start(Sql sql, Bindings bindings)
{
    TRY_LET(statement, statementFor(m_db, sql, m_owned));
    TRY(bindAll(*statement, {bindings.begin(), bindings.size()}));
    TRY(execute(m_db, *statement));
    statement->inUse = true;
    m_statement = statement;
    return {};
}

Result<> Rows::start(const QString &sql, const QVariantList &values)
{
    TRY_LET(statement, m_db.prepare(sql));
    for (int position = 0; position < values.size(); ++position)
        statement->query.bindValue(position, values[position]);
    TRY(execute(m_db, *statement, sql));
    m_owned = std::move(statement);
    m_statement = m_owned.get();
    return {};
}

Result<> runQuery(Database &db, Sql sql, Bindings bindings)
{
    TRY(runStatement(db, sql, bindings));
    return {};
}

Result<int> runQueryCounting(Database &db, Sql sql, Bindings bindings)
{
    return runStatement(db, sql, bindings);
}

Result<Rows> selectRows(Database &db, Sql sql, Bindings bindings)
{
    TRY(checkUsable(db, sql.text()));
    Rows rows{db};
    auto started = rows.start(sql, bindings);
    if (!started && db.revive())
        started = rows.start(sql, bindings);
    TRY(dooming(db, started));
    return rows;
}

Result<Rows> selectRowsOf(Database &db, const QString &sql, const QVariantList &values)
{
    TRY(checkUsable(db, "a text made at run time"));
    Rows rows{db};
    TRY(dooming(db, rows.start(sql, values)));
    return rows;
}

Result<> runText(Database &db, const QString &sql, const QVariantList &values)
{
    TRY(selectRowsOf(db, sql, values));
    return {};
}

Result<qint64> selectInteger(Database &db, Sql sql, Bindings bindings)
{
    TRY_LET(value, firstRow(db, sql, bindings, [](const Row &row) { return row.integer(0); }));
    return value.value_or(0);
}

Result<QString> selectText(Database &db, Sql sql, Bindings bindings)
{
    TRY_LET(value, firstRow(db, sql, bindings, [](const Row &row) { return row.text(0); }));
    return value.value_or(QString{});
}

} // namespace guichet
