// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/ports/DeviceLog.h"
#include "core/ports/DeviceMemory.h"
#include "core/ports/PaymentTerminal.h"
#include "core/till/TerminalSettings.h"

#include <memory>

namespace guichet {

/// What the drivers work with; log, memory and clock outlive them.
struct TerminalNeeds
{
    DeviceLog &log;
    DeviceMemory &memory;
    const Clock &clock;
    QString folder = {};        ///< plugin: where its library may keep what it must remember.
    QString secret = {};        ///< What is kept under TerminalSettings::secretKey; empty: nothing is.
    AskCashier askCashier = {}; ///< opi: who answers the questions of the terminal; none: they are answered no.
    int haste = 1;              ///< By how much the time limits are divided: for terminals that live faster than people.
};

/// The driver that the settings name; null for `manual`, which has none. InvalidInput names the field that is missing or wrong.
Result<std::shared_ptr<PaymentTerminal>> makePaymentTerminal(const TerminalSettings &settings, const TerminalNeeds &needs);

} // namespace guichet
