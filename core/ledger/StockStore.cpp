// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/StockStore.h"

#include "core/facts/HybridClock.h"
#include "core/ledger/Columns.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql insertStockMovement = R"(
INSERT INTO stock_movement (session, incarnation, number, position, id, product, kind, quantity, actor, at)
VALUES (:session, :incarnation, :number, :position, :id, :product, :kind, :quantity, :actor, :at))";

constexpr Sql upsertLevel = R"(
INSERT INTO stock_level (product, quantity) VALUES (:product, :quantity)
ON CONFLICT (product) DO UPDATE SET quantity = stock_level.quantity + excluded.quantity)";

constexpr Sql selectLevel = R"(SELECT quantity FROM stock_level WHERE product = :product)";

constexpr Sql sumMovedAfter = R"(
SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) FROM stock_movement WHERE product = :product AND at > :at)";

constexpr Sql sumSoldAfter = R"(
SELECT CAST(COALESCE(SUM(stock_quantity), 0) AS BIGINT) FROM sale_line WHERE kind = 'product' AND item = :product AND hlc >= :hlc)";

constexpr Sql sumAllMovedAfter = R"(
SELECT product, CAST(SUM(quantity) AS BIGINT) FROM stock_movement WHERE at > :at GROUP BY product)";

constexpr Sql sumAllSoldAfter = R"(
SELECT item, CAST(SUM(stock_quantity) AS BIGINT) FROM sale_line WHERE kind = 'product' AND hlc >= :hlc GROUP BY item)";

constexpr Sql selectMovements = R"(
SELECT id, kind, quantity, actor, at FROM stock_movement WHERE product = :product ORDER BY at DESC, id LIMIT :limit)";

constexpr Sql selectSold = R"(
SELECT l.line, l.entry, l.stock_quantity, r.actor, r.at
FROM sale_line l JOIN receipt r ON r.session = l.session AND r.incarnation = l.incarnation AND r.number = l.number
WHERE l.kind = 'product' AND l.item = :product AND l.stock_quantity <> 0 ORDER BY l.hlc DESC, l.line LIMIT :limit)";

/// The first clock value after that moment.
qint64 clockAfter(const QDateTime &at)
{
    return hlcOf(at.addMSecs(1));
}

} // namespace

Result<qint64> StockStore::level(const QString &product) const
{
    return selectInteger(m_db, selectLevel, {{":product", product}});
}

Result<QHash<QString, qint64>> StockStore::levels(const QStringList &products) const
{
    QHash<QString, qint64> levels;
    for (const QString &product : products) {
        TRY_LET(quantity, level(product));
        levels.insert(product, quantity);
    }
    return levels;
}

Result<qint64> StockStore::levelAt(const QString &product, const QDateTime &at) const
{
    TRY_LET(now, level(product));
    TRY_LET(moved, selectInteger(m_db, sumMovedAfter, {{":product", product}, {":at", at}}));
    TRY_LET(sold, selectInteger(m_db, sumSoldAfter, {{":product", product}, {":hlc", clockAfter(at)}}));
    return now - moved - sold;
}

Result<QHash<QString, qint64>> StockStore::changesAfter(const QDateTime &at) const
{
    QHash<QString, qint64> changes;
    const auto add = [&](const Row &row) { changes[row.text(0)] += row.integer(1); };
    TRY(forEachRow(m_db, sumAllMovedAfter, {{":at", at}}, add));
    TRY(forEachRow(m_db, sumAllSoldAfter, {{":hlc", clockAfter(at)}}, add));
    return changes;
}

Result<std::vector<StockMovement>> StockStore::movements(const QString &product, int limit) const
{
    TRY_LET(all, allRows(m_db, selectMovements, {{":product", product}, {":limit", limit}}, [&](const Row &row) {
                return StockMovement{.id = row.id<StockMovement>(0),
                                     .product = product,
                                     .kind = stockMovementKindFromName(row.text(1)).value_or(StockMovementKind::Transfer),
                                     .quantity = row.integer(2),
                                     .user = row.text(3),
                                     .at = row.dateTime(4)};
            }));
    TRY(forEachRow(m_db, selectSold, {{":product", product}, {":limit", limit}}, [&](const Row &row) {
        all.push_back({.id = row.id<StockMovement>(0),
                       .product = product,
                       .kind = row.text(1) == u"refund" ? StockMovementKind::Return : StockMovementKind::Sale,
                       .quantity = row.integer(2),
                       .user = row.text(3),
                       .at = row.dateTime(4)});
    }));
    std::ranges::stable_sort(all, [](const StockMovement &a, const StockMovement &b) { return a.at > b.at; });
    if (all.size() > static_cast<size_t>(std::max(limit, 0)))
        all.resize(static_cast<size_t>(std::max(limit, 0)));
    return all;
}

Result<> StockStore::moved(const Fact &fact)
{
    TRY_LET(content, stockContentFromJson(fact.content));
    int position = 0;
    for (const StockMovement &movement : content.movements) {
        TRY(runQuery(m_db, insertStockMovement,
                     {{":session", sessionKey(fact.body)},
                      {":incarnation", fact.body.position.incarnation},
                      {":number", fact.body.position.number},
                      {":position", ++position},
                      {":id", movement.id},
                      {":product", movement.product},
                      {":kind", stockMovementKindName(movement.kind)},
                      {":quantity", movement.quantity},
                      {":actor", movement.user},
                      {":at", movement.at.isValid() ? movement.at : fact.body.at}}));
        TRY(change(movement.product, movement.quantity));
    }
    return {};
}

Result<> StockStore::change(const QString &product, qint64 quantity)
{
    return runQuery(m_db, upsertLevel, {{":product", product}, {":quantity", quantity}});
}

} // namespace guichet
