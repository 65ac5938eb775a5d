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
    QString line;          ///< As TillSettings::receiptPrinter.
    QString profile;       ///< Key of a PrinterProfile.
    int drawerPin = 0;     ///< 2 or 5; 0: as the profile says.
    QString profiles = {}; ///< The file with the technician's own profiles; empty: none.
    friend bool operator==(const PrinterChoice &, const PrinterChoice &) = default;
};

/// The printer that TillSettings::receiptPrinter names: `file:DIR`, `none`, or a line of makePrinterStream(): `tcp:HOST[:PORT]`,
/// `serial:PORT[:BAUD][:FLOW]`, `usb:/dev/usb/lp0`. InvalidInput for anything else, `screen` included: that one is the ui's. NotFound:
/// unknown profile; what is wrong in the file of the profiles. `logo`: dithered once for all jobs; null: none.
Result<std::unique_ptr<ReceiptPrinter>> makeReceiptPrinter(const PrinterChoice &choice, const QImage &logo = {});

/// Prints a sheet with every table of characters that such a printer may have. Errors as above; of a printer.
Result<> printCodePages(const PrinterChoice &choice);

/// What such a printer says of itself; none: it answers nothing, or is none that could. Errors as above; PrinterUnavailable.
Result<std::optional<PrinterAnswer>> askReceiptPrinter(const PrinterChoice &choice);

} // namespace guichet
