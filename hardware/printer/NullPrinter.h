// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"

namespace guichet {

/// No printer: every job is taken and forgotten. For tills whose receipts stay on the screen.
class NullPrinter : public ReceiptPrinter
{
public:
    QString name() const override { return QStringLiteral("none"); }
    Result<PrintOutcome> print(const Paper &, const PrintWatch &) override { return PrintOutcome{}; }
};

} // namespace guichet
