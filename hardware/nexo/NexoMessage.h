// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/nexo/NexoCrypto.h"
#include "hardware/nexo/NexoProfile.h"

#include <QJsonObject>

namespace guichet {

/// Who speaks with whom about what (hardware.md §3.3).
struct NexoHeader
{
    QString messageClass = QStringLiteral("Service"); ///< Service, Device, Event.
    QString category;                                 ///< Payment, TransactionStatus, …
    QString type = QStringLiteral("Request");         ///< Request, Response, Notification.
    QString serviceId;                                ///< Up to 10 characters; an answer bears that of its request.
    QString deviceId;                                 ///< Of the Device class only.
    QString saleId;
    QString poiId;
    friend bool operator==(const NexoHeader &, const NexoHeader &) = default;
};

QJsonObject toJson(const NexoHeader &header);
/// What is missing is empty.
NexoHeader nexoHeaderFromJson(const QJsonObject &object);

/// One message in the clear: its header and what stands under `PaymentRequest`, `PaymentResponse`, … Amounts of a body that is written are
/// nexoAmount(); numbers of a body that was read are strings of digits.
struct NexoMessage
{
    NexoHeader header;
    QJsonObject body;
    bool toTerminal = true; ///< SaleToPOIRequest; answers are SaleToPOIResponse. The terminal's own notices are requests too.
};

QByteArray toJson(const NexoMessage &message);
/// DeviceAnswerInvalid: no JSON, no header, or no body of its category.
Result<NexoMessage> nexoMessageFromJson(const QByteArray &json);

/// The encrypted form of a message, as it travels over the LAN (hardware.md §3.2).
Result<QByteArray> sealNexo(const NexoMessage &message, const NexoKey &key, const NexoKeys &keys, const QByteArray &nonce);
/// The JSON inside of an envelope. DeviceAnswerInvalid: no envelope, other keys, a wrong HMAC, or another header inside than outside.
Result<QByteArray> openNexo(const QByteArray &wire, const NexoKeys &keys);

} // namespace guichet
