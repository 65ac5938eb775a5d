// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/display/SimulatedDisplay.h"
#include "hardware/simulated/scanner/SimulatedKeyboard.h"
#include "hardware/simulated/scanner/SimulatedScanner.h"

#include <QJsonObject>

namespace guichet {

/// A simulated scanner with a hand at it (HW-6). On one thread.
class ScannerBooth
{
public:
    /// `serial [LINK]`: plugged in under that name, else a usual one; `unplug`, `plug`; `scan CODE`: its light sees a code, and the serial
    /// line says it; `type CODE`: it types it like a keyboard, into the window that has the focus. InvalidInput, DeviceUnavailable.
    Result<QJsonObject> run(const QStringList &words);
    QString setting() const { return m_scanner ? m_scanner->setting() : QString{}; } ///< Empty: not switched on.
    bool isPlugged() const { return m_scanner && m_scanner->isPlugged(); }

private:
    std::unique_ptr<SimulatedScanner> m_scanner;
    SimulatedKeyboard m_keyboard;
};

/// A simulated customer display (HW-6). On one thread.
class DisplayBooth
{
public:
    /// `cd5220` or `epson` [LINK]: plugged in under that name, else a usual one; `unplug`, `plug`; `text`: what it shows; `until TEXT`:
    /// waits half a minute for it. InvalidInput, DeviceUnavailable, Timeout.
    Result<QJsonObject> run(const QStringList &words);
    /// Takes in what the till has sent; a display that nobody tends fills up and holds its till up.
    DisplayText tend() { return m_display ? m_display->text() : DisplayText{}; }
    QString setting() const { return m_display ? m_display->settings().line : QString{}; } ///< Empty: not switched on.

private:
    Result<QJsonObject> await(const QString &text);

    std::unique_ptr<SimulatedDisplay> m_display;
};

} // namespace guichet
