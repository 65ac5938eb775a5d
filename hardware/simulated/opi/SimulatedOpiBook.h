// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "hardware/simulated/opi/OpiScript.h"
#include "hardware/simulated/opi/SimulatedOpiMessages.h"

namespace guichet {

/// The mind of a simulated OPI terminal: decides payments, remembers its last one, counts its totals. Knows no lines and no threads.
class SimulatedOpiBook
{
public:
    /// The clock outlives it.
    explicit SimulatedOpiBook(const Clock &clock) : m_clock{clock} {}

    /// Does what a payment, refund or reversal asks and remembers it.
    SimulatedOpiRecord perform(const SimulatedOpiRequest &request, const OpiScript &script);
    /// It was given up: remembered too.
    SimulatedOpiRecord giveUp(const SimulatedOpiRequest &request, const QString &overallResult);
    /// The last payment, approved or not; none: it has never had one.
    const std::optional<SimulatedOpiRecord> &last() const { return m_last; }
    /// The last one with a ticket.
    const std::optional<SimulatedOpiRecord> &lastTicket() const { return m_lastTicket; }
    /// What was counted since the last closure.
    std::vector<OpiTotal> totals(bool closes);

    const std::vector<OpiBooking> &bookings() const { return m_bookings; }

private:
    SimulatedOpiRecord recordOf(const SimulatedOpiRequest &request, const QString &overallResult);
    SimulatedOpiRecord declined(const SimulatedOpiRequest &request, const QString &errorText);
    SimulatedOpiRecord book(const SimulatedOpiRequest &request, OpiBooking::Kind kind, Money amount);
    SimulatedOpiRecord reverse(const SimulatedOpiRequest &request);

    const Clock &m_clock;
    std::optional<SimulatedOpiRecord> m_last;
    std::optional<SimulatedOpiRecord> m_lastTicket;
    std::vector<OpiBooking> m_bookings;
    size_t m_countedFrom = 0; ///< The first booking since the last closure.
    int m_stan = 0;
};

} // namespace guichet
