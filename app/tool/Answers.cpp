// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Answers.h"

#include "core/base/Clock.h"
#include "core/facts/DocumentNumberText.h"
#include "core/facts/FactFields.h"
#include "ui/format/ErrorText.h"
#include "ui/format/NoticeText.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

QString stateName(DossierState state)
{
    switch (state) {
    case DossierState::Quote: return u"quote"_s;
    case DossierState::ToConfirm: return u"to_confirm"_s;
    case DossierState::Confirmed: return u"confirmed"_s;
    case DossierState::Settled: return u"settled"_s;
    case DossierState::Cancelled: return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonArray vatJson(const std::vector<VatAmount> &rows)
{
    QJsonArray array;
    for (const VatAmount &row : rows)
        array.append(QJsonObject{{u"code"_s, vatCodeLetter(row.rate.code)},
                                 {u"rate"_s, row.rate.rate.value()},
                                 {u"base"_s, row.base.cents()},
                                 {u"vat"_s, row.vat.cents()},
                                 {u"total"_s, row.total.cents()}});
    return array;
}

QJsonArray discountsJson(const std::vector<NamedDiscount> &discounts)
{
    QJsonArray array;
    for (const NamedDiscount &discount : discounts)
        array.append(QJsonObject{{u"key"_s, discount.key}, {u"title"_s, discount.title.french()}, {u"amount"_s, discount.amount.cents()}});
    return array;
}

QJsonObject lineJson(const PricedLine &line, int position)
{
    QJsonObject object{{u"line"_s, position},
                       {u"id"_s, line.id.toString()},
                       {u"kind"_s, enumName(line.kind)},
                       {u"item"_s, line.item},
                       {u"title"_s, line.title.french()},
                       {u"quantity"_s, line.quantity},
                       {u"unitPrice"_s, line.unitPrice.cents()},
                       {u"gross"_s, line.gross.cents()},
                       {u"net"_s, line.net.cents()},
                       {u"vat"_s, vatCodeLetter(line.vat.code)}};
    if (!line.formula.isEmpty()) {
        object[u"formula"_s] = line.formula;
        object[u"date"_s] = line.visit.date.toString(Qt::ISODate);
        if (line.visit.slot.isValid())
            object[u"slot"_s] = line.visit.slot.toString(u"HH:mm"_s);
    }
    if (!line.giftCode.isEmpty())
        object[u"giftCode"_s] = line.giftCode;
    if (!line.priceRule.isEmpty())
        object[u"priceRule"_s] = line.priceRule;
    QJsonArray changes;
    for (const PriceChange &change : line.changes) {
        QJsonObject told{{u"key"_s, change.key}, {u"amount"_s, change.amount.cents()}, {u"units"_s, change.units}};
        if (!change.approver.isEmpty())
            told[u"approver"_s] = change.approver;
        changes.append(told);
    }
    if (!changes.isEmpty())
        object[u"changes"_s] = changes;
    return object;
}

QJsonObject paymentJson(const Payment &payment)
{
    QJsonObject object{{u"payment"_s, payment.id.toString()}, {u"method"_s, payment.method}, {u"amount"_s, payment.amount.cents()}};
    const auto addIf = [&object](const QString &name, Money amount) {
        if (!amount.isZero())
            object[name] = amount.cents();
    };
    addIf(u"rounding"_s, payment.rounding);
    addIf(u"excess"_s, payment.excess);
    addIf(u"tip"_s, payment.tip);
    addIf(u"tendered"_s, payment.tendered);
    addIf(u"change"_s, payment.change);
    if (!payment.reference.isEmpty())
        object[u"reference"_s] = payment.reference;
    if (!payment.giftCode.isEmpty())
        object[u"giftCode"_s] = payment.giftCode;
    return object;
}

QJsonArray paymentsJson(const std::vector<Payment> &payments)
{
    QJsonArray array;
    for (const Payment &payment : payments)
        array.append(paymentJson(payment));
    return array;
}

namespace {

/// What the cashier would be told of the places of a line.
QJsonObject withPlaces(QJsonObject line, const CartView &view, const Id<CartLine> &id)
{
    for (const LinePlaces &places : view.places)
        if (places.line == id) {
            const bool isSoldOut = places.state == LinePlaces::State::SoldOut;
            line[u"places"_s] = isSoldOut ? u"sold_out"_s : u"unconfirmed"_s;
            if (isSoldOut)
                line[u"left"_s] = places.left;
        }
    return line;
}

} // namespace

QJsonObject cartJson(const CartView &view)
{
    QJsonArray lines;
    for (int position = 1; const PricedLine &line : view.priced.lines)
        lines.append(withPlaces(lineJson(line, position++), view, line.id));
    QJsonArray intents;
    for (const PaymentIntent &intent : view.openIntents)
        intents.append(QJsonObject{{u"payment"_s, intent.id.toString()},
                                   {u"method"_s, intent.method},
                                   {u"amount"_s, intent.asked.cents()},
                                   {u"state"_s, intentStateName(intent.state)}});
    return {{u"lines"_s, lines},
            {u"gross"_s, view.priced.gross.cents()},
            {u"discounts"_s, discountsJson(view.priced.discounts)},
            {u"vat"_s, vatJson(view.priced.vat)},
            {u"total"_s, view.balance.total.cents()},
            {u"paid"_s, view.balance.paid.cents()},
            {u"due"_s, view.balance.due().cents()},
            {u"cashToPay"_s, view.cashToPay.cents()},
            {u"payments"_s, paymentsJson(view.payments)},
            {u"intents"_s, intents},
            {u"promoCode"_s, view.cart.promoCode},
            {u"training"_s, view.training}};
}

QJsonObject paymentOutcomeJson(const PaymentOutcome &outcome)
{
    const QString payment = outcome.payment.isNull() ? outcome.intent.toString() : outcome.payment.toString();
    QJsonObject answer{{u"payment"_s, payment},
                       {u"state"_s, intentStateName(outcome.state)},
                       {u"due"_s, outcome.due.cents()},
                       {u"change"_s, outcome.change.cents()},
                       {u"rounding"_s, outcome.rounding.cents()}};
    if (!outcome.newVoucher.isEmpty())
        answer.insert(u"newVoucher"_s, outcome.newVoucher);
    if (outcome.cause)
        answer.insert(u"cause"_s, codeName(outcome.cause->code));
    return answer;
}

QJsonObject saleOutcomeJson(const SaleOutcome &outcome)
{
    QJsonArray payments;
    for (const Tender &tender : outcome.content.tenders) {
        QJsonObject payment = paymentJson(tender.payment);
        if (tender.kind != Tender::Kind::Payment)
            payment[u"kind"_s] = tender.kind == Tender::Kind::AdvanceUsed ? u"advance"_s : u"credit"_s;
        payments.append(payment);
    }
    QJsonObject answer{{u"dossier"_s, outcome.dossierNumber},
                       {u"receipt"_s, documentNumberText(outcome.receipt)},
                       {u"total"_s, outcome.content.total.cents()},
                       {u"vat"_s, vatJson(outcome.content.vat)},
                       {u"payments"_s, payments},
                       {u"rounding"_s, outcome.rounding.cents()},
                       {u"change"_s, outcome.change.cents()},
                       {u"journal"_s, outcome.fact.number}};
    if (outcome.order) {
        answer[u"order"_s] = true;
        answer[u"communication"_s] = outcome.content.structuredCommunication;
    }
    if (!outcome.belowZero.empty())
        answer[u"warnings"_s] = QJsonArray::fromStringList(stockSentences(outcome.belowZero));
    return answer;
}

QJsonObject dossierRowJson(const DossierRow &row)
{
    QJsonObject object{{u"dossier"_s, row.number},
                       {u"receipt"_s, documentNumberText(row.receipt)},
                       {u"at"_s, toRfc3339(row.at)},
                       {u"state"_s, stateName(stateShown(row))},
                       {u"summary"_s, row.summary},
                       {u"methods"_s, row.methods},
                       {u"user"_s, row.user},
                       {u"total"_s, row.total.cents()},
                       {u"refunded"_s, row.refunded.cents()},
                       {u"due"_s, row.due.cents()}};
    if (!row.customer.isEmpty())
        object[u"customer"_s] = row.customer;
    return object;
}

namespace {

/// With what a terminal said of the card, where it did.
QJsonArray paymentsWithCards(const DossierDetail &detail)
{
    QJsonArray array;
    for (const Payment &payment : detail.payments) {
        QJsonObject object = paymentJson(payment);
        if (const auto card = detail.cards.constFind(payment.id.toString()); card != detail.cards.cend())
            object[u"card"_s] = toJson(*card);
        array.append(object);
    }
    return array;
}

} // namespace

QJsonObject dossierDetailJson(const DossierDetail &detail)
{
    QJsonObject answer = dossierRowJson(detail.row);
    QJsonArray lines;
    for (int position = 1; const SaleLine &line : detail.lines) {
        QJsonObject object = lineJson(line.priced, position++);
        object[u"refunded"_s] = line.refundedUnits;
        object[u"arrived"_s] = detail.arrived.value(line.priced.id.toString());
        lines.append(object);
    }
    QJsonArray history;
    for (const HistoryEntry &entry : detail.history)
        history.append(QJsonObject{{u"at"_s, toRfc3339(entry.at)},
                                   {u"type"_s, factTypeName(entry.type)},
                                   {u"user"_s, entry.user},
                                   {u"approver"_s, entry.approver},
                                   {u"document"_s, documentNumberText(entry.document)},
                                   {u"amount"_s, entry.amount.cents()}});
    answer[u"lines"_s] = lines;
    answer[u"payments"_s] = paymentsWithCards(detail);
    answer[u"history"_s] = history;
    answer[u"vat"_s] = vatJson(detail.content.vat);
    return answer;
}

QJsonObject refundOutcomeJson(const RefundOutcome &outcome)
{
    return {{u"receipt"_s, documentNumberText(outcome.receipt)},
            {u"total"_s, outcome.content.total.cents()},
            {u"vat"_s, vatJson(outcome.content.vat)},
            {u"payments"_s, paymentsJson(outcome.content.payments)},
            {u"state"_s, intentStateName(outcome.state)},
            {u"journal"_s, outcome.fact.number}};
}

QJsonObject giftBalanceJson(const GiftBalance &balance)
{
    return {{u"code"_s, balance.code},
            {u"kind"_s, balance.kind == GiftKind::Card ? u"card"_s : u"voucher"_s},
            {u"balance"_s, balance.balance.cents()},
            {u"expires"_s, balance.expiresOn.toString(Qt::ISODate)},
            {u"blocked"_s, balance.blocked},
            {u"expired"_s, balance.expired}};
}

QJsonObject importJson(const ImportOutcome &outcome)
{
    QJsonArray refused;
    for (const ImportOutcome::Refusal &refusal : outcome.refused)
        refused.append(QJsonObject{{u"row"_s, refusal.row},
                                   {u"error"_s, codeName(refusal.error.code)},
                                   {u"reason"_s, cellSentence(refusal.error)},
                                   {u"detail"_s, refusal.error.detail}});
    return {{u"added"_s, outcome.added}, {u"changed"_s, outcome.changed}, {u"unchanged"_s, outcome.unchanged}, {u"refused"_s, refused}};
}

} // namespace guichet
