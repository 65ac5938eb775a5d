// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/zvt/ZvtApdu.h"

#include <QString>

namespace guichet {

/// A message for the device log: its bytes in hexadecimal, `04 0F 1B 27 00 …`. Password, card number but its last four digits, track and
/// chip data, and long runs of digits in texts are `**`; so is what follows a field that nobody knows (hardware.md §2.13).
QString zvtLogText(const ZvtApdu &apdu);

} // namespace guichet
