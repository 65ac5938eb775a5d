// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/GiftStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/money/FormatMoney.h"
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

/// `back` goes back of `original`, besides what `payments` have given back of it before. A part is first a part of the amount.
Payment opposite(const Workplace &workplace, const Payment &original, const std::vector<LaidPayment> &payments, Money back)
{
    Money amountLeft = original.amount;
    Money left = original.received();
    for (const LaidPayment &laid : payments)
        if (laid.reverses == original.id) {
            amountLeft += laid.payment.amount;
            left += laid.payment.received();
        }
    const bool isWhole = back >= left;
    Payment payment = original;
    payment.id = Id<Payment>::generate();
    payment.amount = isWhole ? -amountLeft : -std::min(back, amountLeft);
    payment.rounding = isWhole ? -original.rounding : Money{};
    payment.excess = isWhole ? -original.excess : Money{};
    payment.tip = -back - payment.amount - payment.rounding - payment.excess;
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

/// The transaction that the terminal can reverse for `left` of a payment: the whole of what it took itself, unless it has refused to.
/// Empty: the card must be presented for a refund.
Result<QString> reversibleTransaction(const Workplace &workplace, const Payment &original, Money left)
{
    const PaymentStore store{workplace.db()};
    TRY_LET(taken, store.intent(original.intent));
    const bool isHere = taken && workplace.terminal && taken->terminal == workplace.terminal->name();
    if (!isHere || taken->authorised != left)
        return QString{};
    TRY_LET(isRefused, store.isReversalRefused(*taken));
    return isRefused ? QString{} : taken->transaction;
}

Result<PaymentOutcome> askTerminal(Workplace &workplace, const Actor &actor, const SessionRecord &session, const PricedWork &work,
                                   const LaidPayment &original, const QString &transaction)
{
    if (!workplace.catalogue->paymentMethod(original.payment.method))
        return failure(ErrorCode::MethodUnknown, {}, {original.payment.method});
    PaymentIntent wanted = wantedIntent(original.payment.dossier, original.payment.method, -leftToGiveBack(work.working, original));
    wanted.reverses = transaction;
    TRY_LET(intent, persistIntent(workplace, actor, session, wanted));
    TRY(WorkingStore{workplace.db()}.setValue(reversalValue(intent.id), original.payment.id.toString()));
    PaymentOutcome outcome;
    outcome.intent = intent.id;
    outcome.state = IntentState::Persisted;
    outcome.asked = intent.asked;
    outcome.due = work.due();
    return outcome;
}

Result<PaymentOutcome> giveBack(Workplace &workplace, const Id<Payment> &id)
{
    TRY_LET(actor, Staff{workplace}.authorise(Right::Refund));
    TRY_LET(work, loadPricedWork(workplace));
    TRY_LET(session, sellingSession(workplace, work.working));
    TRY_LET(original, reversible(work.working, id));
    if (!original.payment.intent.isNull()) {
        TRY_LET(transaction, reversibleTransaction(workplace, original.payment, leftToGiveBack(work.working, original)));
        return askTerminal(workplace, actor, session, work, original, transaction);
    }
    TRY_LET(back, recordReversal(workplace, actor, session, work, original, original.payment.received()));
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
    outcome.transaction = intent ? intent->reverses : QString{};
    return outcome;
}

QString reversalValue(const Id<PaymentIntent> &intent)
{
    return u"reversal:"_s + intent.toString();
}

Money leftToGiveBack(const WorkingCart &working, const LaidPayment &original)
{
    return original.payment.received() - working.givenBack(original.payment.id);
}

Result<LaidPayment> recordReversal(Workplace &workplace, const Actor &actor, const SessionRecord &session, const PricedWork &work,
                                   const LaidPayment &original, Money back, const Id<PaymentIntent> &intent)
{
    LaidPayment laid;
    laid.payment = opposite(workplace, original.payment, work.working.payments, back);
    laid.payment.intent = intent;
    laid.certain = true;
    laid.reverses = original.payment.id;
    TRY_LET(content, reversalContent(workplace, session, work, original.payment, laid.payment));
    TRY(appendPayment(workplace, session, actor, content));
    if (!laid.payment.giftCode.isEmpty())
        TRY(refundGift(workplace, actor, session, laid.payment));
    return laid;
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

namespace {

/// In the caller's transaction. Who may give back was settled with the reversal.
Result<PaymentOutcome> askWithCard(Workplace &workplace, const PaymentIntent &refused)
{
    TRY_LET(work, loadPricedWork(workplace));
    TRY_LET(session, sellingSession(workplace, work.working));
    for (const LaidPayment &laid : work.working.payments) {
        if (!laid.certain || laid.payment.intent.isNull() || laid.payment.dossier != refused.dossier)
            continue;
        TRY_LET(taken, PaymentStore{workplace.db()}.intent(laid.payment.intent));
        if (taken && taken->transaction == refused.reverses && !work.working.isReversed(laid.payment.id))
            return askTerminal(workplace, whoeverIsThere(workplace), session, work, laid, {});
    }
    return failure(ErrorCode::CorrectionRefused, u"the cart has no such payment"_s, {formatMoney(refused.asked), u"cart"_s});
}

} // namespace

Result<PaymentOutcome> Checkout::refundInstead(const Id<PaymentIntent> &id)
{
    TRY_LET(refused, knownIntent(m_workplace, id));
    const bool isRefused = refused.state == IntentState::Declined || refused.state == IntentState::NotStarted;
    if (refused.reverses.isEmpty() || !refused.undoes.isNull() || !isRefused)
        return failure(ErrorCode::CorrectionRefused, u"no reversal was refused"_s, {formatMoney(refused.asked), u"reversal"_s});
    TRY_LET(outcome, inTransaction(m_workplace.db(), [&] { return askWithCard(m_workplace, refused); }));
    return sendOnce(m_workplace, outcome);
}

} // namespace guichet
