// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulators/DeskBooths.h"
#include "app/simulators/TerminalBooth.h"
#include "hardware/simulated/escpos/SimulatedPrinter.h"

#include <map>

namespace guichet {

/// The simulated devices of one run of guichet-devices, driven by lines of words; the window says the same lines (docs/devices.md). On one
/// thread; the devices have their own.
class DeviceDesk
{
public:
    /// The clock outlives it.
    explicit DeviceDesk(const Clock &clock) : m_clock{clock} {}

    /// Does a line; blank ones and those that begin with `#` do nothing. InvalidInput: not understood; DeviceUnavailable: the port is
    /// taken; Timeout: what was waited for did not come; FileFailed.
    Result<QJsonObject> run(const QString &line);

    SimulatedPrinter *printer() const { return m_printer.get(); } ///< Null: none yet.
    TerminalBooth *terminal(const QString &kind) const;           ///< Null: none yet.
    ScannerBooth &scanner() { return m_scanner; }
    DisplayBooth &display() { return m_display; }

private:
    Result<QJsonObject> nap(const QString &seconds);
    Result<QJsonObject> startPrinter(const QStringList &words);
    Result<QJsonObject> paper(const QStringList &words);
    Result<QJsonObject> awaitPaper(const QString &text) const;
    Result<QJsonObject> savePaper(const QString &file) const;
    Result<QJsonObject> turnSwitch(const QStringList &words);
    Result<QJsonObject> runTerminal(const QStringList &words);

    const Clock &m_clock;
    std::unique_ptr<SimulatedPrinter> m_printer;
    ScannerBooth m_scanner;
    DisplayBooth m_display;
    std::map<QString, std::unique_ptr<TerminalBooth>> m_terminals;
};

/// All sheets below each other, a gap between them.
QImage paperStrip(const std::vector<SimulatedSheet> &sheets);

} // namespace guichet
