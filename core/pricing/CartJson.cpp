// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/EnumNames.h"
#include "core/catalogue/CatalogueFields.h"
#include "core/pricing/Cart.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace guichet::fields;

constexpr EnumNames<LineKind, 4> lineKinds{{"resource"_L1, "supplement"_L1, "product"_L1, "gift_value"_L1}};
constexpr int mostUnits = 1'000'000;

template <typename Entity>
Id<Entity> id(JsonReader &reader, const QString &field)
{
    const QString text = reader.string(field);
    const std::optional<Id<Entity>> id = Id<Entity>::fromString(text);
    if (!text.isEmpty() && !id)
        reader.refuse(field, u"not an id"_s);
    return id.value_or(Id<Entity>{});
}

QJsonObject lineJson(const CartLine &line)
{
    QJsonObject object{{u"id"_s, line.id.toString()},    {u"kind"_s, lineKinds.nameOf(line.kind)}, {u"item"_s, line.item},
                       {u"quantity"_s, line.quantity},   {u"unitPrice"_s, line.unitPrice.cents()}, {u"vat"_s, vatCodeLetter(line.vat)},
                       {u"title"_s, line.title.toJson()}};
    insertPresent(object, u"formula"_s, line.formula);
    insertPresent(object, u"date"_s, dateJson(line.visit.date));
    insertPresent(object, u"slot"_s, timeJson(line.visit.slot));
    insertPresent(object, u"freeReason"_s, line.freeReason);
    insertPresent(object, u"freeApprover"_s, line.freeApprover);
    insertPresent(object, u"priceReason"_s, line.priceReason);
    insertPresent(object, u"priceApprover"_s, line.priceApprover);
    insertPresent(object, u"forceReason"_s, line.forceReason);
    insertPresent(object, u"forceApprover"_s, line.forceApprover);
    insertPresent(object, u"comment"_s, line.comment);
    insertPresent(object, u"group"_s, line.group);
    insertPresent(object, u"barcode"_s, line.barcode);
    insertPresent(object, u"giftCode"_s, line.giftCode);
    if (line.grams != 0)
        object.insert(u"grams"_s, line.grams);
    if (line.labelPrice)
        object.insert(u"labelPrice"_s, line.labelPrice->cents());
    if (line.freeUnits != 0)
        object.insert(u"freeUnits"_s, line.freeUnits);
    if (line.changedPrice)
        object.insert(u"changedPrice"_s, line.changedPrice->cents());
    return object;
}

CartLine line(JsonReader &reader)
{
    CartLine line;
    line.id = id<CartLine>(reader, u"id"_s);
    line.kind = fields::name(reader, u"kind"_s, lineKinds, LineKind::Product);
    line.formula = optionalKey(reader, u"formula"_s);
    line.item = optionalKey(reader, u"item"_s);
    line.visit = {.date = reader.date(u"date"_s), .slot = reader.time(u"slot"_s)};
    line.quantity = reader.smallInteger(u"quantity"_s, 1, 1, mostUnits);
    line.grams = reader.integer(u"grams"_s, 0, 0, 1'000'000'000);
    if (reader.has(u"labelPrice"_s))
        line.labelPrice = money(reader, u"labelPrice"_s);
    line.freeUnits = reader.smallInteger(u"freeUnits"_s, 0, 0, mostUnits);
    line.freeReason = optionalKey(reader, u"freeReason"_s);
    line.freeApprover = optionalKey(reader, u"freeApprover"_s);
    if (reader.has(u"changedPrice"_s))
        line.changedPrice = money(reader, u"changedPrice"_s);
    line.priceReason = optionalKey(reader, u"priceReason"_s);
    line.priceApprover = optionalKey(reader, u"priceApprover"_s);
    line.forceReason = optionalKey(reader, u"forceReason"_s);
    line.forceApprover = reader.string(u"forceApprover"_s); // of several, parted by spaces
    line.comment = reader.string(u"comment"_s);
    line.title = text(reader, u"title"_s);
    line.group = optionalKey(reader, u"group"_s);
    line.barcode = reader.string(u"barcode"_s);
    line.unitPrice = money(reader, u"unitPrice"_s);
    line.vat = vat(reader, u"vat"_s, VatCode::A);
    line.giftCode = reader.string(u"giftCode"_s);
    return line;
}

/// The texts of a client: where each stands, and under which name.
struct ClientText
{
    QLatin1String name;
    QString Client::*text;
};
constexpr ClientText clientTexts[] = {
    {"country"_L1, &Client::country},     {"postcode"_L1, &Client::postcode}, {"province"_L1, &Client::province},
    {"firstName"_L1, &Client::firstName}, {"name"_L1, &Client::name},         {"email"_L1, &Client::email},
    {"telephone"_L1, &Client::telephone}, {"address"_L1, &Client::address},   {"company"_L1, &Client::company},
    {"vatNumber"_L1, &Client::vatNumber}, {"comment"_L1, &Client::comment},   {"internalComment"_L1, &Client::internalComment}};

QJsonObject clientJson(const Client &client)
{
    QJsonObject object{{u"language"_s, languageCode(client.language)}};
    for (const ClientText &field : clientTexts)
        insertPresent(object, field.name, client.*field.text);
    return object;
}

Client client(JsonReader &reader)
{
    Client client;
    client.language = languageFromCode(reader.string(u"language"_s));
    for (const ClientText &field : clientTexts)
        client.*field.text = reader.string(field.name);
    return client;
}

QDateTime instant(JsonReader &reader, const QString &field)
{
    const QString text = reader.string(field);
    const QDateTime at = fromRfc3339(text);
    if (!text.isEmpty() && !at.isValid())
        reader.refuse(field, u"not an instant"_s);
    return at;
}

} // namespace

QJsonObject toJson(const Cart &cart)
{
    QJsonObject object{{u"id"_s, cart.id.toString()},
                       {u"dossier"_s, cart.dossier.toString()},
                       {u"lines"_s, listJson(cart.lines, lineJson)},
                       {u"client"_s, clientJson(cart.client)}};
    insertPresent(object, u"promoCode"_s, cart.promoCode);
    insertPresent(object, u"promoReference"_s, cart.promoReference);
    insertPresent(object, u"parkedName"_s, cart.parkedName);
    if (cart.startedAt.isValid())
        object.insert(u"startedAt"_s, toRfc3339(cart.startedAt));
    return object;
}

Result<Cart> cartFromJson(const QJsonObject &object)
{
    JsonReader reader{object};
    Cart cart;
    cart.id = id<Cart>(reader, u"id"_s);
    cart.dossier = id<Dossier>(reader, u"dossier"_s);
    cart.lines = list(reader, u"lines"_s, line);
    cart.promoCode = reader.string(u"promoCode"_s);
    cart.promoReference = reader.string(u"promoReference"_s);
    JsonReader inside{reader.object(u"client"_s)};
    cart.client = client(inside);
    finishInside(reader, u"client"_s, inside);
    cart.parkedName = reader.string(u"parkedName"_s);
    cart.startedAt = instant(reader, u"startedAt"_s);
    TRY(reader.finish());
    return cart;
}

} // namespace guichet
