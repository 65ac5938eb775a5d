// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/receipt/ReportPaper.h"
#include "core/receipt/SaleReceipt.h"

namespace guichet {

struct Workplace;

/// What paper needs to know beside the fact: attraction, names, language. Names come from documents as they stand now.
ReceiptContext receiptContext(const Workplace &workplace, const Fact &fact, Language language = Language::French);
ReportContext reportContext(const Workplace &workplace, const Report &report);

/// The keys of the notes that hold what was said of a Z and a movement of cash: free text stands beside the facts (decisions 11).
QString zNoteKey(const ZNumber &z);
QString cashNoteKey(const FactPosition &movement);
QString cardSlipNoteKey(const Id<PaymentIntent> &intent);

} // namespace guichet
