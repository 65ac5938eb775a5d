// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Answers.h"
#include "app/tool/Commands.h"
#include "core/usecases/Workplace.h"
#include "ui/format/ErrorText.h"

#include <algorithm>

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

constexpr int largestQuantity = 100'000;
constexpr qint64 largestGrams = 1'000'000;

/// A line is named by its position from 1 or by its id.
Result<Id<CartLine>> lineIn(const CartView &view, const QJsonValue &value)
{
    if (value.isDouble()) {
        const qint64 position = value.toInteger(-1);
        if (position >= 1 && position <= static_cast<qint64>(view.priced.lines.size()))
            return view.priced.lines[static_cast<size_t>(position - 1)].id;
    } else if (const auto id = Id<CartLine>::fromString(value.toString()); id && view.cart.line(*id)) {
        return *id;
    }
    return failure(ErrorCode::LineUnknown, u"no such line"_s);
}

/// Reads the `line` field against the cart as it stands; null when there is no such line: the use case says so, unless the same command has
/// run before and its answer was lost.
Result<Id<CartLine>> readLine(const Checkout &checkout, JsonReader &fields)
{
    TRY_LET(view, checkout.view());
    return lineIn(view, fields.value(u"line"_s)).value_or(Id<CartLine>{});
}

/// The cart after the command: what every cart command answers.
Result<QJsonObject> cartAnswer(const Checkout &checkout)
{
    TRY_LET(view, checkout.view());
    return cartJson(view);
}

std::vector<FormulaOrder::Units> readUnits(JsonReader &fields, const QString &field, const QString &keyField)
{
    std::vector<FormulaOrder::Units> units;
    for (const QJsonValue &value : fields.array(field)) {
        JsonReader unit{value.toObject(), field};
        units.push_back({.key = unit.requiredString(keyField, 100), .quantity = unit.smallInteger(u"quantity"_s, 1, 1, largestQuantity)});
        if (const Result<> read = unit.finish(); !read)
            fields.refuse(field, read.error().detail);
    }
    return units;
}

QJsonObject slotJson(const SlotState &slot)
{
    QJsonObject object;
    if (slot.capacity >= 0) { // none: nothing limits it
        object[u"free"_s] = slot.free;
        object[u"capacity"_s] = slot.capacity;
    }
    if (slot.visit.slot.isValid())
        object[u"slot"_s] = slot.visit.slot.toString(u"HH:mm"_s);
    if (slot.refusal)
        object[u"refused"_s] = errorSentence(*slot.refusal);
    return object;
}

} // namespace

Result<QJsonObject> add(ScriptSession &session, JsonReader &fields)
{
    FormulaOrder order;
    const QString product = fields.string(u"product"_s);
    const int productQuantity = fields.smallInteger(u"quantity"_s, 1, 1, largestQuantity);
    const qint64 grams = fields.integer(u"grams"_s, 0, 0, largestGrams);
    order.formula = product.isEmpty() ? fields.requiredString(u"formula"_s, 100) : QString{};
    order.date = fields.date(u"date"_s);
    order.slot = fields.time(u"slot"_s);
    order.units = readUnits(fields, u"units"_s, u"resource"_s);
    order.supplements = readUnits(fields, u"supplements"_s, u"supplement"_s);
    order.forceReason = fields.string(u"force"_s);
    order.force = order.forceReason.isEmpty() ? Force::None : Force::CapacityAndCutOff;
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    if (product.isEmpty()) {
        TRY(checkout.add(session.commandId(), order));
    } else {
        TRY(checkout.addProduct(session.commandId(), product, productQuantity, grams));
    }
    return cartAnswer(checkout);
}

Result<QJsonObject> scan(ScriptSession &session, JsonReader &fields)
{
    const QString code = fields.requiredString(u"code"_s, 2000);
    const int quantity = fields.smallInteger(u"quantity"_s, 1, 1, largestQuantity);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(outcome, checkout.scan(session.commandId(), code, quantity));
    TRY_LET(answer, cartAnswer(checkout));
    switch (outcome.kind) {
    case ScanOutcome::Kind::Line: answer[u"line"_s] = outcome.line.toString(); break;
    case ScanOutcome::Kind::Dossier: answer[u"dossier"_s] = outcome.dossierNumber; break;
    case ScanOutcome::Kind::GiftValue:
        answer[u"giftCard"_s] = outcome.giftCode;
        answer[u"balance"_s] = outcome.giftBalance.cents();
        break;
    case ScanOutcome::Kind::PromoCode: answer[u"promoCode"_s] = code; break;
    case ScanOutcome::Kind::Weight: answer[u"weigh"_s] = outcome.product; break;
    }
    return answer;
}

Result<QJsonObject> quantity(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(line, readLine(checkout, fields));
    const int quantity = static_cast<int>(fields.requiredInteger(u"quantity"_s, 0, largestQuantity));
    TRY(fields.finish());
    TRY(checkout.setQuantity(session.commandId(), line, quantity));
    return cartAnswer(checkout);
}

Result<QJsonObject> remove(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(line, readLine(checkout, fields));
    TRY(fields.finish());
    TRY(checkout.remove(session.commandId(), line));
    return cartAnswer(checkout);
}

Result<QJsonObject> move(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(line, readLine(checkout, fields));
    TRY_LET(view, checkout.view());
    const CartLine *known = view.cart.line(line);
    const QDate date = fields.date(u"date"_s);
    VisitMove wanted{.line = line, .to = {.date = date.isNull() && known ? known->visit.date : date, .slot = fields.time(u"slot"_s)}};
    wanted.forceReason = fields.string(u"force"_s);
    wanted.force = wanted.forceReason.isEmpty() ? Force::None : Force::CapacityAndCutOff;
    TRY(fields.finish());
    TRY(checkout.moveVisit(session.commandId(), wanted));
    return cartAnswer(checkout);
}

Result<QJsonObject> giveFree(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(line, readLine(checkout, fields));
    const int units = static_cast<int>(fields.requiredInteger(u"quantity"_s, 0, largestQuantity));
    const QString reason = fields.string(u"reason"_s);
    TRY(fields.finish());
    TRY(checkout.giveFree(session.commandId(), line, units, reason));
    return cartAnswer(checkout);
}

Result<QJsonObject> price(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(line, readLine(checkout, fields));
    const Money unitPrice = requiredMoney(fields, u"price"_s);
    const QString reason = fields.string(u"reason"_s);
    TRY(fields.finish());
    TRY(checkout.changePrice(session.commandId(), line, unitPrice, reason));
    return cartAnswer(checkout);
}

Result<QJsonObject> comment(ScriptSession &session, JsonReader &fields)
{
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(line, readLine(checkout, fields));
    const QString text = fields.string(u"text"_s, {}, 500);
    TRY(fields.finish());
    TRY(checkout.comment(session.commandId(), line, text));
    return cartAnswer(checkout);
}

Result<QJsonObject> promo(ScriptSession &session, JsonReader &fields)
{
    const QString code = fields.string(u"code"_s, {}, 100);
    const QString reference = fields.string(u"reference"_s, {}, 100);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    if (code.isEmpty()) {
        TRY(checkout.removePromoCode(session.commandId()));
    } else {
        TRY(checkout.applyPromoCode(session.commandId(), code, reference));
    }
    TRY_LET(view, checkout.view());
    QJsonObject answer = cartJson(view);
    answer[u"discount"_s] = (view.priced.total - view.priced.gross).cents();
    return answer;
}

Result<QJsonObject> client(ScriptSession &session, JsonReader &fields)
{
    Client client;
    client.country = fields.string(u"country"_s, {}, 2);
    client.postcode = fields.string(u"postcode"_s, {}, 10);
    client.province = fields.string(u"province"_s, {}, 60);
    client.firstName = fields.string(u"firstName"_s, {}, 100);
    client.name = fields.string(u"name"_s, {}, 100);
    client.email = fields.string(u"email"_s, {}, 200);
    client.telephone = fields.string(u"telephone"_s, {}, 40);
    client.address = fields.string(u"address"_s, {}, 300);
    client.company = fields.string(u"company"_s, {}, 200);
    client.vatNumber = fields.string(u"vat"_s, {}, 40);
    client.comment = fields.string(u"comment"_s, {}, 1000);
    client.internalComment = fields.string(u"internalComment"_s, {}, 1000);
    const QString language = fields.string(u"language"_s, u"fr"_s, 2);
    client.language = languageFromCode(language);
    if (languageCode(client.language) != language)
        fields.refuse(u"language"_s, u"not a language"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(Checkout{*workplace}.setClient(session.commandId(), client));
    return QJsonObject{};
}

Result<QJsonObject> park(ScriptSession &session, JsonReader &fields)
{
    const QString name = fields.requiredString(u"name"_s, 60);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(Checkout{*workplace}.park(session.commandId(), name));
    return QJsonObject{};
}

Result<QJsonObject> recall(ScriptSession &session, JsonReader &fields)
{
    const QString name = fields.requiredString(u"name"_s, 60);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    Checkout checkout{*workplace};
    TRY_LET(parkedCarts, checkout.parked());
    const auto named = std::ranges::find_if(
        parkedCarts, [&](const ParkedCart &parkedCart) { return parkedCart.name == name || parkedCart.id.toString() == name; });
    const bool isThere = named != parkedCarts.end();
    const Result<> recalled = checkout.recall(session.commandId(), isThere ? named->id : Id<Cart>{}); // gone: it may have run before
    if (!recalled && !isThere)
        return failure(ErrorCode::NotFound, u"no parked cart of that name"_s, {name});
    TRY(recalled);
    return cartAnswer(checkout);
}

Result<QJsonObject> parked(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(parkedCarts, Checkout{*workplace}.parked());
    QJsonArray array;
    for (const ParkedCart &parkedCart : parkedCarts)
        array.append(QJsonObject{{u"name"_s, parkedCart.name},
                                 {u"cart"_s, parkedCart.id.toString()},
                                 {u"units"_s, parkedCart.units},
                                 {u"total"_s, parkedCart.total.cents()},
                                 {u"paid"_s, parkedCart.paid.cents()}});
    return QJsonObject{{u"parked"_s, array}};
}

Result<QJsonObject> cart(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    return cartAnswer(Checkout{*workplace});
}

Result<QJsonObject> clear(ScriptSession &session, JsonReader &fields)
{
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY(Checkout{*workplace}.clear(session.commandId()));
    return QJsonObject{};
}

Result<QJsonObject> shelf(ScriptSession &session, JsonReader &fields)
{
    const QDate date = fields.date(u"date"_s);
    TRY(fields.finish());
    TRY_LET(workplace, session.workplace());
    TRY_LET(states, Checkout{*workplace}.shelf(date));
    QJsonArray array;
    for (const FormulaState &state : states) {
        QJsonArray slotArray;
        for (const SlotState &slot : state.slotStates)
            slotArray.append(slotJson(slot));
        QJsonObject object{{u"formula"_s, state.formula}, {u"from"_s, state.fromPrice.cents()}, {u"slots"_s, slotArray}};
        if (state.refusal)
            object[u"refused"_s] = errorSentence(*state.refusal);
        array.append(object);
    }
    return QJsonObject{{u"formulas"_s, array}};
}

} // namespace guichet::commands
