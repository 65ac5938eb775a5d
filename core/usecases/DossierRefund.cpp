// SPDX-License-Identifier: GPL-3.0-or-later
// Refunds: what is given back, to which method, and the terminal in between (PAY-7, decisions 4, 5, 7).
#include "core/ledger/DossierStore.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/receipt/Slips.h"
#include "core/selling/TurnoverVat.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/DossierPapers.h"
#include "core/usecases/Papers.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <map>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// What a dossier was paid with and has not been given back yet.
struct Returnable
{
    std::map<QString, Money> gift;                  ///< Code → amount that must go back to gift value.
    std::vector<std::pair<QString, Money>> methods; ///< Other methods, the largest first.
};

Returnable returnableOf(const std::vector<RecordedPayment> &payments)
{
    Returnable returnable;
    std::map<QString, Money> methods;
    for (const RecordedPayment &recorded : payments) {
        const Payment &payment = recorded.payment;
        if (payment.giftCode.isEmpty())
            methods[payment.method] += payment.amount;
        else
            returnable.gift[payment.giftCode] += payment.amount;
    }
    returnable.methods.assign(methods.begin(), methods.end());
    std::ranges::stable_sort(returnable.methods, std::ranges::greater{}, &std::pair<QString, Money>::second);
    return returnable;
}

bool canGiveBack(const Workplace &workplace, const PaymentMethod &method)
{
    const bool here = method.tills.isEmpty() || method.tills.contains(workplace.settings.tillKey);
    return method.refundable && here && method.type != PaymentType::Online && method.type != PaymentType::VoucherStore;
}

/// Natural methods first, then cash and transfer as another way.
QStringList otherMethods(const Workplace &workplace, const Returnable &returnable)
{
    QStringList keys;
    for (const auto &[key, amount] : returnable.methods)
        if (const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
            method && amount.isPositive() && canGiveBack(workplace, *method))
            keys << key;
    for (const QString &key : {u"cash"_s, u"transfer"_s})
        if (const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
            method && !keys.contains(key) && canGiveBack(workplace, *method))
            keys << key;
    return keys;
}

/// A refund as it is prepared: what is taken back, and how the money goes.
struct Plan
{
    RefundContent content;
    std::vector<Payment> gift;      ///< Back to gift value, negative.
    std::optional<Payment> payment; ///< The rest, negative.
    const PaymentMethod *method = nullptr;
};

std::vector<Payment> giftShare(const Returnable &returnable, Money &rest, const Id<Dossier> &dossier, const Catalogue &catalogue)
{
    std::vector<Payment> payments;
    for (const auto &[code, paid] : returnable.gift) {
        const Money share = std::min(paid, rest);
        if (!share.isPositive())
            continue;
        Payment payment{.id = Id<Payment>::generate(), .dossier = dossier, .method = u"gift_card"_s, .type = PaymentType::VoucherStore};
        if (const PaymentMethod *method = catalogue.paymentMethod(payment.method))
            payment.methodTitle = method->name;
        payment.amount = -share;
        payment.giftCode = code;
        payments.push_back(payment);
        rest -= share;
    }
    return payments;
}

Result<const PaymentMethod *> chosenMethod(const Workplace &workplace, const Returnable &returnable, const QString &wanted)
{
    const QStringList allowed = otherMethods(workplace, returnable);
    const QString key = wanted.isEmpty() || wanted.startsWith(u"gift_") ? allowed.value(0) : wanted;
    const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
    if (!method && !key.isEmpty())
        return failure(ErrorCode::MethodUnknown, {}, {key});
    if (!allowed.contains(key)) {
        QStringList names;
        for (const QString &other : allowed)
            names << workplace.catalogue->paymentMethod(other)->name.french();
        return failure(ErrorCode::RefundMethodRefused, u"%1 cannot be given back here"_s.arg(key), {names.join(u", "_s)});
    }
    return method;
}

Result<Plan> planRefund(const Workplace &workplace, const Id<Dossier> &dossier, const RefundRequest &request, const RefundPayment &wanted)
{
    if (!workplace.catalogue->reason(Reason::Kind::Refund, request.reason))
        return failure(ErrorCode::ReasonMissing, u"unknown reason: %1"_s.arg(request.reason));
    const DossierStore dossiers{workplace.db()};
    TRY_LET(sold, dossiers.sold(dossier));
    TRY_LET(content, composeRefund(sold, request));
    TRY_LET(payments, PaymentStore{workplace.db()}.ofDossier(dossier));
    const Returnable returnable = returnableOf(payments);
    Plan plan{.content = content};
    Money rest = -content.total;
    plan.gift = giftShare(returnable, rest, dossier, *workplace.catalogue);
    if (!rest.isPositive())
        return plan;
    TRY_LET(method, chosenMethod(workplace, returnable, wanted.method));
    plan.method = method;
    Payment payment{
        .id = Id<Payment>::generate(), .dossier = dossier, .method = method->key, .type = method->type, .methodTitle = method->name};
    payment.amount = -rest;
    payment.reference = wanted.reference;
    if (method->type == PaymentType::Cash) {
        TRY_LET(row, dossiers.row(dossier));
        payment.rounding = refundRounding(sold, -rest, row.refunded - content.total == row.total);
    }
    plan.payment = payment;
    return plan;
}

GiftContent giftBack(const GiftBalance &gift, Money amount, const Id<Dossier> &dossier)
{
    GiftContent content;
    content.code = gift.code;
    content.kind = gift.kind;
    content.amount = amount;
    content.dossier = dossier;
    return content;
}

QString newGiftCode()
{
    return u"GC"_s + makeUuidV7().toString(QUuid::Id128).right(10).toUpper();
}

/// What gift value paid goes back to its card, or to a new one when that is expired, blocked or single-use (decisions 7).
Result<> returnGift(Workplace &workplace, const SessionRecord &session, const Actor &actor, const Payment &payment)
{
    TRY_LET(gift, GiftStore{workplace.db()}.balance(payment.giftCode, session.businessDate));
    const bool usable = !gift.expired && !gift.blocked && gift.kind == GiftKind::Card;
    GiftContent content = giftBack(gift, -payment.amount, payment.dossier);
    if (!usable) {
        content.code = newGiftCode();
        content.kind = GiftKind::Card;
    }
    FactDraft draft = workplace.draft(usable ? FactType::GiftRefunded : FactType::GiftIssued, EventLabel::None, actor, session);
    draft.content = toJson(content);
    TRY_LET(fact, workplace.journal().append(draft));
    const Money balance = usable ? gift.balance - payment.amount : -payment.amount;
    TRY(workplace.spool(giftSlip(receiptContext(workplace, fact), content, balance)));
    return {};
}

/// Gift value that was sold is taken back only while nothing of it has been used.
Result<> takeBackSoldGift(Workplace &workplace, const SessionRecord &session, const Actor &actor, const RefundContent &content)
{
    for (const SaleLine &line : content.takenBack) {
        if (line.priced.kind != LineKind::GiftValue)
            continue;
        TRY_LET(gift, GiftStore{workplace.db()}.balance(line.priced.giftCode, session.businessDate));
        if (gift.balance < -line.priced.net)
            return failure(ErrorCode::GiftEmpty, u"already used"_s, {gift.code});
        FactDraft draft = workplace.draft(FactType::GiftRefunded, EventLabel::None, actor, session);
        draft.content = toJson(giftBack(gift, line.priced.net, content.dossier));
        TRY(workplace.journal().append(draft));
    }
    return {};
}

Result<RefundOutcome> recordRefund(Workplace &workplace, const SessionRecord &session, const Actor &actor, Plan plan)
{
    if (plan.payment)
        plan.content.payments.push_back(*plan.payment);
    plan.content.payments.insert(plan.content.payments.end(), plan.gift.begin(), plan.gift.end());
    for (const Payment &payment : plan.content.payments)
        TRY(appendPayment(workplace, session, actor,
                          {.payment = payment, .purpose = PaymentPurpose::Refund, .dossierNumber = plan.content.dossierNumber}));
    for (const Payment &payment : plan.gift)
        TRY(returnGift(workplace, session, actor, payment));
    TRY(takeBackSoldGift(workplace, session, actor, plan.content));
    FactDraft draft = workplace.draft(FactType::Refund, EventLabel::N, actor, session);
    draft.content = toJson(plan.content);
    draft.vat = turnoverVat(plan.content);
    draft.payments = bodyPayments(plan.content.payments);
    draft.series = u"R"_s;
    draft.reference = plan.content.sale;
    TRY_LET(fact, workplace.journal().append(draft));
    TRY_LET(paper, documentPaper(workplace, fact));
    paper.openDrawer = plan.method && plan.method->opensDrawer;
    TRY(workplace.spool(paper));
    return RefundOutcome{.fact = fact.body.position, .receipt = fact.body.document, .content = plan.content, .intent = {}};
}

QJsonObject outcomeJson(const RefundOutcome &outcome)
{
    return {{u"number"_s, outcome.fact.number}, {u"intent"_s, outcome.intent.toString()}};
}

/// What finishRefund() needs to know of a refund that waits for its terminal.
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
Result<RefundOutcome> startAtTerminal(Workplace &workplace, const SessionRecord &session, const Actor &actor, const Plan &plan,
                                      const RefundRequest &request, const RefundPayment &wanted)
{
    TRY(checkTerminalFree(workplace));
    TRY_LET(intent, persistIntent(workplace, actor, session, plan.content.dossier, *plan.method, plan.payment->amount));
    RefundPayment payment = wanted;
    payment.method = plan.method->key;
    const QJsonObject waiting = waitingJson(plan.content.dossier, request, payment, actor);
    TRY(WorkingStore{workplace.db()}.setValue(waitingName(intent.id),
                                              QString::fromUtf8(QJsonDocument{waiting}.toJson(QJsonDocument::Compact))));
    return RefundOutcome{.fact = {}, .receipt = {}, .content = plan.content, .intent = intent.id};
}

IntentState stateAfter(ChargeState state)
{
    switch (state) {
    case ChargeState::Approved: return IntentState::Approved;
    case ChargeState::Declined: return IntentState::Declined;
    case ChargeState::NotStarted: return IntentState::NotStarted;
    case ChargeState::Unknown: return IntentState::Unknown;
    }
    Q_UNREACHABLE();
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
    TRY_LET(content, refundContentFromJson(fact.content));
    outcome.fact = fact.body.position;
    outcome.receipt = fact.body.document;
    outcome.content = content;
    return outcome;
}

} // namespace

Result<QStringList> DossierDesk::refundMethods(const QString &number) const
{
    TRY_LET(dossier, detail(number));
    TRY_LET(payments, PaymentStore{m_workplace.db()}.ofDossier(dossier.row.id));
    const Returnable returnable = returnableOf(payments);
    QStringList keys;
    if (std::ranges::any_of(returnable.gift, [](const auto &entry) { return entry.second.isPositive(); }))
        keys << u"gift_card"_s;
    return keys + otherMethods(m_workplace, returnable);
}

Result<RefundOutcome> DossierDesk::refund(const CommandId &id, const QString &number, const RefundRequest &request,
                                          const RefundPayment &payment)
{
    RefundOutcome made;
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive);
        TRY_LET(session, m_workplace.openSession());
        TRY_LET(dossier, detail(number));
        TRY_LET(plan, planRefund(m_workplace, dossier.row.id, request, payment));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::Refund));
        const bool atTerminal = plan.method && plan.method->usesTerminal;
        TRY_LET(outcome, atTerminal ? startAtTerminal(m_workplace, session, actor, plan, request, payment)
                                    : recordRefund(m_workplace, session, actor, std::move(plan)));
        made = outcome;
        return outcomeJson(outcome);
    }));
    if (m_workplace.replayed)
        return rememberedRefund(m_workplace, answer);
    if (!made.intent.isNull())
        TRY(markSent(m_workplace, made.intent));
    return made;
}

Result<RefundOutcome> DossierDesk::finishRefund(const Id<PaymentIntent> &intentId, const Result<Charge> &answer, const QString &resolvedBy)
{
    return inTransaction(m_workplace.db(), [&]() -> Result<RefundOutcome> {
        TRY_LET(found, PaymentStore{m_workplace.db()}.intent(intentId));
        if (!found || !found->isOpen())
            return failure(ErrorCode::NotFound, u"no open intent"_s);
        TRY_LET(waiting, waitingRefund(m_workplace, intentId));
        TRY_LET(session, m_workplace.openSession());
        PaymentIntent intent = *found;
        intent.state = answer ? stateAfter(answer->state) : IntentState::NotStarted;
        intent.authorised = answer && answer->state == ChargeState::Approved ? answer->authorised : Money{};
        intent.reference = answer ? answer->reference : QString{};
        intent.resolvedByPerson = !resolvedBy.isEmpty();
        intent.resolvedBy = resolvedBy;
        intent.at = m_workplace.now();
        TRY(recordIntent(m_workplace, waiting.actor, session, FactType::IntentResolved, intent));
        if (intent.state != IntentState::Unknown)
            TRY(WorkingStore{m_workplace.db()}.setValue(waitingName(intentId), {}));
        if (intent.state != IntentState::Approved)
            return RefundOutcome{.fact = {}, .receipt = {}, .content = {}, .intent = intentId};
        TRY_LET(plan, planRefund(m_workplace, waiting.dossier, waiting.request, waiting.payment));
        if (plan.payment) {
            plan.payment->intent = intentId;
            plan.payment->reference = intent.reference;
        }
        return recordRefund(m_workplace, session, waiting.actor, std::move(plan));
    });
}

} // namespace guichet
