// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

#include <QDateTime>

namespace guichet {

/// What the test page says of the printer that it comes from.
struct PrinterTest
{
    QString till;    ///< Its name.
    QString printer; ///< As it stands in the settings: `tcp:192.0.2.10`.
    QString profile; ///< Its key.
    QDateTime at;
};

/// Shows what goes wrong with printers: euro and accents, the width, large and bold text, a QR code, the cut (hardware.md §7.4).
Paper printerTestPage(const PrinterTest &test, Language language);

} // namespace guichet
