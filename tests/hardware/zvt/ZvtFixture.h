// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/zvt/SimulatedZvtTerminal.h"
#include "hardware/zvt/ZvtTerminal.h"
#include "tests/hardware/RecordedDevice.h"
#include "tests/support/Catch.h"

#include <map>
#include <mutex>

namespace guichet {

/// What most tests charge.
inline constexpr Money price = Money::fromCents(1250);

/// A simulated terminal and a till's driver for it, a thousand times as fast as in a shop.
struct ZvtFixture
{
    SystemClock clock;
    RecordedLog log;
    KeptMemory memory;
    SimulatedZvtSettings settings;
    std::unique_ptr<SimulatedZvtTerminal> terminal;
    ZvtProfile profile;
    Id<PaymentIntent> intent = Id<PaymentIntent>::generate();

    ZvtFixture() { restart(); }

    /// Another terminal, with the settings as they are now.
    void restart(bool isSerial = false)
    {
        settings.limits = ZvtLimits{}.dividedBy(1000);
        settings.limits.completion = std::chrono::milliseconds{1000}; // a busy computer is not a slow customer
        settings.limits.command = std::chrono::milliseconds{5000};
        settings.limits.afterAbort = std::chrono::milliseconds{200};
        terminal.reset();
        terminal = (isSerial ? SimulatedZvtTerminal::startSerial(settings, clock) : SimulatedZvtTerminal::start(settings, clock)).value();
        profile = terminal->profile();
    }

    ZvtTerminal driver() { return ZvtTerminal{profile, log, memory, clock}; }

    /// What the terminal has really taken in all.
    Money taken() const
    {
        Money sum;
        for (const ZvtBooking &booking : terminal->bookings())
            sum += booking.isUndone ? Money{} : booking.amount;
        return sum;
    }
};

} // namespace guichet
