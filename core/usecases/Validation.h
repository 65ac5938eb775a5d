// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/PaymentStore.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/SalePrinting.h"

#include <QJsonArray>

namespace guichet {

/// One validation of the cart in progress: checks, facts, documents, paper; in the caller's transaction. Answers what saleOutcome() reads.
/// Not for screens.
class Validation
{
public:
    Validation(Workplace &workplace, const ValidateRequest &request) : m_workplace{workplace}, m_request{request} {}

    Result<QJsonObject> validate();
    Result<QJsonObject> quote(QDate until);
    /// Of which the answer speaks; none before validate() has answered.
    const std::optional<Fact> &fact() const { return m_fact; }

private:
    Result<> prepare(Right right);
    /// Whoever approved something on the cart stands at what is made of it (ACC-2); its money needed nobody.
    Actor approvedActor() const;
    Result<> checkCart() const;
    Result<> checkMoney() const;
    Result<> checkGiftPayments() const;

    Result<QString> nextDossierNumber() const;
    Result<SaleContent> composeContent();
    Result<QString> keepCustomer();
    Result<> keepNotes(const SaleContent &content);
    Result<> keepOrigin(const SaleContent &content);
    Result<std::optional<Tender>> advanceTender() const;
    Result<std::vector<RecordedPayment>> certainOfSession() const;
    Result<std::vector<Tender>> composeTenders() const;
    Result<> completeOrder(SaleContent &order) const;

    Result<QJsonObject> sell();
    Result<QJsonObject> order();
    Result<QJsonObject> collect();
    Result<> recordUncertain(PaymentPurpose purpose, const QString &number, const std::vector<VatAmount> &vat,
                             PaymentPaper paper = PaymentPaper::OfAnotherFact);
    Result<> recordCertainAsAdvance(const SaleContent &order, PaymentPaper paper = PaymentPaper::OfAnotherFact);
    Result<> issueGiftValue(const SaleContent &content);
    Result<Fact> appendSale(const SaleContent &content);

    Result<QJsonObject> finishWithoutSale(const SaleContent &content);
    Result<QStringList> printDocuments();
    Result<> endHold(const Fact &fact, const SaleContent &content);
    Result<QJsonObject> finish(const Fact &fact, const QStringList &jobs, const SaleContent &content);
    Result<QJsonArray> stockBelowZero(const SaleContent &content) const;

    Workplace &m_workplace;
    ValidateRequest m_request;
    Actor m_actor; ///< Approver: of this validation alone.
    SessionRecord m_session;
    PricedWork m_work;
    std::vector<Payment> m_recorded; ///< Became certain in this validation.
    std::vector<Fact> m_documents;   ///< PAYMENT and ADVANCE facts that are documents; none in training.
    std::optional<Fact> m_fact;
    std::vector<Fact> m_giftFacts; ///< Gift value issued or recharged; none in training.
};

/// The outcome of a validation read again from its fact and from what was remembered of it.
Result<SaleOutcome> saleOutcome(Workplace &workplace, const QJsonObject &answer);

} // namespace guichet
