// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/facts/DocumentNumberText.h"
#include "core/receipt/Paper.h"
#include "core/till/Attraction.h"

#include <QMap>

namespace guichet {

/// What a receipt says beside the content of its fact. Names of people come from documents and are never in a fact (decisions 11).
struct ReceiptContext
{
    Attraction attraction;
    LocalizedText tillName;
    QString operatorName; ///< Display name of body.actor.user.
    QString approverName; ///< Display name of body.actor.approver; empty: none printed.
    FactBody body;        ///< Number, time, till, label, software version.
    QByteArray hash;      ///< Of the fact, 32 bytes; empty: the journal line is left out (nothing is recorded yet).
    Language language = Language::French;
    int copy = 0;                      ///< n-th DUPLICATA; 0: the original.
    bool training = false;             ///< FORMATION; also when body.label is T.
    QStringList customer;              ///< Lines naming who buys: company, name, address, VAT number. On a receipt only companies.
    LocalizedText reason;              ///< Refunds and cash movements: title of the reason.
    QString comment;                   ///< Cash movements: free text of the note.
    QString originalReceipt;           ///< Refunds: number of the receipt that it takes back from.
    QMap<QString, Money> giftBalances; ///< Code → balance after the sale, where known.
};

/// The receipt of a sale: a superset of belgium.md §2.2, lines Total TVAC / Arrondi / À payer / tenders / Rendu as in §1, with the
/// text that the law asks for where every means of payment is rounded. Opens the drawer when cash came in, except for copies and in
/// training.
Paper receiptPaper(const ReceiptContext &context, const SaleContent &sale);

/// The receipt of a refund: what is taken back, negative, and how it was given back (PAY-7).
Paper refundPaper(const ReceiptContext &context, const RefundContent &refund);

} // namespace guichet
