// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueFields.h"

#include <algorithm>

namespace guichet::fields {
namespace {

using namespace Qt::StringLiterals;

constexpr EnumNames<Audience, 2> audiences{{"individual"_L1, "group"_L1}};
constexpr int longestKey = 80;
constexpr int longestText = 2000;

bool isLanguage(const QString &code)
{
    return languageCode(languageFromCode(code)) == code;
}

bool isKeyCharacter(QChar c)
{
    return !c.isSpace() && (c.isPrint() || c.isSurrogate());
}

} // namespace

QString optionalKey(JsonReader &reader, const QString &field)
{
    const QString key = reader.string(field, {}, longestKey);
    if (!std::ranges::all_of(key, isKeyCharacter))
        reader.refuse(field, u"not a key"_s);
    return key;
}

QString key(JsonReader &reader, const QString &field)
{
    const QString key = optionalKey(reader, field);
    if (key.isEmpty())
        reader.refuse(field, u"missing"_s);
    return key;
}

LocalizedText text(JsonReader &reader, const QString &field)
{
    const QJsonValue value = reader.value(field);
    if (value.isString()) {
        const QString french = reader.string(field, {}, longestText);
        return french.isEmpty() ? LocalizedText{} : LocalizedText{french};
    }
    const QJsonObject languages = reader.object(field);
    JsonReader inside{languages};
    for (const QString &code : languages.keys())
        if (isLanguage(code))
            inside.string(code, {}, longestText);
    finishInside(reader, field, inside);
    return LocalizedText::fromJson(languages);
}

LocalizedText requiredText(JsonReader &reader, const QString &field)
{
    const LocalizedText words = text(reader, field);
    if (words.isEmpty())
        reader.refuse(field, u"missing"_s);
    return words;
}

Money money(JsonReader &reader, const QString &field, Money fallback)
{
    return Money::fromCents(reader.integer(field, fallback.cents(), 0, largestAmount.cents()));
}

std::vector<Money> amounts(JsonReader &reader, const QString &field)
{
    std::vector<Money> list;
    for (const QJsonValue value : reader.array(field)) {
        const qint64 cents = value.toInteger();
        if (cents < 1 || cents > largestAmount.cents()) {
            reader.refuse(field, u"not a list of cents"_s);
            return {};
        }
        list.push_back(Money::fromCents(cents));
    }
    return list;
}

QJsonArray amountsJson(const std::vector<Money> &amounts)
{
    QJsonArray array;
    for (const Money amount : amounts)
        array.append(amount.cents());
    return array;
}

std::optional<BasisPoints> percent(JsonReader &reader, const QString &field)
{
    const std::optional<qint64> value = reader.optionalInteger(field, 0, 10'000);
    return value ? std::optional{BasisPoints{*value}} : std::nullopt;
}

DateRange dates(JsonReader &reader, const QString &field)
{
    JsonReader inside{reader.object(field)};
    const DateRange range{.from = inside.date(u"from"_s), .to = inside.date(u"to"_s)};
    if (range.from.isValid() && range.to.isValid() && range.to < range.from)
        inside.refuse(u"to"_s, u"before from"_s);
    finishInside(reader, field, inside);
    return range;
}

Weekdays weekdays(JsonReader &reader, const QString &field)
{
    if (reader.value(field).isUndefined())
        return {};
    unsigned bits = 0;
    for (const QJsonValue value : reader.array(field)) {
        const qint64 day = value.toInteger();
        if (day < 1 || day > 7)
            reader.refuse(field, u"not a list of days 1 to 7"_s);
        else
            bits |= 1U << (day - 1);
    }
    if (bits == 0)
        reader.refuse(field, u"no day at all"_s);
    return Weekdays{bits};
}

std::optional<VatCode> optionalVat(JsonReader &reader, const QString &field)
{
    const QString letter = reader.string(field);
    const std::optional<VatCode> code = vatCodeFromLetter(letter);
    if (!letter.isEmpty() && !code)
        reader.refuse(field, u"not a VAT code"_s);
    return code;
}

VatCode vat(JsonReader &reader, const QString &field, VatCode fallback)
{
    return optionalVat(reader, field).value_or(fallback);
}

std::optional<Audience> audience(JsonReader &reader, const QString &field)
{
    if (reader.value(field).isUndefined())
        return std::nullopt;
    return name(reader, field, audiences, Audience::Individual);
}

QJsonArray weekdaysJson(Weekdays weekdays)
{
    QJsonArray days;
    for (int day = 1; day <= 7; ++day)
        if (weekdays.contains(day))
            days.append(day);
    return days;
}

QJsonObject datesJson(const DateRange &dates)
{
    QJsonObject object;
    insertPresent(object, u"from"_s, dateJson(dates.from));
    insertPresent(object, u"to"_s, dateJson(dates.to));
    return object;
}

QString timeJson(QTime time)
{
    return time.isValid() ? time.toString(u"HH:mm"_s) : QString{};
}

QString dateJson(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString{};
}

QString audienceJson(Audience audience)
{
    return audiences.nameOf(audience);
}

void finishInside(JsonReader &whole, const QString &field, const JsonReader &inside)
{
    if (const Result<> done = inside.finish(); !done)
        whole.refuse(field, done.error().detail);
}

} // namespace guichet::fields
