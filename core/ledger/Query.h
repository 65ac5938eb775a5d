// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Id.h"
#include "core/ledger/Database.h"
#include "core/money/Money.h"

#include <QVariant>

/// A thin layer over Qt Sql: `runQuery(db, insertSale, {{":id", sale.id}, {":total_cents", sale.total}})`. The statements are `constexpr
/// Sql` at the top of their Store.
namespace guichet {

/// The text of a statement. Only literals: its address names the prepared statement, which is kept for the life of the connection.
class Sql
{
public:
    template <size_t N>
    consteval Sql(const char (&text)[N]) : m_text{text}
    {} // NOLINT(google-explicit-constructor): a literal is one
    constexpr const char *text() const { return m_text; }

private:
    const char *m_text;
};

/// A value for a `:name`. Null strings, dates and ids are bound as '' (decisions 26); only an empty optional is NULL.
class Binding
{
public:
    Binding(const char *name, const QString &value);
    Binding(const char *name, const QByteArray &value);
    Binding(const char *name, qint64 value) : m_name{name}, m_value{value} {}
    Binding(const char *name, int value) : m_name{name}, m_value{qint64{value}} {}
    Binding(const char *name, bool value) : m_name{name}, m_value{qint64{value ? 1 : 0}} {}
    Binding(const char *name, Money value) : m_name{name}, m_value{value.cents()} {}
    Binding(const char *name, QDate value);            ///< `YYYY-MM-DD`
    Binding(const char *name, const QDateTime &value); ///< toRfc3339()
    template <typename Entity>
    Binding(const char *name, const Id<Entity> &value) : Binding{name, value.toString()}
    {}
    template <typename T>
    Binding(const char *name, const std::optional<T> &value) : m_name{name}, m_value{value ? Binding{name, *value}.m_value : QVariant{}}
    {}
    Binding(const char *name, const char *) = delete;

    const char *name() const { return m_name; }
    const QVariant &value() const { return m_value; }

private:
    const char *m_name;
    QVariant m_value;
};
using Bindings = std::initializer_list<Binding>;

/// The row under the cursor of a SELECT; columns from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query{query} {}
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    int smallInteger(int column) const { return m_query.value(column).toInt(); }
    bool boolean(int column) const { return integer(column) != 0; }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray blob(int column) const { return m_query.value(column).toByteArray(); }
    Money money(int column) const { return Money::fromCents(integer(column)); }
    QDate date(int column) const { return QDate::fromString(text(column), Qt::ISODate); }
    QDateTime dateTime(int column) const { return fromRfc3339(text(column)); }
    template <typename Entity>
    Id<Entity> id(int column) const
    {
        return Id<Entity>::fromString(text(column)).value_or(Id<Entity>{});
    }
    bool isNull(int column) const { return m_query.isNull(column); }
    QVariant value(int column) const { return m_query.value(column); }
    int columns() const;
    QStringList names() const; ///< Of the columns.

private:
    const QSqlQuery &m_query;
};

/// The rows of a running SELECT. `while (rows.next()) use(rows.row());` then `TRY(rows.finish())`.
class Rows
{
public:
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();
    bool next();
    Row row() const { return Row{m_statement->query}; }
    /// The error that ended next(), if any: a corrupt page shows itself only while reading.
    Result<> finish();

private:
    friend Result<Rows> selectRows(Database &, Sql, Bindings);
    friend Result<Rows> selectRowsOf(Database &, const QString &, const QVariantList &);
    explicit Rows(Database &db) : m_db{db} {}
    Result<> start(Sql sql, Bindings bindings);
    Result<> start(const QString &sql, const QVariantList &values);
    Database &m_db;
    PreparedStatement *m_statement = nullptr;
    std::unique_ptr<PreparedStatement> m_owned; ///< When the cached one was busy, or the text is not a literal.
};

/// Runs a statement that gives no rows.
Result<> runQuery(Database &db, Sql sql, Bindings bindings = {});
/// The same; returns how many rows were changed.
Result<int> runQueryCounting(Database &db, Sql sql, Bindings bindings = {});
Result<Rows> selectRows(Database &db, Sql sql, Bindings bindings = {});
/// For texts made at run time (`?` parameters); not cached.
Result<> runText(Database &db, const QString &sql, const QVariantList &values = {});
Result<Rows> selectRowsOf(Database &db, const QString &sql, const QVariantList &values = {});

/// Calls `use(const Row &)` (→ void or Result<>) for each row; stops at its first error.
template <typename Use>
Result<> forEachRow(Database &db, Sql sql, Bindings bindings, Use use)
{
    TRY_LET(rows, selectRows(db, sql, bindings));
    while (rows.next()) {
        if constexpr (std::is_void_v<decltype(use(rows.row()))>)
            use(rows.row());
        else
            TRY(use(rows.row()));
    }
    return rows.finish();
}

/// `read(const Row &)` of each row, in order.
template <typename Read>
auto allRows(Database &db, Sql sql, Bindings bindings, Read read) -> Result<std::vector<std::invoke_result_t<Read, const Row &>>>
{
    std::vector<std::invoke_result_t<Read, const Row &>> all;
    TRY(forEachRow(db, sql, bindings, [&](const Row &row) { all.push_back(read(row)); }));
    return all;
}

/// `read(const Row &)` of the first row; nullopt when there is none.
template <typename Read>
auto firstRow(Database &db, Sql sql, Bindings bindings, Read read) -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>
{
    std::optional<std::invoke_result_t<Read, const Row &>> first;
    TRY_LET(rows, selectRows(db, sql, bindings));
    if (rows.next())
        first = read(rows.row());
    TRY(rows.finish());
    return first;
}

/// The first column of the first row; 0 when there is none or it is NULL.
Result<qint64> selectInteger(Database &db, Sql sql, Bindings bindings = {});
/// The same as text; empty when there is none.
Result<QString> selectText(Database &db, Sql sql, Bindings bindings = {});

/// Tests: the n-th statement from now (0: the next; BEGIN and COMMIT count too) fails with DatabaseFailed, once; −1: none. Of this thread.
void failNthQueryForTest(int n);
/// Whether that statement is still to come.
bool isQueryFailurePending();

} // namespace guichet
