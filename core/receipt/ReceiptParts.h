// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/PaperWriter.h"
#include "core/receipt/SaleReceipt.h"

/// The parts that all papers of a sale share, from top to bottom.
namespace guichet {

bool isTraining(const ReceiptContext &context);

/// Logo, commercial and legal name, address, VAT or enterprise number, establishment, telephone, web.
void writeAttraction(PaperWriter &paper, const Attraction &attraction);
/// FORMATION and DUPLICATA, where they apply. Also stands at the foot, so that no half of a paper looks like an original.
void writeLabels(PaperWriter &paper, const ReceiptContext &context);
/// Title, number, date and time, till, operator, dossier.
void writeHeader(PaperWriter &paper, const ReceiptContext &context, Word title, const QString &dossierNumber);

/// The lines with quantity, unit price, amount, VAT letter and what changed the price; a heading for each visit.
void writeLines(PaperWriter &paper, const std::vector<SaleLine> &lines);
/// Gross and each discount by name; nothing when there is no discount.
void writeDiscounts(PaperWriter &paper, Money gross, const std::vector<NamedDiscount> &discounts);
/// Per rate: base, VAT, total; the mentions for exempt and out-of-scope rows.
void writeVat(PaperWriter &paper, const std::vector<VatAmount> &vat);

/// A payment as received or given back: method, what changed hands, reference, gift balance.
void writePayment(PaperWriter &paper, const ReceiptContext &context, const Payment &payment, int indent = 0);

/// Customer's lines; nothing when empty.
void writeCustomer(PaperWriter &paper, const ReceiptContext &context);
/// Beneficiary, IBAN, communication, EPC QR; nothing without IBAN or amount.
void writeTransfer(PaperWriter &paper, const Attraction &attraction, Money amount, const QString &communication);

/// Journal position with short hash, till id, software version, labels; cuts.
void writeSeal(PaperWriter &paper, const ReceiptContext &context);
/// What a customer's paper ends with: dossier QR, footer text, then the seal.
void writeFooter(PaperWriter &paper, const ReceiptContext &context, const QString &dossierNumber);

} // namespace guichet
