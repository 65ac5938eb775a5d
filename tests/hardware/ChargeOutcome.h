// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/hardware/RecordedDevice.h"

#include <concepts>
#include <thread>

namespace guichet {

/// What a look-up finds; asked again while the terminal is restarting, as a till does.
Result<Charge> foundBy(const std::invocable auto &lookUp)
{
    Result<Charge> found = lookUp();
    for (int tries = 0; tries < 200 && !found; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
        found = lookUp();
    }
    return found;
}

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
