// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/zvt/SimulatedZvtDesk.h"

#include <future>
#include <thread>

namespace guichet {

/// A ZVT terminal that exists in this program only (HW-6): on loopback or on a pseudo-terminal, with a card to present and the faults of
/// ZvtScript. On a thread of its own; everything here may be called from any other.
class SimulatedZvtTerminal
{
public:
    /// Switched on, on loopback or on a serial line. The clock outlives it. DeviceUnavailable: the port is taken, there are no
    /// pseudo-terminals.
    static Result<std::unique_ptr<SimulatedZvtTerminal>> start(const SimulatedZvtSettings &settings, const Clock &clock);
    static Result<std::unique_ptr<SimulatedZvtTerminal>> startSerial(const SimulatedZvtSettings &settings, const Clock &clock);
    ~SimulatedZvtTerminal();
    SimulatedZvtTerminal(const SimulatedZvtTerminal &) = delete;
    SimulatedZvtTerminal &operator=(const SimulatedZvtTerminal &) = delete;

    /// With which a till reaches it.
    ZvtProfile profile() const;

    /// How all payments are taken for which scriptNext() said nothing.
    void setScript(const ZvtScript &standing) { m_controls.setStanding(standing); }
    /// How the next payment, refund or reversal is taken; several wait in line.
    void scriptNext(const ZvtScript &script) { m_controls.queue(script); }
    /// The customer holds a card to it: what waits is decided now.
    void presentCard() { m_controls.presentCard(); }
    bool isServing() const { return m_controls.isServing(); }
    /// What a status enquiry says: `00` ready, `C2` diagnosis required … (hardware.md §6.2).
    void setState(quint8 code) { m_controls.setState(code); }

    /// The truth: what money has moved, in order.
    std::vector<ZvtBooking> bookings() const { return m_book.bookings(); }
    /// How many payments, refunds and reversals have reached it.
    int arrivals() const { return m_book.arrivals(); }

private:
    SimulatedZvtTerminal(const SimulatedZvtSettings &settings, const Clock &clock);
    void runTcp(std::promise<quint16> port);
    void runSerial(std::unique_ptr<ByteStream> stream);
    void serve(std::unique_ptr<ByteStream> stream);

    SimulatedZvtSettings m_settings;
    QString m_address;
    SimulatedZvtControls m_controls;
    SimulatedZvtBook m_book;
    SimulatedZvtDesk m_desk;
    std::thread m_thread;
};

} // namespace guichet
