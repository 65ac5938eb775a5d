// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace guichet {

/// Why a stock changes (STK-1).
enum class StockMovementKind { Opening, Sale, Return, Restock, Withdrawal, Inventory, Breakage, Transfer };

/// One change of the stock of a product. Every change is one.
struct StockMovement
{
    Id<StockMovement> id;
    QString product;
    StockMovementKind kind = StockMovementKind::Restock;
    qint64 quantity = 0; ///< Signed: what it adds; grams for products by weight. For Inventory the difference that was found.
    QString user;
    QDateTime at;
    friend bool operator==(const StockMovement &, const StockMovement &) = default;
};

QString stockMovementKindName(StockMovementKind kind); ///< opening, sale, return, restock, withdrawal, inventory, breakage, transfer.
std::optional<StockMovementKind> stockMovementKindFromName(const QString &name);

} // namespace guichet
