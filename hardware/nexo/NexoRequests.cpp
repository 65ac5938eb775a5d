// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoRequests.h"

#include "hardware/nexo/NexoAmount.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int serviceIdLength = 10;

QString utc(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

} // namespace

QString nexoServiceId(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    quint64 number = 0;
    for (int at = 0; at < 8; ++at)
        number = number << 8U | static_cast<unsigned char>(hash[at]);
    QString id;
    for (; id.size() < serviceIdLength; number /= 36)
        id += QLatin1Char("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 36]);
    return id;
}

QString nexoServiceId(const Id<PaymentIntent> &intent)
{
    return nexoServiceId(intent.toString());
}

QString makeNexoServiceId()
{
    return nexoServiceId(u"question "_s + makeUuidV7().toString());
}

std::optional<NexoTransaction> NexoTransaction::fromString(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
        return std::nullopt;
    return NexoTransaction{.id = parts[0], .timestamp = parts[1]};
}

NexoMessage NexoRequests::request(const QString &category, const QString &serviceId, const QJsonObject &body) const
{
    NexoMessage message;
    message.header.category = category;
    message.header.serviceId = serviceId;
    message.header.saleId = m_profile.saleId;
    message.header.poiId = m_profile.poiId;
    message.body = body;
    return message;
}

QJsonObject NexoRequests::reference(const Id<PaymentIntent> &intent, const QString &category) const
{
    return {{u"MessageCategory"_s, category}, {u"SaleID"_s, m_profile.saleId}, {u"ServiceID"_s, nexoServiceId(intent)}};
}

QJsonObject NexoRequests::saleData(const Id<PaymentIntent> &intent, const QDateTime &at) const
{
    QJsonObject data{{u"SaleTransactionID"_s, QJsonObject{{u"TransactionID"_s, intent.toString()}, {u"TimeStamp"_s, utc(at)}}}};
    if (!m_profile.saleToAcquirerData.isEmpty())
        data.insert(u"SaleToAcquirerData"_s, m_profile.saleToAcquirerData);
    return data;
}

NexoMessage NexoRequests::payment(const Id<PaymentIntent> &intent, Money amount, const QDateTime &at) const
{
    const QJsonObject amounts{{u"Currency"_s, u"EUR"_s}, {u"RequestedAmount"_s, nexoAmount(amount.absolute())}};
    QJsonObject body{{u"SaleData"_s, saleData(intent, at)}, {u"PaymentTransaction"_s, QJsonObject{{u"AmountsReq"_s, amounts}}}};
    if (amount.isNegative())
        body.insert(u"PaymentData"_s, QJsonObject{{u"PaymentType"_s, u"Refund"_s}});
    return request(u"Payment"_s, nexoServiceId(intent), body);
}

NexoMessage NexoRequests::reversal(const Id<PaymentIntent> &task, const NexoTransaction &original, const QDateTime &at) const
{
    const QJsonObject named{{u"TransactionID"_s, original.id}, {u"TimeStamp"_s, original.timestamp}};
    return request(u"Reversal"_s, nexoServiceId(task),
                   {{u"SaleData"_s, saleData(task, at)},
                    {u"OriginalPOITransaction"_s, QJsonObject{{u"POITransactionID"_s, named}}},
                    {u"ReversalReason"_s, u"MerchantCancel"_s}});
}

NexoMessage NexoRequests::abort(const Id<PaymentIntent> &intent) const
{
    return request(u"Abort"_s, makeNexoServiceId(),
                   {{u"AbortReason"_s, u"MerchantAbort"_s}, {u"MessageReference"_s, reference(intent, u"Payment"_s)}});
}

NexoMessage NexoRequests::status(const Id<PaymentIntent> &intent, const QString &category) const
{
    return request(u"TransactionStatus"_s, makeNexoServiceId(),
                   {{u"MessageReference"_s, reference(intent, category)},
                    {u"ReceiptReprintFlag"_s, true},
                    {u"DocumentQualifier"_s, QJsonArray{u"CashierReceipt"_s, u"CustomerReceipt"_s}}});
}

NexoMessage NexoRequests::diagnosis() const
{
    return request(u"Diagnosis"_s, makeNexoServiceId(), {{u"HostDiagnosisFlag"_s, true}});
}

NexoMessage NexoRequests::totals() const
{
    return request(u"GetTotals"_s, makeNexoServiceId(),
                   {{u"TotalDetails"_s, QJsonArray{u"POIID"_s}}, {u"TotalFilter"_s, QJsonObject{{u"POIID"_s, m_profile.poiId}}}});
}

NexoMessage NexoRequests::endOfDay() const
{
    return request(u"Reconciliation"_s, makeNexoServiceId(), {{u"ReconciliationType"_s, u"SaleReconciliation"_s}});
}

} // namespace guichet
