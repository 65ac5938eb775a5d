// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/Vat.h"

#include <map>

namespace guichet {

QString vatCodeLetter(VatCode code)
{
    return QString{QChar{u"ABCDEX"[static_cast<int>(code)]}};
}

std::optional<VatCode> vatCodeFromLetter(const QString &letter)
{
    const qsizetype index = letter.size() == 1 ? QStringLiteral("ABCDEX").indexOf(letter) : -1;
    return index < 0 ? std::nullopt : std::optional{static_cast<VatCode>(index)};
}

std::vector<VatAmount> vatPerRate(const std::vector<TaxedAmount> &amounts)
{
    std::map<VatRate, Money> totals;
    for (const TaxedAmount &amount : amounts)
        totals[amount.rate] += amount.total;
    std::vector<VatAmount> rows;
    for (const auto &[rate, total] : totals) {
        const VatSplit split = splitGross(total, rate.rate);
        rows.push_back({.rate = rate, .base = split.base, .vat = split.vat, .total = total});
    }
    return rows;
}

std::vector<VatAmount> sumVat(const std::vector<VatAmount> &rows)
{
    std::map<VatRate, VatAmount> sums;
    for (const VatAmount &row : rows) {
        VatAmount &sum = sums.try_emplace(row.rate, VatAmount{.rate = row.rate, .base = {}, .vat = {}, .total = {}}).first->second;
        sum.base += row.base;
        sum.vat += row.vat;
        sum.total += row.total;
    }
    std::vector<VatAmount> result;
    for (const auto &[rate, sum] : sums)
        result.push_back(sum);
    return result;
}

VatTable::VatTable()
    : m_entries{{VatCode::A, BasisPoints{2100}, {}}, {VatCode::B, BasisPoints{1200}, {}}, {VatCode::C, BasisPoints{600}, {}},
                {VatCode::D, BasisPoints{0}, {}},    {VatCode::E, BasisPoints{0}, {}},    {VatCode::X, BasisPoints{0}, {}}}
{}

VatRate VatTable::rateOn(VatCode code, QDate date) const
{
    VatRate found{code, BasisPoints{0}};
    QDate since;
    for (const VatRateEntry &entry : m_entries) {
        const bool applies = entry.code == code && (entry.validFrom.isNull() || entry.validFrom <= date);
        if (applies && (since.isNull() || entry.validFrom >= since)) {
            found.rate = entry.rate;
            since = entry.validFrom;
        }
    }
    return found;
}

} // namespace guichet
