// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"
#include "core/ports/PaymentTerminal.h"
#include "core/till/TillSettings.h"
#include "ui/widgets/DataTable.h"

#include <QCoreApplication>
#include <optional>

/// What the page *Périphériques* shows, as plain values, and the pure functions that decide it (HW-5).
namespace guichet {

/// What a try of a device brought.
struct DeviceTry
{
    QDateTime at;
    Result<QString> answer;
};

/// What the page knows of the terminal.
struct TerminalFacts
{
    TerminalSettings settings;
    bool secretKept = false;
    int doubts = 0; ///< Payments without a certain answer.
    bool trying = false;
    std::optional<DeviceTry> lastTry = {};
    std::optional<Error> refused = {}; ///< Why the settings do not do.
    std::optional<Result<TerminalTotals>> totals = {};
};

/// What the page knows of the receipt printer, or of the spare one.
struct PrinterFacts
{
    bool isSpare = false;
    QString printer; ///< As TillSettings::receiptPrinter.
    QString profile; ///< The name of the profile.
    int waiting = 0;
    QString trouble; ///< Why the first job waits, in words.
    bool paperLow = false;
    int drawerPin = 0;
    QString drawerSensor; ///< As TillSettings.
    bool asking = false;
    std::optional<Result<std::optional<PrinterAnswer>>> answer = {}; ///< What it said of itself when it was asked last.
};

/// What a card shows of a device.
struct DeviceCardState
{
    QString state;
    Tone tone = Tone::Muted;
    std::vector<std::pair<QString, QString>> rows;   ///< Label and words.
    QStringList troubles;                            ///< The last errors, newest first, in words.
    std::vector<std::pair<QString, QString>> totals; ///< By brand, then all together.
    QStringList actions;                             ///< Object names of the buttons that can be used now.
    friend bool operator==(const DeviceCardState &, const DeviceCardState &) = default;
};

/// `log`: lines about the terminal; `ports`: what is plugged in.
DeviceCardState presentTerminal(const TerminalFacts &facts, const std::vector<FoundPort> &ports, const QStringList &log,
                                Language language = Language::French);
/// `log`: lines about the printer.
DeviceCardState presentPrinter(const PrinterFacts &facts, const std::vector<FoundPort> &ports, const QStringList &log,
                               Language language = Language::French);

/// The kinds of terminals with their names for people.
std::vector<std::pair<QString, QString>> terminalKindNames();
/// What stands in the field of the secret of a kind; empty: it has none.
QString secretWord(const QString &kind);

/// Certificates as PEM again, whatever became of their line ends in a field of one line; text without any stays as it is.
QString pemOf(const QString &text);

/// How the till reaches its printer: `tcp:`, `usb:`, `serial:`, `file:`, or `screen` without a place.
struct PrinterWay
{
    QString way = QStringLiteral("screen");
    QString place;
    QString flow = {}; ///< Of a serial line: how a full printer says so, a key of printerFlowNames(); empty: the usual way.
    QString setting() const;
    friend bool operator==(const PrinterWay &, const PrinterWay &) = default;
};
PrinterWay printerWayOf(const QString &setting);
std::vector<std::pair<QString, QString>> printerWayNames();
std::vector<std::pair<QString, QString>> sparePrinterWayNames(); ///< The same, where `screen` is none.
/// How a serial printer that is full says so, the usual way first.
std::vector<std::pair<QString, QString>> printerFlowNames();
/// What a place of that way looks like: `192.0.2.10:9100`.
QString printerPlaceExample(const QString &way);
/// The ports that can be the place; none: it is no port.
std::optional<FoundPort::Kind> printerPortKind(const QString &way);
/// `HOST[:PORT]` apart, port 9100 when none is said, 0 when what is said is none.
std::pair<QString, int> rawPlaceOf(const QString &place);

/// The port of a setting, `usb:PATH` or `serial:PORT[:…]`; empty: it has none.
QString portOf(const QString &setting);
/// Whether something is plugged in there now.
bool isPlugged(const std::vector<FoundPort> &ports, const QString &path);

/// The lines of a log that are about one device.
QStringList linesOfDevice(const QStringList &log, const QString &device);

/// The last `count` errors of log lines, newest first: the time and a sentence.
QStringList presentTroubles(const QStringList &log, int count, Language language = Language::French);

} // namespace guichet
