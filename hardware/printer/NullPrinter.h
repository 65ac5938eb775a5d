// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ReceiptPrinter.h"

namespace guichet {

/// No printer: every job is taken and forgotten. For tills whose receipts stay on the screen.
class NullPrinter : public ReceiptPrinter
{
public:
    QString name() const override { return QStringLiteral("none"); }
    Result<> print(const Paper &) override { return {}; }
    Result<> openDrawer() override { return {}; }
};

} // namespace guichet
