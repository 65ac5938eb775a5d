// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/GiftStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/selling/Settlement.h"
#include "core/usecases/GiftFacts.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Staff.h"

#include <algorithm>

/// Certain payments of a cart that never becomes a sale, given back (decisions 3).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

Payment opposite(const Workplace &workplace, const Payment &original, const Id<PaymentIntent> &intent)
{
    Payment payment = original;
    payment.id = Id<Payment>::generate();
    payment.amount = -original.amount;
    payment.rounding = -original.rounding;
    payment.excess = -original.excess;
    payment.tip = -original.tip;
    payment.intent = intent;
    payment.at = workplace.now();
    return payment;
}

/// A payment that a Z has turned into an advance is given back as one.
Result<PaymentContent> reversalContent(const Workplace &workplace, const SessionRecord &session, const PricedWork &work,
                                       const Payment &original, const Payment &payment)
{
    TRY_LET(recorded, PaymentStore{workplace.db()}.payment(original.id));
    PaymentContent content;
    content.payment = payment;
    content.purpose = recorded.session == session.id ? recorded.purpose : PaymentPurpose::Advance;
    content.dossierNumber = work.working.collecting;
    if (content.purpose == PaymentPurpose::Advance)
        content.vat = advanceVat(payment.amount, work.priced.vat);
    return content;
}

Result<> refundGift(Workplace &workplace, const Actor &actor, const SessionRecord &session, const Payment &payment)
{
    TRY_LET(gift, GiftStore{workplace.db()}.balance(payment.giftCode, session.businessDate));
    GiftContent content;
    content.code = payment.giftCode;
    content.kind = gift.kind;
    content.amount = -(payment.amount + payment.excess);
    content.dossier = payment.dossier;
    TRY(recordGift(workplace, actor, session, FactType::GiftRefunded, content));
    return {};
}

Result<LaidPayment> reversible(const WorkingCart &working, const Id<Payment> &id)
{
    const auto laid = std::ranges::find_if(working.payments, [&](const LaidPayment &other) { return other.payment.id == id; });
    if (laid == working.payments.end())
        return failure(ErrorCode::NotFound, u"payment"_s);
    const bool alreadyBack = !laid->reverses.isNull() || working.isReversed(id);
    if (!laid->certain || alreadyBack)
        return failure(ErrorCode::CorrectionRefused, {}, {laid->payment.methodTitle.french()});
    return *laid;
}

Result<PaymentOutcome> askTerminal(Workplace &workplace, const Actor &actor, const SessionRecord &session, const Payment &original,
                                   Money due)
{
    const PaymentMethod *method = workplace.catalogue->paymentMethod(original.method);
    if (!method)
        return failure(ErrorCode::MethodUnknown, {}, {original.method});
    TRY_LET(intent, persistIntent(workplace, actor, session, original.dossier, *method, -original.received()));
    TRY(WorkingStore{workplace.db()}.setValue(reversalValue(intent.id), original.id.toString()));
    PaymentOutcome outcome;
    outcome.intent = intent.id;
    outcome.state = IntentState::Persisted;
    outcome.asked = intent.asked;
    outcome.due = due;
    return outcome;
}

Result<PaymentOutcome> giveBack(Workplace &workplace, const Id<Payment> &id)
{
    TRY_LET(actor, Staff{workplace}.authorise(Right::Refund));
    TRY_LET(work, loadPricedWork(workplace));
    TRY_LET(session, sellingSession(workplace, work.working));
    TRY_LET(original, reversible(work.working, id));
    if (!original.payment.intent.isNull())
        return askTerminal(workplace, actor, session, original.payment, work.due());
    TRY_LET(back, recordReversal(workplace, actor, session, work, original));
    work.working.payments.push_back(back);
    TRY(keepWorkingCart(workplace, work.working));
    PaymentOutcome outcome;
    outcome.payment = back.payment.id;
    outcome.asked = back.payment.amount;
    outcome.due = work.due() - back.payment.amount;
    return outcome;
}

} // namespace

Result<PaymentOutcome> sendOnce(Workplace &workplace, PaymentOutcome outcome)
{
    TRY_LET(intent, PaymentStore{workplace.db()}.intent(outcome.intent));
    if (intent && intent->state != IntentState::Persisted) {
        TRY_LET(known, outcomeSoFar(workplace, *intent));
        known.state = known.state == IntentState::Sent ? IntentState::Unknown : known.state;
        return known;
    }
    TRY(markSent(workplace, outcome.intent));
    outcome.state = IntentState::Sent;
    return outcome;
}

QString reversalValue(const Id<PaymentIntent> &intent)
{
    return u"reversal:"_s + intent.toString();
}

Result<LaidPayment> recordReversal(Workplace &workplace, const Actor &actor, const SessionRecord &session, const PricedWork &work,
                                   const LaidPayment &original, const Id<PaymentIntent> &intent)
{
    LaidPayment back;
    back.payment = opposite(workplace, original.payment, intent);
    back.certain = true;
    back.reverses = original.payment.id;
    TRY_LET(content, reversalContent(workplace, session, work, original.payment, back.payment));
    TRY(appendPayment(workplace, session, actor, content));
    if (!back.payment.giftCode.isEmpty())
        TRY(refundGift(workplace, actor, session, back.payment));
    return back;
}

Result<PaymentOutcome> Checkout::reverse(const CommandId &id, const Id<Payment> &payment)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(outcome, giveBack(m_workplace, payment));
        return toJson(outcome);
    }));
    const PaymentOutcome outcome = paymentOutcomeFromJson(answer);
    return outcome.intent.isNull() ? outcome : sendOnce(m_workplace, outcome);
}

} // namespace guichet
