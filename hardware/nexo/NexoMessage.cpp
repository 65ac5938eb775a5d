// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoMessage.h"

#include "hardware/nexo/NexoAmount.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> broken(const QString &why)
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"nexo: "_s + why);
}

/// What holds header and body; null when `whole` is no nexo message.
QJsonObject contentOf(const QJsonObject &whole, bool &toTerminal)
{
    toTerminal = whole.contains(u"SaleToPOIRequest"_s);
    return whole.value(toTerminal ? u"SaleToPOIRequest"_s : u"SaleToPOIResponse"_s).toObject();
}

NexoHeader headerOf(const QJsonObject &content)
{
    return nexoHeaderFromJson(content.value(u"MessageHeader"_s).toObject());
}

/// A display notice is a notification with the body of a request.
QJsonObject bodyOf(const QJsonObject &content, const NexoHeader &header)
{
    const QJsonObject body = content.value(header.category + header.type).toObject();
    const bool notice = body.isEmpty() && header.type == u"Notification";
    return notice ? content.value(header.category + u"Request"_s).toObject() : body;
}

Result<QByteArray> fromBase64(const QJsonValue &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return broken(u"not base64"_s);
    return decoded.decoded;
}

} // namespace

QJsonObject toJson(const NexoHeader &header)
{
    QJsonObject object{{u"ProtocolVersion"_s, u"3.0"_s}, {u"MessageClass"_s, header.messageClass}, {u"MessageCategory"_s, header.category},
                       {u"MessageType"_s, header.type},  {u"ServiceID"_s, header.serviceId},       {u"SaleID"_s, header.saleId},
                       {u"POIID"_s, header.poiId}};
    if (!header.deviceId.isEmpty())
        object.insert(u"DeviceID"_s, header.deviceId);
    return object;
}

NexoHeader nexoHeaderFromJson(const QJsonObject &object)
{
    return {.messageClass = object.value(u"MessageClass"_s).toString(),
            .category = object.value(u"MessageCategory"_s).toString(),
            .type = object.value(u"MessageType"_s).toString(),
            .serviceId = object.value(u"ServiceID"_s).toString(),
            .deviceId = object.value(u"DeviceID"_s).toString(),
            .saleId = object.value(u"SaleID"_s).toString(),
            .poiId = object.value(u"POIID"_s).toString()};
}

QByteArray toJson(const NexoMessage &message)
{
    const QJsonObject content{{u"MessageHeader"_s, toJson(message.header)}, {message.header.category + message.header.type, message.body}};
    return writeNexoJson({{message.toTerminal ? u"SaleToPOIRequest"_s : u"SaleToPOIResponse"_s, content}});
}

Result<NexoMessage> nexoMessageFromJson(const QByteArray &json)
{
    const auto whole = readNexoJson(json);
    if (!whole)
        return broken(u"no JSON"_s);
    NexoMessage message;
    const QJsonObject content = contentOf(*whole, message.toTerminal);
    message.header = headerOf(content);
    message.body = bodyOf(content, message.header);
    if (message.header.category.isEmpty() || message.body.isEmpty())
        return broken(u"no header or no body"_s);
    return message;
}

Result<QByteArray> sealNexo(const NexoMessage &message, const NexoKey &key, const NexoKeys &keys, const QByteArray &nonce)
{
    const QByteArray plain = toJson(message);
    TRY_LET(blob, encryptNexo(plain, keys, nonce));
    const QJsonObject trailer{{u"AdyenCryptoVersion"_s, 1},
                              {u"KeyIdentifier"_s, key.identifier},
                              {u"KeyVersion"_s, key.version},
                              {u"Nonce"_s, QString::fromLatin1(nonce.toBase64())},
                              {u"Hmac"_s, QString::fromLatin1(nexoHmac(plain, keys).toBase64())}};
    const QJsonObject content{{u"MessageHeader"_s, toJson(message.header)},
                              {u"NexoBlob"_s, QString::fromLatin1(blob.toBase64())},
                              {u"SecurityTrailer"_s, trailer}};
    return writeNexoJson({{message.toTerminal ? u"SaleToPOIRequest"_s : u"SaleToPOIResponse"_s, content}});
}

Result<QByteArray> openNexo(const QByteArray &wire, const NexoKeys &keys)
{
    bool toTerminal = false;
    const QJsonObject outer = contentOf(readNexoJson(wire).value_or(QJsonObject{}), toTerminal);
    const QJsonObject trailer = outer.value(u"SecurityTrailer"_s).toObject();
    if (trailer.value(u"AdyenCryptoVersion"_s).toString() != u"1")
        return broken(u"no envelope"_s);
    TRY_LET(blob, fromBase64(outer.value(u"NexoBlob"_s)));
    TRY_LET(nonce, fromBase64(trailer.value(u"Nonce"_s)));
    TRY_LET(hmac, fromBase64(trailer.value(u"Hmac"_s)));
    TRY_LET(plain, decryptNexo(blob, keys, nonce));
    if (!isSameSecret(nexoHmac(plain, keys), hmac))
        return broken(u"wrong HMAC"_s);
    bool innerToTerminal = false;
    const QJsonObject inner = contentOf(readNexoJson(plain).value_or(QJsonObject{}), innerToTerminal);
    if (innerToTerminal != toTerminal || headerOf(inner) != headerOf(outer))
        return broken(u"another header inside than outside"_s);
    return plain;
}

} // namespace guichet
