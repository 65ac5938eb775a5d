// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/OrderPaper.h"
#include "core/receipt/ReportPaper.h"
#include "core/receipt/SaleReceipt.h"

/// One invented attraction and what it printed on one day, for tests of paper.
namespace guichet::samples {

Attraction attraction();
ReceiptContext context(const QString &series = QStringLiteral("R"), qint64 number = 123);

/// belgium.md §1, row 2: 10,03 in cash, 50,00 tendered.
SaleContent cashSale();
/// Tickets with a promotion, a changed price, a free line; gift card and cash (the screen of mocks/pay.png).
SaleContent mixedSale();
/// Exempt visit, goods by weight, a gift card sold, Bancontact and ANCV beyond what is due.
SaleContent everyCodeSale();
RefundContent refund();
SaleContent order();
Payment deposit();

Report zReport();
ReportContext reportContext();

} // namespace guichet::samples
