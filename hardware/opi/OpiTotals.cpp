// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiTotals.h"

#include "hardware/opi/OpiAmount.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostPayments = 1'000'000;

bool isGivenBack(const QString &paymentType)
{
    static const QStringList words{u"Credit"_s, u"Refund"_s, u"Reversal"_s, u"PaymentRefund"_s, u"PaymentReversal"_s};
    return words.contains(paymentType);
}

Result<TerminalTotals::Row> rowFrom(const OpiTotal &total)
{
    const auto amount = opiAmountFrom(total.amount);
    bool isNumber = false;
    const int count = total.count.toInt(&isNumber);
    const bool isEuro = total.currency.isEmpty() || total.currency == u"EUR";
    if (!amount || !isEuro || !isNumber || count < 0 || count > mostPayments)
        return failure(ErrorCode::DeviceAnswerInvalid, u"opi: total of %1: %2 %3"_s.arg(total.circuit, total.count, total.amount));
    return TerminalTotals::Row{
        .brand = total.circuit, .count = count, .amount = isGivenBack(total.paymentType) ? -amount->absolute() : *amount};
}

} // namespace

Result<TerminalTotals> opiTotalsFrom(const OpiAnswer &answer)
{
    TerminalTotals totals;
    for (const OpiTotal &total : answer.totals) {
        TRY_LET(row, rowFrom(total));
        const auto known = std::ranges::find(totals.rows, row.brand, &TerminalTotals::Row::brand);
        if (known == totals.rows.end()) {
            totals.rows.push_back(row);
            continue;
        }
        known->count += row.count;
        known->amount += row.amount;
    }
    return totals;
}

} // namespace guichet
