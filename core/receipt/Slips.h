// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/SaleReceipt.h"

namespace guichet {

/// CASH-2: cash in, out or bank drop, with its reason and room for a signature. Opens the drawer.
Paper cashMovementSlip(const ReceiptContext &context, const CashMovedContent &movement);

/// A gift voucher or card to hand over (PAY-9): its code as QR and text, balance, expiry. Not a receipt.
Paper giftSlip(const ReceiptContext &context, const GiftContent &gift, Money balance);

enum class CardSlipCopy { Merchant, Customer };
/// The slip of a card payment on the manual terminal.
Paper cardSlip(const ReceiptContext &context, const PaymentIntent &intent, const LocalizedText &methodTitle, CardSlipCopy copy);

} // namespace guichet
