// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/labels/LabelFormat.h"

#include <QByteArray>

namespace guichet {

inline constexpr int mostCopies = 500;

/// A label in ZPL II, for a printer of 8 dots a millimetre (203 dpi; hardware.md §8.6). InvalidInput: copies not 1 to mostCopies, or a
/// barcode that is no EAN-13. What is printed holds no command of ours: `^`, `~` and `_` are written as hexadecimal.
Result<QByteArray> zplLabel(const Label &label, const LabelFormat &format, int copies);

/// Sends labels to the printer that `setting` names: `tcp:HOST[:9100]`, `usb:/dev/usb/lp0`, `serial:PORT[:BAUD]`. Blocks until they have
/// left. InvalidInput, DeviceUnavailable, Timeout.
Result<> printZpl(const QString &setting, const QByteArray &zpl);

} // namespace guichet
