// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace guichet {

/// The character of a byte ≥ 20h in the page that `1B 74 n` selects on an Epson: 0 CP437, 2 CP850, 16 WPC1252, 19 CP858, 40 ISO 8859-15.
/// U+FFFD: the page is not known or leaves it open.
QChar simulatedCharacter(int page, unsigned char byte);

} // namespace guichet
