// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtTotals.h"

#include "hardware/zvt/ZvtBcd.h"

#include <array>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array brands{"girocard"_L1, "JCB"_L1, "Mastercard"_L1, "American Express"_L1, "Visa"_L1, "Diners"_L1, "other"_L1};
constexpr qsizetype receiptNumbers = 4; ///< The first and the last, before the brands.
constexpr qsizetype rowBytes = 7;       ///< Count and amount.

std::unexpected<Error> broken()
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"zvt: no totals"_s);
}

Result<TerminalTotals> onlySum(const ZvtStatus &status)
{
    if (!status.amount)
        return broken();
    TerminalTotals totals;
    if (!status.amount->isZero())
        totals.rows.push_back({.brand = {}, .count = 0, .amount = *status.amount});
    return totals;
}

} // namespace

Result<TerminalTotals> zvtTotalsFrom(const ZvtStatus &status)
{
    if (status.totals.isEmpty())
        return onlySum(status);
    if (status.totals.size() < receiptNumbers + rowBytes * std::ssize(brands))
        return broken();
    TerminalTotals totals;
    QByteArrayView rest = QByteArrayView{status.totals}.sliced(receiptNumbers);
    for (const QLatin1String brand : brands) {
        const int count = static_cast<quint8>(rest.front());
        const auto cents = zvtNumberFrom(rest.sliced(1, rowBytes - 1));
        if (!cents || *cents > largestAmount.cents())
            return broken();
        if (count > 0 || *cents > 0)
            totals.rows.push_back({.brand = brand, .count = count, .amount = Money::fromCents(*cents)});
        rest = rest.sliced(rowBytes);
    }
    return totals;
}

} // namespace guichet
