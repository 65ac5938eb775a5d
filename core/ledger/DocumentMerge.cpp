// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentMerge.h"

#include "core/base/Clock.h"
#include "core/base/JsonReader.h"
#include "core/facts/HybridClock.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostFields = 200;

/// The fields that say something only together (fieldsWith()).
std::vector<QStringList> unitsOf(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Promotion: return {{u"percent"_s, u"amount"_s}, {u"kind"_s, u"threshold"_s}};
    case DocumentKind::PromoCode: return {{u"percent"_s, u"amount"_s, u"fixedPrice"_s}};
    case DocumentKind::Formula: return {{u"minimumQuantity"_s, u"maximumQuantity"_s}, {u"collection"_s, u"deposit"_s}};
    case DocumentKind::Product: return {{u"price"_s, u"byWeight"_s}}; // of a piece, or of a kilo
    case DocumentKind::PaymentMethod:
        return {{u"type"_s, u"giftKind"_s, u"faceValues"_s, u"validYears"_s, u"needsReference"_s, u"usesTerminal"_s}};
    case DocumentKind::Customer: return {{u"country"_s, u"postcode"_s, u"province"_s}};
    default: return {};
    }
}

void setValue(SharedDocument &document, const QString &field, const QJsonValue &value)
{
    if (field == archivedField)
        document.archived = value.toBool();
    else if (value.isUndefined())
        document.body.remove(field);
    else
        document.body[field] = value;
}

/// A clock has more digits than a JSON number may.
QJsonArray stampJson(const FieldStamp &stamp)
{
    return {QString::number(stamp.hlc), stamp.origin};
}

FieldStamp stampOf(const QJsonArray &array)
{
    return {.hlc = array.at(0).toString().toLongLong(), .origin = array.at(1).toString()};
}

/// A clock as text: digits of an instant, never before 1970.
qint64 readClock(JsonReader &reader, const QString &field)
{
    bool isNumber = false;
    const qint64 hlc = reader.requiredString(field, 20).toLongLong(&isNumber);
    if (!isNumber || hlc <= 0 || hlc > latestHlc)
        reader.refuse(field, u"not a clock"_s);
    return hlc;
}

Result<FieldChange> fieldChangeOf(const QString &name, const QJsonObject &object)
{
    JsonReader reader{object};
    FieldChange change;
    change.value = reader.value(u"value"_s);
    const QJsonArray over = reader.array(u"over"_s);
    change.over = stampOf(over);
    const bool isStamp = over.isEmpty() || (over.size() == 2 && change.over.hlc >= 0 && change.over.origin.size() <= 64);
    if (!isStamp || (name == archivedField && !change.value.isBool()))
        return failure(ErrorCode::InvalidInput, u"field %1"_s.arg(name), {name});
    TRY(reader.finish());
    return change;
}

} // namespace

QStringList ownFields(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::TillProfile: return {u"code"_s}; // given by the centre to one till
    case DocumentKind::Settings:
        return {u"language"_s,       u"lockAfterIdleSeconds"_s, u"darkMode"_s,
                u"sounds"_s,         u"receiptPrinter"_s,       u"receiptColumns"_s,
                u"printerProfile"_s, u"sparePrinter"_s,         u"sparePrinterProfile"_s,
                u"drawerPin"_s,      u"drawerSensor"_s,         u"printAdmissionTickets"_s,
                u"secretStore"_s};
    default: return {};
    }
}

QJsonObject withoutOwnFields(DocumentKind kind, QJsonObject body)
{
    for (const QString &field : ownFields(kind))
        body.remove(field);
    return body;
}

QJsonValue fieldValue(const SharedDocument &document, const QString &field)
{
    return field == archivedField ? QJsonValue{document.archived} : document.body.value(field);
}

QStringList fieldsWith(DocumentKind kind, const QString &field)
{
    for (const QStringList &unit : unitsOf(kind))
        if (unit.contains(field))
            return unit;
    return {field};
}

std::vector<LostField> mergeChange(SharedDocument &document, const SharedChange &change)
{
    std::vector<LostField> lost;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        const QString &field = it.key();
        const FieldStamp standing = document.stamps.value(field);
        const QJsonValue value = fieldValue(document, field);
        const bool wins = standing < change.stamp;
        // What arrives late was not known to who set what stands: it would have arrived before it. A till knows what it said itself.
        const bool knew = wins && (it->over == standing || standing.origin == change.stamp.origin);
        if (!knew && standing.hlc > 0 && value != it->value)
            lost.push_back(wins ? LostField{field, value, standing, change.stamp} : LostField{field, it->value, change.stamp, standing});
        if (!wins)
            continue;
        setValue(document, field, it->value);
        document.stamps[field] = change.stamp;
    }
    return lost;
}

void addChange(FoldedDocument &folded, const SharedChange &change, const IsReadable &isReadable)
{
    SharedDocument next = folded.document;
    mergeChange(next, change);
    if (isReadable(next.body))
        folded.document = std::move(next);
    else
        folded.passedOver.push_back(change);
}

FoldedDocument foldChanges(std::vector<SharedChange> changes, const IsReadable &isReadable)
{
    std::ranges::sort(changes, [](const SharedChange &a, const SharedChange &b) { return a.stamp < b.stamp; });
    FoldedDocument folded;
    for (const SharedChange &change : changes)
        addChange(folded, change, isReadable);
    return folded;
}

QMap<QString, FieldChange> fieldChanges(DocumentKind kind, const SharedDocument &before, const QJsonObject &after, bool archived)
{
    QMap<QString, FieldChange> changes;
    const auto note = [&](const QString &field, const QJsonValue &value) {
        if (!before.stamps.contains(field) || fieldValue(before, field) != value)
            changes[field] = {.value = value, .over = before.stamps.value(field)};
    };
    for (auto it = after.begin(); it != after.end(); ++it)
        note(it.key(), it.value());
    for (auto it = before.body.begin(); it != before.body.end(); ++it)
        if (!after.contains(it.key()))
            note(it.key(), QJsonValue{QJsonValue::Undefined});
    const QStringList differing = changes.keys();
    for (const QString &field : differing)
        for (const QString &other : fieldsWith(kind, field))
            changes[other] = {.value = after.value(other), .over = before.stamps.value(other)};
    if (archived || before.archived)
        note(archivedField, archived);
    return changes;
}

QJsonObject stampsToJson(const QMap<QString, FieldStamp> &stamps)
{
    QJsonObject object;
    for (auto it = stamps.begin(); it != stamps.end(); ++it)
        object[it.key()] = stampJson(it.value());
    return object;
}

QMap<QString, FieldStamp> stampsFromJson(const QJsonObject &object)
{
    QMap<QString, FieldStamp> stamps;
    for (auto it = object.begin(); it != object.end(); ++it)
        stamps[it.key()] = stampOf(it->toArray());
    return stamps;
}

QJsonObject toJson(const SharedChange &change)
{
    QJsonObject fields;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        QJsonObject field;
        if (!it->value.isUndefined())
            field[u"value"_s] = it->value;
        if (it->over.hlc > 0)
            field[u"over"_s] = stampJson(it->over);
        fields[it.key()] = field;
    }
    QJsonObject object{{u"kind"_s, documentKindName(change.kind)}, {u"key"_s, change.key},   {u"hlc"_s, QString::number(change.stamp.hlc)},
                       {u"origin"_s, change.stamp.origin},         {u"user"_s, change.user}, {u"at"_s, toRfc3339(change.at)}};
    if (change.erased)
        object[u"erased"_s] = true;
    else
        object[u"fields"_s] = fields;
    return object;
}

Result<SharedChange> sharedChangeFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    SharedChange change;
    const auto kind = documentKindFromName(reader.requiredString(u"kind"_s, 40));
    change.kind = kind.value_or(DocumentKind::Formula);
    change.key = reader.requiredString(u"key"_s, 200);
    change.stamp = {.hlc = readClock(reader, u"hlc"_s), .origin = reader.requiredString(u"origin"_s, 64)};
    change.erased = reader.boolean(u"erased"_s, false);
    change.user = reader.string(u"user"_s, {}, 64);
    change.at = fromRfc3339(reader.requiredString(u"at"_s, 40));
    const QJsonObject fields = reader.object(u"fields"_s);
    if (!kind || !change.at.isValid())
        reader.refuse(kind ? u"at"_s : u"kind"_s, u"unknown"_s);
    if (fields.size() > mostFields || change.erased != fields.isEmpty())
        reader.refuse(u"fields"_s, u"too few or too many"_s);
    TRY(reader.finish());
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        TRY_LET(field, fieldChangeOf(it.key(), it->toObject()));
        change.fields[it.key()] = field;
    }
    return change;
}

} // namespace guichet
