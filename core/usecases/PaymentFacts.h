// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/ledger/SessionStore.h"

namespace guichet {

struct Workplace;

/// How the signed body of a fact lists payments.
std::vector<BodyPayment> bodyPayments(const std::vector<Payment> &payments);

/// Appends the PAYMENT fact of a movement of money that has become certain (decisions 3), in the caller's transaction.
Result<Fact> appendPayment(Workplace &workplace, const SessionRecord &session, const Actor &actor, const PaymentContent &content);

} // namespace guichet
