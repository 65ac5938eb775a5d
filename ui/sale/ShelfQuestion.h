// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/BackOffice.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/DossierDesk.h"

#include <memory>
#include <vector>

namespace guichet {

/// What the shelf side of the sale shows.
struct Shelf
{
    QString text; ///< What was searched for; empty: a tab.
    std::vector<FormulaState> states;
    std::vector<std::pair<QString, std::vector<ProductHit>>> groups; ///< By key of the group.
    std::vector<ProductHit> found;
    std::vector<DossierRow> dossiers;
    bool hasParked = false; ///< A cart can be recalled.
    bool hasSold = false;   ///< There is a last sale to show again.
};

/// Asks for the shelf of a tab (`offers`, `shop`, `cafeteria`), or for what a text finds; dossiers are asked for apart. On the ledger
/// thread.
struct ShelfQuestion
{
    QString tab;
    QString text;
    std::shared_ptr<const Catalogue> catalogue;
    QDate today; ///< Business date.

    Result<Shelf> operator()(Workplace &workplace) const;
};

} // namespace guichet
