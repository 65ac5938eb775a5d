// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Rebuild.h"

#include "core/ledger/Journal.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/Query.h"

#include <QSqlRecord>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Facts of one transaction: large enough that the disk does not count, small enough to stay in memory.
constexpr qint64 factsPerTransaction = 2000;

constexpr Sql selectStored = R"(
    SELECT arrival, till, incarnation, number, own, type, label, session, business_date, at, hlc,
           series, document_number, body, content, hash, signature
    FROM fact WHERE arrival > :after ORDER BY arrival LIMIT :count)";

constexpr auto insertStored =
    "INSERT INTO fact (arrival, till, incarnation, number, own, type, label, session, business_date, at, hlc, series, document_number, "
    "body, content, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

enum class Copy { Facts, Nothing };

Result<> copyRow(Database &target, PreparedStatement &insert, const Row &row)
{
    for (int column = 0; column < 17; ++column)
        insert.query.bindValue(column, row.value(column));
    if (!insert.query.exec())
        return std::unexpected(target.error(insert.query.lastError(), u"copying a fact"_s));
    return {};
}

Result<> copyChains(Database &source, Database &target)
{
    TRY_LET(chains, Journal::chains(source));
    for (const ChainIdentity &chain : chains)
        TRY(Journal::registerChain(target, chain));
    return {};
}

/// One transaction of a replay. Returns the last arrival; `after` when there was nothing left.
Result<qint64> replaySome(Database &source, Database &target, Projector &projector, qint64 after, PreparedStatement *copier, qint64 &facts)
{
    return inTransaction(target, [&]() -> Result<qint64> {
        qint64 last = after;
        TRY(forEachRow(source, selectStored, {{":after", after}, {":count", factsPerTransaction}}, [&](const Row &row) -> Result<> {
            last = row.integer(0);
            ++facts;
            if (copier)
                TRY(copyRow(target, *copier, row));
            TRY_LET(fact, factFromBytes(row.blob(13), row.blob(14), row.blob(15), row.blob(16)));
            return projector.apply(target, fact);
        }));
        return last;
    });
}

Result<qint64> replay(Database &source, Database &target, Projector &projector, Copy copy)
{
    std::unique_ptr<PreparedStatement> copier;
    TRY(copyChains(source, target)); // which facts are found follows from them
    if (copy == Copy::Facts) {
        TRY_LET(insert, target.prepare(QString::fromLatin1(insertStored)));
        copier = std::move(insert);
    }
    qint64 facts = 0;
    for (qint64 after = -1, last = 0; after != last;) {
        after = last;
        TRY_LET(reached, replaySome(source, target, projector, after, copier.get(), facts));
        last = reached;
    }
    return facts;
}

/// The rows of a table, sorted by all their columns, so that the order of writing does not matter.
Result<Rows> sortedRows(Database &db, const QString &table)
{
    TRY_LET(none, selectRowsOf(db, u"SELECT * FROM %1 LIMIT 0"_s.arg(table)));
    QStringList positions;
    for (int column = 1; column <= none.row().columns(); ++column)
        positions.append(QString::number(column));
    return selectRowsOf(db, u"SELECT * FROM %1 ORDER BY %2"_s.arg(table, positions.join(u", "_s)));
}

QString inWords(const Row &row, int columns)
{
    QStringList values;
    for (int column = 0; column < columns; ++column)
        values.append(row.text(column).left(60));
    return values.join(u" | "_s);
}

Result<QString> firstDifferenceIn(Database &one, Database &other, const QString &table)
{
    TRY_LET(left, sortedRows(one, table));
    TRY_LET(right, sortedRows(other, table));
    const int columns = left.row().columns();
    for (int number = 1;; ++number) {
        const bool hasLeft = left.next();
        const bool hasRight = right.next();
        if (!hasLeft || !hasRight) {
            TRY(left.finish());
            TRY(right.finish());
            return hasLeft == hasRight ? QString{} : u"%1: row %2 is in one only"_s.arg(table).arg(number);
        }
        for (int column = 0; column < columns; ++column)
            if (left.row().value(column) != right.row().value(column))
                return u"%1: row %2 is [%3], the replay makes [%4]"_s.arg(table).arg(number).arg(inWords(left.row(), columns),
                                                                                                 inWords(right.row(), columns));
    }
}

} // namespace

Result<qint64> rebuildInto(Database &source, Database &target, Projector &projector)
{
    TRY(migrate(target));
    return replay(source, target, projector, Copy::Facts);
}

Result<qint64> replayInto(Database &source, Database &target, Projector &projector)
{
    return replay(source, target, projector, Copy::Nothing);
}

Result<QString> firstDifference(Database &one, Database &other, const QStringList &tables)
{
    for (const QString &table : tables) {
        TRY_LET(difference, firstDifferenceIn(one, other, table));
        if (!difference.isEmpty())
            return difference;
    }
    return QString{};
}

} // namespace guichet
