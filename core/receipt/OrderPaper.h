// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/SaleReceipt.h"

namespace guichet {

/// What an order asks to be transferred, on paper and on the customer's screen: the deposit that was asked while nothing is paid, then all
/// that is left. `paid`: so far.
Money transferDue(const SaleContent &order, Money paid);

/// The confirmation of an order (PAY-5): no turnover yet, so it says that it is no receipt; deposits received, what is left to pay and
/// until when, and how to transfer it (structured communication, EPC QR).
Paper orderPaper(const ReceiptContext &context, const SaleContent &order, const std::vector<Payment> &received);

/// Money of a dossier without a sale: a deposit or a later part payment of an order, a deposit that is given back (negative), or a customer
/// credit that is paid. It is a document of its own, with a number of the series R (belgium.md §2.2).
struct DepositStatement
{
    QString dossierNumber;
    PaymentPurpose purpose = PaymentPurpose::Advance; ///< Or Receivable.
    std::vector<Payment> payments;
    std::vector<VatAmount> vat;
    Money orderTotal;
    Money paidBefore; ///< Earlier payments of the same dossier.
    QDate dueOn;
    QString structuredCommunication; ///< 12 digits; empty: no transfer is offered.
    Money paid() const;
    Money due() const { return orderTotal - paidBefore - paid(); }
};
Paper depositPaper(const ReceiptContext &context, const DepositStatement &deposit);

/// A quote (PAY-6), valid until content.dueOn.
Paper quotePaper(const ReceiptContext &context, const SaleContent &quote);

} // namespace guichet
