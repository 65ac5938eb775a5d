// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/EpcPayment.h"

#include "core/till/Attraction.h"

#include <QStringList>

namespace guichet {
namespace {

constexpr int largestPayload = 331; ///< Bytes: QR version 13 at level M.

bool isCommunication(const QString &text)
{
    return text.size() == 12 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString euros(Money amount)
{
    return QStringLiteral("EUR%1.%2").arg(amount.cents() / 100).arg(amount.cents() % 100, 2, 10, QChar{u'0'});
}

} // namespace

QString printedCommunication(const QString &digits)
{
    if (!isCommunication(digits))
        return digits;
    return QStringLiteral("+++%1/%2/%3+++").arg(digits.left(3), digits.mid(3, 4), digits.mid(7));
}

Result<QString> epcPayload(const EpcPayment &payment)
{
    const QString name = printable(payment.beneficiary).trimmed().left(70);
    QString iban = payment.iban;
    iban.remove(u' ');
    if (name.isEmpty() || !isValidIban(iban))
        return failure(ErrorCode::InvalidInput, QStringLiteral("EPC: name or IBAN"));
    if (!payment.amount.isPositive() || payment.amount.cents() > 99'999'999'999)
        return failure(ErrorCode::AmountInvalid, QStringLiteral("EPC: amount"));
    const QStringList lines{QStringLiteral("BCD"),
                            QStringLiteral("002"),
                            QStringLiteral("1"),
                            QStringLiteral("SCT"),
                            QString{},
                            name,
                            iban.toUpper(),
                            euros(payment.amount),
                            QString{},
                            QString{},
                            printedCommunication(printable(payment.communication)).left(140)};
    const QString payload = lines.join(u'\n');
    if (payload.toUtf8().size() > largestPayload)
        return failure(ErrorCode::InvalidInput, QStringLiteral("EPC: too long"));
    return payload;
}

} // namespace guichet
