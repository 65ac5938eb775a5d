// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Availability.h"

namespace guichet {

/// Room in a pool; −1 in both: unlimited.
struct Room
{
    int capacity = -1;
    int free = -1;

    bool isUnlimited() const { return capacity < 0; }
};

/// The room that one take finds in its pool, in units of the pool; `free` is below 0 when more was sold than there is (forced, or capacity
/// lowered since).
Room roomFor(const PoolTake &take, const Catalogue &catalogue, const Occupancy &occupancy);

/// How many visitors or items still fit a visit of a formula, for the shelf (SELL-3).
Room roomAt(const Formula &formula, const Visit &visit, const Catalogue &catalogue, const Occupancy &occupancy);

} // namespace guichet
