// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <algorithm>

namespace guichet {

/// How much more than was asked is believed of a terminal: a customer may give a tip (hardware.md §2.10). As much again, or 50 €, whichever
/// is more; a refund never gives back more than was asked. What is beyond is for a person to decide.
struct TipCeiling
{
    int percent = 100;                      ///< Of what was asked.
    Money always = Money::fromCents(5'000); ///< Whatever was asked.

    /// `moved`: what the terminal says it took or, negative as `asked`, gave back.
    bool allows(Money asked, Money moved) const
    {
        if (asked.isNegative())
            return moved.isNegative() && moved >= asked;
        const Money tip = std::max(always, Money::fromCents(asked.cents() * percent / 100));
        return moved.isPositive() && moved <= asked + tip;
    }
    friend bool operator==(const TipCeiling &, const TipCeiling &) = default;
};

} // namespace guichet
