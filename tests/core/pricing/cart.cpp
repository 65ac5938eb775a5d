// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Catch.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

namespace {

/// Every field has another value than its default: what toJson forgets is seen.
CartLine fullLine()
{
    CartLine line = ticket(u"grotte"_s, u"adulte"_s, 3, {wednesday(), {10, 30}});
    line.grams = 250;
    line.labelPrice = Money::fromCents(499);
    line.freeUnits = 2;
    line.freeReason = u"ecole"_s;
    line.changedPrice = Money{};
    line.priceReason = u"abime"_s;
    line.freeApprover = u"u4"_s;
    line.priceApprover = u"u5"_s;
    line.forceReason = u"affluence"_s;
    line.forceApprover = u"u4 u5"_s;
    line.comment = u"Près de la porte"_s;
    line.title = u"Adulte"_s;
    line.title.set(Language::German, u"Erwachsener"_s);
    line.group = u"visits"_s;
    line.barcode = u"4006381333931"_s;
    line.unitPrice = Money::fromCents(1600);
    line.vat = VatCode::C;
    line.giftCode = u"G1"_s;
    return line;
}

Cart fullCart()
{
    Cart cart = cartOf({fullLine(), giftCard(Money::fromCents(500))}, u"DIX"_s);
    cart.dossier = *Id<Dossier>::fromString(u"01900000-0000-7000-8000-000000000001"_s);
    cart.promoReference = u"P-77"_s;
    cart.client = {.country = u"BE"_s,
                   .postcode = u"5000"_s,
                   .province = u"Namur"_s,
                   .firstName = u"A"_s,
                   .name = u"B"_s,
                   .email = u"a@b.example"_s,
                   .telephone = u"081"_s,
                   .address = u"Rue"_s,
                   .company = u"SA"_s,
                   .vatNumber = u"BE0"_s,
                   .comment = u"c"_s,
                   .internalComment = u"i"_s,
                   .language = Language::German};
    cart.parkedName = u"Table 4"_s;
    cart.startedAt = wednesdayMorning();
    return cart;
}

} // namespace

TEST_CASE("a cart survives JSON, every field of it")
{
    const Result<Cart> read = cartFromJson(toJson(fullCart()));
    INFO(read);
    REQUIRE(read);
    Cart expected = fullCart();
    expected.id = read->id; // ids are made anew by the fixture
    for (size_t i = 0; i < expected.lines.size(); ++i)
        expected.lines[i].id = read->lines[i].id;
    CHECK(*read == expected);

    const Cart cart = fullCart();
    CHECK(*cartFromJson(toJson(cart)) == cart);
    CHECK(*cartFromJson(toJson(Cart{})) == Cart{});
}

TEST_CASE("a cart that is damaged is refused")
{
    QJsonObject object = toJson(fullCart());
    object.insert(u"id"_s, u"nonsense"_s);
    CHECK_FALSE(cartFromJson(object));
    object = toJson(fullCart());
    QJsonObject line = object[u"lines"_s].toArray().first().toObject();
    line.insert(u"quantity"_s, 0);
    object.insert(u"lines"_s, QJsonArray{line});
    CHECK_FALSE(cartFromJson(object));
}

TEST_CASE("a cart knows its lines, and whether anybody will visit")
{
    Cart cart = cartOf({product(Money::fromCents(500), 1)});
    CHECK_FALSE(cart.hasTickets());
    CHECK(cart.line(cart.lines[0].id) == &cart.lines[0]);
    CHECK(cart.line(Id<CartLine>::generate()) == nullptr);
    cart.lines.push_back(supplement(u"grotte"_s, u"audioguide"_s, 1));
    CHECK_FALSE(cart.hasTickets());
    cart.lines.push_back(ticket(u"grotte"_s, u"petit"_s, 1));
    CHECK(cart.hasTickets());
}
