// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillDesk.h"

#include "core/ledger/DocumentStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/ledger/ZStore.h"
#include "core/receipt/Slips.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 suspiciousHours = 12; // decisions 19

/// Sentences that stay on the screen until what they name is mended.
Result<QStringList> alertsOf(Workplace &workplace)
{
    TRY_LET(health, workplace.ledger->health());
    QStringList alerts;
    if (!health.defect.isEmpty())
        alerts << u"Le journal de la caisse présente un défaut. Vendez normalement et appelez le technicien."_s;
    if (health.keyOutOfReach)
        alerts << u"Signature en attente : la clé de la caisse n’est pas accessible. Les ventes sont gardées et seront signées."_s;
    return alerts;
}

Result<> checkClock(const Workplace &workplace, const std::optional<SessionRecord> &last, bool confirmed)
{
    if (confirmed || !last)
        return {};
    TRY_LET(z, ZStore{workplace.db()}.zReport(workplace.tillUid(), last->zNumber));
    if (z.closedAt.secsTo(workplace.now()) > suspiciousHours * 3600)
        return failure(ErrorCode::ClockSuspicious, u"last closing long ago"_s, {workplace.now().toString(u"dd/MM/yyyy HH:mm"_s)});
    return {};
}

Result<> checkNoSession(const Workplace &workplace)
{
    TRY_LET(open, SessionStore{workplace.db()}.openOf(workplace.tillUid()));
    if (!open)
        return {};
    const bool earlier = open->businessDate < workplace.businessToday();
    return failure(earlier ? ErrorCode::SessionOfEarlierDay : ErrorCode::SessionAlreadyOpen, {},
                   {open->businessDate.toString(u"dd/MM/yyyy"_s)});
}

/// The session of today, not in training: for what moves cash.
Result<SessionRecord> sessionForCash(const Workplace &workplace)
{
    if (workplace.training)
        return failure(ErrorCode::TrainingActive);
    return workplace.openSession();
}

Result<> checkReason(const Workplace &workplace, Reason::Kind kind, const QString &reason)
{
    if (!workplace.catalogue->reason(kind, reason))
        return failure(ErrorCode::ReasonMissing, u"unknown reason: %1"_s.arg(reason));
    return {};
}

QJsonObject openedAnswer(const SessionOpenedContent &content)
{
    return toJson(content);
}

} // namespace

Result<TillState> TillDesk::state() const
{
    TillState state;
    const TillProfile *till = m_workplace.catalogue->till(m_workplace.settings.tillKey);
    state.tillName = till ? till->name.french() : m_workplace.settings.tillKey;
    state.training = m_workplace.training;
    const SessionStore sessions{m_workplace.db()};
    TRY_LET(open, sessions.openOf(m_workplace.tillUid()));
    state.businessDate = open ? open->businessDate : m_workplace.businessToday();
    if (open) {
        state.phase = open->businessDate < m_workplace.businessToday() ? TillState::Phase::MustCloseEarlierDay : TillState::Phase::Open;
        state.session = open->id;
        state.openedAt = open->openedAt;
        state.openedBy = Staff{m_workplace}.displayName(open->openedBy);
        TRY_LET(sales, sessions.saleCount(open->id));
        state.sales = sales;
    } else {
        TRY_LET(last, sessions.lastClosed(m_workplace.tillUid()));
        state.expectedFloat = last ? last->nextFloat : Money{};
    }
    TRY_LET(alerts, alertsOf(m_workplace));
    state.alerts = alerts;
    TRY_LET(intents, PaymentStore{m_workplace.db()}.openIntents(m_workplace.tillUid()));
    state.doubtfulPayments = static_cast<int>(std::ranges::count(intents, IntentState::Unknown, &PaymentIntent::state));
    return state;
}

Result<SessionOpenedContent> TillDesk::open(const CommandId &id, const OpenRequest &request)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::OpenSession));
        TRY(checkNoSession(m_workplace));
        TRY_LET(last, SessionStore{m_workplace.db()}.lastClosed(m_workplace.tillUid()));
        TRY(checkClock(m_workplace, last, request.clockConfirmed));
        SessionOpenedContent content;
        content.session = Id<TillSession>::generate();
        content.expectedFloat = last ? last->nextFloat : Money{};
        content.count = request.count;
        content.countedFloat = !request.count.isEmpty() ? request.count.total() : request.amount.value_or(content.expectedFloat);
        if (content.countedFloat.isNegative() || content.countedFloat > largestAmount)
            return failure(ErrorCode::AmountInvalid, u"opening float"_s);
        FactDraft draft;
        draft.type = FactType::SessionOpened;
        draft.label = EventLabel::F;
        draft.session = content.session;
        draft.businessDate = m_workplace.businessToday();
        draft.actor = actor;
        draft.content = toJson(content);
        TRY(m_workplace.journal().append(draft));
        return openedAnswer(content);
    }));
    return sessionOpenedContentFromJson(answer);
}

Result<> TillDesk::moveCash(const CommandId &id, CashMovementKind kind, Money amount, const QString &reason, const QString &comment)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(session, sessionForCash(m_workplace));
        if (!amount.isPositive() || amount > largestAmount)
            return failure(ErrorCode::AmountInvalid, u"cash movement"_s);
        TRY(checkReason(m_workplace, Reason::Kind::CashMovement, reason));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::MoveCash));
        const CashMovedContent content{kind, amount, reason};
        FactDraft draft = m_workplace.draft(FactType::CashMoved, EventLabel::F, actor, session);
        draft.content = toJson(content);
        TRY_LET(fact, m_workplace.journal().append(draft));
        if (!comment.isEmpty())
            TRY(DocumentStore{m_workplace.db()}.put(
                DocumentKind::Note, {{u"key"_s, u"cash:%1"_s.arg(fact.body.position.number)}, {u"text"_s, comment.left(1000)}},
                {actor.user, m_workplace.now()}));
        ReceiptContext context = receiptContext(m_workplace, fact);
        context.reason = m_workplace.catalogue->reason(Reason::Kind::CashMovement, reason)->name;
        context.comment = comment;
        Paper slip = cashMovementSlip(context, content);
        slip.openDrawer = true;
        TRY(m_workplace.spool(slip));
        return {};
    });
}

Result<> TillDesk::openDrawer(const CommandId &id, const QString &reason)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(session, sessionForCash(m_workplace));
        TRY(checkReason(m_workplace, Reason::Kind::Drawer, reason));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::OpenDrawer));
        FactDraft draft = m_workplace.draft(FactType::DrawerOpened, EventLabel::F, actor, session);
        draft.content = toJson(DrawerOpenedContent{reason});
        TRY(m_workplace.journal().append(draft));
        Paper kick;
        kick.title = u"Ouverture du tiroir"_s;
        kick.openDrawer = true;
        TRY(m_workplace.spool(kick));
        return {};
    });
}

Result<> TillDesk::setTraining(const CommandId &id, bool on)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        if (on == m_workplace.training)
            return {};
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::Training));
        WorkingStore working{m_workplace.db()};
        TRY_LET(cart, working.currentCart(m_workplace.training));
        if (cart && cart->units > 0)
            return failure(ErrorCode::CartNotEmpty, u"training changes with an empty cart"_s);
        TRY(working.setValue(workingvalue::training, on ? u"1"_s : QString{}));
        if (!on)
            TRY(working.dropOverlay());
        TRY(m_workplace.journal().appendTechnical(on ? TechnicalEvent::TrainingEntered : TechnicalEvent::TrainingLeft, {}, actor));
        m_workplace.training = on;
        return {};
    });
}

} // namespace guichet
