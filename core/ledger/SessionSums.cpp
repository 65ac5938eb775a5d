// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SessionSums.h"

#include "core/facts/Contents.h"
#include "core/selling/TurnoverVat.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QByteArray &content)
{
    return QJsonDocument::fromJson(content).object();
}

std::vector<VatAmount> salesVat(const Report &report)
{
    std::vector<VatAmount> rows;
    for (const VatColumns &column : report.vat)
        rows.push_back(
            {.rate = column.rate, .base = column.sales.base, .vat = column.sales.vat, .total = column.sales.base + column.sales.vat});
    return rows;
}

/// Rows of zero say nothing: a rate may be listed for its advances only.
std::vector<VatAmount> withoutZeros(std::vector<VatAmount> rows)
{
    std::erase_if(rows, [](const VatAmount &row) { return row.base.isZero() && row.vat.isZero(); });
    return rows;
}

QMap<QString, Money> methodsOf(const Report &report)
{
    QMap<QString, Money> totals;
    for (const MethodTotal &method : report.methods)
        totals[method.method] += method.total();
    return totals;
}

QMap<QString, Money> withoutZeros(QMap<QString, Money> totals)
{
    totals.removeIf([](const auto &entry) { return entry.value().isZero(); });
    return totals;
}

bool isTurnover(const FactBody &body)
{
    return body.label == EventLabel::N && (body.type == FactType::Sale || body.type == FactType::Refund);
}

} // namespace

void SessionSums::take(const WalkedFact &fact, bool isFound)
{
    if (m_defect)
        return;
    const bool inSession = !isFound && !fact.body.session.isNull() && !m_closed.contains(fact.body.session);
    if (!inSession && isTurnover(fact.body))
        m_outside.push_back(fact.body.position);
    if (!inSession || fact.body.label == EventLabel::T)
        return;
    const auto added = add(fact);
    QString problem = added ? QString{} : u"its content cannot be read: "_s + added.error().detail;
    if (added && fact.body.type == FactType::ZReport) {
        ++m_zReports;
        problem = problemOfZ(fact);
        m_sums.erase(fact.body.session);
        m_closed.insert(fact.body.session);
    }
    if (!problem.isEmpty())
        m_defect = Defect{fact.body.position, problem};
}

Result<> SessionSums::add(const WalkedFact &fact)
{
    Sums &sums = m_sums[fact.body.session];
    switch (fact.body.type) {
    case FactType::Sale:
    case FactType::Refund:
        (fact.body.type == FactType::Sale ? sums.sales : sums.refunds) += 1;
        sums.net += turnoverOf(fact.body);
        sums.vat.insert(sums.vat.end(), fact.body.vat.begin(), fact.body.vat.end());
        sums.vat = sumVat(sums.vat);
        if (fact.body.type == FactType::Refund)
            return addRefund(sums, objectOf(fact.content));
        addSale(sums, objectOf(fact.content));
        return {};
    case FactType::Payment: return addPayment(sums, objectOf(fact.content));
    case FactType::PaymentCorrected: return addCorrection(sums, objectOf(fact.content));
    case FactType::Advance: {
        TRY_LET(content, advanceContentFromJson(objectOf(fact.content)));
        sums.advancesReceived += content.amount;
        return {};
    }
    case FactType::SessionOpened:
    case FactType::CashMoved: return addCash(sums, fact);
    case FactType::GiftUsed:
    case FactType::GiftRefunded:
    case FactType::GiftExpired: return addGift(sums, fact);
    default: return {};
    }
}

/// Only the fields that are summed are read: a chain of a million sales is to be walked at the speed of its signatures.
void SessionSums::addSale(Sums &sums, const QJsonObject &content)
{
    sums.giftSold += Money::fromCents(content.value(u"gift_value").toInteger());
    for (const QJsonValue tender : content.value(u"tenders").toArray()) {
        const QString kind = tender[u"kind"].toString();
        const Money amount = Money::fromCents(tender[u"payment"][u"amount"].toInteger());
        if (kind == u"advance")
            sums.advancesUsed -= amount;
        else if (kind == u"credit")
            sums.receivablesCreated += amount;
    }
}

Result<> SessionSums::addRefund(Sums &sums, const QJsonObject &content)
{
    TRY_LET(refund, refundContentFromJson(content));
    sums.giftSold += giftValueOf(refund);
    sums.receivablesCreated -= refund.creditReduced;
    return {};
}

Result<> SessionSums::addPayment(Sums &sums, const QJsonObject &content)
{
    TRY_LET(read, paymentContentFromJson(content));
    const Payment &payment = read.payment;
    sums.methods[payment.method] += payment.received();
    if (payment.type == PaymentType::Cash)
        sums.drawer += payment.received();
    if (read.purpose == PaymentPurpose::Advance)
        sums.advancesReceived += payment.amount;
    if (read.purpose == PaymentPurpose::Receivable)
        sums.receivablesPaid += payment.amount;
    (payment.rounding.isNegative() ? sums.roundingDown : sums.roundingUp) += payment.rounding;
    sums.excess += payment.excess;
    sums.tips += payment.tip;
    return {};
}

Result<> SessionSums::addCorrection(Sums &sums, const QJsonObject &content)
{
    TRY_LET(correction, correctionContentFromJson(content));
    const Money moved = correction.amount + correction.rounding;
    sums.methods[correction.fromMethod] -= moved;
    sums.methods[correction.toMethod] += moved;
    if (correction.fromType == PaymentType::Cash)
        sums.drawer -= moved;
    if (correction.toType == PaymentType::Cash)
        sums.drawer += moved;
    return {};
}

Result<> SessionSums::addCash(Sums &sums, const WalkedFact &fact)
{
    if (fact.body.type == FactType::SessionOpened) {
        TRY_LET(opened, sessionOpenedContentFromJson(objectOf(fact.content)));
        sums.drawer += opened.countedFloat;
        return {};
    }
    TRY_LET(moved, cashMovedContentFromJson(objectOf(fact.content)));
    sums.drawer += moved.kind == CashMovementKind::In ? moved.amount : -moved.amount;
    return {};
}

Result<> SessionSums::addGift(Sums &sums, const WalkedFact &fact)
{
    TRY_LET(gift, giftContentFromJson(objectOf(fact.content)));
    if (fact.body.type == FactType::GiftExpired)
        sums.giftExpired -= gift.amount;
    else if (fact.body.type == FactType::GiftUsed || gift.amount.isPositive())
        sums.giftUsed -= gift.amount;
    return {};
}

QString SessionSums::problemOfZ(const WalkedFact &fact) const
{
    const auto report = reportFromJson(objectOf(fact.content));
    if (!report)
        return u"the Z cannot be read: "_s + report.error().detail;
    const Sums &sums = m_sums.at(fact.body.session);
    if (report->session != fact.body.session || report->grandTotals != fact.body.totals)
        return u"the Z names another session or other perpetual totals"_s;
    if (report->net != sums.net)
        return u"turnover of the Z is %1 cents, its entries make %2"_s.arg(report->net.cents()).arg(sums.net.cents());
    if (report->saleCount != sums.sales || report->refundCount != sums.refunds)
        return u"the Z counts other sales or refunds than its entries"_s;
    if (withoutZeros(salesVat(*report)) != withoutZeros(sums.vat))
        return u"the VAT table of the Z is not that of its entries"_s;
    if (withoutZeros(methodsOf(*report)) != withoutZeros(sums.methods))
        return u"the payments of the Z are not those of its entries"_s;
    return problemOfMoney(*report, sums);
}

QString SessionSums::problemOfMoney(const Report &report, const Sums &sums)
{
    const std::tuple<QString, Money, Money> compared[]{
        {u"drawer"_s, report.cash.expected(), sums.drawer},
        {u"gift value sold"_s, report.giftSold, sums.giftSold},
        {u"gift value used"_s, report.giftUsed, sums.giftUsed},
        {u"gift value expired"_s, report.giftExpired, sums.giftExpired},
        {u"advances received"_s, report.advancesReceived, sums.advancesReceived},
        {u"advances used"_s, report.advancesUsed, sums.advancesUsed},
        {u"customer credit"_s, report.receivablesCreated, sums.receivablesCreated},
        {u"credit paid"_s, report.receivablesPaid, sums.receivablesPaid},
        {u"rounding up"_s, report.roundingUp, sums.roundingUp},
        {u"rounding down"_s, report.roundingDown, sums.roundingDown},
        {u"excess"_s, report.excess, sums.excess},
        {u"tips"_s, report.tips, sums.tips},
    };
    for (const auto &[name, stated, made] : compared)
        if (stated != made)
            return u"%1 of the Z is %2 cents, its entries make %3"_s.arg(name).arg(stated.cents()).arg(made.cents());
    return {};
}

} // namespace guichet
