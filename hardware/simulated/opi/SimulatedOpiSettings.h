// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/opi/OpiProfile.h"

namespace guichet {

/// What a simulated OPI terminal is told at its start.
struct SimulatedOpiSettings
{
    OpiDialect dialect = OpiDialect::TwoChannels;
    quint16 port = 0; ///< Of channel 0; 0: any free one.
    QString terminalId = QStringLiteral("SIM00001");
    bool namesOriginal = true; ///< RepeatLastMessage says whose answer it repeats; not all terminals do.
    bool isLoggedIn = false;   ///< From the start.
    OpiTicketTargets tickets;

    static SimulatedOpiSettings twoChannels() { return {}; }
    static SimulatedOpiSettings oneSocket();
};

} // namespace guichet
