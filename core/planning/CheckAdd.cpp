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

constexpr int mostUnitsOfLine = 9'999;

/// Units of an item of a formula that the cart already has; of all its resources when the key is empty.
int unitsInCart(const Cart &cart, const QString &formula, LineKind kind, const QString &item)
{
    int units = 0;
    for (const CartLine &line : cart.lines)
        if (line.kind == kind && line.formula == formula && (item.isEmpty() || line.item == item))
            units += line.quantity;
    return units;
}

Result<> checkSlot(const Formula &formula, const Visit &visit)
{
    const bool known =
        formula.slotPatterns.empty() ? visit.slot.isNull() : std::ranges::count(slotsOn(formula, visit.date), visit.slot) > 0;
    if (!known)
        return failure(ErrorCode::SlotUnknown, u"not a slot of this day"_s,
                       visit.slot.isValid() ? QStringList{visit.slot.toString(u"HH:mm"_s)} : QStringList{});
    return {};
}

Result<> checkAtMost(int units, int maximum, const LocalizedText &title)
{
    if (maximum > 0 && units > maximum)
        return failure(ErrorCode::MaximumExceeded, u"above the maximum"_s, {QString::number(maximum), title.french()});
    return {};
}

Result<> checkAtLeast(int units, int minimum, const LocalizedText &title)
{
    if (units < minimum)
        return failure(ErrorCode::MinimumNotReached, u"below the minimum"_s, {QString::number(minimum), title.french()});
    return {};
}

/// Of the item alone both ends; of the formula only the maximum, since its other items may still come.
Result<> checkQuantities(const Formula &formula, const OfferedItem &item, const AddRequest &request, const Cart &cart,
                         const Catalogue &catalogue)
{
    const LineKind kind = request.supplement ? LineKind::Supplement : LineKind::Resource;
    const LocalizedText title = itemTitle(catalogue, request.item, request.supplement);
    const int units = unitsInCart(cart, formula.key, kind, item.key) + request.quantity;
    TRY(checkAtMost(units, item.maximum, title));
    TRY(checkAtLeast(units, item.minimum, title));
    if (!request.supplement)
        TRY(checkAtMost(unitsInCart(cart, formula.key, kind, {}) + request.quantity, formula.maximumQuantity, formula.name));
    return {};
}

Result<> checkStockOfDay(const AddRequest &request, const Catalogue &catalogue, const Occupancy &occupancy)
{
    const Resource *resource = request.supplement ? nullptr : catalogue.resource(request.item);
    const Supplement *extra = request.supplement ? catalogue.supplement(request.item) : nullptr;
    const int stock = resource ? resource->stockPerDay : extra ? extra->stockPerDay : 0;
    const int wanted = extra && extra->flatRate ? 1 : request.quantity;
    const int sold = occupancy.soldPerDay.value(request.item).value(request.visit.date, 0);
    if (sold + wanted > stock)
        return failure(ErrorCode::StockPerDayExceeded, u"%1 of %2 sold"_s.arg(sold).arg(stock), {QString::number(stock)});
    return {};
}

/// The places left, in units of what is sold.
Result<> checkCapacity(const Formula &formula, const AddRequest &request, const Catalogue &catalogue, const Occupancy &occupancy)
{
    for (const PoolTake &take : poolTakes(request.formula, request.item, request.supplement, request.visit, request.quantity, catalogue)) {
        const Room room = roomFor(take, catalogue, occupancy);
        if (room.isUnlimited() || take.units <= std::max(room.free, 0)) // nobody fits in an oversold slot too
            continue;
        const int left = std::max(room.free, 0) * request.quantity / take.units;
        const QString what = visitTitle(formula, request.visit);
        return failure(ErrorCode::CapacityFull, u"pool "_s + take.pool,
                       left > 0 ? QStringList{what, QString::number(left)} : QStringList{what});
    }
    return {};
}

Result<> checkForceable(const Formula &formula, const AddRequest &request, const QDateTime &now, const Catalogue &catalogue,
                        const Occupancy &occupancy, Channel channel)
{
    const OpeningHours hours = openingHours(catalogue.calendar, request.visit.date, formula.audience);
    if (const std::optional<Error> late = timeRefusal(formula, request.visit, hours, now, channel))
        return std::unexpected(*late);
    return checkCapacity(formula, request, catalogue, occupancy);
}

/// What a request names, once its day, slot and price allow it.
struct Offer
{
    const Formula *formula = nullptr;
    const OfferedItem *item = nullptr;
};

Result<Offer> offerOf(const AddRequest &request, const QDateTime &now, const Catalogue &catalogue, const SalePoint &point)
{
    const Formula *formula = catalogue.formula(request.formula);
    if (!formula)
        return failure(ErrorCode::NotFound, u"no such formula"_s, {request.formula});
    if (request.quantity < 1 || request.quantity > mostUnitsOfLine)
        return failure(ErrorCode::QuantityInvalid, u"quantity out of range"_s, {QString::number(request.quantity)});
    if (const std::optional<Error> refusal = dayRefusal(*formula, request.visit.date, now, catalogue, point))
        return std::unexpected(*refusal);
    TRY(checkSlot(*formula, request.visit));
    const OfferedItem *item = offeredItem(*formula, request.item, request.supplement);
    if (const std::optional<Error> refusal = itemRefusal(*formula, item, request, catalogue, point))
        return std::unexpected(*refusal);
    return Offer{formula, item};
}

/// The stock of the day, and unless they are forced the time and the places.
Result<> checkRoom(const Formula &formula, const AddRequest &request, const QDateTime &now, const Catalogue &catalogue,
                   const Occupancy &occupancy, Channel channel, Force force)
{
    TRY(checkStockOfDay(request, catalogue, occupancy));
    return force == Force::None ? checkForceable(formula, request, now, catalogue, occupancy, channel) : Result<>{};
}

} // namespace

Result<> checkAdd(const AddRequest &request, const Cart &cart, const QDateTime &now, const Catalogue &catalogue, const Occupancy &occupancy,
                  const SalePoint &point, Force force)
{
    TRY_LET(offer, offerOf(request, now, catalogue, point));
    TRY(checkQuantities(*offer.formula, *offer.item, request, cart, catalogue));
    return checkRoom(*offer.formula, request, now, catalogue, occupancy, point.channel, force);
}

Result<> checkStillSold(const AddRequest &line, const QDateTime &now, const Catalogue &catalogue, const Occupancy &occupancy,
                        const SalePoint &point, Force force)
{
    TRY_LET(offer, offerOf(line, now, catalogue, point));
    return checkRoom(*offer.formula, line, now, catalogue, occupancy, point.channel, force);
}

Result<> checkMinimums(const Cart &cart, const Catalogue &catalogue)
{
    for (const CartLine &line : cart.lines) {
        const bool supplement = line.kind == LineKind::Supplement;
        const Formula *formula = supplement || line.kind == LineKind::Resource ? catalogue.formula(line.formula) : nullptr;
        const OfferedItem *item = formula ? offeredItem(*formula, line.item, supplement) : nullptr;
        if (!item)
            continue;
        TRY(checkAtLeast(unitsInCart(cart, line.formula, line.kind, line.item), item->minimum,
                         itemTitle(catalogue, line.item, supplement)));
        if (!supplement)
            TRY(checkAtLeast(unitsInCart(cart, line.formula, LineKind::Resource, {}), formula->minimumQuantity, formula->name));
    }
    return {};
}

} // namespace guichet
