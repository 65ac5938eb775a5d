// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/ledger/SessionStore.h"

namespace guichet {

struct Workplace;

/// How the signed body of a fact lists payments.
std::vector<BodyPayment> bodyPayments(const std::vector<Payment> &payments);

/// Whether a PAYMENT fact is a document by itself, with a number of the series R: money of a dossier that no sale, order or refund names
/// (belgium.md §2.2).
enum class PaymentPaper { OfAnotherFact, Own };
/// Appends the PAYMENT fact of a movement of money that has become certain (decisions 3), in the caller's transaction.
Result<Fact> appendPayment(Workplace &workplace, const SessionRecord &session, const Actor &actor, const PaymentContent &content,
                           PaymentPaper paper = PaymentPaper::OfAnotherFact);

} // namespace guichet
