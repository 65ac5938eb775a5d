// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueFields.h"
#include "core/catalogue/CatalogueJson.h"
#include "core/catalogue/CatalogueReading.h"

#include <QRegularExpression>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace guichet::fields;

constexpr EnumNames<Reason::Kind, 7> reasonKinds{
    {"complimentary"_L1, "price_change"_L1, "cash_movement"_L1, "drawer"_L1, "refund"_L1, "cancellation"_L1, "force"_L1}};
constexpr EnumNames<TillProfile::Kind, 4> tillKinds{{"desk"_L1, "shop"_L1, "cafeteria"_L1, "phone"_L1}};

constexpr EnumNames<GiftKind, 2> giftKinds{{"voucher"_L1, "card"_L1}};

QJsonObject periodJson(const OpeningPeriod &period)
{
    QJsonObject object{
        {u"opens"_s, timeJson(period.opens)}, {u"closes"_s, timeJson(period.closes)}, {u"weekdays"_s, weekdaysJson(period.weekdays)}};
    insertPresent(object, u"dates"_s, datesJson(period.dates));
    if (period.audience)
        object.insert(u"audience"_s, audienceJson(*period.audience));
    return object;
}

OpeningPeriod period(JsonReader &reader)
{
    const OpeningPeriod period{.dates = dates(reader, u"dates"_s),
                               .weekdays = weekdays(reader, u"weekdays"_s),
                               .opens = reader.time(u"opens"_s),
                               .closes = reader.time(u"closes"_s),
                               .audience = audience(reader, u"audience"_s)};
    if (period.opens.isNull() || period.closes.isNull())
        reader.refuse(u"opens"_s, u"opens and closes are needed"_s);
    return period;
}

QMap<QDate, QString> closures(JsonReader &reader)
{
    QMap<QDate, QString> days;
    const QJsonObject object = reader.object(u"closures"_s);
    JsonReader inside{object};
    for (const QString &day : object.keys()) {
        const QDate date = QDate::fromString(day, Qt::ISODate);
        const QString reason = inside.string(day, {}, 200);
        if (dateJson(date) != day)
            inside.refuse(day, u"not a date YYYY-MM-DD"_s);
        else
            days.insert(date, reason);
    }
    finishInside(reader, u"closures"_s, inside);
    return days;
}

QJsonObject rateJson(const VatRateEntry &entry)
{
    QJsonObject object{{u"code"_s, vatCodeLetter(entry.code)}, {u"rate"_s, entry.rate.value()}};
    insertPresent(object, u"validFrom"_s, dateJson(entry.validFrom));
    return object;
}

/// Codes D, E and X mean that no tax is computed: they have no rate (decisions 8).
VatRateEntry rate(JsonReader &reader)
{
    const std::optional<VatCode> code = optionalVat(reader, u"code"_s);
    if (!code)
        reader.refuse(u"code"_s, u"missing"_s);
    const BasisPoints rate = percent(reader, u"rate"_s).value_or(BasisPoints{});
    if (code && *code >= VatCode::D && rate.value() != 0)
        reader.refuse(u"rate"_s, u"this code has no rate"_s);
    return {.code = code.value_or(VatCode::A), .rate = rate, .validFrom = reader.date(u"validFrom"_s)};
}

/// Cheques of fixed value are paper taken one by one: nobody types a reference for each, and no terminal takes them (decisions 0034).
void checkFaceValues(JsonReader &reader, const PaymentMethod &method)
{
    if (method.faceValues.empty())
        return;
    if (method.needsReference)
        reader.refuse(u"faceValues"_s, u"with a reference"_s);
    if (method.usesTerminal)
        reader.refuse(u"faceValues"_s, u"with a terminal"_s);
    if (!method.isPaper())
        reader.refuse(u"faceValues"_s, u"of no paper"_s);
}

bool isTillCode(const QString &code)
{
    static const QRegularExpression shape{u"\\A[0-9A-HJKMNP-TV-Z]{2}\\z"_s};
    return shape.match(code).hasMatch();
}

} // namespace

QJsonObject toJson(const PaymentMethod &method)
{
    QJsonObject object{{u"key"_s, method.key},
                       {u"name"_s, method.name.toJson()},
                       {u"type"_s, paymentTypeName(method.type)},
                       {u"opensDrawer"_s, method.opensDrawer},
                       {u"givesChange"_s, method.givesChange},
                       {u"needsReference"_s, method.needsReference},
                       {u"usesTerminal"_s, method.usesTerminal},
                       {u"inPerson"_s, method.inPerson},
                       {u"refundable"_s, method.refundable},
                       {u"countedAtClosing"_s, method.countedAtClosing},
                       {u"tills"_s, QJsonArray::fromStringList(method.tills)},
                       {u"order"_s, method.order}};
    if (!method.faceValues.empty())
        object.insert(u"faceValues"_s, amountsJson(method.faceValues));
    if (method.validYears > 0)
        object.insert(u"validYears"_s, method.validYears);
    if (method.giftKind)
        object.insert(u"giftKind"_s, giftKinds.nameOf(*method.giftKind));
    return object;
}

QJsonObject toJson(const Reason &reason)
{
    return {{u"key"_s, reason.key},
            {u"name"_s, reason.name.toJson()},
            {u"kind"_s, reasonKinds.nameOf(reason.kind)},
            {u"order"_s, reason.order}};
}

QJsonObject toJson(const StopSale &stop)
{
    QJsonObject object{{u"key"_s, stop.key}};
    insertPresent(object, u"dates"_s, datesJson(stop.dates));
    insertPresent(object, u"formula"_s, stop.formula);
    insertPresent(object, u"resource"_s, stop.resource);
    insertPresent(object, u"slot"_s, timeJson(stop.slot));
    insertPresent(object, u"reason"_s, stop.reason);
    return object;
}

QJsonObject toJson(const SlotCapacity &capacity)
{
    QJsonObject object{{u"pool"_s, capacity.pool}, {u"date"_s, dateJson(capacity.date)}, {u"capacity"_s, capacity.capacity}};
    insertPresent(object, u"slot"_s, timeJson(capacity.slot));
    return object;
}

QJsonObject toJson(const TillProfile &till)
{
    return {{u"key"_s, till.key},
            {u"name"_s, till.name.toJson()},
            {u"kind"_s, tillKinds.nameOf(till.kind)},
            {u"code"_s, till.code},
            {u"groups"_s, QJsonArray::fromStringList(till.groups)}};
}

QJsonObject toJson(const OpeningCalendar &calendar)
{
    QJsonObject days;
    for (auto it = calendar.closures.begin(); it != calendar.closures.end(); ++it)
        days.insert(dateJson(it.key()), it.value());
    return {{u"periods"_s, listJson(calendar.periods, periodJson)}, {u"closures"_s, days}};
}

QJsonObject toJson(const VatTable &table)
{
    return {{u"rates"_s, listJson(table.entries(), rateJson)}};
}

namespace reading {

PaymentMethod paymentMethod(JsonReader &reader)
{
    PaymentMethod method;
    method.key = key(reader, u"key"_s);
    method.name = requiredText(reader, u"name"_s);
    const std::optional<PaymentType> type = paymentTypeFromName(reader.string(u"type"_s, paymentTypeName(method.type)));
    if (!type)
        reader.refuse(u"type"_s, u"not a payment type"_s);
    method.type = type.value_or(PaymentType::Other);
    method.opensDrawer = reader.boolean(u"opensDrawer"_s, method.opensDrawer);
    method.givesChange = reader.boolean(u"givesChange"_s, method.givesChange);
    method.needsReference = reader.boolean(u"needsReference"_s, method.needsReference);
    method.usesTerminal = reader.boolean(u"usesTerminal"_s, method.usesTerminal);
    method.inPerson = reader.boolean(u"inPerson"_s, method.inPerson);
    method.refundable = reader.boolean(u"refundable"_s, method.refundable);
    method.countedAtClosing = reader.boolean(u"countedAtClosing"_s, method.countedAtClosing);
    method.tills = reader.strings(u"tills"_s);
    method.faceValues = amounts(reader, u"faceValues"_s);
    method.validYears = reader.smallInteger(u"validYears"_s, 0, 0, 50);
    if (!reader.value(u"giftKind"_s).isUndefined())
        method.giftKind = fields::name(reader, u"giftKind"_s, giftKinds, GiftKind::Card);
    method.order = reader.smallInteger(u"order"_s, 0, -1'000'000, 1'000'000);
    checkFaceValues(reader, method);
    return method;
}

Reason reason(JsonReader &reader)
{
    return {.key = key(reader, u"key"_s),
            .name = requiredText(reader, u"name"_s),
            .kind = fields::name(reader, u"kind"_s, reasonKinds, Reason::Kind::Complimentary),
            .order = reader.smallInteger(u"order"_s, 0, -1'000'000, 1'000'000)};
}

StopSale stopSale(JsonReader &reader)
{
    return {.key = key(reader, u"key"_s),
            .dates = dates(reader, u"dates"_s),
            .formula = optionalKey(reader, u"formula"_s),
            .resource = optionalKey(reader, u"resource"_s),
            .slot = reader.time(u"slot"_s),
            .reason = reader.string(u"reason"_s, {}, 200)};
}

SlotCapacity slotCapacity(JsonReader &reader)
{
    const SlotCapacity capacity{.pool = key(reader, u"pool"_s),
                                .date = reader.date(u"date"_s),
                                .slot = reader.time(u"slot"_s),
                                .capacity = static_cast<int>(reader.requiredInteger(u"capacity"_s, 0, 1'000'000))};
    if (capacity.date.isNull())
        reader.refuse(u"date"_s, u"missing"_s);
    return capacity;
}

TillProfile tillProfile(JsonReader &reader)
{
    TillProfile till;
    till.key = key(reader, u"key"_s);
    till.name = requiredText(reader, u"name"_s);
    till.kind = fields::name(reader, u"kind"_s, tillKinds, TillProfile::Kind::Desk);
    till.code = reader.string(u"code"_s, till.code, 2);
    till.groups = reader.strings(u"groups"_s);
    if (!isTillCode(till.code))
        reader.refuse(u"code"_s, u"not two characters of Crockford base 32"_s);
    return till;
}

OpeningCalendar calendar(JsonReader &reader)
{
    return {.periods = list(reader, u"periods"_s, period), .closures = closures(reader)};
}

VatTable vatTable(JsonReader &reader)
{
    return VatTable{list(reader, u"rates"_s, rate)};
}

} // namespace reading
} // namespace guichet
