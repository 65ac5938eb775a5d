// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Overuse.h"

#include "core/planning/Capacity.h"

#include <algorithm>

namespace guichet {
namespace {

void look(std::vector<OversoldVisit> &found, const Pool &pool, const PoolTake &take, const Catalogue &catalogue, const Occupancy &occupancy)
{
    const Room room = roomFor(take, catalogue, occupancy);
    if (room.isUnlimited() || room.free >= 0)
        return;
    const OversoldVisit visit{.pool = pool.name, .visit = take.visit, .sold = room.capacity - room.free, .capacity = room.capacity};
    if (std::ranges::find(found, visit) == found.end()) // two that begin together are one
        found.push_back(visit);
}

/// What a pool of slots or of days has taken; the null time holds the units of a day, of which a pool of slots has no number.
void lookAtSlots(std::vector<OversoldVisit> &found, const Pool &pool, const Catalogue &catalogue, const Occupancy &occupancy)
{
    const auto days = occupancy.slotUnits.value(pool.key);
    for (auto day = days.cbegin(); day != days.cend(); ++day)
        for (const QTime &slot : day->keys())
            if (slot.isNull() == (pool.mode == Pool::Mode::Day))
                look(found, pool, {.pool = pool.key, .visit = {.date = day.key(), .slot = slot}, .start = {}, .end = {}}, catalogue,
                     occupancy);
}

void lookAtRents(std::vector<OversoldVisit> &found, const Pool &pool, const Catalogue &catalogue, const Occupancy &occupancy)
{
    for (const PoolLoad::Taken &taken : occupancy.intervals.value(pool.key)) {
        const QDateTime start = taken.start.toTimeZone(brussels());
        look(found, pool, {.pool = pool.key, .visit = {.date = start.date(), .slot = start.time()}, .start = taken.start, .end = taken.end},
             catalogue, occupancy);
    }
}

} // namespace

std::vector<OversoldVisit> oversoldVisits(const Occupancy &occupancy, const Catalogue &catalogue)
{
    std::vector<OversoldVisit> found;
    for (const Pool &pool : catalogue.pools)
        pool.mode == Pool::Mode::Interval ? lookAtRents(found, pool, catalogue, occupancy) : lookAtSlots(found, pool, catalogue, occupancy);
    std::ranges::stable_sort(found, {}, &OversoldVisit::visit);
    return found;
}

} // namespace guichet
