// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

#include <QDateTime>

namespace guichet {

/// A job of the spool. Working state: outside rebuild; survives a restart (HW-1).
struct PrintJob
{
    enum class State { Waiting, Printed, Failed, Discarded };
    QString id;
    Paper paper;
    State state = State::Waiting;
    int attempts = 0;
    QString lastError;
    QDateTime at;
    friend bool operator==(const PrintJob &, const PrintJob &) = default;
};

} // namespace guichet
