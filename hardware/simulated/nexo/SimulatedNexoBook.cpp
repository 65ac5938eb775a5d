// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/nexo/SimulatedNexoBook.h"

#include "hardware/nexo/NexoAmount.h"
#include "hardware/nexo/NexoText.h"
#include "hardware/simulated/nexo/SimulatedNexoReceipt.h"

#include <QUrl>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

using Kind = NexoBooking::Kind;

QString keyOf(const QString &category, const QString &saleId, const QString &serviceId)
{
    return category + u' ' + saleId + u' ' + serviceId;
}

QString keyOf(const NexoHeader &header)
{
    return keyOf(header.category, header.saleId, header.serviceId);
}

bool isDeclined(Money amount, const NexoScript &script)
{
    return script.scenario == NexoScenario::Decline || amount.cents() % 100 == 5;
}

Money takenOf(Money amount, const NexoScript &script)
{
    switch (script.scenario) {
    case NexoScenario::Partial: return Money::fromCents(std::max<qint64>(1, amount.cents() / 2));
    case NexoScenario::Tip: return amount + script.tip;
    case NexoScenario::Approve:
    case NexoScenario::Decline: break;
    }
    return amount;
}

QJsonObject success(bool isPartial)
{
    return {{u"Result"_s, isPartial ? u"Partial"_s : u"Success"_s}, {u"AdditionalResponse"_s, u"tid=00000001&batteryLevel=80%25"_s}};
}

QJsonObject instrument()
{
    return {{u"PaymentInstrumentType"_s, u"Card"_s},
            {u"CardData"_s, QJsonObject{{u"PaymentBrand"_s, u"bcmc"_s},
                                        {u"MaskedPan"_s, u"670300 **** 4321"_s},
                                        {u"EntryMode"_s, QJsonArray{u"Contactless"_s}}}}};
}

QJsonObject paymentResult(const NexoBooking &booking, const QString &approvalCode)
{
    return {{u"AmountsResp"_s, QJsonObject{{u"AuthorizedAmount"_s, nexoAmount(booking.amount.absolute())}, {u"Currency"_s, u"EUR"_s}}},
            {u"OnlineFlag"_s, true},
            {u"PaymentAcquirerData"_s,
             QJsonObject{{u"MerchantID"_s, u"SIMULATED"_s}, {u"AcquirerPOIID"_s, u"SIM-00000001"_s}, {u"ApprovalCode"_s, approvalCode}}},
            {u"PaymentInstrumentData"_s, instrument()}};
}

} // namespace

QJsonObject SimulatedNexoBook::refused(const QString &condition, const QString &reason)
{
    QJsonObject response{{u"Result"_s, u"Failure"_s}, {u"ErrorCondition"_s, condition}};
    if (!reason.isEmpty())
        response.insert(u"AdditionalResponse"_s, QString{u"refusalReason="_s + QString::fromLatin1(QUrl::toPercentEncoding(reason))});
    return {{u"Response"_s, response}};
}

QJsonObject SimulatedNexoBook::poiData(const QString &transaction) const
{
    const QString at = m_clock.now().toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
    return {{u"POITransactionID"_s, QJsonObject{{u"TransactionID"_s, transaction}, {u"TimeStamp"_s, at}}},
            {u"POIReconciliationID"_s, QString::number(m_reconciliation)}};
}

void SimulatedNexoBook::count(const QString &type, Money amount)
{
    Total &total = m_totals[type];
    ++total.count;
    total.amount += amount.absolute();
}

QJsonObject SimulatedNexoBook::perform(const NexoMessage &request, const NexoScript &script)
{
    const QJsonObject body = request.header.category == u"Payment" ? pay(request, script) : reverse(request, script);
    NexoMessage answer{.header = request.header, .body = body, .toTerminal = false};
    answer.header.type = u"Response"_s;
    m_answers.insert(keyOf(request.header), answer);
    return body;
}

QJsonObject SimulatedNexoBook::abort(const NexoMessage &request)
{
    NexoMessage answer{.header = request.header, .body = refused(u"Aborted"_s), .toTerminal = false};
    answer.header.type = u"Response"_s;
    answer.body.insert(u"SaleData"_s, request.body.value(u"SaleData"_s));
    m_answers.insert(keyOf(request.header), answer);
    return answer.body;
}

QJsonObject SimulatedNexoBook::book(NexoBooking booking, const NexoMessage &request, bool isPartial)
{
    booking.serviceId = request.header.serviceId;
    booking.reference = nexoTextAt(request.body, u"SaleData.SaleTransactionID.TransactionID");
    booking.transaction = u"SIM%1.%2"_s.arg(m_bookings.size() + 1, 6, 10, QChar{u'0'}).arg(booking.serviceId);
    const QString approvalCode = u"%1"_s.arg(100'000 + m_bookings.size());
    m_bookings.push_back(booking);
    QJsonObject body{{u"Response"_s, success(isPartial)}, {u"POIData"_s, poiData(booking.transaction)}};
    if (booking.kind == Kind::Reversal) {
        body.insert(u"ReversedAmount"_s, nexoAmount(booking.amount.absolute()));
        return body;
    }
    body.insert(u"SaleData"_s, request.body.value(u"SaleData"_s));
    body.insert(u"PaymentResult"_s, paymentResult(booking, approvalCode));
    body.insert(u"PaymentReceipt"_s, simulatedNexoReceipts(booking.transaction, booking.amount, approvalCode));
    return body;
}

QJsonObject SimulatedNexoBook::pay(const NexoMessage &request, const NexoScript &script)
{
    const auto asked = nexoAmountFrom(nexoTextAt(request.body, u"PaymentTransaction.AmountsReq.RequestedAmount"));
    if (!asked || !asked->isPositive() || nexoTextAt(request.body, u"PaymentTransaction.AmountsReq.Currency") != u"EUR")
        return refused(u"MessageFormat"_s, u"AmountsReq"_s);
    const bool isRefund = nexoTextAt(request.body, u"PaymentData.PaymentType") == u"Refund";
    if (isDeclined(*asked, script)) {
        QJsonObject body = refused(script.refusal, u"Declined by the simulation"_s);
        body.insert(u"SaleData"_s, request.body.value(u"SaleData"_s));
        return body;
    }
    const Money taken = isRefund ? *asked : takenOf(*asked, script);
    count(isRefund ? u"Credit"_s : u"Debit"_s, taken);
    return book({.kind = isRefund ? Kind::Refund : Kind::Payment, .amount = isRefund ? -taken : taken}, request, taken < *asked);
}

QJsonObject SimulatedNexoBook::reverse(const NexoMessage &request, const NexoScript &script)
{
    const QString named = nexoTextAt(request.body, u"OriginalPOITransaction.POITransactionID.TransactionID");
    const auto original = std::ranges::find(m_bookings, named, &NexoBooking::transaction);
    if (original == m_bookings.end() || script.fault == NexoFault::OriginalForgotten)
        return refused(u"NotFound"_s, u"No such transaction"_s);
    if (original->isReversed || original->kind == Kind::Reversal)
        return refused(u"NotAllowed"_s, u"It cannot be reversed"_s);
    if (script.scenario == NexoScenario::Decline)
        return refused(script.refusal, u"Declined by the simulation"_s);
    original->isReversed = true;
    count(original->amount.isNegative() ? u"ReverseCredit"_s : u"ReverseDebit"_s, original->amount);
    return book({.kind = Kind::Reversal, .amount = -original->amount}, request, false);
}

QJsonObject SimulatedNexoBook::status(const NexoMessage &request, const NexoMessage *running) const
{
    const QJsonObject reference = request.body.value(u"MessageReference"_s).toObject();
    const QString key =
        keyOf(nexoTextAt(reference, u"MessageCategory"), nexoTextAt(reference, u"SaleID"), nexoTextAt(reference, u"ServiceID"));
    if (running != nullptr && keyOf(running->header) == key)
        return refused(u"InProgress"_s);
    const auto known = m_answers.constFind(key);
    if (known == m_answers.constEnd())
        return refused(u"NotFound"_s);
    const QJsonObject body{{known->header.category + u"Response"_s, known->body}};
    return {
        {u"Response"_s, success(false)},
        {u"MessageReference"_s, reference},
        {u"RepeatedMessageResponse"_s, QJsonObject{{u"MessageHeader"_s, toJson(known->header)}, {u"RepeatedResponseMessageBody"_s, body}}}};
}

QJsonObject SimulatedNexoBook::totals(const NexoMessage &request)
{
    QJsonArray rows;
    for (const auto &[type, total] : m_totals)
        rows.push_back(QJsonObject{
            {u"TransactionType"_s, type}, {u"TransactionCount"_s, total.count}, {u"TransactionAmount"_s, nexoAmount(total.amount)}});
    const QJsonObject ofCards{
        {u"PaymentInstrumentType"_s, u"Card"_s}, {u"CardBrand"_s, u"bcmc"_s}, {u"PaymentCurrency"_s, u"EUR"_s}, {u"PaymentTotals"_s, rows}};
    QJsonObject body{{u"Response"_s, success(false)}, {u"POIReconciliationID"_s, QString::number(m_reconciliation)}};
    if (!rows.isEmpty())
        body.insert(u"TransactionTotals"_s, QJsonArray{ofCards});
    if (request.header.category == u"Reconciliation") {
        body.insert(u"ReconciliationType"_s, request.body.value(u"ReconciliationType"_s));
        m_totals.clear();
        ++m_reconciliation;
    }
    return body;
}

QJsonObject SimulatedNexoBook::diagnosis(bool isBusy)
{
    return {{u"Response"_s, success(false)},
            {u"POIStatus"_s, QJsonObject{{u"GlobalStatus"_s, isBusy ? u"Busy"_s : u"OK"_s}, {u"CommunicationOKFlag"_s, true}}},
            {u"HostStatus"_s, QJsonArray{QJsonObject{{u"AcquirerID"_s, u"SIM"_s}, {u"IsReachableFlag"_s, true}}}}};
}

} // namespace guichet
