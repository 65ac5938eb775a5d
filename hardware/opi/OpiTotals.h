// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/opi/OpiMessages.h"

namespace guichet {

/// The rows of a reconciliation, one a brand; `Credit`, refunds and reversals taken off (hardware.md §4.5). DeviceAnswerInvalid: an amount
/// or a count cannot be read, or is not in euros.
Result<TerminalTotals> opiTotalsFrom(const OpiAnswer &answer);

} // namespace guichet
