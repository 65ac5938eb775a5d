// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/selling/Dossier.h"
#include "core/selling/Refund.h"
#include "core/usecases/DossierDesk.h"

#include <optional>
#include <vector>

namespace guichet {

struct Workplace;

/// What was made in training since it was entered: documents of the series F, in the chain with label T and in no projection, so that the
/// list of dossiers never knows them (SELL-11, decisions 16). Read from the journal itself; once training is left, nothing is found. On the
/// ledger thread. Not for screens.
class TrainingOverlay
{
public:
    explicit TrainingOverlay(const Workplace &workplace) : m_workplace{workplace} {}

    /// `F` + yymmdd + till code + number in the series F: never that of a real dossier.
    Result<QString> nextDossierNumber(QDate businessDate, const QString &tillCode) const;
    /// The sale, order or quote with this dossier or document number; none, also outside training.
    Result<std::optional<Fact>> find(const QString &number) const;
    Result<std::optional<Fact>> lastSale() const;
    /// Newest first; of the criteria only text and state count: there are a handful.
    Result<std::vector<DossierRow>> search(const DossierSearch &search) const;
    Result<DossierDetail> detail(const Fact &document) const;
    /// A sale with what refunds in training have taken back of it; NotSupported for orders and quotes.
    Result<SoldDossier> sold(const Fact &sale) const;

private:
    Result<std::vector<Fact>> documents() const;
    Result<std::vector<RefundContent>> refundsOf(const SaleContent &sale) const;

    const Workplace &m_workplace;
};

/// Enters training, in the caller's transaction; the cart in progress is empty. IntentPending: what a terminal still owes is real, and is
/// settled first.
Result<> enterTraining(Workplace &workplace, const Actor &actor);
/// Leaves it, if it was entered: its carts and dossiers are forgotten.
Result<> leaveTraining(Workplace &workplace, const Actor &actor);

/// What refundInTraining() would make; the reason is not looked at.
Result<RefundContent> practisedRefund(Workplace &workplace, const QString &number, const RefundRequest &request,
                                      const RefundPayment &wanted);
/// Refunds a sale of training, whole or in part, by a method of its own or in cash; no terminal hears of it. TrainingActive for a number
/// that is not of training.
Result<RefundOutcome> refundInTraining(Workplace &workplace, const QString &number, const RefundRequest &request,
                                       const RefundPayment &wanted);

} // namespace guichet
