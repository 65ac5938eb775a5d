// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/plugin/PluginTerminal.h"
#include "hardware/simulated/plugin/SimulatedPluginTerminal.h"
#include "tests/hardware/RecordedDevice.h"
#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace guichet {

/// What most tests charge.
inline constexpr Money price = Money::fromCents(1250);

/// The example of a vendor's library at its simulated terminal, and a till's driver for it, a thousand times as fast as in a shop.
struct PluginFixture
{
    RecordedLog log;
    QTemporaryDir folder;
    std::unique_ptr<SimulatedPluginTerminal> terminal = SimulatedPluginTerminal::start().value();
    PluginProfile profile;
    Id<PaymentIntent> intent = Id<PaymentIntent>::generate();

    PluginFixture()
    {
        profile.host = QCoreApplication::applicationDirPath() + QStringLiteral("/guichet-terminal-host");
        profile.library = SimulatedPluginTerminal::library();
        profile.address = QStringLiteral("127.0.0.1");
        profile.port = terminal->port();
        profile.secret = QStringLiteral("very secret");
        profile.folder = folder.filePath(QStringLiteral("plugin"));
        profile.limits = PluginLimits{}.dividedBy(1000);
        profile.limits.start = std::chrono::milliseconds{20'000}; // a busy computer is not a slow library
        profile.limits.status = std::chrono::milliseconds{5'000};
        profile.limits.payment = std::chrono::milliseconds{1'000};
        profile.limits.afterStop = std::chrono::milliseconds{300};
    }

    std::unique_ptr<PluginTerminal> driver() { return std::make_unique<PluginTerminal>(profile, log); }

    /// What the terminal really took for an intent.
    Money taken(const Id<PaymentIntent> &of)
    {
        Money sum;
        for (const PluginBooking &booking : terminal->bookings())
            sum += booking.id == of.toString() ? booking.amount : Money{};
        return sum;
    }
};

} // namespace guichet
