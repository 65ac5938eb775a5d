// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/WorkingCart.h"

#include "core/base/JsonReader.h"
#include "core/ledger/Columns.h"
#include "core/money/CashRounding.h"
#include "core/payment/Payment.h"

#include <QJsonArray>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const LaidPayment &laid)
{
    return {{u"payment"_s, guichet::toJson(PaymentContent{.payment = laid.payment, .purpose = {}, .dossierNumber = {}, .vat = {}})},
            {u"face"_s, laid.face.cents()},
            {u"certain"_s, laid.certain},
            {u"paper"_s, laid.paper},
            {u"reverses"_s, laid.reverses.toString()}};
}

Result<LaidPayment> laidPaymentFromJson(const QJsonObject &object)
{
    TRY_LET(content, paymentContentFromJson(object[u"payment"].toObject()));
    return LaidPayment{.payment = content.payment,
                       .face = Money::fromCents(object[u"face"].toInteger()),
                       .certain = object[u"certain"].toBool(),
                       .paper = object[u"paper"].toBool(),
                       .reverses = Id<Payment>::fromString(object[u"reverses"].toString()).value_or(Id<Payment>{})};
}

/// The running state while payments are gone through in their order.
struct Progress
{
    Money due;
    Money cash;         ///< Cash amounts so far: rounding is over all cash of the sale.
    Money laterCertain; ///< Certain payments still to come: cash before them does not settle.
};

/// What counts as already rounded together with this payment: all cash, or everything when every tender is rounded.
Money roundedBefore(const SettlementRules &rules, const Progress &progress)
{
    return rules.roundAllTenders ? rules.total - progress.due : progress.cash;
}

void settleCash(LaidPayment &laid, const SettlementRules &rules, const Progress &progress)
{
    Payment &payment = laid.payment;
    payment.tendered = laid.face;
    if (progress.laterCertain.isZero() && progress.due.isPositive()) {
        const CashTender tender = tenderCash(rules.total, progress.due, laid.face, rules.companyBuyer, roundedBefore(rules, progress));
        payment.amount = tender.amount;
        payment.rounding = tender.rounding;
        payment.change = laid.face - tender.amount - tender.rounding;
        return;
    }
    payment.amount = std::clamp(laid.face, Money{}, std::max(Money{}, progress.due - progress.laterCertain));
    payment.rounding = Money{};
    payment.change = laid.face - payment.amount;
}

void settleOther(LaidPayment &laid, const SettlementRules &rules, const Progress &progress)
{
    Payment &payment = laid.payment;
    if (laid.paper) {
        payment.amount = std::clamp(laid.face, Money{}, std::max(Money{}, progress.due - progress.laterCertain));
        payment.excess = laid.face - payment.amount;
        return;
    }
    payment.amount = laid.face;
    payment.rounding = laid.face == progress.due ? roundingOfAnyTender(rules, progress.due) : Money{};
}

} // namespace

bool WorkingCart::isUntouched() const
{
    return cart.isEmpty() && payments.empty() && collecting.isEmpty();
}

bool WorkingCart::hasCertainPayments() const
{
    return !certainAmount().isZero();
}

Money WorkingCart::certainAmount() const
{
    Money sum;
    for (const LaidPayment &laid : payments)
        if (laid.certain)
            sum += laid.payment.amount;
    return sum;
}

Money WorkingCart::givenBack(const Id<Payment> &payment) const
{
    Money sum;
    for (const LaidPayment &laid : payments)
        if (laid.reverses == payment)
            sum -= laid.payment.received();
    return sum;
}

bool WorkingCart::isReversed(const Id<Payment> &payment) const
{
    return std::ranges::any_of(
        payments, [&](const LaidPayment &laid) { return laid.payment.id == payment && laid.payment.received() <= givenBack(payment); });
}

namespace {

QJsonObject toJson(const WorkingCart &working)
{
    QJsonArray payments;
    for (const LaidPayment &laid : working.payments)
        payments.append(toJson(laid));
    return {{u"cart"_s, toJson(working.cart)},
            {u"payments"_s, payments},
            {u"collecting"_s, working.collecting},
            {u"quote"_s, working.quote},
            {u"paidBefore"_s, working.paidBefore.cents()},
            {u"cashBefore"_s, working.cashBefore.cents()},
            {u"approver"_s, working.approver},
            {u"forced"_s, QJsonArray::fromStringList(working.forcedLines)},
            {u"capacityLost"_s, working.capacityLost}};
}

Result<WorkingCart> workingCartFromJson(const QJsonObject &object)
{
    WorkingCart working;
    TRY_LET(cart, cartFromJson(object[u"cart"].toObject()));
    working.cart = std::move(cart);
    for (const QJsonValue &value : object[u"payments"].toArray()) {
        TRY_LET(laid, laidPaymentFromJson(value.toObject()));
        working.payments.push_back(std::move(laid));
    }
    working.collecting = object[u"collecting"].toString();
    working.quote = object[u"quote"].toString();
    working.paidBefore = Money::fromCents(object[u"paidBefore"].toInteger());
    working.cashBefore = Money::fromCents(object[u"cashBefore"].toInteger());
    working.approver = object[u"approver"].toString();
    for (const QJsonValue &value : object[u"forced"].toArray())
        working.forcedLines.append(value.toString());
    working.capacityLost = object[u"capacityLost"].toBool();
    return working;
}

} // namespace

QString keptText(const WorkingCart &working)
{
    return jsonText(toJson(working));
}

Result<WorkingCart> workingCartFromText(const QString &text)
{
    return workingCartFromJson(jsonObject(text));
}

Money roundingOfAnyTender(const SettlementRules &rules, Money due)
{
    return rules.roundAllTenders && due.isPositive() ? cashRounding(rules.total, rules.total, rules.companyBuyer) : Money{};
}

std::vector<Payment> settled(const WorkingCart &working, const SettlementRules &rules)
{
    Progress progress{.due = rules.total - working.paidBefore, .cash = working.cashBefore, .laterCertain = working.certainAmount()};
    std::vector<Payment> payments;
    for (LaidPayment laid : working.payments) {
        if (laid.certain)
            progress.laterCertain -= laid.payment.amount;
        else if (laid.payment.type == PaymentType::Cash)
            settleCash(laid, rules, progress);
        else
            settleOther(laid, rules, progress);
        if (laid.payment.type == PaymentType::Cash)
            progress.cash += laid.payment.amount;
        progress.due -= laid.payment.amount;
        payments.push_back(laid.payment);
    }
    return payments;
}

Money paidAmount(const WorkingCart &working, const std::vector<Payment> &payments)
{
    Money paid = working.paidBefore;
    for (const Payment &payment : payments)
        paid += payment.amount;
    return paid;
}

Money cashThatSettles(const WorkingCart &working, const SettlementRules &rules)
{
    Progress progress{.due = rules.total - working.paidBefore, .cash = working.cashBefore, .laterCertain = {}};
    for (const Payment &payment : settled(working, rules)) {
        progress.due -= payment.amount;
        if (payment.type == PaymentType::Cash)
            progress.cash += payment.amount;
    }
    if (!progress.due.isPositive())
        return {};
    return cashToPay(rules.total, progress.due, rules.companyBuyer, roundedBefore(rules, progress));
}

} // namespace guichet
