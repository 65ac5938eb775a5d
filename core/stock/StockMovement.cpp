// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stock/StockMovement.h"

#include "core/base/EnumNames.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr EnumNames<StockMovementKind, 8> kinds{
    {"opening"_L1, "sale"_L1, "return"_L1, "restock"_L1, "withdrawal"_L1, "inventory"_L1, "breakage"_L1, "transfer"_L1}};

} // namespace

QString stockMovementKindName(StockMovementKind kind)
{
    return kinds.nameOf(kind);
}

std::optional<StockMovementKind> stockMovementKindFromName(const QString &name)
{
    return kinds.valueOf(name);
}

} // namespace guichet
