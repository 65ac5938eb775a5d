// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/nexo/NexoTerminal.h"
#include "hardware/simulated/nexo/SimulatedNexoTerminal.h"
#include "tests/support/Catch.h"

#include <algorithm>
#include <mutex>

namespace guichet {

inline std::ostream &operator<<(std::ostream &out, ChargeState state)
{
    constexpr std::array names{"Approved", "Declined", "NotStarted", "Unknown"};
    return out << names[static_cast<size_t>(state)];
}

/// Keeps what was said, for tests.
class RecordedLog final : public DeviceLog
{
public:
    void write(const QString &, Direction direction, const QString &text) override
    {
        constexpr std::array signs{"-> ", "<- ", "-- "};
        const std::lock_guard lock{m_mutex};
        m_lines.push_back(QLatin1String{signs[static_cast<size_t>(direction)]} + text);
    }
    QStringList lines() const
    {
        const std::lock_guard lock{m_mutex};
        return m_lines;
    }
    qsizetype count(const QString &part) const { return lines().filter(part).size(); }

private:
    mutable std::mutex m_mutex;
    QStringList m_lines;
};

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
    }

    NexoTerminal driver() { return NexoTerminal{profile, log, clock}; }

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
