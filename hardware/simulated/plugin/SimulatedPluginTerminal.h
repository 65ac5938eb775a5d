// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/plugin/PluginProfile.h"
#include "hardware/simulated/plugin/SimulatedPluginBook.h"
#include "hardware/transport/ByteStream.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <thread>

namespace guichet {

/// The terminal of the example plug-in (example_terminal.c), HW-6: on loopback, with a card to present and the faults of PluginScript. It
/// also tells the example what to do wrong. On a thread of its own; everything here may be called from any other.
///
/// A call is one connection and one line, `CHARGE ID CENTS`, `REVERSE ID CENTS TRANSACTION`, `STATUS ID`, `IDLE`, `TOTALS 0|1`; the example
/// may say `CANCEL` after it. What comes back: `PROMPT WORDS`, `PLAY FAULT`, `TOTAL BRAND COUNT CENTS`, and at last one of `BUSY`, `READY
/// WORDS`, `ANSWER ID STATE CENTS TRANSACTION REFERENCE`, `END`.
class SimulatedPluginTerminal
{
public:
    /// Switched on; port 0: any free one. DeviceUnavailable: the port is taken.
    static Result<std::unique_ptr<SimulatedPluginTerminal>> start(quint16 port = 0);
    ~SimulatedPluginTerminal();
    SimulatedPluginTerminal(const SimulatedPluginTerminal &) = delete;
    SimulatedPluginTerminal &operator=(const SimulatedPluginTerminal &) = delete;

    quint16 port() const { return m_port; }
    /// The example that reaches it: it lies beside the programs.
    static QString library();

    /// How all payments are taken for which scriptNext() said nothing.
    void setScript(const PluginScript &standing);
    /// How the next payment, refund or reversal is taken; several wait in line.
    void scriptNext(const PluginScript &script);
    /// The customer holds a card to it: what waits is decided now.
    void presentCard();

    /// The truth: what money has moved, in order.
    std::vector<PluginBooking> bookings() { return m_book.bookings(); }
    /// How many times a payment, refund or reversal of that id has reached it.
    int arrivals(const QString &id) const { return m_book.arrivals(id); }

private:
    SimulatedPluginTerminal() = default;
    void run(quint16 port, std::promise<quint16> promise);
    void serve(ByteStream &line);
    void take(ByteStream &line, const PluginWish &wish);
    bool breaksBefore(ByteStream &line, const PluginWish &wish, const PluginScript &script);
    bool isStopped(ByteStream &line, const PluginScript &script);
    void answer(ByteStream &line, const QByteArray &answer, const PluginScript &script);
    bool isOff() const;
    PluginScript takeScript();
    bool takeCard();
    void sleep(std::chrono::milliseconds duration);

    SimulatedPluginBook m_book;
    quint16 m_port = 0;
    std::chrono::milliseconds m_outage{0}; ///< Wanted at the end of this connection.
    std::thread m_thread;
    mutable std::mutex m_mutex; ///< Of what follows.
    std::condition_variable m_changed;
    PluginScript m_standing;
    std::deque<PluginScript> m_next;
    bool m_hasCard = false;
    bool m_isOff = false;
};

} // namespace guichet
