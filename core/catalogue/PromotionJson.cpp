// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueFields.h"
#include "core/catalogue/CatalogueJson.h"
#include "core/catalogue/CatalogueReading.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace guichet::fields;

constexpr EnumNames<Promotion::Kind, 3> promotionKinds{{"classic"_L1, "last_minute"_L1, "early_bird"_L1}};
constexpr int mostUses = 1'000'000'000;

void insertDates(QJsonObject &object, const QString &field, const DateRange &range)
{
    insertPresent(object, field, datesJson(range));
}

QJsonArray names(const QStringList &keys)
{
    return QJsonArray::fromStringList(keys);
}

/// Exactly one of the ways to reduce is given, and it reduces something.
void checkOneReduction(JsonReader &reader, std::initializer_list<bool> given)
{
    if (std::ranges::count(given, true) != 1)
        reader.refuse(u"percent"_s, u"give one reduction: percent, amount or fixedPrice"_s);
}

} // namespace

QJsonObject toJson(const Promotion &promotion)
{
    QJsonObject object{{u"key"_s, promotion.key},
                       {u"name"_s, promotion.name.toJson()},
                       {u"kind"_s, promotionKinds.nameOf(promotion.kind)},
                       {u"threshold"_s, promotion.threshold},
                       {u"weekdays"_s, weekdaysJson(promotion.weekdays)},
                       {u"weekOfMonth"_s, promotion.weekOfMonth},
                       {u"formulas"_s, names(promotion.formulas)}};
    if (promotion.percent)
        object.insert(u"percent"_s, promotion.percent->value());
    else
        object.insert(u"amount"_s, promotion.amount.cents());
    insertDates(object, u"visits"_s, promotion.visits);
    insertDates(object, u"visible"_s, promotion.visible);
    return object;
}

QJsonObject toJson(const PromoCode &code)
{
    QJsonObject object{{u"key"_s, code.key},
                       {u"name"_s, code.name.toJson()},
                       {u"code"_s, code.code},
                       {u"uses"_s, code.uses},
                       {u"unitsPerUse"_s, code.unitsPerUse},
                       {u"formulas"_s, names(code.formulas)},
                       {u"resources"_s, names(code.resources)},
                       {u"products"_s, names(code.products)},
                       {u"productGroups"_s, names(code.productGroups)},
                       {u"cumulative"_s, code.cumulative},
                       {u"needsReference"_s, code.needsReference}};
    if (code.percent)
        object.insert(u"percent"_s, code.percent->value());
    else if (code.fixedPrice)
        object.insert(u"fixedPrice"_s, code.fixedPrice->cents());
    else
        object.insert(u"amount"_s, code.amount.cents());
    insertDates(object, u"valid"_s, code.valid);
    insertDates(object, u"visits"_s, code.visits);
    return object;
}

namespace reading {

Promotion promotion(JsonReader &reader)
{
    const Promotion promotion{.key = key(reader, u"key"_s),
                              .name = requiredText(reader, u"name"_s),
                              .kind = fields::name(reader, u"kind"_s, promotionKinds, Promotion::Kind::Classic),
                              .threshold = reader.smallInteger(u"threshold"_s, 0, 0, 10'000),
                              .percent = percent(reader, u"percent"_s),
                              .amount = money(reader, u"amount"_s),
                              .visits = dates(reader, u"visits"_s),
                              .visible = dates(reader, u"visible"_s),
                              .weekdays = weekdays(reader, u"weekdays"_s),
                              .weekOfMonth = reader.smallInteger(u"weekOfMonth"_s, 0, 0, 5),
                              .formulas = reader.strings(u"formulas"_s)};
    checkOneReduction(reader, {promotion.percent.has_value(), promotion.amount.isPositive()});
    return promotion;
}

PromoCode promoCode(JsonReader &reader)
{
    PromoCode code;
    code.key = key(reader, u"key"_s);
    code.name = requiredText(reader, u"name"_s);
    code.code = reader.requiredString(u"code"_s, 100);
    code.percent = percent(reader, u"percent"_s);
    code.amount = money(reader, u"amount"_s);
    if (reader.has(u"fixedPrice"_s))
        code.fixedPrice = money(reader, u"fixedPrice"_s);
    code.uses = reader.smallInteger(u"uses"_s, 0, 0, mostUses);
    code.unitsPerUse = reader.smallInteger(u"unitsPerUse"_s, 0, 0, 10'000);
    code.valid = dates(reader, u"valid"_s);
    code.visits = dates(reader, u"visits"_s);
    code.formulas = reader.strings(u"formulas"_s);
    code.resources = reader.strings(u"resources"_s);
    code.products = reader.strings(u"products"_s);
    code.productGroups = reader.strings(u"productGroups"_s);
    code.cumulative = reader.boolean(u"cumulative"_s, false);
    code.needsReference = reader.boolean(u"needsReference"_s, false);
    if (normalisedCode(code.code).isEmpty())
        reader.refuse(u"code"_s, u"no letter or digit"_s);
    checkOneReduction(reader, {code.percent.has_value(), code.amount.isPositive(), code.fixedPrice.has_value()});
    return code;
}

} // namespace reading
} // namespace guichet
