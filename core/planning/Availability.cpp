// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Availability.h"

#include "core/planning/Capacity.h"
#include "core/planning/DayRules.h"
#include "core/planning/Slots.h"
#include "core/pricing/Pricing.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// What can be sold of a formula on a day, apart from time and capacity: the lowest price above zero, or why nothing.
Result<Money> fromPriceOn(const Formula &formula, QDate date, const Catalogue &catalogue, const SalePoint &point)
{
    std::optional<Error> refusal;
    bool anySold = false;
    Money lowest;
    for (const OfferedItem &item : formula.resources) {
        const AddRequest request{.formula = formula.key, .item = item.key, .supplement = false, .visit = {date, {}}, .quantity = 1};
        if (std::optional<Error> why = itemRefusal(formula, &item, request, catalogue, point)) {
            refusal = !refusal || why->code == ErrorCode::StopSale ? why : refusal;
            continue;
        }
        anySold = true;
        const Money price = priceRuleFor(item, formula, date)->price;
        if (price.isPositive() && (lowest.isZero() || price < lowest))
            lowest = price;
    }
    if (anySold)
        return lowest;
    if (refusal && refusal->code == ErrorCode::StopSale)
        return std::unexpected(*refusal);
    return failure(ErrorCode::NoPrice, u"no resource has a price"_s, {formula.name.french()});
}

SlotState slotState(const Formula &formula, const Visit &visit, const OpeningHours &hours, const QDateTime &now, const Catalogue &catalogue,
                    const Occupancy &occupancy, const SalePoint &point)
{
    const Room room = roomAt(formula, visit, catalogue, occupancy);
    SlotState state{.visit = visit, .capacity = room.capacity, .free = room.free, .refusal = {}};
    if (const StopSale *stop = stopFor(catalogue, formula.key, visit, {}))
        state.refusal = stopRefusal(*stop, formula.name);
    else if (std::optional<Error> late = timeRefusal(formula, visit, hours, now, point.channel))
        state.refusal = late;
    else if (!room.isUnlimited() && room.free == 0)
        state.refusal = Error{ErrorCode::CapacityFull, u"no place left"_s, {visitTitle(formula, visit)}};
    return state;
}

/// The visits of a day, whether or not they have passed: one for each slot, or the day itself.
std::vector<Visit> visitsOn(const Formula &formula, QDate date)
{
    if (formula.slotPatterns.empty())
        return {{date, {}}};
    std::vector<Visit> visits;
    for (const QTime slot : slotsOn(formula, date))
        visits.push_back({date, slot});
    return visits;
}

Error nothingLeft(const Formula &formula, const std::vector<Visit> &visits)
{
    if (visits.empty())
        return {ErrorCode::WeekdayNotSold, u"no slot on this day"_s, {formula.name.french()}};
    if (formula.slotPatterns.empty())
        return {ErrorCode::Closed, u"the attraction has closed"_s, {}};
    return {ErrorCode::SlotPassed, u"every slot has passed"_s, {formula.name.french(), u"every"_s}};
}

} // namespace

const SlotState *FormulaState::next() const
{
    const auto sellable = std::ranges::find_if(slotStates, [](const SlotState &state) { return !state.refusal; });
    return refusal || sellable == slotStates.end() ? nullptr : &*sellable;
}

FormulaState formulaState(const Formula &formula, QDate date, const QDateTime &now, const Catalogue &catalogue, const Occupancy &occupancy,
                          const SalePoint &point)
{
    FormulaState state{
        .formula = formula.key, .refusal = dayRefusal(formula, date, now, catalogue, point), .slotStates = {}, .fromPrice = {}};
    if (state.refusal)
        return state;
    const Result<Money> fromPrice = fromPriceOn(formula, date, catalogue, point);
    if (!fromPrice) {
        state.refusal = fromPrice.error();
        return state;
    }
    state.fromPrice = *fromPrice;
    const OpeningHours hours = openingHours(catalogue.calendar, date, formula.audience);
    const std::vector<Visit> visits = visitsOn(formula, date);
    for (const Visit &visit : visits)
        if (!hasPassed(formula, visit, hours, now, point.channel))
            state.slotStates.push_back(slotState(formula, visit, hours, now, catalogue, occupancy, point));
    if (state.slotStates.empty())
        state.refusal = nothingLeft(formula, visits);
    return state;
}

} // namespace guichet
