// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueFields.h"
#include "core/catalogue/CatalogueJson.h"
#include "core/catalogue/CatalogueReading.h"

#include <QRegularExpression>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace guichet::fields;

constexpr EnumNames<FormulaKind, 3> formulaKinds{{"activity"_L1, "rental"_L1, "event"_L1}};
constexpr EnumNames<CollectionMode, 3> collectionModes{{"prepaid"_L1, "deposit"_L1, "postpaid"_L1}};
constexpr EnumNames<Pool::Unit, 2> poolUnits{{"person"_L1, "item"_L1}};
constexpr EnumNames<Pool::Mode, 3> poolModes{{"slot"_L1, "day"_L1, "interval"_L1}};
constexpr EnumNames<Group::Kind, 2> groupKinds{{"formulas"_L1, "products"_L1}};
constexpr int mostUnits = 1'000'000;
constexpr int minutesOfWeek = 7 * 24 * 60;

QJsonObject poolUseJson(const PoolUse &use)
{
    return {{u"pool"_s, use.pool}, {u"units"_s, use.units}};
}

PoolUse poolUse(JsonReader &reader)
{
    return {.pool = key(reader, u"pool"_s), .units = reader.smallInteger(u"units"_s, 1, 1, 10'000)};
}

QJsonObject priceRuleJson(const PriceRule &rule)
{
    QJsonObject object{{u"price"_s, rule.price.cents()}, {u"weekdays"_s, weekdaysJson(rule.weekdays)}};
    insertPresent(object, u"season"_s, rule.season);
    insertPresent(object, u"dates"_s, datesJson(rule.dates));
    if (rule.audience)
        object.insert(u"audience"_s, audienceJson(*rule.audience));
    return object;
}

PriceRule priceRule(JsonReader &reader)
{
    if (!reader.has(u"price"_s))
        reader.refuse(u"price"_s, u"missing"_s);
    return {.price = money(reader, u"price"_s),
            .season = reader.string(u"season"_s, {}, 200),
            .dates = dates(reader, u"dates"_s),
            .weekdays = weekdays(reader, u"weekdays"_s),
            .audience = audience(reader, u"audience"_s)};
}

QJsonObject offeredItemJson(const OfferedItem &item)
{
    QJsonObject object{{u"key"_s, item.key},         {u"prices"_s, listJson(item.prices, priceRuleJson)}, {u"minimum"_s, item.minimum},
                       {u"maximum"_s, item.maximum}, {u"pools"_s, listJson(item.pools, poolUseJson)},     {u"quickKey"_s, item.quickKey}};
    if (item.discountable)
        object.insert(u"discountable"_s, *item.discountable);
    return object;
}

OfferedItem offeredItem(JsonReader &reader)
{
    const OfferedItem item{.key = key(reader, u"key"_s),
                           .prices = list(reader, u"prices"_s, priceRule),
                           .minimum = reader.smallInteger(u"minimum"_s, 0, 0, mostUnits),
                           .maximum = reader.smallInteger(u"maximum"_s, 0, 0, mostUnits),
                           .pools = list(reader, u"pools"_s, poolUse),
                           .quickKey = reader.boolean(u"quickKey"_s, false),
                           .discountable = reader.optionalBoolean(u"discountable"_s)};
    if (item.maximum > 0 && item.minimum > item.maximum)
        reader.refuse(u"maximum"_s, u"below minimum"_s);
    return item;
}

QJsonObject slotPatternJson(const SlotPattern &pattern)
{
    QJsonObject object{
        {u"first"_s, timeJson(pattern.first)}, {u"everyMinutes"_s, pattern.everyMinutes}, {u"weekdays"_s, weekdaysJson(pattern.weekdays)}};
    insertPresent(object, u"last"_s, timeJson(pattern.last));
    insertPresent(object, u"dates"_s, datesJson(pattern.dates));
    return object;
}

/// A last departure before the first is that of the night: it must be before the day begins again.
SlotPattern slotPattern(JsonReader &reader)
{
    const SlotPattern pattern{.first = reader.time(u"first"_s),
                              .last = reader.time(u"last"_s),
                              .everyMinutes = reader.smallInteger(u"everyMinutes"_s, 0, 0, 24 * 60),
                              .dates = dates(reader, u"dates"_s),
                              .weekdays = weekdays(reader, u"weekdays"_s)};
    if (pattern.first.isNull())
        reader.refuse(u"first"_s, u"missing"_s);
    if (pattern.last.isValid() && pattern.everyMinutes == 0)
        reader.refuse(u"everyMinutes"_s, u"missing"_s);
    if (pattern.last.isValid() && pattern.last < pattern.first && pattern.last >= nightEnds)
        reader.refuse(u"last"_s, u"before first"_s);
    return pattern;
}

bool isColour(const QString &text)
{
    static const QRegularExpression shape{u"\\A#[0-9A-Fa-f]{6}\\z"_s};
    return shape.match(text).hasMatch();
}

/// What resources and supplements have in common.
template <typename Item>
QJsonObject itemJson(const Item &item)
{
    QJsonObject object{{u"key"_s, item.key},
                       {u"name"_s, item.name.toJson()},
                       {u"soldAtTill"_s, item.soldAtTill},
                       {u"soldOnline"_s, item.soldOnline},
                       {u"stockPerDay"_s, item.stockPerDay},
                       {u"order"_s, item.order}};
    if (item.vat)
        object.insert(u"vat"_s, vatCodeLetter(*item.vat));
    insertPresent(object, u"description"_s, item.description.toJson());
    insertPresent(object, u"icon"_s, item.icon);
    return object;
}

template <typename Item>
void readItem(JsonReader &reader, Item &item)
{
    item.key = key(reader, u"key"_s);
    item.name = requiredText(reader, u"name"_s);
    item.vat = optionalVat(reader, u"vat"_s);
    item.soldAtTill = reader.boolean(u"soldAtTill"_s, true);
    item.soldOnline = reader.boolean(u"soldOnline"_s, true);
    item.stockPerDay = reader.smallInteger(u"stockPerDay"_s, 999, 0, mostUnits);
    item.description = text(reader, u"description"_s);
    item.icon = reader.string(u"icon"_s, {}, 100);
    item.order = reader.smallInteger(u"order"_s, 0, -mostUnits, mostUnits);
}

/// The plain fields of a formula that come after its items.
void readFormulaRules(JsonReader &reader, Formula &formula)
{
    formula.published = dates(reader, u"published"_s);
    formula.valid = dates(reader, u"valid"_s);
    formula.weekdays = weekdays(reader, u"weekdays"_s);
    formula.minimumQuantity = reader.smallInteger(u"minimumQuantity"_s, 0, 0, mostUnits);
    formula.maximumQuantity = reader.smallInteger(u"maximumQuantity"_s, 0, 0, mostUnits);
    formula.cutOffTillMinutes = reader.smallInteger(u"cutOffTillMinutes"_s, -5, -minutesOfWeek, minutesOfWeek);
    formula.cutOffOnlineMinutes = reader.smallInteger(u"cutOffOnlineMinutes"_s, 60, -minutesOfWeek, minutesOfWeek);
    formula.collection = fields::name(reader, u"collection"_s, collectionModes, CollectionMode::Prepaid);
    formula.deposit = percent(reader, u"deposit"_s).value_or(BasisPoints{});
    formula.freePerPaying = reader.smallInteger(u"freePerPaying"_s, 0, 0, mostUnits);
    if (formula.maximumQuantity > 0 && formula.minimumQuantity > formula.maximumQuantity)
        reader.refuse(u"maximumQuantity"_s, u"below minimumQuantity"_s);
}

void insertFormulaRules(QJsonObject &object, const Formula &formula)
{
    insertPresent(object, u"published"_s, datesJson(formula.published));
    insertPresent(object, u"valid"_s, datesJson(formula.valid));
    object.insert(u"weekdays"_s, weekdaysJson(formula.weekdays));
    object.insert(u"minimumQuantity"_s, formula.minimumQuantity);
    object.insert(u"maximumQuantity"_s, formula.maximumQuantity);
    object.insert(u"cutOffTillMinutes"_s, formula.cutOffTillMinutes);
    object.insert(u"cutOffOnlineMinutes"_s, formula.cutOffOnlineMinutes);
    object.insert(u"collection"_s, collectionModes.nameOf(formula.collection));
    object.insert(u"deposit"_s, formula.deposit.value());
    object.insert(u"freePerPaying"_s, formula.freePerPaying);
}

} // namespace

QJsonObject toJson(const Resource &resource)
{
    QJsonObject object = itemJson(resource);
    insertPresent(object, u"category"_s, resource.category);
    object.insert(u"persons"_s, resource.persons);
    object.insert(u"minimumAge"_s, resource.minimumAge);
    return object;
}

QJsonObject toJson(const Supplement &supplement)
{
    QJsonObject object = itemJson(supplement);
    object.insert(u"flatRate"_s, supplement.flatRate);
    return object;
}

QJsonObject toJson(const Pool &pool)
{
    return {{u"key"_s, pool.key},
            {u"name"_s, pool.name.toJson()},
            {u"unit"_s, poolUnits.nameOf(pool.unit)},
            {u"mode"_s, poolModes.nameOf(pool.mode)},
            {u"capacity"_s, pool.capacity},
            {u"turnaroundMinutes"_s, pool.turnaroundMinutes}};
}

QJsonObject toJson(const Group &group)
{
    return {{u"key"_s, group.key},
            {u"name"_s, group.name.toJson()},
            {u"kind"_s, groupKinds.nameOf(group.kind)},
            {u"colour"_s, group.colour},
            {u"icon"_s, group.icon},
            {u"order"_s, group.order},
            {u"tills"_s, QJsonArray::fromStringList(group.tills)},
            {u"restaurant"_s, group.restaurant}};
}

QJsonObject toJson(const Formula &formula)
{
    QJsonObject object{{u"key"_s, formula.key},
                       {u"name"_s, formula.name.toJson()},
                       {u"kind"_s, formulaKinds.nameOf(formula.kind)},
                       {u"audience"_s, audienceJson(formula.audience)},
                       {u"vat"_s, vatCodeLetter(formula.vat)},
                       {u"soldAtTill"_s, formula.soldAtTill},
                       {u"soldOnline"_s, formula.soldOnline},
                       {u"group"_s, formula.group},
                       {u"order"_s, formula.order},
                       {u"durationMinutes"_s, formula.durationMinutes},
                       {u"resources"_s, listJson(formula.resources, offeredItemJson)},
                       {u"supplements"_s, listJson(formula.supplements, offeredItemJson)},
                       {u"slotPatterns"_s, listJson(formula.slotPatterns, slotPatternJson)},
                       {u"pools"_s, listJson(formula.pools, poolUseJson)}};
    insertFormulaRules(object, formula);
    insertPresent(object, u"comprises"_s, formula.comprises.toJson());
    insertPresent(object, u"description"_s, formula.description.toJson());
    return object;
}

namespace reading {

Resource resource(JsonReader &reader)
{
    Resource resource;
    readItem(reader, resource);
    resource.category = optionalKey(reader, u"category"_s);
    resource.persons = reader.smallInteger(u"persons"_s, 1, 0, 1000);
    resource.minimumAge = reader.smallInteger(u"minimumAge"_s, 0, 0, 120);
    return resource;
}

Supplement supplement(JsonReader &reader)
{
    Supplement supplement;
    readItem(reader, supplement);
    supplement.flatRate = reader.boolean(u"flatRate"_s, false);
    return supplement;
}

Pool pool(JsonReader &reader)
{
    return {.key = key(reader, u"key"_s),
            .name = requiredText(reader, u"name"_s),
            .unit = fields::name(reader, u"unit"_s, poolUnits, Pool::Unit::Person),
            .mode = fields::name(reader, u"mode"_s, poolModes, Pool::Mode::Slot),
            .capacity = reader.smallInteger(u"capacity"_s, 0, 0, mostUnits),
            .turnaroundMinutes = reader.smallInteger(u"turnaroundMinutes"_s, 0, 0, minutesOfWeek)};
}

Group group(JsonReader &reader)
{
    Group group;
    group.key = key(reader, u"key"_s);
    group.name = requiredText(reader, u"name"_s);
    group.kind = fields::name(reader, u"kind"_s, groupKinds, Group::Kind::Formulas);
    group.colour = reader.string(u"colour"_s, group.colour, 7);
    group.icon = reader.string(u"icon"_s, {}, 100);
    group.order = reader.smallInteger(u"order"_s, 0, -mostUnits, mostUnits);
    group.tills = reader.strings(u"tills"_s);
    group.restaurant = reader.boolean(u"restaurant"_s, false);
    if (!isColour(group.colour))
        reader.refuse(u"colour"_s, u"not #rrggbb"_s);
    return group;
}

Formula formula(JsonReader &reader)
{
    Formula formula;
    formula.key = key(reader, u"key"_s);
    formula.name = requiredText(reader, u"name"_s);
    formula.kind = fields::name(reader, u"kind"_s, formulaKinds, FormulaKind::Activity);
    formula.audience = audience(reader, u"audience"_s).value_or(Audience::Individual);
    formula.vat = vat(reader, u"vat"_s, VatCode::C);
    formula.soldAtTill = reader.boolean(u"soldAtTill"_s, true);
    formula.soldOnline = reader.boolean(u"soldOnline"_s, true);
    formula.group = optionalKey(reader, u"group"_s);
    formula.order = reader.smallInteger(u"order"_s, 0, -mostUnits, mostUnits);
    formula.durationMinutes = reader.smallInteger(u"durationMinutes"_s, 60, 1, minutesOfWeek);
    formula.resources = list(reader, u"resources"_s, offeredItem);
    formula.supplements = list(reader, u"supplements"_s, offeredItem);
    formula.slotPatterns = list(reader, u"slotPatterns"_s, slotPattern);
    formula.pools = list(reader, u"pools"_s, poolUse);
    readFormulaRules(reader, formula);
    formula.comprises = text(reader, u"comprises"_s);
    formula.description = text(reader, u"description"_s);
    return formula;
}

} // namespace reading
} // namespace guichet
