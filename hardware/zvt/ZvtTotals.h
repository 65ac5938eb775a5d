// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/zvt/ZvtStatus.h"

namespace guichet {

/// The totals of a turnover report or an end of day: BMP 60, one row a brand that was used. ZVT counts to 255 a brand. Where there is only
/// a sum, one row without a brand. DeviceAnswerInvalid: neither, or a number that is none.
Result<TerminalTotals> zvtTotalsFrom(const ZvtStatus &status);

} // namespace guichet
