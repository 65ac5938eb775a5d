// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/PaymentStore.h"
#include "core/usecases/DossierDesk.h"

#include <optional>
#include <vector>

namespace guichet {

/// A refund as it is prepared: what is taken back, and how the money goes. Not for screens.
struct RefundPlan
{
    RefundContent content;
    Language language = Language::French; ///< That of the sale: its papers speak it.
    bool deposit = false;                 ///< The deposit of an order: there is no sale to take back.
    std::vector<Payment> gift;            ///< Back to gift value, negative. No code: on a new card.
    std::vector<Payment> direct;          ///< Given back by hand, negative: cash, transfer …
    std::optional<Payment> terminal;      ///< Given back by the terminal, negative.

    std::vector<Payment> payments() const;
};

/// Plans a refund of a sale, or of the whole deposit of an order that is still to be settled. First what was never received (customer
/// credit), then gift value to gift value, then the rest: as it was paid, each method at most what it paid, when none is wanted; else all
/// to the wanted one (PAY-7, decisions 4, 5, 7; docs/decisions/0013). RefundMethodRefused, and those of composeRefund(). The reason is not
/// looked at.
Result<RefundPlan> planRefund(const Workplace &workplace, const DossierRow &dossier, const RefundRequest &request,
                              const RefundPayment &wanted);

/// The methods by which these payments can be given back on this till, the natural one first.
QStringList refundMethodsFor(const Workplace &workplace, const std::vector<RecordedPayment> &payments);

} // namespace guichet
