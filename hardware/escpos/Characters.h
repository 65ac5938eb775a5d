// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/escpos/PrinterProfile.h"

#include <optional>

namespace guichet {

/// The byte of a character in a set; nullopt when it has none. Never a control byte.
std::optional<char> byteFor(CharacterSet set, QChar character);
/// `WPC1252`.
const char *nameOf(CharacterSet set);
/// The character of a byte ≥ 20h: what decoders and tests need. U+FFFD when the set leaves it open.
QChar characterFor(CharacterSet set, char byte);
/// A near character for what old sets lack: ’ → ', – → -, … → ..., œ → oe; the text unchanged when there is none.
QString simplified(QChar character);

} // namespace guichet
