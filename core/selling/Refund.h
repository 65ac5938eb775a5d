// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"

namespace guichet {

/// A sale as it stands now: the fact, and the units already taken back of each line (SaleLine::refundedUnits).
struct SoldDossier
{
    FactPosition position;
    SaleContent sale;
    Money roundingSettled;  ///< Cash rounding of its payments.
    Money roundingReturned; ///< Already given back by earlier refunds, same sign as roundingSettled.
};

/// Which units are to be taken back; an empty list means everything that is left.
struct RefundRequest
{
    struct Line
    {
        Id<CartLine> line;
        int units = 0;
    };
    std::vector<Line> lines;
    QString reason;
    bool restock = true;
};

/// What a refund takes back, before the payments: lines, differences of gross, discounts, VAT and total (decisions 4). Any split of a full
/// refund brings every total to zero. Errors: LineUnknown, QuantityInvalid, AlreadyRefunded.
Result<RefundContent> composeRefund(const SoldDossier &sold, const RefundRequest &request);

/// The cash rounding of a refund paid in cash: rounding given back in all never exceeds what was rounded (decisions 4, 5).
Money refundRounding(const SoldDossier &sold, Money refundTotal, bool refundsEverythingLeft);

} // namespace guichet
