// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labels/LabelPrinterSettings.h"
#include "core/till/DisplaySettings.h"
#include "core/till/ScannerSettings.h"
#include "ui/devices/DevicesState.h"

/// What the cards of the scanner, the customer display and the printer of labels show, as plain values (HW-2, HW-4, HW-5, CAT-7).
namespace guichet {

/// What the page knows of the scanner.
struct ScannerFacts
{
    ScannerSettings settings;
    bool trying = false; ///< The person was asked to scan something.
    QString lastCode;    ///< The last one that came while the page was shown.
};

/// `log`: lines about the scanner; `ports`: what is plugged in.
DeviceCardState presentScanner(const ScannerFacts &facts, const std::vector<FoundPort> &ports, const QStringList &log,
                               Language language = Language::French);
/// `log`: lines about the display.
DeviceCardState presentDisplay(const DisplaySettings &settings, const std::vector<FoundPort> &ports, const QStringList &log,
                               Language language = Language::French);

/// `log`: lines about the printer of labels.
DeviceCardState presentLabelPrinter(const LabelPrinterSettings &settings, const std::vector<FoundPort> &ports, const QStringList &log,
                                    Language language = Language::French);

/// The names for people of scannerKeyboards(), displayKinds() and displayCharacters().
std::vector<std::pair<QString, QString>> scannerKeyboardNames();
std::vector<std::pair<QString, QString>> displayKindNames();
std::vector<std::pair<QString, QString>> displayCharacterNames();
/// How a printer of labels is reached, and the labels in it.
std::vector<std::pair<QString, QString>> labelPrinterWayNames();
std::vector<std::pair<QString, QString>> labelRollNames();

/// A serial line as settings write it, `serial:PORT[:BAUD]`, apart.
struct SerialPlace
{
    QString port;
    QString baud;            ///< Empty: the usual one.
    QString setting() const; ///< Empty without a port.
    friend bool operator==(const SerialPlace &, const SerialPlace &) = default;
};
SerialPlace serialPlaceOf(const QString &setting);

} // namespace guichet
