// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/SecretStore.h"
#include "core/till/TerminalSettings.h"

#include <utility>
#include <vector>

namespace guichet {

/// A way to a device that is plugged in now.
struct FoundPort
{
    enum class Kind { Serial, PrinterNode };
    Kind kind = Kind::Serial;
    QString path;  ///< `/dev/ttyUSB0`, `/dev/usb/lp0`.
    QString title; ///< What it calls itself; may be empty.
    friend bool operator==(const FoundPort &, const FoundPort &) = default;
};

/// What the page of the devices asks of this machine (HW-5): what is plugged in, what devices said, which terminal is used. Calls may block
/// for seconds; from any thread.
class DeviceBench
{
public:
    virtual ~DeviceBench() = default;
    virtual std::vector<FoundPort> ports() const = 0;
    /// Whether something takes a TCP connection there, within three seconds.
    virtual bool answers(const QString &host, int port) const = 0;
    /// Key and name of each printer profile that is shipped.
    virtual std::vector<std::pair<QString, QString>> printerProfiles() const = 0;
    /// The newest lines of today's log, oldest first; of all devices when `device` is empty. What failed is `… -- error CODE: detail`.
    virtual QStringList logLines(const QString &device, int count) const = 0;
    /// Writes the log of all days that are kept, for the support. FileFailed.
    virtual Result<> exportLog(const QString &path) const = 0;
    virtual SecretStore &secrets() = 0;
    /// Takes the terminal of the settings at the end of the call that runs; the error says which field does not do.
    virtual Result<> useTerminal(const TerminalSettings &settings) = 0;
};

} // namespace guichet
