// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/receipt/Paper.h"

namespace guichet {

struct Workplace;

/// What is printed beside the receipt.
struct SalePrints
{
    bool tickets = false; ///< Admission tickets, when the settings print them.
};

/// Puts the paper of a sale, order or quote in the spool, in the caller's transaction; returns the jobs (HW-1).
Result<QStringList> printSale(Workplace &workplace, const Fact &fact, const SaleContent &content, const SalePrints &prints);

/// Puts one slip for each GIFT_ISSUED and GIFT_RECHARGED fact in the spool: the whole code, also as QR, and what is on it now, for the
/// customer to take away (PAY-9); returns the jobs.
Result<QStringList> printGifts(Workplace &workplace, const std::vector<Fact> &gifts, Language language);

/// Puts the paper of a fact that is a document (documentPaper()) in the spool; returns the job. `opensDrawer`: also when no cash came in.
Result<QString> printDocument(Workplace &workplace, const Fact &fact, bool opensDrawer = false);

} // namespace guichet
