// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QDate>
#include <QString>
#include <optional>
#include <vector>

namespace guichet {

/// The VAT codes, signed for ever in facts (decisions 8): A 21, B 12, C 6, D 0, E exempt (art. 44), X out of scope.
enum class VatCode { A, B, C, D, E, X };

QString vatCodeLetter(VatCode code);
std::optional<VatCode> vatCodeFromLetter(const QString &letter);

/// A VAT rate: its code, and the rate in force on the business date of the fact. *0 %* (D) and *exonéré* (E) are two things (ACC-3).
struct VatRate
{
    VatCode code = VatCode::A;
    BasisPoints rate; ///< 2100 for 21 %; 0 for D, E, X.
    friend constexpr auto operator<=>(const VatRate &, const VatRate &) = default;
};

/// A price that includes VAT, split. base + vat is always the whole: only the VAT is rounded.
struct VatSplit
{
    Money base;
    Money vat;
    friend bool operator==(const VatSplit &, const VatSplit &) = default;
};

/// VAT-first, half-up, base by difference (belgium.md §2.3); mirrored for negative amounts.
constexpr VatSplit splitGross(Money gross, BasisPoints rate)
{
    const Money vat = Money::fromCents(divRoundHalfUp(gross.cents() * rate.value(), 10'000 + rate.value()));
    return {.base = gross - vat, .vat = vat};
}
static_assert(splitGross(Money::fromCents(-121), BasisPoints{2100}).vat == Money::fromCents(-21));

/// One line of a VAT table.
struct VatAmount
{
    VatRate rate;
    Money base;
    Money vat;
    Money total; ///< Including VAT: base + vat.
    friend bool operator==(const VatAmount &, const VatAmount &) = default;
};

/// An amount including VAT at a rate: the input of vatPerRate().
struct TaxedAmount
{
    VatRate rate;
    Money total;
};

/// VAT per document and rate: sums the totals of each rate, then splits once. Sorted by code, then rate; the order of the input does not
/// matter. A rate whose totals sum to zero still has its row.
std::vector<VatAmount> vatPerRate(const std::vector<TaxedAmount> &amounts);

/// Sums rows of VAT tables by rate, as Z totals are made: sums of tickets, never recomputed.
std::vector<VatAmount> sumVat(const std::vector<VatAmount> &rows);

/// A dated entry of the list of rates (ACC-3).
struct VatRateEntry
{
    VatCode code = VatCode::A;
    BasisPoints rate;
    QDate validFrom; ///< Inclusive; null: since ever.
    friend bool operator==(const VatRateEntry &, const VatRateEntry &) = default;
};

/// The dated list of VAT rates. Belgium's of 2026 by default.
class VatTable
{
public:
    VatTable();
    explicit VatTable(std::vector<VatRateEntry> entries) : m_entries{std::move(entries)} {}
    /// The rate of `code` on `date`: the entry with the latest validFrom not after it.
    VatRate rateOn(VatCode code, QDate date) const;
    const std::vector<VatRateEntry> &entries() const { return m_entries; }

private:
    std::vector<VatRateEntry> m_entries;
};

} // namespace guichet
