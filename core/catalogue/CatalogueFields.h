// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/EnumNames.h"
#include "core/base/JsonReader.h"
#include "core/catalogue/Catalogue.h"

/// The kinds of fields that catalogue documents are made of, read and written. Reading refuses through the JsonReader.
namespace guichet::fields {

/// Keys name things in scripts, files and facts: 1 to 80 characters, no white space, nothing unprintable.
QString key(JsonReader &reader, const QString &field);
/// A key that may be missing: empty then.
QString optionalKey(JsonReader &reader, const QString &field);
/// `{"fr": …, "nl": …}` or a plain French text.
LocalizedText text(JsonReader &reader, const QString &field);
LocalizedText requiredText(JsonReader &reader, const QString &field);
/// 0,00 to largestAmount.
Money money(JsonReader &reader, const QString &field, Money fallback = {});
/// A list of whole cents, each 0,01 to largestAmount.
std::vector<Money> amounts(JsonReader &reader, const QString &field);
/// 0 to 100 %.
std::optional<BasisPoints> percent(JsonReader &reader, const QString &field);
/// `{"from": …, "to": …}`, each end optional, in order.
DateRange dates(JsonReader &reader, const QString &field);
/// A list of ISO days, 1 = Monday; every day when missing.
Weekdays weekdays(JsonReader &reader, const QString &field);
/// The letter of a VAT code (decisions 8).
std::optional<VatCode> optionalVat(JsonReader &reader, const QString &field);
VatCode vat(JsonReader &reader, const QString &field, VatCode fallback);
std::optional<Audience> audience(JsonReader &reader, const QString &field);

QJsonArray amountsJson(const std::vector<Money> &amounts);
QJsonArray weekdaysJson(Weekdays weekdays);
QJsonObject datesJson(const DateRange &dates);
QString timeJson(QTime time);
QString dateJson(QDate date);
QString audienceJson(Audience audience);

template <typename Enum, size_t Count>
Enum name(JsonReader &reader, const QString &field, const EnumNames<Enum, Count> &names, Enum fallback)
{
    if (reader.value(field).isUndefined())
        return fallback;
    const std::optional<Enum> value = names.valueOf(reader.string(field));
    if (!value)
        reader.refuse(field, QStringLiteral("not a known name"));
    return value.value_or(fallback);
}

/// Hands what is wrong inside a field on to the reader of the whole.
void finishInside(JsonReader &whole, const QString &field, const JsonReader &inside);

/// A list of objects, each read by `read(JsonReader &)`.
template <typename Read>
auto list(JsonReader &reader, const QString &field, Read read)
{
    std::vector<std::invoke_result_t<Read, JsonReader &>> items;
    int position = 1;
    for (const QJsonValue value : reader.array(field)) {
        JsonReader inside{value.toObject(), QStringLiteral("%1").arg(position++)};
        if (!value.isObject())
            inside.refuse({}, QStringLiteral("not an object"));
        items.push_back(read(inside));
        finishInside(reader, field, inside);
    }
    return items;
}

template <typename Item, typename Write>
QJsonArray listJson(const std::vector<Item> &items, Write write)
{
    QJsonArray array;
    for (const Item &item : items)
        array.append(write(item));
    return array;
}

/// Leaves a field out instead of writing null.
template <typename Value>
void insertPresent(QJsonObject &object, const QString &field, const Value &value)
{
    if (!value.isEmpty())
        object.insert(field, value);
}

} // namespace guichet::fields
