// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/SaleReceipt.h"

namespace guichet {

/// The confirmation of an order (PAY-5): no turnover yet, so it says that it is no receipt; deposits received, what is left to pay and
/// until when, and how to transfer it (structured communication, EPC QR).
Paper orderPaper(const ReceiptContext &context, const SaleContent &order, const std::vector<Payment> &received);

/// A deposit or a later part payment of an order.
struct DepositStatement
{
    PaymentContent content;
    Money orderTotal;
    Money paidBefore; ///< Earlier payments of the same dossier.
    QDate dueOn;
    QString structuredCommunication; ///< 12 digits; empty: no transfer is offered.
    Money due() const { return orderTotal - paidBefore - content.payment.amount; }
};
Paper depositPaper(const ReceiptContext &context, const DepositStatement &deposit);

/// A quote (PAY-6), valid until content.dueOn.
Paper quotePaper(const ReceiptContext &context, const SaleContent &quote);

} // namespace guichet
