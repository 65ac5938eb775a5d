// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DossierDesk.h"

#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/receipt/TicketCode.h"
#include "core/usecases/DossierPapers.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Staff.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// A dossier by its number, a receipt number, or the code of one of its tickets.
Result<Id<Dossier>> findDossier(const Workplace &workplace, const QString &number)
{
    const std::optional<TicketCode> ticket = TicketCode::fromString(number);
    return DossierStore{workplace.db()}.find(ticket ? ticket->dossierNumber : number.trimmed(), workplace.tillUid());
}

/// The fact that a document number or a dossier number names.
Result<Fact> namedFact(Workplace &workplace, const QString &number)
{
    if (const std::optional<DocumentNumber> document = documentFromText(number))
        return workplace.journal().document(*document);
    TRY_LET(dossier, findDossier(workplace, number));
    TRY_LET(position, DossierStore{workplace.db()}.position(dossier));
    return workplace.journal().fact(position);
}

Result<SessionRecord> realSession(const Workplace &workplace)
{
    if (workplace.training)
        return failure(ErrorCode::TrainingActive);
    return workplace.openSession();
}

/// What a method must be so that a payment can be moved to it by hand (PAY-8).
Result<const PaymentMethod *> correctionTarget(const Workplace &workplace, const QString &key)
{
    const PaymentMethod *method = workplace.catalogue->paymentMethod(key);
    if (!method)
        return failure(ErrorCode::MethodUnknown, {}, {key});
    if (method->type == PaymentType::VoucherStore || !isAllowedHere(workplace, *method))
        return failure(ErrorCode::MethodNotAllowed, u"not for a correction"_s, {method->name.french()});
    return method;
}

/// The first line of a dossier that a ticket or a number can still check in, and how many units.
struct Arriving
{
    Id<CartLine> line;
    int units = 0;
};

std::vector<Arriving> stillToCome(const DossierDetail &detail, int onlyLine)
{
    std::vector<Arriving> coming;
    for (int position = 1; const SaleLine &line : detail.lines) {
        const int left = line.priced.quantity - line.refundedUnits - detail.arrived.value(line.priced.id.toString());
        const bool wanted = onlyLine == 0 || onlyLine == position;
        ++position;
        if (wanted && left > 0 && line.priced.kind == LineKind::Resource)
            coming.push_back({line.priced.id, left});
    }
    return coming;
}

/// The visit of an order begins: it becomes turnover now, what is due becomes customer credit (decisions 1).
Result<> settleAtArrival(Workplace &workplace, const DossierDetail &detail, const SessionRecord &session, const Actor &actor)
{
    if (detail.row.state != DossierState::Confirmed)
        return {};
    TRY_LET(content, DossierStore{workplace.db()}.order(detail.row.id));
    TRY_LET(money, PaymentStore{workplace.db()}.money(detail.row.id));
    const Money advance = money.advances - money.advancesUsed;
    content.settles = detail.row.id;
    content.tenders.clear();
    const auto tender = [&content](Tender::Kind kind, Money amount) {
        if (!amount.isZero())
            content.tenders.push_back(
                {.kind = kind, .payment = {.id = Id<Payment>::generate(), .dossier = content.dossier, .amount = amount}});
    };
    tender(Tender::Kind::AdvanceUsed, advance);
    tender(Tender::Kind::CustomerCredit, content.total - advance);
    FactDraft draft = workplace.draft(FactType::Sale, EventLabel::N, actor, session);
    draft.content = toJson(content);
    draft.vat = content.vat;
    draft.series = u"R"_s;
    TRY(workplace.journal().append(draft));
    return {};
}

/// All cash of a dossier, with the payment that is about to become cash: the law's limit holds for a correction too.
Result<> checkCashAfter(const Workplace &workplace, const Payment &corrected)
{
    TRY_LET(payments, PaymentStore{workplace.db()}.ofDossier(corrected.dossier));
    Money cash;
    for (const RecordedPayment &recorded : payments)
        if (recorded.payment.type == PaymentType::Cash || recorded.payment.id == corrected.id)
            cash += recorded.payment.amount;
    return checkCashLimit(cash);
}

} // namespace

Result<std::vector<DossierRow>> DossierDesk::search(const DossierSearch &search) const
{
    return DossierStore{m_workplace.db()}.search(search);
}

Result<DossierDetail> DossierDesk::detail(const QString &number) const
{
    TRY_LET(dossier, findDossier(m_workplace, number));
    return DossierStore{m_workplace.db()}.detail(dossier);
}

Result<Paper> DossierDesk::receiptPaper(const QString &number) const
{
    TRY_LET(fact, namedFact(m_workplace, number));
    return documentPaper(m_workplace, fact);
}

Result<> DossierDesk::cancel(const CommandId &id, const QString &number, const QString &reason)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(session, realSession(m_workplace));
        if (!m_workplace.catalogue->reason(Reason::Kind::Cancellation, reason))
            return failure(ErrorCode::ReasonMissing, u"unknown reason: %1"_s.arg(reason));
        TRY_LET(dossier, detail(number));
        if (dossier.row.state == DossierState::Cancelled)
            return failure(ErrorCode::AlreadyCancelled, {}, {dossier.row.number});
        if (dossier.row.state == DossierState::Settled)
            return failure(ErrorCode::CorrectionRefused, u"a settled dossier is refunded, not cancelled"_s, {dossier.row.number});
        TRY_LET(money, PaymentStore{m_workplace.db()}.money(dossier.row.id));
        if (!(money.advances - money.advancesUsed).isZero())
            return failure(ErrorCode::CorrectionRefused, u"the deposit is given back first"_s, {dossier.row.number});
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::Cancel));
        FactDraft draft = m_workplace.draft(FactType::DossierCancelled, EventLabel::P, actor, session);
        draft.content = toJson(CancelContent{dossier.row.id, dossier.row.number, reason});
        TRY(m_workplace.journal().append(draft));
        return {};
    });
}

Result<> DossierDesk::correctMethod(const CommandId &id, const Id<Payment> &payment, const QString &methodKey)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(session, realSession(m_workplace));
        TRY_LET(recorded, PaymentStore{m_workplace.db()}.payment(payment));
        const Payment &paid = recorded.payment;
        if (recorded.session != session.id)
            return failure(ErrorCode::CorrectionRefused, u"its Z is made"_s);
        if (!paid.giftCode.isEmpty())
            return failure(ErrorCode::CorrectionRefused, u"gift value cannot be corrected"_s);
        if (!paid.intent.isNull()) {
            TRY_LET(intent, PaymentStore{m_workplace.db()}.intent(paid.intent));
            if (intent && intent->terminal != u"manual")
                return failure(ErrorCode::CorrectionRefused, u"approved by a terminal"_s);
        }
        TRY_LET(method, correctionTarget(m_workplace, methodKey));
        if (method->key == paid.method)
            return {};
        if (method->type == PaymentType::Cash)
            TRY(checkCashAfter(m_workplace, paid));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::CorrectPayment));
        CorrectionContent content;
        content.dossier = paid.dossier;
        content.payment = payment;
        content.fromMethod = paid.method;
        content.fromType = paid.type;
        content.toMethod = method->key;
        content.toType = method->type;
        content.toTitle = method->name;
        content.amount = paid.received() - paid.rounding;
        content.rounding = paid.rounding;
        FactDraft draft = m_workplace.draft(FactType::PaymentCorrected, EventLabel::F, actor, session);
        draft.content = toJson(content);
        draft.reference = recorded.position;
        TRY(m_workplace.journal().append(draft));
        return {};
    });
}

Result<int> DossierDesk::checkIn(const CommandId &id, const QString &code, int quantity)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(session, realSession(m_workplace));
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::Sell));
        TRY_LET(dossier, detail(code));
        if (dossier.row.state == DossierState::Cancelled || dossier.row.state == DossierState::Quote)
            return failure(ErrorCode::AlreadyCancelled, {}, {dossier.row.number});
        const std::optional<TicketCode> ticket = TicketCode::fromString(code);
        const std::vector<Arriving> coming = stillToCome(dossier, ticket ? ticket->line : 0);
        int left = quantity;
        for (const Arriving &arriving : coming) {
            const int units = std::min(left, arriving.units);
            if (units <= 0)
                break;
            left -= units;
            FactDraft draft = m_workplace.draft(FactType::CheckIn, EventLabel::None, actor, session);
            draft.content = toJson(CheckInContent{dossier.row.id, arriving.line, units});
            TRY(m_workplace.journal().append(draft));
        }
        if (left > 0)
            return failure(ErrorCode::AlreadyCheckedIn, u"%1 units too many"_s.arg(left), {dossier.row.number});
        TRY(settleAtArrival(m_workplace, dossier, session, actor));
        return QJsonObject{{u"arrived"_s, quantity}};
    }));
    return answer[u"arrived"_s].toInt();
}

Result<QString> DossierDesk::reprint(const CommandId &id, const QString &number)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(fact, namedFact(m_workplace, number));
        Staff staff{m_workplace};
        TRY_LET(session, SessionStore{m_workplace.db()}.openOf(m_workplace.tillUid()));
        const bool ofThisSession = session && fact.body.session == session->id && fact.body.type != FactType::ZReport;
        TRY_LET(actor, staff.authorise(ofThisSession ? Right::ReprintLast : Right::Reprint));
        TRY_LET(earlier, DossierStore{m_workplace.db()}.copies(m_workplace.tillUid(), fact.body.document));
        const int copy = earlier + 1;
        FactDraft draft = m_workplace.draft(FactType::Copy, EventLabel::C, actor, session.value_or(SessionRecord{}));
        if (!session)
            draft.businessDate = m_workplace.businessToday();
        draft.content = toJson(CopyContent{fact.body.document, copy});
        draft.reference = fact.body.position;
        TRY(m_workplace.journal().append(draft));
        TRY_LET(paper, documentPaper(m_workplace, fact, copy));
        TRY_LET(job, m_workplace.spool(paper));
        return QJsonObject{{u"job"_s, job}};
    }));
    return answer[u"job"_s].toString();
}

} // namespace guichet
