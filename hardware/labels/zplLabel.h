// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/labels/LabelFormat.h"

#include <QByteArray>

namespace guichet {

/// A label in ZPL II, for a printer of 8 dots a millimetre (203 dpi; hardware.md §8.6). InvalidInput: copies not 1 to mostCopies, or a
/// barcode that is no EAN-13. What is printed holds no command of ours: `^`, `~` and `_` are written as hexadecimal.
Result<QByteArray> zplLabel(const Label &label, const LabelFormat &format, int copies);

} // namespace guichet
