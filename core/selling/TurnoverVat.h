// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"

namespace guichet {

/// Gift value that a refund takes back: ≤ 0.
Money giftValueOf(const RefundContent &refund);

/// The VAT table of turnover alone: gift value, which stands under code X in the contents, left out (PAY-9). What the bodies of SALE and
/// REFUND sign and what the VAT table of X and Z adds up.
std::vector<VatAmount> turnoverVat(const SaleContent &sale);
std::vector<VatAmount> turnoverVat(const RefundContent &refund);

} // namespace guichet
