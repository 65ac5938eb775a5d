// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/ledger/Database.h"

namespace guichet {

/// Stock of products: a sale takes, a refund with restock returns, every other change is a STOCK_MOVED (STK-1). Levels are sums. On the
/// thread of `db`.
class StockStore
{
public:
    explicit StockStore(Database &db) : m_db{db} {}

    Result<qint64> level(const QString &product) const;
    Result<QHash<QString, qint64>> levels(const QStringList &products) const;
    Result<qint64> levelAt(const QString &product, const QDateTime &at) const;
    /// What was added to each level after that moment; products that are not named: nothing.
    Result<QHash<QString, qint64>> changesAfter(const QDateTime &at) const;
    Result<std::vector<StockMovement>> movements(const QString &product, int limit) const; ///< Newest first; sales and returns too.

    // Called by the TillProjector and DossierStore.
    Result<> moved(const Fact &fact);
    Result<> change(const QString &product, qint64 quantity);

private:
    Database &m_db;
};

} // namespace guichet
