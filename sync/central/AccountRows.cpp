// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountRows.h"

#include <algorithm>
#include <array>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql countOfKey = "SELECT COUNT(*) FROM account WHERE key = :key";
constexpr Sql selectUidOfCode = "SELECT uid FROM till WHERE account = :account AND code = :code";

/// Of each table what travels, and the column that says whose it is.
struct CommonTable
{
    QString name;
    QString owner;
    QStringList columns;
};

const std::array<CommonTable, 3> &commonTables() // in the order in which they are written
{
    static const std::array<CommonTable, 3> all{
        {{u"account"_s,
          u"key"_s,
          {u"key"_s, u"name"_s, u"created_at"_s, u"password_hash"_s, u"allotment_places"_s, u"allotment_percent"_s}},
         {u"till"_s,
          u"account"_s,
          {u"account"_s, u"code"_s, u"name"_s, u"uid"_s, u"token_hash"_s, u"revoked_at"_s, u"last_contact"_s, u"central_users"_s}},
         {u"former_till"_s,
          u"account"_s,
          {u"token_hash"_s, u"account"_s, u"code"_s, u"uid"_s, u"incarnation"_s, u"replaced_at"_s, u"revoked_at"_s, u"last_contact"_s}}}};
    return all;
}

const CommonTable *commonTable(const QString &name)
{
    const auto &all = commonTables();
    const auto *const found = std::ranges::find(all, name, &CommonTable::name);
    return found == all.end() ? nullptr : found;
}

Result<SnapshotRows> rowsOf(Database &db, const CommonTable &table, const QString &account)
{
    const QString sql = u"SELECT %1 FROM %2 WHERE %3 = ?"_s.arg(table.columns.join(u", "_s), table.name, table.owner);
    SnapshotRows all{.table = table.name, .columns = table.columns, .rows = {}};
    TRY_LET(rows, selectRowsOf(db, sql, {account}));
    while (rows.next()) {
        QVariantList values;
        for (int column = 0; column < rows.row().columns(); ++column)
            values.append(rows.row().value(column));
        all.rows.push_back(std::move(values));
    }
    TRY(rows.finish());
    return all;
}

} // namespace

bool AccountRows::areCommon(const SnapshotRows &rows)
{
    return commonTable(rows.table) != nullptr;
}

Result<bool> AccountRows::has(const QString &account)
{
    TRY_LET(known, selectInteger(m_db, countOfKey, {{":key", account}}));
    return known > 0;
}

Result<std::vector<SnapshotRows>> AccountRows::of(const QString &account)
{
    TRY_LET(known, has(account));
    if (!known)
        return failure(ErrorCode::NotFound, u"account %1"_s.arg(account), {account});
    std::vector<SnapshotRows> all;
    for (const CommonTable &table : commonTables()) {
        TRY_LET(rows, rowsOf(m_db, table, account));
        all.push_back(std::move(rows));
    }
    return all;
}

/// An account that somebody made anew under the same key has tills of its own.
Result<> AccountRows::refuseOtherTills(const SnapshotRows &rows)
{
    const qsizetype account = rows.columns.indexOf(u"account"_s);
    const qsizetype code = rows.columns.indexOf(u"code"_s);
    const qsizetype uid = rows.columns.indexOf(u"uid"_s);
    for (const QVariantList &row : rows.rows) {
        TRY_LET(here, firstRow(m_db, selectUidOfCode, {{":account", row[account].toString()}, {":code", row[code].toString()}},
                               [](const Row &found) { return found.text(0); }));
        const QString there = row[uid].toString();
        if (here && !there.isEmpty() && *here != there)
            return failure(ErrorCode::DuplicateKey, u"till %1 here is another one than in the file"_s.arg(row[code].toString()),
                           {row[code].toString()});
    }
    return {};
}

Result<> AccountRows::put(const QString &account, const SnapshotRows &rows)
{
    const CommonTable *const table = commonTable(rows.table);
    if (!table || rows.columns != table->columns)
        return failure(ErrorCode::InvalidInput, u"%1 has other columns"_s.arg(rows.table.left(40)), {rows.table});
    const qsizetype owner = table->columns.indexOf(table->owner);
    if (std::ranges::any_of(rows.rows, [&](const QVariantList &row) { return row[owner].toString() != account; }))
        return failure(ErrorCode::InvalidInput, u"a row of another account"_s, {rows.table});
    if (table->name == u"till")
        TRY(refuseOtherTills(rows));
    const QString marks = QStringList(table->columns.size(), u"?"_s).join(u", "_s);
    const QString insert =
        u"INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT DO NOTHING"_s.arg(table->name, table->columns.join(u", "_s), marks);
    for (const QVariantList &row : rows.rows)
        TRY(runText(m_db, insert, row));
    return {};
}

} // namespace guichet
