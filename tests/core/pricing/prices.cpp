// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

TEST_CASE("a formula is priced from the catalogue, with the names and the rate of its parts")
{
    const PricedCart priced =
        priceNow(cartOf({ticket(u"grotte"_s, u"adulte"_s, 2), supplement(u"grotte"_s, u"audioguide"_s, 2)}), smallCatalogue());
    REQUIRE(priced.lines.size() == 2);
    CHECK(priced.total == cents(3200 + 700));
    CHECK(priced.lines[0].formulaTitle.french() == u"grotte"_s);
    CHECK(priced.lines[0].persons == 2);
    CHECK(priced.lines[0].category == u"adult"_s);
    CHECK(priced.lines[0].vat == VatRate{VatCode::C, BasisPoints{600}});
    CHECK(priced.lines[1].vat == VatRate{VatCode::A, BasisPoints{2100}});
    CHECK(priced.lines[1].persons == 0);
    REQUIRE(priced.vat.size() == 2);
    CHECK(priced.vat[0].rate.code == VatCode::A);
    CHECK(priced.vat[0].vat == cents(121));
    CHECK(priced.vat[1].base == cents(3019));
}

TEST_CASE("the season of the visit makes the price, and the line says which")
{
    const Catalogue catalogue = smallCatalogue();
    const PricedCart july = priceNow(cartOf({ticket(u"grotte"_s, u"adulte"_s, 1, {{2027, 7, 1}, {}})}), catalogue);
    CHECK(july.total == cents(1600)); // the season of 2026 is over
    const PricedCart summer = priceNow(cartOf({ticket(u"grotte"_s, u"adulte"_s, 1, {{2026, 8, 31}, {}})}), catalogue);
    CHECK(summer.total == cents(1800));
    CHECK(summer.lines[0].priceRule == u"haute saison"_s);
}

TEST_CASE("an audience has its own price rule")
{
    Catalogue catalogue = smallCatalogue();
    Formula &museum = catalogue.formulas[1];
    museum.resources[0].prices.insert(
        museum.resources[0].prices.begin(),
        {.price = cents(450), .season = u"groupes"_s, .dates = {}, .weekdays = {}, .audience = Audience::Group});
    CHECK(priceNow(cartOf({ticket(u"musee"_s, u"adulte"_s, 1)}), catalogue).total == cents(600));
    museum.audience = Audience::Group;
    CHECK(priceNow(cartOf({ticket(u"musee"_s, u"adulte"_s, 1)}), catalogue).total == cents(450));
}

TEST_CASE("a flat rate is paid once, however many it is for")
{
    const PricedCart priced = priceNow(cartOf({supplement(u"grotte"_s, u"guide"_s, 30)}), smallCatalogue());
    CHECK(priced.total == cents(7500));
    CHECK(priced.lines[0].quantity == 1);
}

TEST_CASE("what is sold by weight costs its price per kilogram, half-up")
{
    CartLine cheese = product(cents(2150), 1, VatCode::C);
    cheese.grams = 347;
    CHECK(priceNow(cartOf({cheese}), smallCatalogue()).total == cents(746)); // 7,4605
    cheese.freeUnits = 1;
    CHECK(priceNow(cartOf({cheese}), smallCatalogue()).total.isZero());
    cheese.freeUnits = 0;
    cheese.changedPrice = cents(2000);
    CHECK(priceNow(cartOf({cheese}), smallCatalogue()).total == cents(694));
    cheese.changedPrice.reset();
    cheese.labelPrice = cents(745); // what the scale has printed holds
    CHECK(priceNow(cartOf({cheese}), smallCatalogue()).total == cents(745));
    cheese.labelPrice.reset();
    cheese.unitPrice = cents(1);
    cheese.grams = 500;
    CHECK(priceNow(cartOf({cheese}), smallCatalogue()).total == cents(1));
}

TEST_CASE("gift value is neither turnover nor taxed, nor ever discounted")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.promoCodes = {percentCode(u"ALL"_s, 5000)};
    CartLine card = giftCard(cents(5000));
    card.freeUnits = 1;
    card.changedPrice = cents(1);
    const PricedCart priced = priceNow(cartOf({card, product(cents(1000), 1)}, u"ALL"_s), catalogue);
    CHECK(priced.lines[0].net == cents(5000));
    CHECK(priced.lines[0].vat.code == VatCode::X);
    CHECK(priced.giftValue() == cents(5000));
    CHECK(priced.turnover() == cents(500));
    CHECK(priced.vat.back().rate.code == VatCode::X);
    CHECK(priced.vat.back().vat.isZero());
}

TEST_CASE("units given away keep their price and take a change of all of it, with the reason")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.promotions = {percentPromotion(u"mercredi"_s, 1000)};
    CartLine school = ticket(u"grotte"_s, u"enfant"_s, 16);
    school.freeUnits = 1;
    school.freeReason = u"ecole"_s;
    const PricedCart priced = priceNow(cartOf({school}), catalogue);
    const PricedLine &line = priced.lines[0];
    CHECK(line.gross == cents(17600));
    REQUIRE(line.changes.size() == 2);
    CHECK(line.changes[0].amount == cents(-1650)); // 10 % of the 15 that pay
    CHECK(line.changes[0].units == 15);
    CHECK(line.changes[1].kind == PriceChangeKind::Complimentary);
    CHECK(line.changes[1].amount == cents(-1100));
    CHECK(line.changes[1].units == 1);
    CHECK(line.changes[1].title.french() == u"École"_s);
    CHECK(line.net == cents(14850));
    CHECK(line.persons == 16);
}

TEST_CASE("a free unit of something that costs nothing is still counted as free")
{
    CartLine small = ticket(u"grotte"_s, u"petit"_s, 2);
    small.freeUnits = 2;
    small.freeReason = u"ecole"_s;
    const PricedCart priced = priceNow(cartOf({small}), smallCatalogue());
    REQUIRE(priced.lines[0].changes.size() == 1);
    CHECK(priced.lines[0].changes[0].units == 2);
    CHECK(priced.discounts.empty());
}

TEST_CASE("a price changed by hand is a change against the catalogue, up or down, and final")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.promotions = {percentPromotion(u"mercredi"_s, 1000)};
    catalogue.promoCodes = {percentCode(u"DIX"_s, 5000)};
    CartLine line = ticket(u"grotte"_s, u"adulte"_s, 2);
    line.changedPrice = cents(1750);
    line.priceReason = u"abime"_s;
    const PricedCart dearer = priceNow(cartOf({line}, u"DIX"_s), catalogue);
    REQUIRE(dearer.lines[0].changes.size() == 1);
    CHECK(dearer.lines[0].changes[0].kind == PriceChangeKind::Manual);
    CHECK(dearer.lines[0].changes[0].amount == cents(300));
    CHECK(dearer.lines[0].changes[0].title.french() == u"Article abîmé"_s);
    CHECK_FALSE(dearer.promoCodeUsed);
    line.changedPrice = Money{};
    line.freeUnits = 1;
    const PricedCart nothing = priceNow(cartOf({line}), catalogue);
    CHECK(nothing.total.isZero());
    CHECK(nothing.discounts.size() == 2);
}

TEST_CASE("the rate is that of the business date")
{
    Catalogue catalogue = smallCatalogue();
    catalogue.vatTable = VatTable{{{VatCode::A, BasisPoints{2100}, {}}, {VatCode::A, BasisPoints{2200}, wednesday()}}};
    const Cart cart = cartOf({product(cents(1000), 1)});
    CHECK(priceNow(cart, catalogue).lines[0].vat.rate.value() == 2200);
    CHECK(price(cart, catalogue, at(wednesdayMorning().addSecs(-7 * 3600))).lines[0].vat.rate.value() ==
          2100); // 03:00 is still the day before
}

TEST_CASE("a line whose formula has left the catalogue keeps what it brought along")
{
    CartLine orphan = ticket(u"gone"_s, u"adulte"_s, 2);
    orphan.title = u"Adulte"_s;
    orphan.unitPrice = cents(900);
    orphan.vat = VatCode::C;
    const PricedCart priced = priceNow(cartOf({orphan}), smallCatalogue());
    CHECK(priced.total == cents(1800));
    CHECK(priced.lines[0].title.french() == u"Adulte"_s);
}

TEST_CASE("an empty cart costs nothing")
{
    const PricedCart priced = priceNow(cartOf({}), smallCatalogue());
    CHECK(priced == PricedCart{});
}

TEST_CASE("what each unit pays adds up to the line, free units last")
{
    const auto inCents = [](const std::vector<Money> &shares) {
        std::vector<qint64> values;
        for (const Money share : shares)
            values.push_back(share.cents());
        return values;
    };
    CHECK(inCents(unitShares(cents(1000), 3, 0)) == std::vector<qint64>{334, 333, 333});
    CHECK(inCents(unitShares(cents(1001), 4, 2)) == std::vector<qint64>{501, 500, 0, 0});
    CHECK(inCents(unitShares(cents(0), 2, 2)) == std::vector<qint64>{0, 0});
}
