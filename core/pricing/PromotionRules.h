// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/Pricing.h"

#include <QDateTime>

namespace guichet {

/// The units of a line that are paid for, at the catalogue price: what promotions and codes reduce.
struct PayingUnits
{
    Money unitPrice;
    int units = 0;
    qint64 grams = 0;                     ///< By weight: `units` is 1 and unitPrice is per kilogram.
    std::optional<Money> labelPrice = {}; ///< By weight: what the label says.

    /// unitPrice × units; by weight the label's price, else price × grams / 1000, half-up.
    Money gross() const;
};

/// The starts of visits, each worked out once for a cart.
class VisitStarts
{
public:
    explicit VisitStarts(const OpeningCalendar &calendar) : m_calendar{calendar} {}
    QDateTime of(const Visit &visit, Audience audience);

private:
    struct Known
    {
        Visit visit;
        Audience audience;
        QDateTime start;
    };
    const OpeningCalendar &m_calendar;
    std::vector<Known> m_known;
};

/// Whether a promotion applies to a visit of a formula that is bought now (PRO-1).
bool promotionApplies(const Promotion &promotion, const Formula &formula, const Visit &visit, const PricingContext &context,
                      VisitStarts &starts);

/// What a promotion takes off, 0 or more: a part of the line total half-up, or an amount per unit that never goes below 0 (decisions 6).
Money promotionReduction(const Promotion &promotion, const PayingUnits &units);

/// Whether a code is meant for a line, apart from its dates of use (PRO-2).
bool codeCovers(const PromoCode &code, const CartLine &line, QDate businessDate);

/// A line as a code sees it.
struct CodeCandidate
{
    PayingUnits paying;
    Money promotion; ///< What the best promotion takes off these units.
    bool covered = false;
};

/// What a code does to one line.
struct CodeShare
{
    int units = 0; ///< That get the code; the others keep their promotion.
    Money amount;  ///< Taken off by the code, 0 or more.
};

/// Shares a code over the lines of a cart: at most unitsPerUse units, the dearest first, ties in the order of the lines; an amount once per
/// cart by largest remainder (decisions 6). A cumulative code works on what the promotions have left.
std::vector<CodeShare> shareCode(const PromoCode &code, const std::vector<CodeCandidate> &lines);

} // namespace guichet
