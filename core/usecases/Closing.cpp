// SPDX-License-Identifier: GPL-3.0-or-later
// X and Z: the report of a session, and its closing (CASH-3 to CASH-5).
#include "core/ledger/DocumentStore.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/ReportStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/ledger/ZStore.h"
#include "core/money/Allocation.h"
#include "core/money/FormatMoney.h"
#include "core/pricing/Pricing.h"
#include "core/receipt/Words.h"
#include "core/selling/Settlement.h"
#include "core/usecases/AbandonedCarts.h"
#include "core/usecases/AnchorOfZ.h"
#include "core/usecases/CardSlips.h"
#include "core/usecases/HeldPlaces.h"
#include "core/usecases/Papers.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TillDesk.h"
#include "core/usecases/TrainingOverlay.h"
#include "core/usecases/WorkingCart.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <map>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownHashDigits = 16;

/// The carts that stay open: in progress and parked.
Result<std::vector<KeptCart>> openCarts(const Workplace &workplace)
{
    const WorkingStore working{workplace.db()};
    TRY_LET(carts, working.parked());
    TRY_LET(current, working.currentCart());
    if (current && (current->units > 0 || !current->paid.isZero()))
        carts.push_back(*current);
    return carts;
}

Result<> addOpenItems(const Workplace &workplace, Report &report)
{
    TRY_LET(carts, openCarts(workplace));
    for (const KeptCart &cart : carts)
        report.openItems.push_back({.kind = cart.name.isEmpty() ? OpenItem::Kind::Cart : OpenItem::Kind::ParkedCart,
                                    .title = cart.id.toString().right(8),
                                    .amount = cart.total});
    TRY_LET(jobs, WorkingStore{workplace.db()}.openJobCount());
    if (jobs > 0)
        report.openItems.push_back({.kind = OpenItem::Kind::PrintJob, .title = QString::number(jobs), .amount = {}});
    return {};
}

/// What ReportStore cannot know: names, head of the chain, perpetual totals, what is open.
Result<Report> composeReport(Workplace &workplace, const SessionRecord &session, Report::Kind kind)
{
    TRY_LET(report, ReportStore{workplace.db()}.session(session.id));
    TRY_LET(head, workplace.journal().head());
    report.kind = kind;
    report.tillKey = workplace.settings.tillKey;
    report.tillName = workplace.catalogue->tillName(report.tillKey);
    report.closedAt = workplace.now();
    report.closedBy = workplace.user ? workplace.user->key : QString{};
    report.grandTotals = head.totals;
    if (session.incarnation != head.position.incarnation) // restored since: the numbers have begun again
        report.factFrom = 1;
    report.factTo = head.position.number;
    report.incarnation = head.position.incarnation;
    report.headHash = QString::fromLatin1(head.hash.toHex()).left(shownHashDigits);
    report.keyFingerprint = workplace.journal().identity().key.fingerprint().remove(u' ').left(printedFingerprintDigits);
    report.softwareVersion = QStringLiteral(GUICHET_VERSION);
    report.lateClosing = session.businessDate < workplace.businessToday();
    TRY_LET(abandoned, abandonedCarts(WorkingStore{workplace.db()}));
    report.abandonedCount = abandoned.count;
    report.abandoned = abandoned.total;
    TRY(addOpenItems(workplace, report));
    TRY_LET(terminal, TerminalDesk{workplace}.comparison(session.id));
    if (terminal && (terminal->answered || kind == Report::Kind::Z))
        report.terminals.push_back(*terminal);
    keepFaceValues(report, *workplace.catalogue);
    fillTitles(report, *workplace.catalogue);
    return report;
}

/// VAT per rate of a cart that holds certain payments without a sale; nothing is known of one that is gone.
Result<std::vector<VatAmount>> cartVat(const Workplace &workplace, const Id<Dossier> &dossier, QDate businessDate)
{
    TRY_LET(carts, openCarts(workplace));
    for (const KeptCart &kept : carts) {
        TRY_LET(working, workingCartFromText(kept.body));
        if (working.cart.dossier == dossier)
            return price(working.cart, *workplace.catalogue, {.now = workplace.now(), .businessDate = businessDate}).vat;
    }
    return std::vector<VatAmount>{};
}

/// A certain payment without a sale is an advance of its dossier (decisions 3): the Z says so.
Result<> turnIntoAdvances(Workplace &workplace, const SessionRecord &session, const Actor &actor)
{
    TRY_LET(payments, PaymentStore{workplace.db()}.unassigned(session.id));
    std::map<Id<Dossier>, AdvanceContent> advances;
    for (const RecordedPayment &recorded : payments) {
        AdvanceContent &advance = advances[recorded.payment.dossier];
        advance.dossier = recorded.payment.dossier;
        advance.payments.push_back(recorded.payment.id);
        advance.amount += recorded.payment.amount;
    }
    for (auto &[dossier, advance] : advances) {
        TRY_LET(vat, cartVat(workplace, dossier, session.businessDate));
        const VatAmount outOfScope{.rate = {VatCode::X, BasisPoints{}}, .base = advance.amount, .vat = {}, .total = advance.amount};
        advance.vat = vat.empty() ? std::vector{outOfScope} : advanceVat(advance.amount, vat);
        FactDraft draft = workplace.draft(FactType::Advance, EventLabel::N, actor, session);
        draft.content = toJson(advance);
        draft.vat = advance.vat;
        TRY(workplace.journal().append(draft));
    }
    return {};
}

/// Expiry is a fact at the first Z after the date (decisions 7).
Result<> expireGifts(Workplace &workplace, const SessionRecord &session, const Actor &actor)
{
    TRY_LET(expired, GiftStore{workplace.db()}.expiredBefore(session.businessDate));
    for (const GiftBalance &gift : expired) {
        GiftContent content;
        content.code = gift.code;
        content.kind = gift.kind;
        content.amount = -gift.balance;
        FactDraft draft = workplace.draft(FactType::GiftExpired, EventLabel::None, actor, session);
        draft.content = toJson(content);
        TRY(workplace.journal().append(draft));
    }
    return {};
}

/// Origins of named customers, kept apart from their dossiers until now (decisions 21).
Result<> countVisitors(Workplace &workplace, const SessionRecord &session, const Actor &actor)
{
    WorkingStore working{workplace.db()};
    TRY_LET(kept, working.value(workingvalue::visitors));
    const QJsonArray rows = QJsonDocument::fromJson(kept.toUtf8()).array();
    if (rows.isEmpty())
        return {};
    FactDraft draft = workplace.draft(FactType::Visitors, EventLabel::None, actor, session);
    draft.content = {{u"rows"_s, rows}};
    TRY(workplace.journal().append(draft));
    return working.setValue(workingvalue::visitors, {});
}

Result<> checkCountedMethods(const Catalogue &catalogue, const QMap<QString, Money> &counted)
{
    for (auto it = counted.begin(); it != counted.end(); ++it) {
        const PaymentMethod *method = catalogue.paymentMethod(it.key());
        if (!method || method->type == PaymentType::Cash) // cash is counted by itself: a mistyped word must not be a Z without a count
            return failure(ErrorCode::MethodUnknown, u"counted"_s, {it.key()});
        if (it->isNegative() || *it > largestAmount)
            return failure(ErrorCode::AmountInvalid, u"counted %1"_s.arg(it.key()), {formatMoney(*it)});
    }
    return {};
}

/// What cannot be meant. Differences are stated, not refused: a closing always closes.
Result<> checkCounts(const Catalogue &catalogue, const CloseRequest &request)
{
    const std::optional<Money> cash = request.count ? request.count->total() : request.countedCash;
    if (cash && (cash->isNegative() || *cash > largestAmount))
        return failure(ErrorCode::AmountInvalid, u"closing count"_s, {formatMoney(*cash)});
    if (request.nextFloat.isNegative() || request.nextFloat > largestAmount)
        return failure(ErrorCode::AmountInvalid, u"next float"_s, {formatMoney(request.nextFloat)});
    if (cash && request.nextFloat > *cash)
        return failure(ErrorCode::AmountTooHigh, u"next float above the count"_s, {formatMoney(*cash)});
    return checkCountedMethods(catalogue, request.countedMethods);
}

/// A method that was counted though nothing was paid by it: its line says so.
void addCountedMethods(Report &report, const CloseRequest &request, const Catalogue &catalogue)
{
    for (const QString &key : request.countedMethods.keys()) {
        const PaymentMethod *known = catalogue.paymentMethod(key);
        const bool isThere = std::ranges::any_of(report.methods, [&](const MethodTotal &total) { return total.method == key; });
        if (known && !isThere)
            report.methods.push_back({.method = key, .type = known->type, .title = known->name});
    }
}

void applyCounts(Report &report, const CloseRequest &request, bool blind)
{
    CashSection &cash = report.cash;
    cash.counted = request.count || request.countedCash;
    cash.blind = blind;
    cash.count = request.count.value_or(CashCount{});
    cash.countedAmount = request.count ? request.count->total() : request.countedCash.value_or(Money{});
    cash.nextFloat = cash.counted ? request.nextFloat : cash.expected();
    cash.bankDrop = cash.counted ? cash.countedAmount - cash.nextFloat : Money{};
    for (MethodTotal &method : report.methods) {
        const bool isCash = method.type == PaymentType::Cash;
        if (!isCash && !request.countedMethods.contains(method.method))
            continue;
        method.counted = isCash ? cash.counted : true;
        method.countedAmount = isCash ? cash.countedAmount - cash.expected() + method.total() : request.countedMethods[method.method];
    }
}

Result<> keepComment(const Workplace &workplace, const ZNumber &z, const QString &comment, const QString &user)
{
    if (comment.trimmed().isEmpty())
        return {};
    const QJsonObject note{{u"key"_s, zNoteKey(z)}, {u"text"_s, printable(comment).left(1000)}};
    TRY(DocumentStore{workplace.db()}.put(DocumentKind::Note, note, {user, workplace.now()}));
    return {};
}

/// The X of an exercise says so above everything else.
Paper practisedX(const Workplace &workplace, const Report &report)
{
    const ReportContext context = reportContext(workplace, report);
    Paper paper = reportPaper(context, report);
    const QString mark = u"*** %1 ***"_s.arg(word(Word::Training, context.language));
    paper.items.insert(paper.items.begin(), PaperText{.text = mark, .align = Align::Centre, .bold = true, .size = TextSize::Large});
    return paper;
}

Result<Fact> appendReport(Workplace &workplace, const SessionRecord &session, const Report &report, const Actor &actor)
{
    FactDraft draft;
    draft.type = report.kind == Report::Kind::Z ? FactType::ZReport : FactType::XReport;
    draft.label = EventLabel::R;
    draft.session = session.id;
    draft.businessDate = session.businessDate;
    draft.actor = actor;
    draft.content = reportToJson(report);
    draft.series = report.kind == Report::Kind::Z ? u"Z"_s : QString{};
    return workplace.journal().append(draft);
}

} // namespace

Result<Report> TillDesk::preview() const
{
    TRY_LET(session, m_workplace.openSession());
    return composeReport(m_workplace, session, Report::Kind::X);
}

Result<Report> TillDesk::xReport(const CommandId &id)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::ReportX));
        TRY_LET(session, m_workplace.openSession());
        TRY_LET(report, composeReport(m_workplace, session, Report::Kind::X));
        if (m_workplace.training) { // the gesture and the paper; no number, no fact
            TRY(m_workplace.spool(practisedX(m_workplace, report)));
            return reportToJson(report);
        }
        TRY_LET(earlier, ZStore{m_workplace.db()}.xCount(session.id));
        report.number = earlier + 1;
        TRY(appendReport(m_workplace, session, report, actor));
        TRY(m_workplace.spool(reportPaper(reportContext(m_workplace, report), report)));
        return reportToJson(report);
    }));
    return reportFromJson(answer);
}

Result<Report> TillDesk::close(const CommandId &id, const CloseRequest &request)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY(checkCounts(*m_workplace.catalogue, request));
        TRY_LET(session, m_workplace.openSession());
        const bool late = session.businessDate != m_workplace.businessToday(); // also a day ahead: the clock has been wrong
        TRY_LET(actor, Staff{m_workplace}.authorise(late ? Right::LateClosing : Right::ReportZ));
        if (m_workplace.training && !late)
            return failure(ErrorCode::TrainingActive, u"a Z is of the real day"_s);
        TRY(leaveTraining(m_workplace, actor)); // a late closing always closes, also for a seller who may not leave training
        TRY(turnIntoAdvances(m_workplace, session, actor));
        TRY(expireGifts(m_workplace, session, actor));
        TRY(countVisitors(m_workplace, session, actor));
        if (late)
            TRY(m_workplace.journal().appendTechnical(TechnicalEvent::LateClosing,
                                                      {{u"date"_s, session.businessDate.toString(Qt::ISODate)}}, actor));
        TRY_LET(report, composeReport(m_workplace, session, Report::Kind::Z));
        TRY_LET(number, m_workplace.journal().nextNumber(u"Z"_s));
        report.number = number;
        addCountedMethods(report, request, *m_workplace.catalogue);
        applyCounts(report, request, m_workplace.settings.blindCount);
        TRY(keepComment(m_workplace, report.zNumber(), request.comment, actor.user));
        TRY(keepAnchorOfZ(m_workplace, report.zNumber(), actor.user));
        TRY(appendReport(m_workplace, session, report, actor));
        WorkingStore working{m_workplace.db()};
        TRY(forgetAbandonedCarts(working));
        TRY(returnAllotments(m_workplace));
        TRY_LET(terminalSlip, TerminalDesk{m_workplace}.daySlip(session.id));
        Paper paper = reportPaper(reportContext(m_workplace, report), report);
        appendSlip(terminalSlip, paper);
        TRY(m_workplace.spool(paper));
        return reportToJson(report);
    }));
    std::ignore = m_workplace.ledger->rememberHead(); // the Z stands; upkeep tries again within the hour
    return reportFromJson(answer);
}

Result<> TillDesk::completeCount(const CommandId &id, const ZNumber &number, const CashCount &count, const QString &comment)
{
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::ReportZ));
        TRY_LET(report, ZStore{m_workplace.db()}.zReport(m_workplace.tillUid(), number));
        if (report.cash.counted)
            return failure(ErrorCode::CorrectionRefused, u"this Z is counted"_s, {u"Z%1"_s.arg(number.toString()), u"counted"_s});
        FactDraft draft;
        draft.type = FactType::CountCompleted;
        draft.label = EventLabel::F;
        draft.session = report.session;
        draft.businessDate = report.businessDate;
        draft.actor = actor;
        draft.content = {{u"zNumber"_s, number.number}, {u"countedAmount"_s, count.total().cents()}, {u"count"_s, count.toJson()}};
        TRY(m_workplace.journal().append(draft));
        return keepComment(m_workplace, number, comment, actor.user);
    });
}

Result<Report> TillDesk::zReport(const ZNumber &number) const
{
    TRY_LET(permission, Staff{m_workplace}.permissionFor(Right::ReportZ));
    if (permission != Permission::Granted)
        return failure(ErrorCode::NotAllowed, u"a Z is for managers"_s);
    return ZStore{m_workplace.db()}.zReport(m_workplace.tillUid(), number);
}

Result<std::vector<ZNumber>> TillDesk::zNumbers() const
{
    return ZStore{m_workplace.db()}.zNumbers(m_workplace.tillUid());
}

Result<ZNumber> TillDesk::nextZ() const
{
    Journal &journal = m_workplace.journal();
    TRY_LET(number, journal.nextNumber(u"Z"_s));
    return ZNumber{.number = number, .incarnation = journal.identity().incarnation};
}

} // namespace guichet
