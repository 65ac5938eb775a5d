// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/money/FormatMoney.h"
#include "core/selling/Settlement.h"
#include "core/usecases/CardSlips.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Staff.h"

#include <algorithm>
#include <utility>

/// What became of a charge (PAY-4, hardware.md §2): each answer is recorded once, an approval together with its payment.
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

PaymentOutcome outcomeOf(const PaymentIntent &intent, Money due)
{
    PaymentOutcome outcome;
    outcome.intent = intent.id;
    outcome.state = intent.state;
    outcome.asked = intent.asked;
    outcome.due = due;
    return outcome;
}

/// The cart of a dossier, in progress or parked; none when it was validated or emptied meanwhile.
struct FoundCart
{
    WorkingCart working;
    bool isParked = false;
};

Result<std::optional<FoundCart>> cartOf(const Workplace &workplace, const Id<Dossier> &dossier)
{
    WorkingStore store{workplace.db()};
    TRY_LET(current, store.currentCart());
    TRY_LET(kept, store.parked());
    if (current)
        kept.insert(kept.begin(), *current);
    for (const KeptCart &candidate : kept) {
        TRY_LET(working, workingCartFromText(candidate.body));
        if (working.cart.dossier == dossier)
            return FoundCart{.working = std::move(working), .isParked = !candidate.name.isEmpty()};
    }
    return std::optional<FoundCart>{};
}

/// Keeps a cart that has just received certain money: whatever its total, the payment stays on it.
Result<> keepPaid(Workplace &workplace, const FoundCart &found)
{
    TRY_LET(kept, keptForm(workplace, found.working));
    WorkingStore store{workplace.db()};
    if (!found.isParked)
        return store.keepCart(kept);
    TRY(store.unpark(kept.id));
    return store.park(kept);
}

/// The answer to one intent, in the caller's transaction.
class Resolution
{
public:
    Resolution(Workplace &workplace, PaymentIntent intent, Actor actor)
        : m_workplace{workplace}, m_intent{std::move(intent)}, m_actor{std::move(actor)}
    {}

    Result<PaymentOutcome> record(const Charge &charge)
    {
        TRY_LET(session, m_workplace.openSession());
        m_session = session;
        take(charge);
        TRY(recordIntent(m_workplace, m_actor, m_session, FactType::IntentResolved, m_intent));
        if (m_intent.state == IntentState::Approved)
            TRY(keepCardSlips(m_workplace, m_intent.id, charge, m_actor.user));
        TRY_LET(cart, cartOf(m_workplace, m_intent.dossier));
        m_cart = std::move(cart);
        TRY_LET(reversed, WorkingStore{m_workplace.db()}.value(reversalValue(m_intent.id)));
        const bool isApproved = m_intent.state == IntentState::Approved;
        const bool isOver =
            isApproved || (m_intent.state != IntentState::Unknown && !m_intent.resolvedByPerson); // who decides may be wrong
        if (!reversed.isEmpty() && isOver)
            TRY(WorkingStore{m_workplace.db()}.setValue(reversalValue(m_intent.id), {}));
        if (!isApproved)
            return outcome();
        if (!m_intent.undoes.isNull())
            return bookUndone();
        return reversed.isEmpty() ? book() : bookReversal(reversed);
    }

private:
    void take(const Charge &charge)
    {
        m_intent.state = intentStateAfter(charge.state);
        m_intent.authorised = charge.state == ChargeState::Approved ? charge.authorised : Money{};
        if (!charge.reference.isEmpty())
            m_intent.reference = printable(charge.reference).left(100);
        m_intent.confirmed = std::exchange(m_intent.late, false); // whoever decides a late approval knows of it
        if (m_intent.state == IntentState::Approved && !m_intent.resolvedByPerson)
            keepCardWords(m_intent, charge);
    }

    /// Books what was authorised, not what was asked: more is a tip, less leaves something due (hardware.md §2.10).
    Result<PaymentOutcome> book()
    {
        TRY_LET(payment, composePayment());
        PaymentContent content;
        content.payment = payment;
        TRY_LET(purpose, purposeOf());
        content.purpose = purpose;
        content.dossierNumber = m_cart ? m_cart->working.collecting : QString{};
        TRY(appendPayment(m_workplace, m_session, m_actor, content));
        if (m_cart) {
            m_cart->working.payments.push_back({.payment = payment, .face = {}, .certain = true});
            TRY(keepPaid(m_workplace, *m_cart));
        }
        TRY_LET(made, outcome());
        made.payment = payment.id;
        made.rounding = payment.rounding;
        return made;
    }

    /// The terminal has given a payment of the cart back, so much as it says (hardware.md §2.10).
    Result<PaymentOutcome> bookReversal(const QString &reversed)
    {
        if (!m_cart)
            return bookReversalOfSold(reversed);
        TRY_LET(work, priceWork(m_workplace, m_cart->working));
        const auto original =
            std::ranges::find_if(work.working.payments, [&](const LaidPayment &laid) { return laid.payment.id.toString() == reversed; });
        if (original == work.working.payments.end())
            return failure(ErrorCode::Internal, u"a reversal without its payment"_s);
        TRY_LET(back, recordReversal(m_workplace, m_actor, m_session, work, *original, m_intent.authorised.absolute(), m_intent.id));
        m_cart->working.payments.push_back(back);
        TRY(keepPaid(m_workplace, *m_cart));
        TRY_LET(made, outcome());
        made.payment = back.payment.id;
        return made;
    }

    /// A late answer: the cart was sold meanwhile with the payment that had gone back. It went all the same.
    Result<PaymentOutcome> bookReversalOfSold(const QString &reversed)
    {
        const PaymentStore store{m_workplace.db()};
        TRY_LET(original, store.payment(Id<Payment>::fromString(reversed).value_or(Id<Payment>{})));
        TRY_LET(money, store.money(m_intent.dossier));
        PaymentContent content;
        content.payment = movement(m_intent);
        content.purpose = original.purpose;
        if (content.purpose == PaymentPurpose::Advance)
            content.vat = advanceVat(content.payment.amount, money.advanceVat);
        TRY(appendPayment(m_workplace, m_session, m_actor, content));
        TRY_LET(made, outcome());
        made.payment = content.payment.id;
        return made;
    }

    /// The late approval is back: it came and it went, one payment each (decisions 3); no cart is touched.
    Result<PaymentOutcome> bookUndone()
    {
        TRY_LET(came, knownIntent(m_workplace, m_intent.undoes));
        came.state = IntentState::Approved;
        came.late = false;
        came.confirmed = true;
        came.resolvedByPerson = true;
        came.resolvedBy = m_actor.user;
        TRY(recordIntent(m_workplace, m_actor, m_session, FactType::IntentResolved, came));
        TRY_LET(purpose, purposeOf());
        TRY_LET(made, outcome());
        for (const PaymentIntent &moved : {came, m_intent}) {
            PaymentContent content;
            content.payment = movement(moved);
            content.purpose = purpose;
            TRY(appendPayment(m_workplace, m_session, m_actor, content));
            made.payment = content.payment.id;
        }
        return made;
    }

    /// The whole of what a terminal has moved.
    Payment movement(const PaymentIntent &intent) const
    {
        const PaymentMethod *known = m_workplace.catalogue->paymentMethod(intent.method);
        PaymentMethod method;
        method.key = intent.method;
        method.name = LocalizedText{intent.method};
        method.type = PaymentType::CardOther;
        Payment payment = newPayment(m_workplace, intent.dossier, known ? *known : method);
        payment.amount = intent.authorised;
        payment.reference = intent.reference;
        payment.intent = intent.id;
        return payment;
    }

    Result<Payment> composePayment() const
    {
        Payment payment = movement(m_intent);
        TRY_LET(rounding, roundingAsked());
        payment.rounding = rounding;
        payment.amount = std::min(m_intent.authorised, m_intent.asked) - rounding;
        payment.tip = std::max(Money{}, m_intent.authorised - m_intent.asked);
        return payment;
    }

    /// The rounding within the asked amount when every tender is rounded; only a full approval settles it.
    Result<Money> roundingAsked() const
    {
        if (!m_cart || m_intent.authorised < m_intent.asked)
            return Money{};
        TRY_LET(work, priceWork(m_workplace, m_cart->working));
        const Money rounding = roundingOfAnyTender(work.rules, work.due());
        return work.due() + rounding == m_intent.asked ? rounding : Money{};
    }

    Result<PaymentPurpose> purposeOf() const
    {
        TRY_LET(money, PaymentStore{m_workplace.db()}.money(m_intent.dossier));
        const bool owesCredit = money.credit > money.receivablePaid;
        return owesCredit ? PaymentPurpose::Receivable : PaymentPurpose::Sale;
    }

    Result<PaymentOutcome> outcome() const
    {
        if (!m_cart)
            return outcomeOf(m_intent, {});
        TRY_LET(work, priceWork(m_workplace, m_cart->working));
        return outcomeOf(m_intent, work.due());
    }

    Workplace &m_workplace;
    PaymentIntent m_intent;
    Actor m_actor;
    SessionRecord m_session;
    std::optional<FoundCart> m_cart;
};

/// Whether an intent gives a payment of a cart back; otherwise a negative one is a refund of a dossier.
Result<bool> isDossierRefund(const Workplace &workplace, const PaymentIntent &intent)
{
    TRY_LET(reversed, WorkingStore{workplace.db()}.value(reversalValue(intent.id)));
    return intent.asked.isNegative() && reversed.isEmpty() && intent.undoes.isNull();
}

/// The answer to a refund: its facts are the dossier's business.
Result<PaymentOutcome> finishedRefund(Workplace &workplace, const PaymentIntent &intent, const Result<Charge> &answer,
                                      const QString &resolvedBy = {})
{
    TRY(DossierDesk{workplace}.finishRefund(intent.id, answer, resolvedBy));
    TRY_LET(settled, knownIntent(workplace, intent.id));
    return outcomeSoFar(workplace, settled);
}

} // namespace

Result<PaymentOutcome> outcomeSoFar(const Workplace &workplace, const PaymentIntent &intent)
{
    PaymentOutcome outcome = outcomeOf(intent, {});
    TRY_LET(payments, PaymentStore{workplace.db()}.ofDossier(intent.dossier));
    for (const RecordedPayment &recorded : payments) {
        if (recorded.payment.intent != intent.id)
            continue;
        outcome.payment = recorded.payment.id;
        outcome.rounding = recorded.payment.rounding;
    }
    TRY_LET(cart, cartOf(workplace, intent.dossier));
    if (cart) {
        TRY_LET(work, priceWork(workplace, cart->working));
        outcome.due = work.due();
    }
    return outcome;
}

namespace {

/// The terminal cannot give it back without the card; one that could not be reached, or was not asked, may yet.
bool isReversalRefused(const PaymentIntent &reversal, IntentState state, const Result<Charge> &answer)
{
    const bool isNothing = state == IntentState::Declined || state == IntentState::NotStarted;
    const bool isSaid = answer ? true : answer.error().code == ErrorCode::InvalidInput; // the driver cannot name it to this terminal
    return !reversal.reverses.isEmpty() && reversal.undoes.isNull() && isNothing && isSaid;
}

} // namespace

Result<PaymentOutcome> Checkout::finishCharge(const Id<PaymentIntent> &id, const Result<Charge> &answer)
{
    TRY_LET(intent, knownIntent(m_workplace, id));
    const Charge notStarted{.state = ChargeState::NotStarted, .authorised = {}, .reference = {}, .text = {}};
    const Charge charge = answer ? *answer : notStarted;
    const bool nothingNew = charge.state == ChargeState::Unknown && intent.state == IntentState::Unknown;
    if (isLateApproval(intent, charge)) {
        TRY(recordLookUp(id, charge));
        TRY_LET(reopened, knownIntent(m_workplace, id));
        return outcomeSoFar(m_workplace, reopened);
    }
    if (!intent.isOpen() || intent.late || nothingNew)
        return outcomeSoFar(m_workplace, intent);
    return inTransaction(m_workplace.db(), [&]() -> Result<PaymentOutcome> {
        TRY_LET(outcome, Resolution(m_workplace, intent, whoeverIsThere(m_workplace)).record(charge));
        outcome.reversalRefused = isReversalRefused(intent, outcome.state, answer);
        if (!answer)
            outcome.cause = answer.error();
        return outcome;
    });
}

namespace {

/// The terminal says what the person had said.
Result<> confirm(Workplace &workplace, PaymentIntent intent)
{
    return inTransaction(workplace.db(), [&]() -> Result<> {
        TRY_LET(session, workplace.openSession());
        intent.confirmed = true;
        return recordIntent(workplace, whoeverIsThere(workplace), session, FactType::IntentResolved, intent);
    });
}

/// A late approval that is just being given back is not decided meanwhile.
Result<> checkNotUndone(const Workplace &workplace, const PaymentIntent &late)
{
    TRY_LET(open, PaymentStore{workplace.db()}.openIntentsOf(late.dossier));
    for (const PaymentIntent &other : open)
        if (other.undoes == late.id)
            return failure(ErrorCode::IntentPending, u"it is being given back"_s, {formatMoney(late.asked)});
    return {};
}

} // namespace

Result<> Checkout::recordLookUp(const Id<PaymentIntent> &id, const Charge &found)
{
    TRY_LET(intent, knownIntent(m_workplace, id));
    if (isLateApproval(intent, found))
        return inTransaction(m_workplace.db(), [&] { return reopenLate(m_workplace, intent, found); });
    const bool isNothing = found.state == ChargeState::Declined || found.state == ChargeState::NotStarted;
    if (!intent.isOpen() && intent.state != IntentState::Approved && intent.resolvedByPerson && !intent.confirmed && isNothing)
        return confirm(m_workplace, intent);
    const bool nothingNew = found.state == ChargeState::Unknown && intent.state == IntentState::Unknown;
    if (!intent.isOpen() || intent.late || nothingNew)
        return {};
    TRY_LET(isRefund, isDossierRefund(m_workplace, intent));
    const auto recorded = isRefund ? finishedRefund(m_workplace, intent, found) : finishCharge(id, found);
    TRY(recorded);
    return {};
}

Result<PaymentOutcome> Checkout::resolve(const CommandId &id, const Id<PaymentIntent> &intentId, ChargeState decided,
                                         const QString &reference)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive, u"a doubtful payment is real"_s);
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::ResolvePayment));
        TRY(checkText(reference, u"reference"_s, 100));
        if (decided == ChargeState::Unknown)
            return failure(ErrorCode::InvalidInput, u"a decision is approved or not"_s, {u"outcome"_s});
        TRY_LET(intent, knownIntent(m_workplace, intentId));
        if (!intent.isOpen())
            return failure(ErrorCode::CorrectionRefused, u"settled already"_s, {formatMoney(intent.asked), u"decided"_s});
        TRY(checkNotUndone(m_workplace, intent));
        const Money amount = intent.late ? intent.authorised : intent.asked;
        const Charge charge{.state = decided, .authorised = amount, .reference = reference, .text = {}};
        TRY_LET(isRefund, isDossierRefund(m_workplace, intent));
        if (isRefund) {
            TRY_LET(refunded, finishedRefund(m_workplace, intent, charge, actor.user));
            return toJson(refunded);
        }
        intent.resolvedByPerson = true;
        intent.resolvedBy = actor.user;
        TRY_LET(outcome, Resolution(m_workplace, intent, actor).record(charge));
        return toJson(outcome);
    }));
    return paymentOutcomeFromJson(answer);
}

Result<std::vector<PaymentIntent>> Checkout::openIntents() const
{
    return PaymentStore{m_workplace.db()}.openIntents(m_workplace.tillUid());
}

} // namespace guichet
