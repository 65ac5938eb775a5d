// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"
#include "hardware/escpos/EscPos.h"

#include <memory>

namespace guichet {

/// The printer that TillSettings::receiptPrinter names: `file:DIR`, `tcp:HOST[:PORT]` (IPv6 in brackets), `none`. InvalidInput for anything
/// else, `screen` included: that one is the ui's. NotFound: unknown profile.
Result<std::unique_ptr<ReceiptPrinter>> makeReceiptPrinter(const QString &setting, const QString &profileKey,
                                                           const EscPosOptions &options = {});

} // namespace guichet
