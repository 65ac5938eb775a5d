// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/receipt/Paper.h"

namespace guichet {

/// Prints laid-out paper. Called on the device thread; blocks until the printer has taken it or failed. A failure never loses the sale: the
/// job stays in the spool (HW-1).
class ReceiptPrinter
{
public:
    virtual ~ReceiptPrinter() = default;
    virtual QString name() const = 0;
    virtual Result<> print(const Paper &paper) = 0;
    virtual Result<> openDrawer() = 0;
};

} // namespace guichet
