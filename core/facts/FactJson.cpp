// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/FactFields.h"

namespace guichet {
namespace {

/// The 32 bytes of a SHA-256, lower-case hex in JSON.
struct Digest
{
    QByteArray bytes;
};

QJsonValue writtenValue(const Digest &digest)
{
    return QString::fromLatin1(digest.bytes.toHex());
}

QString readValue(const QJsonValue &json, Digest &digest)
{
    const QByteArray hex = json.toString().toLatin1();
    digest.bytes = QByteArray::fromHex(hex);
    return digest.bytes.size() == 32 && digest.bytes.toHex() == hex ? QString{} : u"not a SHA-256 in lower-case hex"_s;
}

/// The hybrid logical clock needs 63 bits, more than JSON integers hold: decimal digits.
struct Decimal
{
    qint64 value = 0;
};

QJsonValue writtenValue(Decimal decimal)
{
    return QString::number(decimal.value);
}

QString readValue(const QJsonValue &json, Decimal &decimal)
{
    const QString digits = json.toString();
    decimal.value = digits.toLongLong();
    return decimal.value >= 0 && QString::number(decimal.value) == digits ? QString{} : u"not a decimal"_s;
}

/// What differs between the body and its JSON.
struct Encoded
{
    Decimal hlc;
    Digest content;
    Digest previous;
};

} // namespace

QString enumName(FactType value)
{
    return factTypeName(value);
}

bool enumNamed(const QString &name, FactType &value)
{
    const auto found = factTypeFromName(name);
    value = found.value_or(value);
    return found.has_value();
}

QString enumName(EventLabel value)
{
    return eventLabelName(value);
}

bool enumNamed(const QString &name, EventLabel &value)
{
    const auto found = eventLabelFromName(name);
    value = found.value_or(value);
    return found.has_value();
}

template <typename Fields>
void describe(Fields &fields, Described<BodyPayment> auto &payment)
{
    fields.required("method"_L1, payment.method);
    fields.required("type"_L1, payment.type);
    fields.required("amount"_L1, payment.amount);
    fields.optional("rounding"_L1, payment.rounding);
}

namespace {

template <typename Fields>
void describePlace(Fields &fields, Described<FactBody> auto &body)
{
    fields.required("v"_L1, body.version);
    fields.required("till"_L1, body.position.till);
    fields.required("incarnation"_L1, body.position.incarnation);
    fields.required("seq"_L1, body.position.number);
    fields.required("ts"_L1, body.at);
    fields.required("booking_date"_L1, body.businessDate);
    fields.optional("period"_L1, body.session);
    fields.required("type"_L1, body.type);
    fields.optional("label"_L1, body.label);
    fields.optional("doc_series"_L1, body.document.series);
    fields.optional("doc_no"_L1, body.document.number);
    fields.optional("actor"_L1, body.actor.user);
    fields.optional("approver"_L1, body.actor.approver);
    fields.required("sw_version"_L1, body.softwareVersion);
}

template <typename Fields>
void describeProof(Fields &fields, Described<FactBody> auto &body, Described<Encoded> auto &encoded)
{
    fields.required("hlc"_L1, encoded.hlc);
    fields.required("gt_net"_L1, body.totals.net);
    fields.required("gt_abs"_L1, body.totals.absolute);
    fields.optional("vat"_L1, body.vat);
    fields.optional("pay"_L1, body.payments);
    fields.required("payload_sha256"_L1, encoded.content);
    fields.required("prev"_L1, encoded.previous);
}

} // namespace

QJsonObject toJson(const FactBody &body)
{
    FieldWriter fields;
    describePlace(fields, body);
    const Encoded encoded{.hlc = {body.hlc}, .content = {body.contentHash}, .previous = {body.previousHash}};
    describeProof(fields, body, encoded);
    if (body.reference)
        fields.required("ref"_L1, *body.reference);
    return fields.object();
}

Result<FactBody> factBodyFromJson(const QJsonObject &object)
{
    FieldReader fields{object};
    FactBody body;
    Encoded encoded;
    describePlace(fields, body);
    describeProof(fields, body, encoded);
    if (object.contains("ref"_L1))
        fields.required("ref"_L1, body.reference.emplace());
    if (const QString fault = fields.fault(); !fault.isEmpty())
        return failure(ErrorCode::InvalidInput, u"fact body: "_s + fault);
    body.hlc = encoded.hlc.value;
    body.contentHash = encoded.content.bytes;
    body.previousHash = encoded.previous.bytes;
    return body;
}

} // namespace guichet
