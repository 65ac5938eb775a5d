// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

namespace guichet {

/// Paper as text of so many columns (48, 32, 80), for the terminal, files and tests. Lines end with a line feed; a QR code is `[QR
/// caption]`, a cut a dotted line.
QString plainText(const Paper &paper, int columns = 48);

} // namespace guichet
