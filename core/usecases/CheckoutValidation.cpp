// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/PaymentStore.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/Approvers.h"
#include "core/usecases/CheckoutParts.h"
#include "core/usecases/PaymentParts.h"
#include "core/usecases/SalePrinting.h"
#include "core/usecases/SellableCart.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TrainingOverlay.h"
#include "core/usecases/Validation.h"
#include "core/usecases/Visitors.h"

#include <QJsonArray>
#include <algorithm>

/// From the cart to the fact (SELL-1, PAY-1, PAY-5): one transaction, on disk when it returns.
namespace guichet {
using namespace Qt::StringLiterals;

Result<> Validation::prepare(Right right)
{
    TRY_LET(actor, Staff{m_workplace}.authorise(right));
    m_actor = actor;
    TRY_LET(work, loadPricedWork(m_workplace));
    m_work = std::move(work);
    if (m_work.working.collecting.isEmpty()) // the sale of a balance has its own words
        TRY(checkNotSold(m_workplace, m_work.working));
    TRY_LET(session, sellingSession(m_workplace, m_work.working));
    m_session = session;
    TRY_LET(open, PaymentStore{m_workplace.db()}.openIntentsOf(m_work.working.cart.dossier));
    if (!open.empty())
        return failure(ErrorCode::IntentPending, {}, {formatMoney(open.front().asked)});
    return {};
}

Actor Validation::approvedActor() const
{
    Actor actor = m_actor;
    actor.approver = withApprover(m_work.working.approver, m_actor.approver);
    return actor;
}

Result<> Validation::checkCart() const
{
    if (m_work.working.cart.isEmpty())
        return failure(ErrorCode::CartEmpty);
    TRY(checkSellable(m_workplace, m_work.working, m_session));
    return checkGiftPayments();
}

Result<> Validation::checkMoney() const
{
    const Money due = m_work.due();
    if (std::max(m_work.priced.gross, m_work.rules.total) > largestAmount) // prices may have risen since the cart was kept
        return failure(ErrorCode::AmountTooHigh, u"cart"_s, {formatMoney(largestAmount)});
    if (due.isNegative())
        return failure(ErrorCode::AmountTooHigh, u"overpaid"_s, {formatMoney(-due)});
    if (due.isPositive() && !m_request.paymentToCome)
        return failure(ErrorCode::StillDue, {}, {formatMoney(due)});
    Money cash = m_work.working.cashBefore;
    for (const Payment &payment : m_work.payments)
        if (payment.type == PaymentType::Cash)
            cash += payment.amount;
    return checkCashLimit(cash);
}

/// Gift value cannot buy gift value, also when the gift line came after the payment (decisions 7).
Result<> Validation::checkGiftPayments() const
{
    Money byGift;
    for (const Payment &payment : m_work.payments)
        if (payment.type == PaymentType::VoucherStore)
            byGift += payment.amount;
    if (byGift > m_work.priced.turnover())
        return failure(ErrorCode::GiftCannotBuyGift);
    return {};
}

Result<QString> Validation::nextDossierNumber() const
{
    if (!m_work.working.quote.isEmpty())
        return m_work.working.quote;
    const TillProfile *till = m_workplace.catalogue->till(m_workplace.settings.tillKey);
    const QString code = till ? till->code : TillProfile{}.code;
    if (m_workplace.training)
        return TrainingOverlay{m_workplace}.nextDossierNumber(m_session.businessDate, code);
    TRY_LET(count, DossierStore{m_workplace.db()}.countOfDay(m_workplace.tillUid(), m_session.businessDate,
                                                             m_workplace.journal().identity().incarnation));
    return dossierNumber(m_session.businessDate, code, count + 1);
}

Result<SaleContent> Validation::composeContent()
{
    SaleContent content = saleContent(m_work.working.cart, m_work.priced);
    TRY_LET(number, nextDossierNumber());
    content.dossierNumber = number;
    TRY_LET(customer, keepCustomer());
    content.customer = customer;
    TRY(keepNotes(content));
    TRY(keepOrigin(content));
    return content;
}

namespace {

/// Of a quote whose customer was forgotten before it was sold: another key, since whoever is forgotten does not come back by the same one.
Result<QString> newCustomerKey(Database &db, const Id<Dossier> &dossier)
{
    TRY_LET(isErased, DocumentFeed{db}.isErased(DocumentKind::Customer, dossierCustomerKey(dossier)));
    return dossierCustomerKey(dossier, isErased);
}

} // namespace

/// The person goes to a customer document; a fact only knows its key (decisions 11).
Result<QString> Validation::keepCustomer()
{
    const Client &client = m_work.working.cart.client;
    if (m_workplace.training || !client.namesSomeone())
        return QString{};
    TRY_LET(key, newCustomerKey(m_workplace.db(), m_work.working.cart.dossier));
    TRY(DocumentStore{m_workplace.db()}.putCustomer(key, client, {m_actor.user, m_workplace.now()}));
    return key;
}

/// Comments are free text: a note document of the dossier (decisions 11).
Result<> Validation::keepNotes(const SaleContent &content)
{
    QJsonArray lines;
    for (const CartLine &line : m_work.working.cart.lines)
        if (!line.comment.isEmpty())
            lines.append(QJsonObject{{u"line"_s, line.id.toString()}, {u"text"_s, line.comment}});
    const Client &client = m_work.working.cart.client;
    const bool nothing = lines.isEmpty() && (client.namesSomeone() || (client.comment.isEmpty() && client.internalComment.isEmpty()));
    if (m_workplace.training || nothing)
        return {};
    const QJsonObject note{{u"key"_s, dossierNoteKey(content.dossier)},
                           {u"customer"_s, content.customer}, // whose erasure takes it
                           {u"text"_s, client.comment},
                           {u"internal"_s, client.internalComment},
                           {u"lines"_s, lines}};
    TRY(DocumentStore{m_workplace.db()}.put(DocumentKind::Note, note, {m_actor.user, m_workplace.now()}));
    return {};
}

/// Where the visitors of a named customer come from is not in the fact.
Result<> Validation::keepOrigin(const SaleContent &content)
{
    const Client &client = m_work.working.cart.client;
    VisitorsContent::Row row;
    row.origin = {.country = client.country, .postcode = client.postcode, .province = client.province};
    row.persons = personsOf(content);
    if (content.customer.isEmpty() || client.country.isEmpty() || row.persons == 0)
        return {};
    return keepVisitorsForZ(m_workplace, row);
}

Result<QJsonObject> Validation::validate()
{
    TRY_LET(working, loadWorkingCart(m_workplace));
    const bool collecting = !working.collecting.isEmpty();
    TRY(prepare(collecting ? Right::CollectBalance : Right::Sell));
    if (!collecting)
        TRY(checkCart());
    TRY(checkMoney());
    if (collecting)
        return collect();
    return m_work.due().isPositive() ? order() : sell();
}

Result<QJsonObject> Validation::quote(QDate until)
{
    TRY(prepare(Right::Sell));
    TRY(checkCart());
    if (!m_work.payments.empty())
        return failure(ErrorCode::CartHasPayments);
    if (!until.isValid())
        return failure(ErrorCode::InvalidInput, u"until: missing"_s, {u"until"_s, u"missing"_s});
    TRY(checkAgreedDay(until, m_session.businessDate));
    if (!m_work.working.quote.isEmpty()) { // another offer than the one it came from
        m_work.working.quote.clear();
        m_work.working.cart.dossier = Id<Dossier>::generate();
    }
    TRY_LET(content, composeContent());
    content.dueOn = until;
    FactDraft draft = m_workplace.draft(FactType::Quote, EventLabel::None, approvedActor(), m_session);
    draft.content = toJson(content);
    draft.series = u"Q"_s;
    TRY_LET(fact, m_workplace.journal().append(draft));
    TRY_LET(jobs, printSale(m_workplace, fact, content, {}));
    return finish(fact, jobs, content);
}

} // namespace guichet
