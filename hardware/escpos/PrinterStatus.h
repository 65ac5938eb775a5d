// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QByteArray>
#include <optional>

namespace guichet {

/// What a printer has said about itself.
struct PrinterStatus
{
    bool paperOut = false;
    bool paperLow = false;
    bool coverOpen = false;
    bool cutterBlocked = false;
    bool failed = false; ///< Needs to be switched off and on, or to cool down.
    bool offline = false;
    bool drawerLevel = false; ///< Pin 3 of its socket; which level means *open* depends on the drawer.
    friend bool operator==(const PrinterStatus &, const PrinterStatus &) = default;
};

/// The questions of `10 04 n` that we ask.
enum class StatusQuestion : char { Printer = 1, Offline = 2, Error = 3, Paper = 4 };

/// The bytes of a question.
QByteArray bytesOf(StatusQuestion question);
/// Takes over what the answer to a question says.
void takeAnswer(PrinterStatus &status, StatusQuestion question, char answer);

/// What the four bytes of an automatic status say.
PrinterStatus automaticStatus(const QByteArray &group);

/// Why it does not print, the cause before the consequence: PrinterOutOfPaper, PrinterCoverOpen, PrinterCutterBlocked, PrinterUnavailable
/// (failed), PrinterOffline. None: ready. `printer`: its name.
std::optional<Error> printerTrouble(const PrinterStatus &status, const QString &printer);

} // namespace guichet
