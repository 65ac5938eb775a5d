// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"

#include <QImage>
#include <memory>

namespace guichet {

/// The printer that TillSettings::receiptPrinter names: `file:DIR`, `none`, or a line of makeByteStream(): `tcp:HOST[:PORT]` (9100),
/// `serial:PORT[:BAUD]`, `usb:/dev/usb/lp0`. InvalidInput for anything else, `screen` included: that one is the ui's. NotFound: unknown
/// profile. `logo`: dithered once for all jobs; null: none.
Result<std::unique_ptr<ReceiptPrinter>> makeReceiptPrinter(const QString &setting, const QString &profileKey, const QImage &logo = {});

} // namespace guichet
