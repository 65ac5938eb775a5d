// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Availability.h"

namespace guichet {

/// A promo code that was used more often than its number says.
struct OverusedCode
{
    QString code; ///< As printed.
    int used = 0;
    int limit = 0;
    friend bool operator==(const OverusedCode &, const OverusedCode &) = default;
};

/// A visit of which more was sold than there is: forced, sold without a line at several tills, or its capacity was lowered since.
struct OversoldVisit
{
    LocalizedText pool;
    Visit visit; ///< Without a slot: the day. Of what is rented: when it begins.
    int sold = 0;
    int capacity = 0;
    friend bool operator==(const OversoldVisit &, const OversoldVisit &) = default;
};

/// What was sold beyond its number. No fact is refused for that (decisions 23): it is shown to who can do something about it.
struct Overuse
{
    std::vector<OverusedCode> codes;
    std::vector<OversoldVisit> visits; ///< In their order.
    bool isEmpty() const { return codes.empty() && visits.empty(); }
    friend bool operator==(const Overuse &, const Overuse &) = default;
};

/// The visits of these days that are oversold. A pure function.
std::vector<OversoldVisit> oversoldVisits(const Occupancy &occupancy, const Catalogue &catalogue);

} // namespace guichet
