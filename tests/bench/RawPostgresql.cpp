// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/RawPostgresql.h"

#include "tests/bench/Figure.h"

#include <QSqlError>
#include <cctype>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

const QString bareConnection = u"bare"_s;

bool isOfName(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Behind the quoted text that begins at `from`; a quote in it is written twice.
size_t endOfText(const std::string &sql, size_t from)
{
    size_t end = from + 1;
    while (end < sql.size() && (sql[end] != '\'' || (end + 1 < sql.size() && sql[end + 1] == '\'')))
        end += sql[end] == '\'' ? 2 : 1;
    return end + 1;
}

/// The value that SQLite has written at `from`, and where it ends: a text, bytes as x'…', NULL or a number.
QVariant valueAt(const std::string &sql, size_t from, size_t &end)
{
    const bool isBytes = sql.compare(from, 2, "x'") == 0;
    const size_t quote = isBytes ? from + 1 : from;
    if (sql[quote] == '\'') {
        end = endOfText(sql, quote);
        const auto inside = QByteArray::fromStdString(sql.substr(quote + 1, end - quote - 2));
        return isBytes ? QVariant{QByteArray::fromHex(inside)} : QVariant{QString::fromUtf8(inside).replace(u"''"_s, u"'"_s)};
    }
    if (sql.compare(from, 4, "NULL") == 0) {
        end = from + 4;
        return {};
    }
    end = from + 1; // of the sign, or of the first figure
    while (end < sql.size() && std::isdigit(static_cast<unsigned char>(sql[end])) != 0)
        ++end;
    return QByteArray::fromStdString(sql.substr(from, end - from)).toLongLong();
}

[[noreturn]] void failOf(const QSqlError &error, const QString &during)
{
    fail(u"bare PostgreSQL: %1 (%2)"_s.arg(error.text(), during));
}

} // namespace

/// Both texts run alike but where a `:name` stands.
BoundStatement boundStatement(const std::string &text, const std::string &expanded)
{
    BoundStatement bound;
    for (size_t from = 0, there = 0; from < text.size();) {
        size_t to = from + 1;
        if (text[from] == ':') {
            while (to < text.size() && isOfName(text[to]))
                ++to;
            bound.sql += '?';
            bound.values.append(valueAt(expanded, there, there));
        } else {
            if (text[from] == '\'')
                to = endOfText(text, from);
            bound.sql += text.substr(from, to - from);
            there += to - from;
        }
        from = to;
    }
    return bound;
}

BarePostgresql::BarePostgresql(const PostgresqlAddress &address) : m_db{QSqlDatabase::addDatabase(u"QPSQL"_s, bareConnection)}
{
    m_db.setHostName(address.host);
    m_db.setUserName(address.user);
    m_db.setDatabaseName(address.database);
    if (!m_db.open())
        failOf(m_db.lastError(), address.text());
    runText(u"SET search_path TO "_s + address.schema);
}

BarePostgresql::~BarePostgresql()
{
    m_prepared.clear();
    m_db = {};
    QSqlDatabase::removeDatabase(bareConnection);
}

void BarePostgresql::runText(const QString &sql)
{
    QSqlQuery query{m_db};
    if (!query.exec(sql))
        failOf(query.lastError(), sql);
}

QSqlQuery &BarePostgresql::prepared(const std::string &sql)
{
    const auto known = m_prepared.find(sql);
    if (known != m_prepared.end())
        return known->second;
    QSqlQuery query{m_db};
    if (!query.prepare(QString::fromStdString(sql)))
        failOf(query.lastError(), QString::fromStdString(sql));
    return m_prepared.emplace(sql, std::move(query)).first->second;
}

double BarePostgresql::run(const std::vector<BoundStatement> &statements)
{
    std::vector<QSqlQuery *> queries;
    for (const BoundStatement &statement : statements)
        queries.push_back(&prepared(statement.sql));
    return secondsOf([&] {
        runText(u"BEGIN"_s);
        for (size_t i = 0; i < statements.size(); ++i) {
            for (const QVariant &value : statements[i].values)
                queries[i]->addBindValue(value);
            if (!queries[i]->exec())
                failOf(queries[i]->lastError(), QString::fromStdString(statements[i].sql));
        }
        runText(u"COMMIT"_s);
    });
}

} // namespace guichet::bench
