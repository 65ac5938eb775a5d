// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Snapshot.h"

#include "core/facts/HybridClock.h"
#include "core/ledger/TillProjector.h"

#include <algorithm>
#include <span>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString tablesOfTill[]{u"home_document"_s, u"home_till"_s};

/// In the order in which they were written: the triggers want a chain's facts so.
const QString tablesInOrder[]{u"fact"_s, u"document_change"_s};

/// What the next row of its kind goes on from, and how far it may have come: else none could follow.
struct GoingOn
{
    QString column;
    qint64 most;
};
const GoingOn columnsThatGoOn[]{{u"arrival"_s, 1LL << 53}, // as in a cursor on the line
                                {u"hlc"_s, latestHlc}};

bool isOneOf(const QString &table, std::span<const QString> tables)
{
    return std::ranges::find(tables, table) != tables.end();
}

/// A row that the table refuses is the line's fault, not the disk's.
Error refusedRow(Database &db, const QSqlError &said, const QString &table)
{
    const Error error = db.error(said, u"a row of %1"_s.arg(table));
    if (error.code == ErrorCode::DatabaseFailed)
        return {ErrorCode::InvalidInput, error.detail, {table}};
    return error;
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

/// Nothing is the centre's own.
void makeOwn(std::vector<QVariantList> &rows, const QStringList &columns, const QString &ownTill)
{
    const qsizetype own = columns.indexOf(u"own"_s);
    const qsizetype till = columns.indexOf(u"till"_s);
    for (QVariantList &row : rows)
        row[own] = qint64{row[till].toString() == ownTill ? 1 : 0};
}

/// Whether something may follow what these rows hold.
bool leavesRoom(const std::vector<QVariantList> &rows, const QStringList &columns, const GoingOn &number)
{
    const qsizetype column = columns.indexOf(number.column);
    return column < 0 || std::ranges::all_of(
                             rows,
                             [&](const QVariantList &row) {
                                 return row[column].typeId() == QMetaType::LongLong && row[column].toLongLong() <= number.most;
                             });
}

} // namespace

QStringList snapshotTables()
{
    return QStringList{u"chain"_s, u"fact"_s} + TillProjector{}.projectionTables() +
           QStringList{u"document"_s,      u"document_history"_s, u"document_word"_s,   u"product"_s,
                       u"product_code"_s,  u"product_word"_s,     u"document_change"_s, u"document_stamp"_s,
                       u"document_lost"_s, u"document_erased"_s,  u"home_document"_s,   u"home_till"_s};
}

bool snapshotIsOfTill(const QString &table)
{
    return isOneOf(table, tablesOfTill);
}

QString snapshotSelect(const QString &table, SnapshotHomes homes)
{
    const QString all = u"SELECT * FROM %1"_s.arg(table);
    if (homes == SnapshotHomes::OfTill && snapshotIsOfTill(table))
        return all + u" WHERE till = ?"_s;
    return isOneOf(table, tablesInOrder) ? all + u" ORDER BY arrival"_s : all;
}

Result<> writeSnapshotRows(Database &db, const QString &ownTill, const QString &table, const QStringList &columns,
                           std::vector<QVariantList> rows)
{
    if (!snapshotTables().contains(table))
        return failure(ErrorCode::InvalidInput, u"no table that travels: "_s + table.left(40), {u"table"_s});
    TRY_LET(none, selectRowsOf(db, u"SELECT * FROM %1 LIMIT 0"_s.arg(table)));
    if (sorted(columns) != sorted(none.row().names())) // each engine has its own order
        return failure(ErrorCode::InvalidInput, u"%1 has other columns"_s.arg(table), {table});
    if (std::ranges::any_of(rows, [&](const QVariantList &row) { return row.size() != columns.size(); }))
        return failure(ErrorCode::InvalidInput, u"a row of %1 with other values"_s.arg(table), {table});
    for (const GoingOn &number : columnsThatGoOn)
        if (!leavesRoom(rows, columns, number))
            return failure(ErrorCode::InvalidInput, u"%1 of %2 after which none comes"_s.arg(number.column, table), {table});
    if (columns.contains(u"own"_s))
        makeOwn(rows, columns, ownTill);
    QStringList marks; // names: quicker to bind than positions, of which Qt makes a name each time
    for (qsizetype column = 0; column < columns.size(); ++column)
        marks.append(u":v%1"_s.arg(column));
    TRY_LET(insert, db.prepare(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, columns.join(u", "_s), marks.join(u", "_s))));
    return inTransaction(db, [&]() -> Result<> {
        for (const QVariantList &row : rows) {
            for (qsizetype column = 0; column < row.size(); ++column)
                insert->query.bindValue(marks[column], row[column]);
            if (!insert->query.exec())
                return std::unexpected(refusedRow(db, insert->query.lastError(), table));
        }
        return {};
    });
}

} // namespace guichet
