// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stock/StockMovement.h"
#include "core/usecases/BackOffice.h"

namespace guichet {

/// Stock of the shop (STK-1, STK-3). On the ledger thread.
class StockDesk
{
public:
    explicit StockDesk(Workplace &workplace) : m_workplace{workplace} {}

    Result<qint64> level(const QString &product) const;
    Result<qint64> levelAt(const QString &product, const QDateTime &at) const;
    Result<qint64> levelOn(const QString &product, QDate day) const; ///< At the end of that business day.
    /// `quantity` is signed for Transfer; positive for Restock and Return, for Withdrawal and Breakage what goes out; for Inventory what
    /// was counted. `reason` (at most 200 letters, or empty) is kept in the fact. QuantityInvalid, TrainingActive, InvalidInput.
    Result<qint64> move(const CommandId &id, const QString &product, StockMovementKind kind, qint64 quantity, const QString &reason = {});
    /// The level of every product as CSV, ordered by key: `key`, `reference`, `name.fr`, `byWeight` (then grams), `quantity`. Archived
    /// products only where they had a stock.
    Result<QByteArray> csvAt(const QDateTime &at) const;
    Result<QByteArray> csvOn(QDate day) const; ///< At the end of that business day.
    Result<std::vector<StockMovement>> movements(const QString &product, int limit = 200) const;
    Result<std::vector<ProductHit>> toReorder() const; ///< At or under the alert.

private:
    Result<> keepReason(const StockMovement &movement, const QString &reason);
    QDateTime endOf(QDate day) const;

    Workplace &m_workplace;
};

/// The note that keeps why somebody moved stock.
QString stockNoteKey(const Id<StockMovement> &movement);

} // namespace guichet
