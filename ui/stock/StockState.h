// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/ProductHit.h"
#include "core/stock/StockMovement.h"
#include "ui/widgets/DataTable.h"

#include <QCoreApplication>

namespace guichet {

/// A product with how it came to its level.
struct StockCard
{
    ProductHit hit;
    std::vector<StockMovement> movements; ///< Newest first.
    bool mayMove = true;                  ///< Right::MoveStock of who is connected.
    QMap<QString, QString> userNames;
};

/// Everything the right side of the stock page shows.
struct StockCardState
{
    QString title;
    QString subtitle; ///< Reference and codes.
    QString level;    ///< `12`, `1,250 kg`.
    QString levelNote;
    Tone levelTone = Tone::Normal;
    std::vector<TableRow> movements;
    friend bool operator==(const StockCardState &, const StockCardState &) = default;
};
StockCardState presentStockCard(const StockCard &card, Language language = Language::French);
/// Ids: keys of the products.
std::vector<TableRow> presentStockRows(const std::vector<ProductHit> &hits, Language language = Language::French);

/// What the list says when it is empty. `searched`: what was looked for, empty before that.
QString stockListWords(bool reorder, const QString &searched);

/// `12`, `−3`, `1,250 kg`.
QString stockQuantity(qint64 quantity, bool byWeight);
QString movementWord(StockMovementKind kind);

} // namespace guichet
