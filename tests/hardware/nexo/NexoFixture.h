// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/nexo/NexoTerminal.h"
#include "hardware/simulated/nexo/SimulatedNexoTerminal.h"
#include "tests/hardware/ChargeOutcome.h"
#include "tests/support/Catch.h"

#include <algorithm>
#include <mutex>

namespace guichet {

/// What most tests charge.
inline constexpr Money price = Money::fromCents(1250);

/// A simulated terminal and a till's driver for it, a thousand times as fast as in a shop.
struct NexoFixture
{
    SystemClock clock;
    RecordedLog log;
    std::unique_ptr<SimulatedNexoTerminal> terminal = SimulatedNexoTerminal::start({}, clock).value();
    NexoProfile profile = terminal->profile();
    Id<PaymentIntent> intent = Id<PaymentIntent>::generate();

    NexoFixture()
    {
        profile.limits = NexoLimits{}.dividedBy(1000);
        profile.limits.payment = std::chrono::milliseconds{1000}; // a busy computer is not a slow customer
        profile.limits.lookUp = std::chrono::milliseconds{3000};  // nor a terminal that knows nothing
    }

    NexoTerminal driver() { return NexoTerminal{profile, log, clock}; }

    Charge settled(const Id<PaymentIntent> &of, Money amount)
    {
        return foundBy([&] { return driver().lookUp(of, amount); }).value();
    }

    /// What the terminal really took for an intent.
    Money taken(const Id<PaymentIntent> &of) const
    {
        Money sum;
        for (const NexoBooking &booking : terminal->bookings())
            sum += booking.reference == of.toString() ? booking.amount : Money{};
        return sum;
    }
};

} // namespace guichet
