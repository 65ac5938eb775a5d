// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/PromotionRules.h"

#include "core/base/Clock.h"
#include "core/pricing/VisitStart.h"

#include <algorithm>

namespace guichet {
namespace {

int weekOfMonth(QDate date)
{
    return (date.day() - 1) / 7 + 1;
}

/// Days are those of the wall clock: 14 days before a visit at 10:00 is 10:00, also when the clocks change in between.
bool isInTime(const Promotion &promotion, const QDateTime &now, const QDateTime &start)
{
    switch (promotion.kind) {
    case Promotion::Kind::Classic: return true;
    case Promotion::Kind::LastMinute: return now.secsTo(start) < promotion.threshold * 3600LL;
    case Promotion::Kind::EarlyBird: return now.toTimeZone(brussels()).addDays(promotion.threshold) < start;
    }
    Q_UNREACHABLE();
}

} // namespace

Money PayingUnits::gross() const
{
    if (labelPrice)
        return *labelPrice;
    return grams > 0 ? Money::fromCents(divRoundHalfUp(unitPrice.cents() * grams, 1000)) : unitPrice * units;
}

QDateTime VisitStarts::of(const Visit &visit, Audience audience)
{
    const auto known = std::ranges::find_if(m_known, [&](const Known &k) { return k.visit == visit && k.audience == audience; });
    if (known != m_known.end())
        return known->start;
    m_known.push_back({visit, audience, startOf(visit, openingHours(m_calendar, visit.date, audience))});
    return m_known.back().start;
}

bool promotionApplies(const Promotion &promotion, const Formula &formula, const Visit &visit, const PricingContext &context,
                      VisitStarts &starts)
{
    if (!promotion.formulas.isEmpty() && !promotion.formulas.contains(formula.key))
        return false;
    if (!promotion.visible.contains(context.businessDate) || !promotion.visits.contains(visit.date))
        return false;
    if (!promotion.weekdays.contains(visit.date.dayOfWeek()))
        return false;
    if (promotion.weekOfMonth != 0 && weekOfMonth(visit.date) != promotion.weekOfMonth)
        return false;
    return promotion.kind == Promotion::Kind::Classic || isInTime(promotion, context.now, starts.of(visit, formula.audience));
}

Money promotionReduction(const Promotion &promotion, const PayingUnits &units)
{
    const Money gross = units.gross();
    if (promotion.percent)
        return std::min(portionOf(gross, *promotion.percent), gross);
    return std::min(promotion.amount, units.unitPrice) * units.units;
}

} // namespace guichet
