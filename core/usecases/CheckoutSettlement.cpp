// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Absence.h"
#include "core/base/Crockford.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/ledger/StockStore.h"
#include "core/money/FormatMoney.h"
#include "core/selling/TurnoverVat.h"
#include "core/usecases/GiftFacts.h"
#include "core/usecases/HeldPlaces.h"
#include "core/usecases/PaymentFacts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/Validation.h"

#include <QJsonArray>
#include <algorithm>

/// The facts of a validation: sale, order, balance collected (decisions 1, 3).
namespace guichet {
using namespace Qt::StringLiterals;

/// Cash and paper become certain now: one PAYMENT fact each (decisions 3).
Result<> Validation::recordUncertain(PaymentPurpose purpose, const QString &number, const std::vector<VatAmount> &vat, PaymentPaper paper)
{
    for (size_t i = 0; i < m_work.payments.size(); ++i) {
        const Payment &payment = m_work.payments[i];
        if (m_work.working.payments[i].certain || (payment.amount.isZero() && payment.received().isZero() && payment.rounding.isZero()))
            continue;
        PaymentContent content;
        content.payment = payment;
        content.purpose = purpose;
        content.dossierNumber = number;
        if (purpose == PaymentPurpose::Advance)
            content.vat = advanceVat(payment.amount, vat);
        if (!m_workplace.training) {
            TRY_LET(fact, appendPayment(m_workplace, m_session, m_actor, content, paper));
            if (paper == PaymentPaper::Own)
                m_documents.push_back(std::move(fact));
        }
        m_recorded.push_back(payment);
    }
    return {};
}

/// What a Z or an order has turned into an advance is used as one.
Result<std::optional<Tender>> Validation::advanceTender() const
{
    const Id<Dossier> &dossier = m_work.working.cart.dossier;
    TRY_LET(money, PaymentStore{m_workplace.db()}.money(dossier));
    const Money advance = money.advances - money.advancesUsed;
    if (advance.isZero())
        return std::optional<Tender>{};
    Tender used;
    used.kind = Tender::Kind::AdvanceUsed;
    used.payment.id = Id<Payment>::generate();
    used.payment.dossier = dossier;
    used.payment.amount = advance;
    return used;
}

/// Certain payments of this session that nothing has turned into an advance.
Result<std::vector<RecordedPayment>> Validation::certainOfSession() const
{
    TRY_LET(recorded, PaymentStore{m_workplace.db()}.ofDossier(m_work.working.cart.dossier));
    std::erase_if(recorded, [&](const RecordedPayment &known) {
        const bool laid = std::ranges::any_of(
            m_work.working.payments, [&](const LaidPayment &other) { return other.certain && other.payment.id == known.payment.id; });
        return !laid || known.session != m_session.id || known.purpose != PaymentPurpose::Sale;
    });
    return recorded;
}

Result<std::vector<Tender>> Validation::composeTenders() const
{
    std::vector<Tender> tenders;
    const auto isCertain = [](const LaidPayment &laid) { return laid.certain; };
    const bool paidBefore = !m_work.working.collecting.isEmpty() || std::ranges::any_of(m_work.working.payments, isCertain);
    if (paidBefore) {
        TRY_LET(advance, advanceTender());
        if (advance)
            tenders.push_back(*advance);
        TRY_LET(certain, certainOfSession());
        for (const RecordedPayment &recorded : certain)
            tenders.push_back({.kind = Tender::Kind::Payment, .payment = recorded.payment});
    }
    for (const Payment &payment : m_recorded)
        tenders.push_back({.kind = Tender::Kind::Payment, .payment = payment});
    return tenders;
}

/// Certain payments of an order become its advance (decisions 1).
Result<> Validation::recordCertainAsAdvance(const SaleContent &order, PaymentPaper paper)
{
    AdvanceContent advance;
    advance.dossier = order.dossier;
    advance.dossierNumber = order.dossierNumber;
    TRY_LET(certain, certainOfSession());
    for (const RecordedPayment &recorded : certain) {
        advance.payments.push_back(recorded.payment.id);
        advance.amount += recorded.payment.amount;
    }
    if (advance.payments.empty())
        return {};
    advance.vat = advanceVat(advance.amount, order.vat);
    FactDraft draft = m_workplace.draft(FactType::Advance, EventLabel::None, m_actor, m_session);
    draft.content = toJson(advance);
    draft.vat = advance.vat;
    if (paper == PaymentPaper::Own)
        draft.series = u"R"_s;
    TRY_LET(fact, m_workplace.journal().append(draft));
    if (paper == PaymentPaper::Own)
        m_documents.push_back(std::move(fact));
    return {};
}

Result<> Validation::issueGiftValue(const SaleContent &content)
{
    for (const SaleLine &line : content.lines) {
        if (line.priced.kind != LineKind::GiftValue || m_workplace.training)
            continue;
        const bool recharge = line.priced.item == u"recharge";
        GiftContent gift;
        gift.code = line.priced.giftCode;
        gift.kind = line.priced.item == u"voucher" ? GiftKind::Voucher : GiftKind::Card;
        gift.amount = line.priced.net;
        gift.dossier = content.dossier;
        TRY_LET(expiresOn, giftValidAfter(m_workplace, gift.code, m_session.businessDate));
        gift.expiresOn = expiresOn;
        TRY_LET(fact, recordGift(m_workplace, m_actor, m_session, recharge ? FactType::GiftRecharged : FactType::GiftIssued, gift));
        m_giftFacts.push_back(std::move(fact));
    }
    return {};
}

Result<Fact> Validation::appendSale(const SaleContent &content)
{
    FactDraft draft = m_workplace.draft(FactType::Sale, EventLabel::N, approvedActor(), m_session);
    draft.content = toJson(content);
    draft.series = u"R"_s;
    draft.vat = turnoverVat(content);
    std::vector<Payment> payments;
    for (const Tender &tender : content.tenders)
        if (tender.kind == Tender::Kind::Payment)
            payments.push_back(tender.payment);
    draft.payments = bodyPayments(payments);
    return m_workplace.journal().append(draft);
}

Result<QJsonObject> Validation::sell()
{
    TRY_LET(content, composeContent());
    TRY(recordUncertain(PaymentPurpose::Sale, content.dossierNumber, {}));
    TRY_LET(tenders, composeTenders());
    content.tenders = std::move(tenders);
    content.roundsAll = m_work.rules.roundAllTenders && !m_work.rules.companyBuyer;
    TRY(issueGiftValue(content));
    TRY_LET(fact, appendSale(content));
    TRY_LET(jobs, printSale(m_workplace, fact, content, {.tickets = true}));
    TRY_LET(giftJobs, printGifts(m_workplace, m_giftFacts, content.language));
    return finish(fact, jobs + giftJobs, content);
}

Result<> Validation::completeOrder(SaleContent &order) const
{
    if (m_request.dueOn.isValid())
        TRY(checkAgreedDay(m_request.dueOn, m_session.businessDate));
    if (m_request.deposit.isNegative() || m_request.deposit > order.total)
        return failure(ErrorCode::AmountInvalid, u"deposit"_s, {formatMoney(m_request.deposit)});
    if (order.giftValue.isPositive())
        return failure(ErrorCode::StillDue, u"gift value is paid at once"_s, {formatMoney(m_work.due())});
    const PaymentMethod *expected = m_workplace.catalogue->paymentMethod(m_request.expectedMethod);
    if (!m_request.expectedMethod.isEmpty() && !expected)
        return failure(ErrorCode::MethodUnknown, {}, {m_request.expectedMethod});
    order.dueOn = m_request.dueOn;
    order.deposit = m_request.deposit;
    if (expected && expected->type != PaymentType::Transfer)
        return {};
    const TillProfile *till = m_workplace.catalogue->till(m_workplace.settings.tillKey);
    TRY_LET(orders, DossierStore{m_workplace.db()}.orderCount(m_workplace.tillUid(), m_workplace.journal().identity().incarnation));
    const qint64 tillNumber = fromCrockford(till ? till->code : TillProfile{}.code).value_or(0);
    order.structuredCommunication = structuredCommunication(static_cast<int>(tillNumber), orders + 1);
    return {};
}

Result<QJsonObject> Validation::order()
{
    TRY_LET(content, composeContent());
    TRY(completeOrder(content));
    FactDraft draft = m_workplace.draft(FactType::Order, EventLabel::P, approvedActor(), m_session);
    draft.content = toJson(content);
    draft.series = u"R"_s;
    draft.vat = content.vat;
    TRY_LET(fact, m_workplace.journal().append(draft));
    TRY(recordUncertain(PaymentPurpose::Advance, content.dossierNumber, content.vat));
    if (!m_workplace.training)
        TRY(recordCertainAsAdvance(content));
    TRY_LET(jobs, printSale(m_workplace, fact, content, {}));
    return finish(fact, jobs, content);
}

/// The balance of a dossier: settles its order, adds a deposit to it, or pays back its credit (PAY-5).
Result<QJsonObject> Validation::collect()
{
    if (m_work.working.payments.empty())
        return failure(ErrorCode::StillDue, {}, {formatMoney(m_work.due())});
    TRY_LET(content, collectedContent(m_workplace, m_work.working));
    const QString &number = m_work.working.collecting;
    TRY_LET(money, PaymentStore{m_workplace.db()}.money(content.dossier));
    const bool owesCredit = money.credit > money.receivablePaid;
    TRY_LET(order, foundOrNone(DossierStore{m_workplace.db()}.order(content.dossier), ErrorCode::DossierUnknown));
    if (!owesCredit && !order)
        return failure(ErrorCode::NothingDue, u"settled or cancelled meanwhile"_s, {number});
    if (owesCredit) {
        TRY(recordUncertain(PaymentPurpose::Receivable, number, {}, PaymentPaper::Own));
        return finishWithoutSale(content);
    }
    if (m_work.due().isPositive()) {
        TRY(recordUncertain(PaymentPurpose::Advance, number, content.vat, PaymentPaper::Own));
        TRY(recordCertainAsAdvance(content, PaymentPaper::Own));
        return finishWithoutSale(content);
    }
    TRY(recordUncertain(PaymentPurpose::Sale, number, {}));
    TRY_LET(tenders, composeTenders());
    content.tenders = std::move(tenders);
    content.settles = content.dossier;
    TRY_LET(fact, appendSale(content));
    TRY_LET(jobs, printSale(m_workplace, fact, content, {.tickets = true}));
    return finish(fact, jobs, content);
}

Result<QJsonObject> Validation::finishWithoutSale(const SaleContent &content)
{
    TRY_LET(position, DossierStore{m_workplace.db()}.position(content.dossier));
    TRY_LET(fact, m_workplace.journal().fact(position));
    TRY_LET(jobs, printDocuments());
    return finish(fact, jobs, content);
}

Result<QStringList> Validation::printDocuments()
{
    QStringList jobs;
    for (const Fact &fact : m_documents) {
        TRY_LET(job, printDocument(m_workplace, fact));
        jobs.append(job);
    }
    return jobs;
}

/// One entry a product, as saleOutcome() reads it.
Result<QJsonArray> Validation::stockBelowZero(const SaleContent &content) const
{
    QStringList told;
    QJsonArray products;
    for (const SaleLine &line : content.lines) {
        if (line.priced.kind != LineKind::Product || m_workplace.training || told.contains(line.priced.item))
            continue;
        told.append(line.priced.item);
        TRY_LET(level, StockStore{m_workplace.db()}.level(line.priced.item));
        if (level < 0)
            products.append(QJsonObject{{u"title"_s, line.priced.title.toJson()}, {u"level"_s, level}});
    }
    return products;
}

/// A quote holds no places; the fact of a sale or an order takes them over.
Result<> Validation::endHold(const Fact &fact, const SaleContent &content)
{
    if (fact.body.type == FactType::Quote)
        return releasePlaces(m_workplace, m_work.working.cart.dossier);
    return m_work.working.collecting.isEmpty() ? notePlacesSold(m_workplace, content) : Result<>{};
}

Result<QJsonObject> Validation::finish(const Fact &fact, const QStringList &jobs, const SaleContent &content)
{
    TRY_LET(belowZero, stockBelowZero(content));
    TRY(endHold(fact, content));
    TRY(dropWorkingCart(m_workplace));
    m_fact = fact;
    Money rounding;
    Money change;
    for (const Payment &payment : m_work.payments) {
        rounding += payment.rounding;
        change += payment.change;
    }
    return QJsonObject{{u"incarnation"_s, fact.body.position.incarnation},
                       {u"number"_s, fact.body.position.number},
                       {u"rounding"_s, rounding.cents()},
                       {u"paid"_s, paidAmount(m_work.working, m_work.payments).cents()},
                       {u"change"_s, change.cents()},
                       {u"jobs"_s, QJsonArray::fromStringList(jobs)},
                       {u"belowZero"_s, belowZero}};
}

} // namespace guichet
