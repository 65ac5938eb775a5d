// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QStringList>

namespace guichet {

/// The scanner of this till (HW-2): how one that types like a keyboard is told from a person, and where one with a line of its own is. Both
/// may be there. Of this machine: working state, not a document.
struct ScannerSettings
{
    QString prefix;                            ///< What it types first: `stx`, `F1` … `F35` or one character; empty: its speed tells.
    bool endsBySilence = false;                ///< It types no Enter, Tab or ETX at the end of a code.
    int longestGapMs = 35;                     ///< Between two characters, 5–200; slow Bluetooth needs 50–80.
    int fewestCharacters = 4;                  ///< Of a code without prefix, 2–20.
    QString keyboard = QStringLiteral("same"); ///< One of scannerKeyboards().
    QString separator;                         ///< What it types for the GS of a GS1 code: `F1` … `F35` or characters; empty: Ctrl+].
    QString line;                              ///< `serial:/dev/ttyACM0[:BAUD]`; empty: none.
    QString usb;                               ///< `VID:PID[:SERIAL]`, hexadecimal: the port is looked for by it, `line` gives the baud.
    int silenceMs = 60;                        ///< Ends a code on the line when no CR or LF does, 10–2000.
    friend bool operator==(const ScannerSettings &, const ScannerSettings &) = default;
};

/// `same`: it types what is in the code; `us-on-azerty`: it thinks that the keyboard is American, and it is Belgian.
const QStringList &scannerKeyboards();

QJsonObject toJson(const ScannerSettings &settings);
/// Absent fields keep their default; unknown ones are refused (InvalidInput).
Result<ScannerSettings> scannerSettingsFromJson(const QJsonObject &object);

} // namespace guichet
