// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Schemas.h"

#include "core/ledger/Query.h"
#include "tests/support/Catch.h"

#include <QDir>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql columnsOfSqlite = R"(
SELECT m.name, p.name, p.type, CASE WHEN p."notnull" = 1 OR p.pk > 0 THEN 1 ELSE 0 END, COALESCE(p.dflt_value, '')
FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%')";

constexpr Sql columnsOfPostgresql = R"(
SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), CAST(data_type AS TEXT), CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END,
    COALESCE(CAST(column_default AS TEXT), '')
FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'schema_version')";

constexpr Sql indexesOfSqlite = R"(
SELECT m.name, i."unique" FROM sqlite_master t JOIN pragma_index_list(t.name) i JOIN sqlite_master m ON m.name = i.name
WHERE t.type = 'table' AND i.origin = 'c')";

constexpr Sql indexesOfPostgresql = R"(
SELECT CAST(c.relname AS TEXT), CASE WHEN i.indisunique THEN 1 ELSE 0 END
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u')))";

QString kindOf(const QString &type)
{
    const QString lower = type.toLower();
    if (lower == u"integer" || lower == u"bigint")
        return u"integer"_s;
    return lower == u"blob" || lower == u"bytea" ? u"bytes"_s : lower;
}

QStringList sortedLines(Database &db, Sql sql, const std::function<QString(const Row &)> &line)
{
    const auto lines = allRows(db, sql, {}, line);
    REQUIRE(lines);
    QStringList sorted{lines->begin(), lines->end()};
    sorted.sort();
    return sorted;
}

} // namespace

QStringList columnsIn(Database &db)
{
    return sortedLines(db, db.server() ? columnsOfPostgresql : columnsOfSqlite, [](const Row &row) {
        const QString standard = row.text(4).section(u"::"_s, 0, 0);
        return u"%1.%2 %3%4%5"_s.arg(row.text(0), row.text(1), kindOf(row.text(2)), row.boolean(3) ? u", not null"_s : QString{},
                                     standard.isEmpty() ? QString{} : u", default "_s + standard);
    });
}

QStringList indexesIn(Database &db)
{
    return sortedLines(db, db.server() ? indexesOfPostgresql : indexesOfSqlite,
                       [](const Row &row) { return row.text(0) + (row.boolean(1) ? u" unique"_s : QString{}); });
}

QStringList withoutPostgresql(const QString &sqliteFolder, const QString &postgresqlFolder)
{
    const auto numbersIn = [](const QString &folder) {
        QStringList numbers;
        for (const QString &name : QDir{folder}.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
            numbers << name.section(u'_', 0, 0);
        return numbers;
    };
    const QStringList there = numbersIn(postgresqlFolder);
    REQUIRE_FALSE(there.isEmpty());
    QStringList missing;
    for (const QString &name : QDir{sqliteFolder}.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        if (const QString number = name.section(u'_', 0, 0); number >= there.first() && !there.contains(number))
            missing << name;
    return missing;
}

QStringList differences(const QStringList &sqlite, const QStringList &postgresql)
{
    QStringList found;
    for (const QString &line : sqlite)
        if (!postgresql.contains(line))
            found << u"SQLite: "_s + line;
    for (const QString &line : postgresql)
        if (!sqlite.contains(line))
            found << u"PostgreSQL: "_s + line;
    return found;
}

} // namespace guichet
