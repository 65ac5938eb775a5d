// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/CashRounding.h"

namespace guichet {

Money roundedToFiveCents(Money amount)
{
    return Money::fromCents(divRoundHalfUp(amount.cents(), 5) * 5);
}

Money cashRounding(Money saleTotal, Money cashPart, bool companyBuyer)
{
    if (companyBuyer || saleTotal.absolute() <= Money::fromCents(5))
        return {};
    return roundedToFiveCents(cashPart) - cashPart;
}

} // namespace guichet
