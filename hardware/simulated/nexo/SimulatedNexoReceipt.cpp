// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/nexo/SimulatedNexoReceipt.h"

#include "hardware/nexo/NexoAmount.h"

#include <QUrl>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QJsonObject line(const QString &key, const QString &name, const QString &value = {})
{
    QStringList parts{u"key="_s + key, u"name="_s + encoded(name)};
    if (!value.isEmpty())
        parts.push_back(u"value="_s + encoded(value));
    return {{u"Text"_s, parts.join(u'&')}, {u"EndOfLineFlag"_s, true}};
}

QJsonObject receipt(const QString &kind, const QJsonArray &lines)
{
    return {{u"DocumentQualifier"_s, kind},
            {u"RequiredSignatureFlag"_s, false},
            {u"OutputContent"_s, QJsonObject{{u"OutputFormat"_s, u"Text"_s}, {u"OutputText"_s, lines}}}};
}

} // namespace

QJsonArray simulatedNexoReceipts(const QString &transaction, Money amount, const QString &approvalCode)
{
    QJsonArray lines{line(u"merchantTitle"_s, u"SIMULATED TERMINAL"_s),
                     line(u"filler"_s, {}),
                     line(u"cardType"_s, u"Card"_s, u"Bancontact"_s),
                     line(u"pan"_s, u"Card number"_s, u"************4321"_s),
                     line(u"totalAmount"_s, u"TOTAL"_s, u"€ "_s + nexoAmountText(amount)),
                     line(u"authCode"_s, u"Auth. code"_s, approvalCode),
                     line(u"txRef"_s, u"Tender"_s, transaction)};
    return {receipt(u"CashierReceipt"_s, lines), receipt(u"CustomerReceipt"_s, lines)};
}

} // namespace guichet
