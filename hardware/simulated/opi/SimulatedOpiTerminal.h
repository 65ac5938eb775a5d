// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/opi/SimulatedOpiServer.h"

namespace guichet {

/// An OPI terminal that exists in this program only (HW-6): both channels on loopback, or one socket, a card to present, and the faults of
/// OpiScript. On threads of its own; everything here may be called from any other.
class SimulatedOpiTerminal
{
public:
    /// Switched on. The clock outlives it. DeviceUnavailable: the port is taken.
    static Result<std::unique_ptr<SimulatedOpiTerminal>> start(const SimulatedOpiSettings &settings, const Clock &clock);

    /// With which a till reaches it; the till listens on any free port, which sendDeviceRequestsTo() must be told.
    OpiProfile profile() const;
    quint16 port() const { return m_server.port(); }
    /// Where the till listens for channel 1, on this computer; 0: nowhere.
    void sendDeviceRequestsTo(quint16 tillPort) { m_server.setTill({.port = tillPort}); }

    /// How all payments are taken for which scriptNext() said nothing.
    void setScript(const OpiScript &standing) { m_server.setStanding(standing); }
    /// How the next payment, refund or reversal is taken; several wait in line.
    void scriptNext(const OpiScript &script) { m_server.scriptNext(script); }
    /// The customer holds a card to it: what waits is decided now.
    void presentCard() { m_server.presentCard(); }
    bool isServing() const { return m_server.isServing(); }
    QString display() const { return m_server.display(); } ///< What the customer reads.

    /// The truth: what money has moved, in order.
    std::vector<OpiBooking> bookings() const { return m_server.bookings(); }
    /// How many times a payment of that RequestID has reached it.
    int arrivals(qint64 requestId) const { return m_server.arrivals(requestId); }

private:
    SimulatedOpiTerminal(const SimulatedOpiSettings &settings, const Clock &clock) : m_settings{settings}, m_server{settings, clock} {}

    SimulatedOpiSettings m_settings;
    SimulatedOpiServer m_server;
};

} // namespace guichet
