// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds: what is given back, to which method, and the terminal in between (PAY-7, decisions 4, 5, 7).
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/money/FormatMoney.h"
#include "core/selling/Settlement.h"
#include "core/selling/TurnoverVat.h"
#include "core/usecases/CardSlips.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/RefundGifts.h"
#include "core/usecases/RefundPlan.h"
#include "core/usecases/SalePrinting.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TrainingOverlay.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <utility>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// The share of a deposit's VAT that goes back with its i-th payment; the last takes what is left, so that all of it goes.
std::vector<VatAmount> depositVat(const RefundPlan &plan, size_t i)
{
    const std::vector<Payment> payments = plan.payments();
    if (i + 1 < payments.size())
        return advanceVat(payments[i].amount, plan.content.vat);
    std::vector<VatAmount> left = plan.content.vat;
    for (size_t earlier = 0; earlier < i; ++earlier)
        for (const VatAmount &gone : advanceVat(payments[earlier].amount, plan.content.vat)) {
            const auto row = std::ranges::find(left, gone.rate, &VatAmount::rate);
            row->base -= gone.base;
            row->vat -= gone.vat;
            row->total -= gone.total;
        }
    return left;
}

/// The money goes: one PAYMENT fact each, which it returns. Those of a deposit carry its VAT, the last one what is left of it, and are
/// documents: no refund names them.
Result<std::vector<Fact>> recordPayments(Workplace &workplace, const SessionRecord &session, const Actor &actor, const RefundPlan &plan)
{
    const std::vector<Payment> payments = plan.payments();
    std::vector<Fact> facts;
    for (size_t i = 0; i < payments.size(); ++i) {
        PaymentContent content{.payment = payments[i],
                               .purpose = plan.deposit ? PaymentPurpose::Advance : PaymentPurpose::Refund,
                               .dossierNumber = plan.content.dossierNumber,
                               .vat = {}};
        if (plan.deposit)
            content.vat = depositVat(plan, i);
        const PaymentPaper paper = plan.deposit ? PaymentPaper::Own : PaymentPaper::OfAnotherFact;
        TRY_LET(fact, appendPayment(workplace, session, actor, content, paper));
        facts.push_back(std::move(fact));
    }
    for (const Payment &payment : plan.gift)
        TRY(returnGift(workplace, session, actor, payment, plan.language));
    return facts;
}

bool opensDrawer(const Workplace &workplace, const RefundPlan &plan)
{
    return std::ranges::any_of(plan.direct, [&](const Payment &payment) {
        const PaymentMethod *method = workplace.catalogue->paymentMethod(payment.method);
        return method && method->opensDrawer;
    });
}

/// The deposit is back: papers say so, there is no turnover to take back.
Result<RefundOutcome> recordDepositReturn(Workplace &workplace, const SessionRecord &session, const Actor &actor, RefundPlan plan)
{
    TRY_LET(facts, recordPayments(workplace, session, actor, plan));
    plan.content.payments = plan.payments();
    for (size_t i = 0; i < facts.size(); ++i)
        TRY(printDocument(workplace, facts[i], i == 0 && opensDrawer(workplace, plan)));
    if (facts.empty()) { // all of it went back to gift value, which has its own slip
        TRY_LET(position, DossierStore{workplace.db()}.position(plan.content.dossier));
        TRY_LET(order, workplace.journal().fact(position));
        facts.push_back(std::move(order));
    }
    const FactBody &first = facts.front().body;
    return RefundOutcome{.fact = first.position, .receipt = first.document, .content = plan.content, .intent = {}};
}

Result<RefundOutcome> recordRefund(Workplace &workplace, const SessionRecord &session, const Actor &actor, RefundPlan plan)
{
    TRY(chooseGiftCards(workplace, session, plan.gift));
    if (plan.deposit)
        return recordDepositReturn(workplace, session, actor, std::move(plan));
    TRY(recordPayments(workplace, session, actor, plan));
    plan.content.payments = plan.payments();
    TRY(takeBackSoldGift(workplace, session, actor, plan.content));
    FactDraft draft = workplace.draft(FactType::Refund, EventLabel::N, actor, session);
    draft.content = toJson(plan.content);
    draft.vat = turnoverVat(plan.content);
    draft.payments = bodyPayments(plan.content.payments);
    draft.series = u"R"_s;
    draft.reference = plan.content.sale;
    TRY_LET(fact, workplace.journal().append(draft));
    TRY(printDocument(workplace, fact, opensDrawer(workplace, plan)));
    return RefundOutcome{.fact = fact.body.position, .receipt = fact.body.document, .content = plan.content, .intent = {}};
}

QJsonObject outcomeJson(const RefundOutcome &outcome)
{
    return {{u"number"_s, outcome.fact.number}, {u"intent"_s, outcome.intent.toString()}};
}

/// What finishRefund() needs to know of a refund that waits for its terminal; afterwards, what the refund was.
QString waitingName(const Id<PaymentIntent> &intent)
{
    return u"refund:"_s + intent.toString();
}

QJsonObject waitingJson(const Id<Dossier> &dossier, const RefundRequest &request, const RefundPayment &payment, const Actor &actor)
{
    QJsonArray lines;
    for (const RefundRequest::Line &line : request.lines)
        lines.append(QJsonObject{{u"line"_s, line.line.toString()}, {u"units"_s, line.units}});
    return {
        {u"dossier"_s, dossier.toString()}, {u"lines"_s, lines},     {u"reason"_s, request.reason},     {u"restock"_s, request.restock},
        {u"method"_s, payment.method},      {u"user"_s, actor.user}, {u"role"_s, roleName(actor.role)}, {u"approver"_s, actor.approver}};
}

Result<> keepAside(Workplace &workplace, const QString &name, const QJsonObject &object)
{
    return WorkingStore{workplace.db()}.setValue(name, QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact)));
}

struct Waiting
{
    Id<Dossier> dossier;
    RefundRequest request;
    RefundPayment payment;
    Actor actor;
};

Result<Waiting> waitingRefund(const Workplace &workplace, const Id<PaymentIntent> &intent)
{
    TRY_LET(text, WorkingStore{workplace.db()}.value(waitingName(intent)));
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto dossier = Id<Dossier>::fromString(object[u"dossier"_s].toString());
    if (!dossier)
        return failure(ErrorCode::NotFound, u"no refund waits for this intent"_s);
    Waiting waiting{.dossier = *dossier};
    for (const QJsonValue &value : object[u"lines"_s].toArray())
        if (const auto line = Id<CartLine>::fromString(value[u"line"].toString()))
            waiting.request.lines.push_back({*line, value[u"units"].toInt()});
    waiting.request.reason = object[u"reason"_s].toString();
    waiting.request.restock = object[u"restock"_s].toBool();
    waiting.payment.method = object[u"method"_s].toString();
    waiting.actor = {object[u"user"_s].toString(), roleFromName(object[u"role"_s].toString()).value_or(Role::Manager),
                     object[u"approver"_s].toString()};
    return waiting;
}

/// The intent is in the ledger before the terminal hears of it (PAY-4).
Result<RefundOutcome> startAtTerminal(Workplace &workplace, const SessionRecord &session, const Actor &actor, const RefundPlan &plan,
                                      const RefundRequest &request, const RefundPayment &wanted)
{
    TRY(checkTerminalFree(workplace));
    TRY_LET(intent,
            persistIntent(workplace, actor, session, wantedIntent(plan.content.dossier, plan.terminal->method, plan.terminal->amount)));
    const QJsonObject waiting = waitingJson(plan.content.dossier, request, wanted, actor);
    TRY(keepAside(workplace, waitingName(intent.id), waiting));
    return RefundOutcome{
        .fact = {}, .receipt = {}, .content = plan.content, .intent = intent.id, .state = IntentState::Persisted, .asked = intent.asked};
}

/// The refund that a remembered answer names.
Result<RefundOutcome> rememberedRefund(Workplace &workplace, const QJsonObject &answer)
{
    RefundOutcome outcome;
    outcome.intent = Id<PaymentIntent>::fromString(answer[u"intent"_s].toString()).value_or(Id<PaymentIntent>{});
    const qint64 number = answer[u"number"_s].toInteger();
    if (number == 0)
        return outcome;
    const ChainIdentity &own = workplace.journal().identity();
    TRY_LET(fact, workplace.journal().fact({own.till, own.incarnation, number}));
    outcome.fact = fact.body.position;
    outcome.receipt = fact.body.document;
    if (fact.body.type != FactType::Refund) // a deposit went back
        return outcome;
    TRY_LET(content, refundContentFromJson(fact.content));
    outcome.content = content;
    return outcome;
}

/// What the answer of the terminal has made already: the same answer again makes nothing.
Result<RefundOutcome> refundSoFar(Workplace &workplace, const PaymentIntent &intent)
{
    TRY_LET(text, WorkingStore{workplace.db()}.value(waitingName(intent.id)));
    TRY_LET(outcome, rememberedRefund(workplace, QJsonDocument::fromJson(text.toUtf8()).object()));
    outcome.state = intent.state;
    if (intent.state == IntentState::Approved)
        return outcome;
    outcome.intent = intent.id;
    outcome.asked = intent.asked;
    return outcome;
}

/// Only the one who gets Sent may call the terminal; a repeated command hears what became of it.
Result<RefundOutcome> sentOnce(Workplace &workplace, RefundOutcome outcome)
{
    TRY_LET(intent, PaymentStore{workplace.db()}.intent(outcome.intent));
    if (!intent)
        return failure(ErrorCode::NotFound, u"intent"_s);
    outcome.asked = intent->asked;
    if (intent->state == IntentState::Persisted) {
        TRY(markSent(workplace, outcome.intent));
        outcome.state = IntentState::Sent;
    } else {
        outcome.state = intent->state == IntentState::Sent ? IntentState::Unknown : intent->state;
    }
    return outcome;
}

/// While a terminal has not said whether it has given money back, nothing more of the dossier is given back.
Result<> checkNoneRunning(const Workplace &workplace, const Id<Dossier> &dossier)
{
    TRY_LET(open, PaymentStore{workplace.db()}.openIntentsOf(dossier));
    if (!open.empty())
        return failure(ErrorCode::IntentPending, {}, {formatMoney(-open.front().asked)});
    return {};
}

/// The intent of a refund after the terminal, or a person, has answered.
PaymentIntent answeredRefund(PaymentIntent intent, const Result<Charge> &answer, const QString &resolvedBy, const QDateTime &now)
{
    intent.state = answer ? intentStateAfter(answer->state) : IntentState::NotStarted;
    intent.authorised = answer && answer->state == ChargeState::Approved ? answer->authorised : Money{};
    if (answer && !answer->reference.isEmpty())
        intent.reference = answer->reference;
    intent.resolvedByPerson = !resolvedBy.isEmpty();
    intent.resolvedBy = resolvedBy;
    intent.at = now;
    intent.confirmed = std::exchange(intent.late, false);
    if (answer && intent.state == IntentState::Approved && !intent.resolvedByPerson)
        keepCardWords(intent, *answer);
    return intent;
}

/// What the terminal gave back beside what it was asked for stands as a tip of the other sign, so that the sums hold.
void takeAuthorised(Payment &payment, const PaymentIntent &intent)
{
    payment.intent = intent.id;
    payment.reference = intent.reference;
    payment.tip = (intent.authorised.isNegative() ? intent.authorised : -intent.authorised) - intent.asked;
}

} // namespace

Result<QStringList> DossierDesk::refundMethods(const QString &number) const
{
    TRY_LET(dossier, detail(number));
    TRY_LET(payments, PaymentStore{m_workplace.db()}.ofDossier(dossier.row.id));
    return refundMethodsFor(m_workplace, payments);
}

Result<RefundContent> DossierDesk::refundPreview(const QString &number, const RefundRequest &request, const RefundPayment &payment) const
{
    if (m_workplace.training)
        return practisedRefund(m_workplace, number, request, payment);
    TRY_LET(session, m_workplace.openSession());
    TRY_LET(dossier, detail(number));
    TRY_LET(plan, planRefund(m_workplace, dossier.row, request, payment));
    TRY(chooseKnownCards(m_workplace, session, plan.gift));
    plan.content.payments = plan.payments();
    return std::move(plan.content);
}

Result<RefundOutcome> DossierDesk::refund(const CommandId &id, const QString &number, const RefundRequest &request,
                                          const RefundPayment &payment)
{
    RefundOutcome made;
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        if (m_workplace.training) {
            TRY_LET(practised, refundInTraining(m_workplace, number, request, payment));
            made = practised;
            return outcomeJson(practised);
        }
        TRY_LET(session, m_workplace.openSession());
        TRY_LET(dossier, detail(number));
        TRY(checkNoneRunning(m_workplace, dossier.row.id));
        TRY(checkReason(m_workplace, Reason::Kind::Refund, request.reason));
        TRY_LET(plan, planRefund(m_workplace, dossier.row, request, payment));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::Refund));
        TRY_LET(outcome, plan.terminal ? startAtTerminal(m_workplace, session, actor, plan, request, payment)
                                       : recordRefund(m_workplace, session, actor, std::move(plan)));
        made = outcome;
        return outcomeJson(outcome);
    }));
    if (m_workplace.replayed) {
        TRY_LET(remembered, rememberedRefund(m_workplace, answer));
        made = std::move(remembered);
    }
    return made.intent.isNull() ? made : sentOnce(m_workplace, made);
}

Result<RefundOutcome> DossierDesk::finishRefund(const Id<PaymentIntent> &intentId, const Result<Charge> &answer, const QString &resolvedBy)
{
    return inTransaction(m_workplace.db(), [&]() -> Result<RefundOutcome> {
        TRY_LET(found, PaymentStore{m_workplace.db()}.intent(intentId));
        if (!found || !found->asked.isNegative())
            return failure(ErrorCode::NotFound, u"no refund of this intent"_s);
        if (answer && isLateApproval(*found, *answer)) {
            TRY(reopenLate(m_workplace, *found, *answer));
            TRY_LET(reopened, knownIntent(m_workplace, intentId));
            return refundSoFar(m_workplace, reopened);
        }
        const bool isForPerson = found->late && resolvedBy.isEmpty();
        if (!found->isOpen() || isForPerson)
            return refundSoFar(m_workplace, *found);
        TRY_LET(waiting, waitingRefund(m_workplace, intentId));
        TRY_LET(session, m_workplace.openSession());
        const PaymentIntent intent = answeredRefund(*found, answer, resolvedBy, m_workplace.now());
        TRY(recordIntent(m_workplace, waiting.actor, session, FactType::IntentResolved, intent));
        const bool isOver = intent.state != IntentState::Unknown && !intent.resolvedByPerson; // else the terminal may know better
        if (isOver)
            TRY(WorkingStore{m_workplace.db()}.setValue(waitingName(intentId), {}));
        if (intent.state == IntentState::Approved)
            TRY(keepCardSlips(m_workplace, intentId, *answer, waiting.actor.user));
        if (intent.state != IntentState::Approved)
            return RefundOutcome{
                .fact = {}, .receipt = {}, .content = {}, .intent = intentId, .state = intent.state, .asked = intent.asked};
        TRY_LET(row, DossierStore{m_workplace.db()}.row(waiting.dossier));
        TRY_LET(plan, planRefund(m_workplace, row, waiting.request, waiting.payment));
        if (plan.terminal)
            takeAuthorised(*plan.terminal, intent);
        TRY_LET(made, recordRefund(m_workplace, session, waiting.actor, std::move(plan)));
        TRY(keepAside(m_workplace, waitingName(intentId), outcomeJson(made)));
        return made;
    });
}

} // namespace guichet
