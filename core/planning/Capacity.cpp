// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Capacity.h"

#include "core/pricing/Pricing.h"

#include <algorithm>

namespace guichet {
namespace {

/// Another capacity set for the slot, else for the day, else that of the pool (DOS-7).
int capacityOf(const Pool &pool, const Visit &visit, const Catalogue &catalogue)
{
    int capacity = pool.capacity;
    for (const SlotCapacity &other : catalogue.slotCapacities) {
        if (other.pool != pool.key || other.date != visit.date)
            continue;
        if (other.slot.isValid() && other.slot == visit.slot)
            return other.capacity;
        if (other.slot.isNull())
            capacity = other.capacity;
    }
    return capacity;
}

int unitsInUse(const Pool &pool, const PoolTake &take, const Occupancy &occupancy)
{
    if (pool.mode == Pool::Mode::Interval) {
        const auto taken = occupancy.intervals.constFind(pool.key);
        return taken == occupancy.intervals.constEnd() ? 0 : maximumOverlap(*taken, take.start, take.end);
    }
    const auto days = occupancy.slotUnits.constFind(pool.key);
    if (days == occupancy.slotUnits.constEnd())
        return 0;
    const auto day = days->constFind(take.visit.date);
    return day == days->constEnd() ? 0 : day->value(take.visit.slot, 0);
}

/// `units` of a pool; a pool that is taken already is taken by so many more.
void addTake(std::vector<PoolTake> &takes, const Pool &pool, int units, const Visit &visit, const QDateTime &start, int durationMinutes)
{
    const auto same = std::ranges::find(takes, pool.key, &PoolTake::pool);
    if (same != takes.end()) {
        same->units += units;
        return;
    }
    const int minutes = durationMinutes + (pool.mode == Pool::Mode::Interval ? pool.turnaroundMinutes : 0);
    takes.push_back({.pool = pool.key,
                     .visit = {.date = visit.date, .slot = pool.mode == Pool::Mode::Day ? QTime{} : visit.slot},
                     .start = start,
                     .end = start.addSecs(minutes * 60LL),
                     .units = units});
}

Room tighter(const Room &a, const Room &b)
{
    if (a.isUnlimited() || b.isUnlimited())
        return a.isUnlimited() ? b : a;
    return b.free < a.free ? b : a;
}

Room wider(const Room &a, const Room &b)
{
    if (a.isUnlimited() || b.isUnlimited())
        return {};
    return b.free > a.free ? b : a;
}

/// A visit of a formula as its pools see it; the start is worked out once.
struct VisitedFormula
{
    const Formula &formula;
    const Visit &visit;
    QDateTime start;
};

/// How often a use of pools fits, the tightest pool deciding.
Room roomOf(const std::vector<PoolUse> &uses, const VisitedFormula &visited, const Catalogue &catalogue, const Occupancy &occupancy)
{
    Room room;
    for (const PoolUse &use : uses) {
        const Pool *pool = catalogue.pool(use.pool);
        if (!pool)
            continue;
        std::vector<PoolTake> takes;
        addTake(takes, *pool, 1, visited.visit, visited.start, visited.formula.durationMinutes);
        const Room ofPool = roomFor(takes.front(), catalogue, occupancy);
        room = tighter(room, {ofPool.capacity / use.units, std::max(ofPool.free, 0) / use.units});
    }
    return room;
}

} // namespace

void Occupancy::add(const QString &pool, const Visit &visit, int units)
{
    QMap<QTime, int> &day = slotUnits[pool][visit.date];
    day[QTime{}] += units;
    if (visit.slot.isValid())
        day[visit.slot] += units;
}

int maximumOverlap(const std::vector<PoolLoad::Taken> &taken, const QDateTime &start, const QDateTime &end)
{
    std::vector<std::pair<qint64, int>> changes; // At one instant what ends comes before what starts: negative units sort first.
    for (const PoolLoad::Taken &one : taken) {
        if (one.start >= end || one.end <= start)
            continue;
        changes.emplace_back(std::max(one.start, start).toMSecsSinceEpoch(), one.units);
        changes.emplace_back(one.end.toMSecsSinceEpoch(), -one.units);
    }
    std::ranges::sort(changes);
    int inUse = 0;
    int most = 0;
    for (const auto &[at, units] : changes)
        most = std::max(most, inUse += units);
    return most;
}

std::vector<PoolTake> poolTakes(const QString &formulaKey, const QString &itemKey, bool supplement, const Visit &visit, int quantity,
                                const Catalogue &catalogue)
{
    const Formula *formula = catalogue.formula(formulaKey);
    const OfferedItem *item = formula ? offeredItem(*formula, itemKey, supplement) : nullptr;
    if (!item)
        return {};
    const Resource *resource = supplement ? nullptr : catalogue.resource(itemKey);
    const Supplement *extra = supplement ? catalogue.supplement(itemKey) : nullptr;
    const int persons = resource ? resource->persons : 1;
    const int sold = extra && extra->flatRate ? std::min(quantity, 1) : quantity;
    const QDateTime start = startOf(visit, openingHours(catalogue.calendar, visit.date, formula->audience));
    std::vector<PoolTake> takes;
    const auto take = [&](const std::vector<PoolUse> &uses) {
        for (const PoolUse &use : uses)
            if (const Pool *pool = catalogue.pool(use.pool))
                addTake(takes, *pool, use.units * sold * (pool->unit == Pool::Unit::Person ? persons : 1), visit, start,
                        formula->durationMinutes);
    };
    if (!supplement)
        take(formula->pools);
    take(item->pools);
    return takes;
}

Room roomFor(const PoolTake &take, const Catalogue &catalogue, const Occupancy &occupancy)
{
    const Pool *pool = catalogue.pool(take.pool);
    if (!pool)
        return {};
    const int capacity = capacityOf(*pool, take.visit, catalogue);
    return {.capacity = capacity, .free = capacity - unitsInUse(*pool, take, occupancy)};
}

Room roomAt(const Formula &formula, const Visit &visit, const Catalogue &catalogue, const Occupancy &occupancy)
{
    const VisitedFormula visited{formula, visit, startOf(visit, openingHours(catalogue.calendar, visit.date, formula.audience))};
    std::optional<Room> ofItems;
    for (const OfferedItem &item : formula.resources) {
        if (!priceRuleFor(item, formula, visit.date))
            continue;
        const Room room = roomOf(item.pools, visited, catalogue, occupancy);
        ofItems = ofItems ? wider(*ofItems, room) : room;
    }
    return tighter(roomOf(formula.pools, visited, catalogue, occupancy), ofItems.value_or(Room{}));
}

} // namespace guichet
