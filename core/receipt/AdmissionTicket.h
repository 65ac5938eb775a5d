// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/SaleReceipt.h"
#include "core/receipt/TicketCode.h"

namespace guichet {

enum class TicketSplit { OneEach, OneForAll };

/// The admission tickets of a sale or order, in the customer's language: one sheet a unit (a supplement: one a line), or one for the whole
/// dossier; each with its QR (TicketCode), none in training. No items when the sale holds neither resource nor supplement.
Paper admissionTickets(const ReceiptContext &context, const SaleContent &sale, TicketSplit split);

/// Whether admissionTickets() would print anything.
bool hasAdmissionTickets(const SaleContent &sale);

} // namespace guichet
