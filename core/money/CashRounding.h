// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

namespace guichet {

/// The nearest multiple of 5 cents: 1,2 → 0; 3,4,6,7 → 5; 8,9 → 10; mirrored for negative amounts (CDE art. VI.7/1).
Money roundedToFiveCents(Money amount);

/// What rounding adds to the cash part of a sale: the amount to be paid in cash is `cashPart` + this. Zero when the sale total is 0,05 or
/// less or when the buyer is a company (belgium.md §1, decisions 5).
Money cashRounding(Money saleTotal, Money cashPart, bool companyBuyer = false);

/// Highest amount of one sale or reservation that may be paid in cash, instalments included (belgium.md §1).
inline constexpr Money cashLimit = Money::fromCents(300'000);

} // namespace guichet
