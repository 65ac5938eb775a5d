// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillDesk.h"

#include "core/ledger/CentreTrouble.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/ZStore.h"
#include "core/receipt/Slips.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillNames.h"
#include "core/usecases/TrainingOverlay.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestComment = 1000;
constexpr qint64 suspiciousHours = 12;        // decisions 19
constexpr qint64 suspiciousSecondsBack = 300; // decisions 12

std::vector<TillAlert> alertsOf(Workplace &workplace)
{
    const LedgerHealth health = workplace.ledger->health();
    std::vector<TillAlert> alerts;
    const auto note = [&alerts](bool holds, TillAlert alert) {
        if (holds)
            alerts.push_back(alert);
    };
    note(!health.defect.isEmpty(), TillAlert::JournalDefect);
    note(health.keyOutOfReach, TillAlert::SignaturePending);
    note(health.trouble.write || health.trouble.command, TillAlert::WriteFailing);
    note(health.trouble.check.has_value(), TillAlert::CheckFailing);
    note(health.trouble.backup.has_value(), TillAlert::BackupFailing);
    return alerts;
}

Result<> checkClock(const Workplace &workplace, const std::optional<SessionRecord> &last, bool confirmed)
{
    if (confirmed || !last)
        return {};
    const ZStore reports{workplace.db()};
    TRY_LET(number, reports.zOf(last->id));
    TRY_LET(z, reports.zReport(workplace.tillUid(), number));
    const qint64 since = z.closedAt.secsTo(workplace.now());
    if (since > suspiciousHours * 3600 || since < -suspiciousSecondsBack)
        return failure(ErrorCode::ClockSuspicious, u"last closing long ago, or still to come"_s,
                       {workplace.now().toString(u"dd/MM/yyyy HH:mm"_s)});
    return {};
}

/// Two machines would sell as one till, and this one's sales be in no Z of it (SYN-4). But that is a centre's word alone, and a till never
/// stops selling: who answers for it opens all the same, and knows it.
Result<Actor> openerThoughReplaced(Workplace &workplace, const Actor &actor, bool confirmed)
{
    TRY_LET(replaced, isTillReplaced(workplace.db()));
    if (!replaced)
        return actor;
    if (!confirmed)
        return failure(ErrorCode::TillReplaced, u"no new day"_s, {ownTillName(workplace).french(), u"new day"_s});
    const bool mayAlone = permission(actor.role, Right::OpenReplaced) == Permission::Granted;
    return mayAlone ? actor : Staff{workplace}.authoriseByAdministrator(Right::OpenReplaced);
}

Result<> checkNoSession(const Workplace &workplace)
{
    TRY_LET(open, workplace.sessionIfOpen());
    if (!open)
        return {};
    const bool earlier = open->businessDate < workplace.businessToday();
    return failure(earlier ? ErrorCode::SessionOfEarlierDay : ErrorCode::SessionAlreadyOpen, {},
                   {open->businessDate.toString(u"dd/MM/yyyy"_s)});
}

Result<SessionOpenedContent> openedContent(const std::optional<SessionRecord> &last, const OpenRequest &request)
{
    SessionOpenedContent content;
    content.session = Id<TillSession>::generate();
    content.expectedFloat = last ? last->nextFloat : Money{};
    content.count = request.count;
    content.countedFloat = !request.count.isEmpty() ? request.count.total() : request.amount.value_or(content.expectedFloat);
    if (content.countedFloat.isNegative() || content.countedFloat > largestAmount)
        return failure(ErrorCode::AmountInvalid, u"opening float"_s);
    return content;
}

} // namespace

Result<TillState> TillDesk::state() const
{
    TillState state;
    state.tillName = ownTillName(m_workplace).french();
    state.training = m_workplace.training;
    state.interrupted = m_workplace.interrupted;
    const SessionStore sessions{m_workplace.db()};
    TRY_LET(open, m_workplace.sessionIfOpen());
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
        TRY_LET(replaced, isTillReplaced(m_workplace.db()));
        state.replaced = replaced;
    }
    state.alerts = alertsOf(m_workplace);
    TRY_LET(uncounted, ZStore{m_workplace.db()}.uncountedZ(m_workplace.tillUid()));
    state.uncounted = std::move(uncounted);
    TRY_LET(intents, PaymentStore{m_workplace.db()}.openIntents(m_workplace.tillUid()));
    state.doubtfulPayments = static_cast<int>(std::ranges::count(intents, IntentState::Unknown, &PaymentIntent::state));
    return state;
}

Result<SessionOpenedContent> TillDesk::open(const CommandId &id, const OpenRequest &request)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(user, Staff{m_workplace}.authorise(Right::OpenSession));
        TRY(checkNoSession(m_workplace));
        TRY_LET(actor, openerThoughReplaced(m_workplace, user, request.replacedConfirmed));
        TRY_LET(last, SessionStore{m_workplace.db()}.lastClosed(m_workplace.tillUid()));
        TRY(checkClock(m_workplace, last, request.clockConfirmed));
        TRY_LET(content, openedContent(last, request));
        FactDraft draft;
        draft.type = FactType::SessionOpened;
        draft.label = EventLabel::F;
        draft.session = content.session;
        draft.businessDate = m_workplace.businessToday();
        draft.actor = actor;
        draft.content = toJson(content);
        TRY(m_workplace.journal().append(draft));
        return toJson(content);
    }));
    return sessionOpenedContentFromJson(answer);
}

Result<> TillDesk::moveCash(const CommandId &id, CashMovementKind kind, Money amount, const QString &reason, const QString &comment)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(session, m_workplace.openSession());
        if (!amount.isPositive() || amount > largestAmount)
            return failure(ErrorCode::AmountInvalid, u"cash movement"_s);
        TRY(checkReason(m_workplace, Reason::Kind::CashMovement, reason));
        TRY(checkText(comment, u"comment"_s, longestComment));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::MoveCash));
        const CashMovedContent content{kind, amount, reason};
        FactDraft draft = m_workplace.draft(FactType::CashMoved, EventLabel::F, actor, session);
        draft.content = toJson(content);
        TRY_LET(fact, m_workplace.journal().append(draft));
        if (!comment.isEmpty() && !m_workplace.training)
            TRY(DocumentStore{m_workplace.db()}.put(DocumentKind::Note, {{u"key"_s, cashNoteKey(fact.body.position)}, {u"text"_s, comment}},
                                                    {actor.user, m_workplace.now()}));
        ReceiptContext context = receiptContext(m_workplace, fact);
        context.reason = m_workplace.catalogue->reason(Reason::Kind::CashMovement, reason)->name;
        context.comment = comment;
        Paper slip = cashMovementSlip(context, content);
        slip.openDrawer = !m_workplace.training;
        TRY(m_workplace.spool(slip));
        return {};
    });
}

Result<> TillDesk::openDrawer(const CommandId &id, const QString &reason, int pin)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(session, m_workplace.openSession());
        TRY(checkReason(m_workplace, Reason::Kind::Drawer, reason));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::OpenDrawer));
        FactDraft draft = m_workplace.draft(FactType::DrawerOpened, EventLabel::F, actor, session);
        draft.content = toJson(DrawerOpenedContent{reason});
        TRY(m_workplace.journal().append(draft));
        if (m_workplace.training)
            return {}; // The drawer itself is never touched (decisions 16).
        Paper kick;
        kick.title = u"Ouverture du tiroir"_s;
        kick.openDrawer = true;
        kick.drawerPin = pin;
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
        TRY_LET(working, loadWorkingCart(m_workplace));
        if (!working.isUntouched())
            return failure(ErrorCode::CartNotEmpty, u"training changes with an empty cart"_s);
        return on ? enterTraining(m_workplace, actor) : leaveTraining(m_workplace, actor);
    });
}

} // namespace guichet
