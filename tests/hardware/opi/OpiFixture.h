// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/opi/OpiRequestId.h"
#include "hardware/opi/OpiTerminal.h"
#include "hardware/simulated/opi/SimulatedOpiTerminal.h"
#include "tests/hardware/ChargeOutcome.h"
#include "tests/support/Catch.h"

#include <QThread>
#include <array>
#include <map>

namespace guichet {

/// What most tests charge.
inline constexpr Money price = Money::fromCents(2400);

inline SimulatedOpiSettings anyDialect()
{
    return GENERATE(SimulatedOpiSettings::twoChannels(), SimulatedOpiSettings::oneSocket());
}

/// A simulated terminal and a till's driver for it, faster than in a shop.
struct OpiFixture
{
    SystemClock clock;
    RecordedLog log;
    KeptMemory memory;
    std::unique_ptr<SimulatedOpiTerminal> terminal;
    OpiProfile profile;
    std::unique_ptr<OpiTerminal> driver;

    explicit OpiFixture(const SimulatedOpiSettings &settings = {})
        : terminal{SimulatedOpiTerminal::start(settings, clock).value()}, profile{terminal->profile()}
    {
        profile.limits = OpiLimits{}.dividedBy(1000);
        profile.limits.payment = std::chrono::milliseconds{3000}; // a busy computer is not a slow customer
        profile.limits.inactivity = std::chrono::milliseconds{1500};
        restart();
    }

    /// A new driver, as after a power cut.
    void restart()
    {
        driver.reset();
        driver = std::make_unique<OpiTerminal>(profile, log, memory, clock);
        REQUIRE(driver->listen());
        terminal->sendDeviceRequestsTo(driver->devicePort());
    }

    /// A new intent, in a centisecond of its own.
    static Id<PaymentIntent> newIntent()
    {
        QThread::msleep(11);
        return Id<PaymentIntent>::generate();
    }

    Charge charge(const Id<PaymentIntent> &intent, Money amount) { return driver->charge(intent, amount, {}).value(); }
    Charge lookUp(const Id<PaymentIntent> &intent, Money amount)
    {
        return foundBy([&] { return driver->lookUp(intent, amount); }).value();
    }

    /// What the terminal really took for an intent.
    Money taken(const Id<PaymentIntent> &intent) const
    {
        Money sum;
        for (const OpiBooking &booking : terminal->bookings())
            sum += booking.requestId == opiRequestId(intent) ? booking.amount : Money{};
        return sum;
    }
};

} // namespace guichet
