// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"
#include "core/ports/ReceiptPrinter.h"

#include <QImage>
#include <memory>

namespace guichet {

/// Which printer, and what is set for it.
struct PrinterChoice
{
    QString line;      ///< As TillSettings::receiptPrinter.
    QString profile;   ///< Key of a PrinterProfile.
    int drawerPin = 0; ///< 2 or 5; 0: as the profile says.
    friend bool operator==(const PrinterChoice &, const PrinterChoice &) = default;
};

/// The printer that TillSettings::receiptPrinter names: `file:DIR`, `none`, or a line of makeByteStream(): `tcp:HOST[:PORT]` (9100),
/// `serial:PORT[:BAUD]`, `usb:/dev/usb/lp0`. InvalidInput for anything else, `screen` included: that one is the ui's. NotFound: unknown
/// profile. `logo`: dithered once for all jobs; null: none.
Result<std::unique_ptr<ReceiptPrinter>> makeReceiptPrinter(const PrinterChoice &choice, const QImage &logo = {});

/// What such a printer says of itself; none: it answers nothing, or is none that could. Errors as above; PrinterUnavailable.
Result<std::optional<PrinterAnswer>> askReceiptPrinter(const PrinterChoice &choice);

} // namespace guichet
