// SPDX-License-Identifier: GPL-3.0-or-later
// A refund as an exercise (SELL-11): composed and printed like a real one, recorded with label T alone.
#include "core/usecases/CartWork.h"
#include "core/usecases/DossierPapers.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TrainingOverlay.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// The method that was asked for, else that of the sale, else cash.
QString methodOf(const SaleContent &sale, const RefundPayment &wanted)
{
    if (!wanted.method.isEmpty() || sale.tenders.empty())
        return wanted.method.isEmpty() ? u"cash"_s : wanted.method;
    return sale.tenders.front().payment.method;
}

Result<Payment> paymentBack(const Workplace &workplace, const SoldDossier &sold, const RefundContent &content, const QString &key)
{
    const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
    if (!method)
        return failure(ErrorCode::MethodUnknown, {}, {key});
    Payment payment = newPayment(workplace, content.dossier, *method);
    payment.amount = content.total;
    const auto isGone = [&](const SaleLine &line) {
        const auto taken = std::ranges::find(content.lines, line.priced.id, &RefundedLine::line);
        return line.refundedUnits + (taken == content.lines.end() ? 0 : taken->units) == line.priced.quantity;
    };
    if (method->type == PaymentType::Cash)
        payment.rounding = refundRounding(sold, content.total, std::ranges::all_of(sold.sale.lines, isGone));
    return payment;
}

Result<Fact> recordPractised(Workplace &workplace, const RefundContent &content)
{
    TRY_LET(session, workplace.openSession());
    TRY_LET(actor, Staff{workplace}.authorise(Right::Refund));
    FactDraft draft = workplace.draft(FactType::Refund, EventLabel::T, actor, session);
    draft.content = toJson(content);
    draft.payments = bodyPayments(content.payments);
    draft.series = u"R"_s;
    draft.reference = content.sale;
    return workplace.journal().append(draft);
}

} // namespace

Result<RefundContent> practisedRefund(Workplace &workplace, const QString &number, const RefundRequest &request,
                                      const RefundPayment &wanted)
{
    const TrainingOverlay overlay{workplace};
    TRY_LET(sale, overlay.find(number));
    if (!sale)
        return failure(ErrorCode::TrainingActive, u"not a dossier of training"_s, {number});
    TRY_LET(sold, overlay.sold(*sale));
    TRY_LET(content, composeRefund(sold, request));
    TRY_LET(payment, paymentBack(workplace, sold, content, methodOf(sold.sale, wanted)));
    if (!payment.amount.isZero())
        content.payments = {payment};
    return content;
}

Result<RefundOutcome> refundInTraining(Workplace &workplace, const QString &number, const RefundRequest &request,
                                       const RefundPayment &wanted)
{
    TRY_LET(content, practisedRefund(workplace, number, request, wanted));
    TRY(checkReason(workplace, Reason::Kind::Refund, request.reason));
    TRY_LET(fact, recordPractised(workplace, content));
    TRY_LET(paper, documentPaper(workplace, fact));
    TRY(workplace.spool(paper));
    return RefundOutcome{.fact = fact.body.position, .receipt = fact.body.document, .content = content};
}

} // namespace guichet
