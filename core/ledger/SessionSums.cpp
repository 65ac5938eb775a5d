// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SessionSums.h"

#include "core/facts/Contents.h"
#include "core/reports/Report.h"

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

} // namespace

void SessionSums::take(const WalkedFact &fact)
{
    if (m_defect || fact.body.session.isNull())
        return;
    const auto added = add(fact);
    QString problem = added ? QString{} : u"its content cannot be read: "_s + added.error().detail;
    if (added && fact.body.type == FactType::ZReport && fact.body.label != EventLabel::T) {
        ++m_zReports;
        problem = problemOfZ(fact);
        m_sums.erase(fact.body.session);
    }
    if (!problem.isEmpty())
        m_defect = Defect{fact.body.position, problem};
}

Result<> SessionSums::add(const WalkedFact &fact)
{
    if (fact.body.label == EventLabel::T)
        return {};
    Sums &sums = m_sums[fact.body.session];
    switch (fact.body.type) {
    case FactType::Sale:
    case FactType::Refund:
        (fact.body.type == FactType::Sale ? sums.sales : sums.refunds) += 1;
        sums.net += turnoverOf(fact.body);
        sums.vat.insert(sums.vat.end(), fact.body.vat.begin(), fact.body.vat.end());
        sums.vat = sumVat(sums.vat);
        return {};
    case FactType::Payment: {
        TRY_LET(content, paymentContentFromJson(objectOf(fact.content)));
        sums.methods[content.payment.method] += content.payment.received();
        return {};
    }
    case FactType::PaymentCorrected: {
        TRY_LET(content, correctionContentFromJson(objectOf(fact.content)));
        sums.methods[content.fromMethod] -= content.amount + content.rounding;
        sums.methods[content.toMethod] += content.amount + content.rounding;
        return {};
    }
    default: return {};
    }
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
    return {};
}

} // namespace guichet
