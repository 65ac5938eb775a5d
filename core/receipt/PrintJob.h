// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

#include <QDateTime>

namespace guichet {

/// A job of the spool. Working state: outside rebuild; survives a restart (HW-1).
struct PrintJob
{
    /// Sending: its first byte may have left; committed before it does. Doubtful: bytes went out and nothing proved their end, so only a
    /// person says what becomes of it.
    enum class State { Waiting, Sending, Doubtful, Printed, Discarded };
    /// Of the settings: `receiptPrinter` or `sparePrinter`.
    enum class Printer { Receipt, Spare };
    QString id;
    Paper paper;
    State state = State::Waiting;
    Printer printer = Printer::Receipt;
    int attempts = 0;
    QString lastError;
    QDateTime at;
    friend bool operator==(const PrintJob &, const PrintJob &) = default;
};

} // namespace guichet
