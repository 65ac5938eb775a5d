// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/zvt/SimulatedZvtTerminal.h"
#include "hardware/zvt/ZvtTerminal.h"
#include "tests/support/Catch.h"

#include <map>
#include <mutex>

namespace guichet {

inline std::ostream &operator<<(std::ostream &out, ChargeState state)
{
    constexpr std::array names{"Approved", "Declined", "NotStarted", "Unknown"};
    return out << names[static_cast<size_t>(state)];
}

/// Keeps what was said, for tests.
class ZvtRecordedLog final : public DeviceLog
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

/// Survives its driver as a file does, and fails when told.
class ZvtKeptMemory final : public DeviceMemory
{
public:
    Result<> remember(const QString &key, const QString &value) override
    {
        if (isFull)
            return failure(ErrorCode::FileFailed, QStringLiteral("full"));
        m_values[key] = value;
        return {};
    }
    QString recall(const QString &key) const override { return m_values.contains(key) ? m_values.at(key) : QString{}; }

    bool isFull = false;

private:
    std::map<QString, QString> m_values;
};

/// A simulated terminal and a till's driver for it, a thousand times as fast as in a shop.
struct ZvtFixture
{
    SystemClock clock;
    ZvtRecordedLog log;
    ZvtKeptMemory memory;
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
