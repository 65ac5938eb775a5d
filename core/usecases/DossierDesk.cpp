// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DossierDesk.h"

#include "core/facts/DocumentNumberText.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/receipt/SaleReceipt.h"
#include "core/receipt/TicketCode.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/DossierPapers.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TrainingOverlay.h"
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
    if (const std::optional<DocumentNumber> document = documentNumberFromText(number))
        return workplace.journal().document(*document);
    TRY_LET(practised, TrainingOverlay{workplace}.find(number));
    if (practised)
        return *practised;
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

/// Units of a line that can still be let in.
struct Arriving
{
    Id<CartLine> line;
    int units = 0;
    QDate visit = {};
};

std::vector<Arriving> stillToCome(const DossierDetail &detail, int onlyLine)
{
    std::vector<Arriving> coming;
    for (int position = 1; const SaleLine &line : detail.lines) {
        const int left = line.priced.quantity - line.refundedUnits - detail.arrived.value(line.priced.id.toString());
        const bool wanted = onlyLine == 0 || onlyLine == position;
        ++position;
        if (wanted && left > 0 && line.priced.kind == LineKind::Resource)
            coming.push_back({line.priced.id, left, line.priced.visit.date});
    }
    return coming;
}

/// `quantity` units line by line, of visits on `day`; a null day: of any.
Result<std::vector<Arriving>> arrivingOn(const DossierDetail &detail, int onlyLine, int quantity, QDate day)
{
    std::vector<Arriving> taken;
    QDate otherDay;
    int left = quantity;
    for (const Arriving &arriving : stillToCome(detail, onlyLine)) {
        const bool isOfDay = day.isNull() || arriving.visit == day;
        if (!isOfDay && otherDay.isNull())
            otherDay = arriving.visit;
        const int units = isOfDay ? std::min(left, arriving.units) : 0;
        left -= units;
        if (units > 0)
            taken.push_back({arriving.line, units, arriving.visit});
    }
    if (left == 0)
        return taken;
    if (otherDay.isValid())
        return failure(ErrorCode::DateNotValid, u"visit of another day"_s, {detail.row.number, otherDay.toString(u"dd/MM/yyyy"_s)});
    if (!taken.empty())
        return failure(ErrorCode::QuantityInvalid, u"%1 units too many"_s.arg(left),
                       {QString::number(quantity), QString::number(quantity - left)});
    return failure(ErrorCode::AlreadyCheckedIn, u"nobody left to come"_s, {detail.row.number});
}

/// A ticket for one lets one in, once; a group says how many come.
Result<> checkTicketUnit(const Workplace &workplace, const DossierDetail &detail, const std::optional<TicketCode> &ticket, int quantity)
{
    if (quantity < 1)
        return failure(ErrorCode::QuantityInvalid, {}, {QString::number(quantity)});
    if (!ticket || ticket->unit == 0 || ticket->line < 1 || ticket->line > static_cast<int>(detail.lines.size()))
        return {};
    const Id<CartLine> &line = detail.lines[static_cast<size_t>(ticket->line) - 1].priced.id;
    TRY_LET(inside, DossierStore{workplace.db()}.hasArrived(detail.row.id, line, ticket->unit));
    if (inside || quantity > 1)
        return failure(ErrorCode::AlreadyCheckedIn, u"a ticket for one"_s, {detail.row.number});
    return {};
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

/// A seller copies the document that was made last in the running session (decisions 18).
Result<Right> rightToCopy(const Workplace &workplace, const Fact &fact, const std::optional<SessionRecord> &session)
{
    const bool ofThisChain = fact.body.position.incarnation == workplace.journal().identity().incarnation;
    if (!session || fact.body.session != session->id || fact.body.type == FactType::ZReport || !ofThisChain)
        return Right::Reprint;
    TRY_LET(next, workplace.journal().nextNumber(fact.body.document.series.left(1)));
    return fact.body.document.number + 1 == next ? Right::ReprintLast : Right::Reprint;
}

/// Copies of a document of training: their facts are not in the ledger's table of copies.
Result<int> practisedCopies(Journal &journal, const Fact &document)
{
    TRY_LET(head, journal.head());
    int copies = 0;
    FactPosition position = document.body.position;
    for (++position.number; position.number <= head.position.number; ++position.number) {
        TRY_LET(fact, journal.fact(position));
        copies += fact.body.type == FactType::Copy && fact.body.reference == document.body.position ? 1 : 0;
    }
    return copies;
}

/// Counts one more copy of a document (FIS-2); returns which one it is.
Result<int> recordCopy(Workplace &workplace, const Fact &fact)
{
    const bool practised = fact.body.label == EventLabel::T;
    if (workplace.training && !practised)
        return failure(ErrorCode::TrainingActive, u"not a document of training"_s, {documentNumberText(fact.body.document)});
    TRY_LET(session, workplace.sessionIfOpen());
    TRY_LET(right, rightToCopy(workplace, fact, session));
    TRY_LET(actor, Staff{workplace}.authorise(right));
    TRY_LET(earlier, practised ? practisedCopies(workplace.journal(), fact)
                               : DossierStore{workplace.db()}.copies(workplace.tillUid(), fact.body.document));
    const int copy = earlier + 1;
    FactDraft draft = workplace.draft(FactType::Copy, practised ? EventLabel::T : EventLabel::C, actor, session.value_or(SessionRecord{}));
    if (!session)
        draft.businessDate = workplace.businessToday();
    draft.content = toJson(CopyContent{fact.body.document, copy});
    draft.reference = fact.body.position;
    TRY(workplace.journal().append(draft));
    return copy;
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
    if (m_workplace.training)
        return TrainingOverlay{m_workplace}.search(search);
    DossierSearch known = search;
    if (search.till == m_workplace.settings.tillKey)
        known.till = m_workplace.tillUid();
    return DossierStore{m_workplace.db()}.search(known);
}

Result<DossierDetail> DossierDesk::detail(const QString &number) const
{
    const TrainingOverlay overlay{m_workplace};
    TRY_LET(practised, overlay.find(number));
    if (practised)
        return overlay.detail(*practised);
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
        TRY(checkReason(m_workplace, Reason::Kind::Cancellation, reason));
        TRY_LET(dossier, detail(number));
        if (dossier.row.state == DossierState::Cancelled)
            return failure(ErrorCode::AlreadyCancelled, {}, {dossier.row.number});
        if (dossier.row.state == DossierState::Settled)
            return failure(ErrorCode::CorrectionRefused, u"a settled dossier is refunded, not cancelled"_s,
                           {dossier.row.number, u"settled"_s});
        TRY_LET(money, PaymentStore{m_workplace.db()}.money(dossier.row.id));
        if (!(money.advances - money.advancesUsed).isZero())
            return failure(ErrorCode::CorrectionRefused, u"the deposit is given back first"_s, {dossier.row.number, u"deposit"_s});
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

Result<int> DossierDesk::checkIn(const CommandId &id, const QString &code, int quantity, VisitDay day)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(session, realSession(m_workplace));
        TRY_LET(actor, Staff{m_workplace}.authorise(day == VisitDay::Any ? Right::ForceCapacity : Right::Sell));
        TRY_LET(dossier, detail(code));
        if (dossier.row.state == DossierState::Cancelled || dossier.row.state == DossierState::Quote)
            return failure(ErrorCode::AlreadyCancelled, {}, {dossier.row.number});
        const std::optional<TicketCode> ticket = TicketCode::fromString(code);
        TRY(checkTicketUnit(m_workplace, dossier, ticket, quantity));
        TRY_LET(coming, arrivingOn(dossier, ticket ? ticket->line : 0, quantity, day == VisitDay::Any ? QDate{} : session.businessDate));
        for (const Arriving &arriving : coming) {
            FactDraft draft = m_workplace.draft(FactType::CheckIn, EventLabel::None, actor, session);
            draft.content = toJson(CheckInContent{dossier.row.id, arriving.line, arriving.units, ticket ? ticket->unit : 0});
            TRY(m_workplace.journal().append(draft));
        }
        TRY(settleAtArrival(m_workplace, dossier, session, actor));
        return QJsonObject{{u"arrived"_s, quantity}};
    }));
    return answer[u"arrived"_s].toInt();
}

Result<QString> DossierDesk::reprint(const CommandId &id, const QString &number)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(fact, namedFact(m_workplace, number));
        TRY_LET(copy, recordCopy(m_workplace, fact));
        TRY_LET(paper, documentPaper(m_workplace, fact, copy));
        TRY_LET(job, m_workplace.spool(paper));
        return QJsonObject{{u"job"_s, job}};
    }));
    return answer[u"job"_s].toString();
}

Result<Paper> DossierDesk::copy(const CommandId &id, const QString &number)
{
    TRY_LET(fact, namedFact(m_workplace, number));
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(copy, recordCopy(m_workplace, fact));
        return QJsonObject{{u"copy"_s, copy}};
    }));
    // In a transaction no read that fails is passed over: a copy without its names is none.
    return inTransaction(m_workplace.db(), [&] { return documentPaper(m_workplace, fact, answer[u"copy"_s].toInt()); });
}

} // namespace guichet
