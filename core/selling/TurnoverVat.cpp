// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selling/TurnoverVat.h"

namespace guichet {

namespace {

std::vector<VatAmount> withoutGift(std::vector<VatAmount> vat, Money gift)
{
    if (gift.isZero())
        return vat;
    for (VatAmount &row : vat) {
        if (row.rate.code != VatCode::X)
            continue;
        row.base -= gift;
        row.total -= gift;
    }
    std::erase_if(vat, [](const VatAmount &row) { return row.rate.code == VatCode::X && row.total.isZero(); });
    return vat;
}

} // namespace

Money giftValueOf(const RefundContent &refund)
{
    Money gift;
    for (const SaleLine &line : refund.takenBack)
        if (line.priced.kind == LineKind::GiftValue)
            gift += line.priced.net;
    return gift;
}

std::vector<VatAmount> turnoverVat(const SaleContent &sale)
{
    return withoutGift(sale.vat, sale.giftValue);
}

std::vector<VatAmount> turnoverVat(const RefundContent &refund)
{
    return withoutGift(refund.vat, giftValueOf(refund));
}

} // namespace guichet
