// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

namespace guichet {

/// A product of which more was sold than there was (STK-3): the sale stands, the cashier is told.
struct StockBelowZero
{
    LocalizedText title;
    qint64 level = 0; ///< After the sale: units, or grams by weight.
    friend bool operator==(const StockBelowZero &, const StockBelowZero &) = default;
};

} // namespace guichet
