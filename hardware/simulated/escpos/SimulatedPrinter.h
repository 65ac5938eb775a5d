// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "hardware/simulated/escpos/SimulatedEscPos.h"
#include "hardware/transport/ByteStream.h"

#include <atomic>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace guichet {

struct SimulatedPrinterSettings
{
    quint16 port = 0; ///< On loopback; 0: any free one.
    int dots = 576;   ///< Width of the paper.
};

/// A receipt printer that exists in this program only (HW-6): on loopback or on a pseudo-terminal, one till at a time. What it has taken
/// but not printed stays in it when the till hangs up, as in a real one, and comes out when paper is in again. On a thread of its own;
/// everything here may be called from any other.
class SimulatedPrinter
{
public:
    /// Switched on. DeviceUnavailable: the port is taken, there are no pseudo-terminals.
    static Result<std::unique_ptr<SimulatedPrinter>> start(const SimulatedPrinterSettings &settings = {});
    static Result<std::unique_ptr<SimulatedPrinter>> startSerial(const SimulatedPrinterSettings &settings = {});
    ~SimulatedPrinter();
    SimulatedPrinter(const SimulatedPrinter &) = delete;
    SimulatedPrinter &operator=(const SimulatedPrinter &) = delete;

    /// With which a till reaches it: `tcp:127.0.0.1:40123`, `serial:/dev/pts/3`.
    const QString &address() const { return m_address; }
    SimulatedPrinterSwitches switches() const;
    void change(const std::function<void(SimulatedPrinterSwitches &)> &change);

    std::vector<SimulatedSheet> sheets() const; ///< Cut ones, then what hangs out of it, if anything.
    QString text() const;                       ///< Of all sheets.
    int kicks() const;
    QByteArray unknown() const;
    qint64 received() const { return m_received; } ///< Bytes since it was switched on.
    /// A number that changes with everything that is seen of it.
    quint64 version() const { return m_version; }

private:
    explicit SimulatedPrinter(const SimulatedPrinterSettings &settings) : m_settings{settings}, m_printer{settings.dots} {}
    void runTcp(std::promise<quint16> promise);
    void runSerial(std::unique_ptr<ByteStream> stream);
    void serve(ByteStream &stream);
    bool turn(ByteStream &stream, qint64 &ofThisCall);
    void takeIn(const QByteArray &bytes);
    void printOn();
    bool printLine();
    QByteArray answers();

    SimulatedPrinterSettings m_settings;
    QString m_address;
    mutable std::mutex m_mutex; ///< Of the switches and of the printer.
    SimulatedPrinterSwitches m_switches;
    SimulatedEscPos m_printer;
    std::atomic<bool> m_isOff = false;
    std::atomic<qint64> m_received = 0;
    std::atomic<quint64> m_version = 0;
    std::thread m_thread;
};

} // namespace guichet
