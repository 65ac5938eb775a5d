// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labels/LabelPrinterSettings.h"
#include "core/ports/SecretStore.h"
#include "core/till/TerminalSettings.h"

#include <optional>
#include <utility>
#include <vector>

namespace guichet {

/// A way to a device that is plugged in now.
struct FoundPort
{
    enum class Kind { Serial, PrinterNode, Named };
    Kind kind = Kind::Serial; ///< Named: somebody gave it that name in the settings; what it is, is not known.
    QString path;             ///< `/dev/serial/by-id/…`, `/dev/guichet/printer-SERIAL`, `/dev/ttyUSB0`, `/dev/usb/lp0`.
    QString title;            ///< What it calls itself; may be empty.
    friend bool operator==(const FoundPort &, const FoundPort &) = default;
};

/// What a receipt printer says of itself.
struct PrinterAnswer
{
    QString model;                     ///< `EPSON TM-T20II`; may be empty.
    bool drawerLevel = false;          ///< Of the contact in its drawer socket; what it means depends on the drawer.
    std::optional<Error> trouble = {}; ///< Why it does not print at present.
    bool paperLow = false;             ///< Its roll ends soon.
    friend bool operator==(const PrinterAnswer &, const PrinterAnswer &) = default;
};

/// What the page of the devices asks of this machine (HW-5): what is plugged in, what devices said, which terminal is used. Calls may block
/// for seconds; from any thread.
class DeviceBench
{
public:
    virtual ~DeviceBench() = default;
    /// What is plugged in: first the names that stay when a cable changes its socket, then those of the system, then which of `named`
    /// lead to something.
    virtual std::vector<FoundPort> ports(const QStringList &named) const = 0;
    /// Whether something takes a TCP connection there, within three seconds.
    virtual bool answers(const QString &host, int port) const = 0;
    /// Key and name of each printer profile: those that are shipped, then the technician's own. What is wrong with these is in the log.
    virtual std::vector<std::pair<QString, QString>> printerProfiles() const = 0;
    /// What a receipt printer says, by its line and profile; none: it answers nothing. Nothing is printed. Errors: it cannot be reached.
    virtual Result<std::optional<PrinterAnswer>> askPrinter(const QString &printer, const QString &profile) = 0;
    /// Prints, on a receipt printer, every table of characters that it may have, so that a person sees which ones are right. Not through
    /// the spool. Errors as above.
    virtual Result<> printCodePages(const QString &printer, const QString &profile) = 0;
    /// The newest lines of today's log, oldest first; of all devices when `device` is empty. What failed is `… -- error CODE: detail`.
    virtual QStringList logLines(const QString &device, int count) const = 0;
    /// Writes the log of all days that are kept, for the support. FileFailed.
    virtual Result<> exportLog(const QString &path) const = 0;
    virtual SecretStore &secrets() = 0;
    /// Takes the terminal of the settings at the end of the call that runs; the error says which field does not do.
    virtual Result<> useTerminal(const TerminalSettings &settings) = 0;
    /// The printers of the system that take A4 pages, the usual one first.
    virtual QStringList systemPrinters() const = 0;
    /// Prints sheets of labels on one of them, unscaled. DeviceUnavailable: it does not take them; InvalidInput as writeLabelSheets().
    virtual Result<> printSheets(const QString &systemPrinter, const LabelSheets &sheets) = 0;
    /// Sends labels to a printer of labels. DeviceUnavailable, Timeout, InvalidInput; LabelsOut, LabelPrinterOpen, LabelPrinterPaused:
    /// nothing was sent.
    virtual Result<> printLabels(const LabelPrinterSettings &settings, const std::vector<LabelBatch> &labels) = 0;
};

} // namespace guichet
