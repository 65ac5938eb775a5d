// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/hardware/RecordedDevice.h"

namespace guichet {

/// What the till knows after a charge under a fault, and after a restart and a look-up.
struct ChargeOutcome
{
    ChargeState charged = ChargeState::Unknown;
    ChargeState lookedUp = ChargeState::Unknown;
    friend bool operator==(const ChargeOutcome &, const ChargeOutcome &) = default;
    friend std::ostream &operator<<(std::ostream &out, const ChargeOutcome &outcome)
    {
        return out << outcome.charged << ", then " << outcome.lookedUp;
    }
};

} // namespace guichet
