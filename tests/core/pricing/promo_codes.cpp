// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

namespace {

Catalogue withCode(const PromoCode &code, std::vector<Promotion> promotions = {})
{
    Catalogue catalogue = smallCatalogue();
    catalogue.promoCodes = {code};
    catalogue.promotions = std::move(promotions);
    return catalogue;
}

ErrorCode refusal(const QString &typed, const Cart &cart, const Catalogue &catalogue,
                  const PricingContext &context = at(wednesdayMorning()))
{
    const Result<> checked = checkPromoCode(typed, cart, catalogue, context);
    REQUIRE_FALSE(checked);
    return checked.error().code;
}

} // namespace

TEST_CASE("an amount is taken once per cart and shared over the rates as in the worked example")
{
    // belgium.md §2.4: 28,00 at 6 %, 18,50 at 12 %, 12,99 at 21 %, 10,00 off.
    const Cart cart =
        cartOf({product(cents(2800), 1, VatCode::C), product(cents(1850), 1, VatCode::B), product(cents(1299), 1, VatCode::A)}, u"dix"_s);
    const PricedCart priced = priceNow(cart, withCode(euroCode(u"DIX"_s, cents(1000))));
    CHECK(priced.gross == cents(5949));
    CHECK(priced.total == cents(4949));
    CHECK(priced.lines[0].changes[0].amount == cents(-471));
    CHECK(priced.lines[1].changes[0].amount == cents(-311));
    CHECK(priced.lines[2].changes[0].amount == cents(-218));
    REQUIRE(priced.vat.size() == 3);
    CHECK(priced.vat[0].base == cents(893));
    CHECK(priced.vat[0].vat == cents(188));
    CHECK(priced.vat[1].base == cents(1374));
    CHECK(priced.vat[1].vat == cents(165));
    CHECK(priced.vat[2].base == cents(2197));
    CHECK(priced.vat[2].vat == cents(132));
    CHECK(priced.promoCodeUsed);
    REQUIRE(priced.discounts.size() == 1);
    CHECK(priced.discounts[0].amount == cents(-1000));
}

TEST_CASE("an amount larger than what it can be used for takes that and no more")
{
    PromoCode code = euroCode(u"VINGT"_s, cents(2000));
    code.productGroups = {u"shop"_s};
    const PricedCart priced = priceNow(cartOf({product(cents(700), 2), ticket(u"grotte"_s, u"adulte"_s, 1)}, u"VINGT"_s), withCode(code));
    CHECK(priced.total == cents(1600));
}

TEST_CASE("a fixed price is what each unit then costs, never more than before")
{
    PromoCode article27 = euroCode(u"ARTICLE 27"_s, {});
    article27.fixedPrice = cents(125);
    article27.formulas = {u"grotte"_s};
    article27.resources = {u"adulte"_s, u"petit"_s};
    const Cart cart = cartOf({ticket(u"grotte"_s, u"adulte"_s, 2), ticket(u"grotte"_s, u"petit"_s, 1), ticket(u"grotte"_s, u"enfant"_s, 1)},
                             u"article27"_s);
    const PricedCart priced = priceNow(cart, withCode(article27));
    CHECK(priced.lines[0].net == cents(250));
    CHECK(priced.lines[1].net.isZero());
    CHECK(priced.lines[1].changes.empty());
    CHECK(priced.lines[2].net == cents(1100));
}

TEST_CASE("a code for so many units goes to the dearest, and the other units keep their promotion")
{
    PromoCode pass = percentCode(u"PASS"_s, 10'000);
    pass.unitsPerUse = 1;
    const Cart cart = cartOf({ticket(u"grotte"_s, u"enfant"_s, 1), ticket(u"grotte"_s, u"adulte"_s, 3)}, u"PASS"_s);
    const PricedCart priced = priceNow(cart, withCode(pass, {percentPromotion(u"p"_s, 1000)}));
    CHECK(priced.lines[0].net == cents(990));
    CHECK(priced.lines[1].net == cents(2 * 1440));
    REQUIRE(priced.lines[1].changes.size() == 2);
    CHECK(priced.lines[1].changes[0].units == 2);
    CHECK(priced.lines[1].changes[1].units == 1);
    CHECK(priced.lines[1].changes[1].amount == cents(-1600));
}

TEST_CASE("of code and promotions the cheaper cart is kept, and elsewhere promotions stay")
{
    PromoCode museum = percentCode(u"MUSEE"_s, 5000);
    museum.formulas = {u"musee"_s};
    const Catalogue catalogue = withCode(museum, {percentPromotion(u"p"_s, 1000)});
    const PricedCart priced =
        priceNow(cartOf({ticket(u"musee"_s, u"adulte"_s, 1), ticket(u"grotte"_s, u"adulte"_s, 1)}, u"MUSEE"_s), catalogue);
    CHECK(priced.promoCodeUsed);
    CHECK(priced.lines[0].net == cents(300));
    CHECK(priced.lines[1].net == cents(1440));
}

TEST_CASE("a tie spends no code")
{
    const Cart cart = cartOf({ticket(u"grotte"_s, u"adulte"_s, 1)}, u"MEME"_s);
    const PricedCart tie = priceNow(cart, withCode(percentCode(u"MEME"_s, 1000), {percentPromotion(u"p"_s, 1000)}));
    CHECK_FALSE(tie.promoCodeUsed);
    CHECK(tie.discounts[0].kind == PriceChangeKind::Promotion);
    const PricedCart better = priceNow(cart, withCode(percentCode(u"MEME"_s, 1004), {percentPromotion(u"p"_s, 1000)}));
    CHECK(better.promoCodeUsed);
    CHECK(better.discounts[0].kind == PriceChangeKind::PromoCode);
    CHECK(better.lines[0].changes.size() == 1);
}

TEST_CASE("a worse code is left out and the cart costs what its promotions make it cost")
{
    const PricedCart priced = priceNow(cartOf({ticket(u"grotte"_s, u"adulte"_s, 1)}, u"UN"_s),
                                       withCode(percentCode(u"UN"_s, 100), {percentPromotion(u"p"_s, 1000)}));
    CHECK_FALSE(priced.promoCodeUsed);
    CHECK(priced.total == cents(1440));
}

TEST_CASE("a cumulative code works on what the promotions have left")
{
    PromoCode loyal = percentCode(u"FIDELE"_s, 500);
    loyal.cumulative = true;
    const PricedCart priced =
        priceNow(cartOf({ticket(u"grotte"_s, u"adulte"_s, 2)}, u"FIDELE"_s), withCode(loyal, {percentPromotion(u"p"_s, 1000)}));
    CHECK(priced.total == cents(2880 - 144));
    CHECK(priced.lines[0].changes.size() == 2);
    CHECK(priced.discounts.size() == 2);
}

TEST_CASE("a cumulative code for some units starts from what those units pay, odd cents first")
{
    PromoCode pass = percentCode(u"PASS"_s, 10'000);
    pass.cumulative = true;
    pass.unitsPerUse = 1;
    const PricedCart priced =
        priceNow(cartOf({ticket(u"grotte"_s, u"enfant"_s, 3)}, u"PASS"_s), withCode(pass, {percentPromotion(u"p"_s, 1250)}));
    CHECK(priced.lines[0].changes[0].amount == cents(-413));
    CHECK(priced.lines[0].changes[1].amount == cents(-963)); // 28,87 is 9,63 + 9,62 + 9,62
    CHECK(priced.total == cents(1924));
}

TEST_CASE("free units take no code")
{
    CartLine line = ticket(u"grotte"_s, u"adulte"_s, 2);
    line.freeUnits = 2;
    const PricedCart priced = priceNow(cartOf({line}, u"CINQ"_s), withCode(euroCode(u"CINQ"_s, cents(500))));
    CHECK(priced.total.isZero());
    CHECK_FALSE(priced.promoCodeUsed);
}

TEST_CASE("a code that is not valid, used up or unknown changes no price")
{
    PromoCode code = percentCode(u"DIX"_s, 1000);
    code.valid = {.from = {}, .to = wednesday().addDays(-1)};
    const Cart cart = cartOf({ticket(u"grotte"_s, u"adulte"_s, 1)}, u"DIX"_s);
    CHECK(priceNow(cart, withCode(code)).total == cents(1600));
    code.valid = {};
    PricingContext used = at(wednesdayMorning());
    used.promoCodeUsesLeft = 0;
    CHECK(price(cart, withCode(code), used).total == cents(1600));
    CHECK(priceNow(cartOf(cart.lines, u"ONZE"_s), withCode(code)).total == cents(1600));
}

TEST_CASE("a code that cannot be put on the cart is refused with the reason")
{
    PromoCode code = percentCode(u"DIX"_s, 1000);
    code.formulas = {u"musee"_s};
    code.valid = {.from = wednesday(), .to = wednesday()};
    const Catalogue catalogue = withCode(code);
    const Cart museum = cartOf({ticket(u"musee"_s, u"adulte"_s, 1)});
    CHECK(checkPromoCode(u" d i x "_s, museum, catalogue, at(wednesdayMorning())));
    CHECK(refusal(u"ONZE"_s, museum, catalogue) == ErrorCode::PromoCodeUnknown);
    CHECK(refusal(u"DIX"_s, museum, catalogue, at(wednesdayMorning().addDays(1))) == ErrorCode::PromoCodeExpired);
    CHECK(refusal(u"DIX"_s, museum, catalogue, at(wednesdayMorning().addDays(-1))) == ErrorCode::PromoCodeNotApplicable);
    CHECK(refusal(u"DIX"_s, cartOf({ticket(u"grotte"_s, u"adulte"_s, 1)}), catalogue) == ErrorCode::PromoCodeNotApplicable);
    PricingContext used = at(wednesdayMorning());
    used.promoCodeUsesLeft = 0;
    CHECK(refusal(u"DIX"_s, museum, catalogue, used) == ErrorCode::PromoCodeUsedUp);
}

TEST_CASE("a code covers what it names: formulas, some of their resources, products and groups of products")
{
    const auto reduces = [](const PromoCode &code, const CartLine &line) {
        return priceNow(cartOf({line}, code.code), withCode(code)).promoCodeUsed;
    };
    const PromoCode all = percentCode(u"C"_s, 1000);
    CHECK(reduces(all, ticket(u"grotte"_s, u"adulte"_s, 1)));
    CHECK(reduces(all, supplement(u"grotte"_s, u"audioguide"_s, 1)));
    CHECK_FALSE(reduces(all, supplement(u"grotte"_s, u"livret"_s, 1)));
    CHECK(reduces(all, product(cents(1000), 1)));
    PromoCode adults = all;
    adults.formulas = {u"grotte"_s};
    adults.resources = {u"adulte"_s};
    CHECK(reduces(adults, ticket(u"grotte"_s, u"adulte"_s, 1)));
    CHECK_FALSE(reduces(adults, ticket(u"grotte"_s, u"enfant"_s, 1)));
    CHECK_FALSE(reduces(adults, ticket(u"musee"_s, u"adulte"_s, 1)));
    CHECK_FALSE(reduces(adults, supplement(u"grotte"_s, u"audioguide"_s, 1)));
    CHECK_FALSE(reduces(adults, product(cents(1000), 1)));
    PromoCode mugs = all;
    mugs.products = {u"mug"_s};
    CHECK(reduces(mugs, product(cents(1000), 1)));
    CHECK_FALSE(reduces(mugs, product(cents(1000), 1, VatCode::A, u"book"_s)));
    CHECK_FALSE(reduces(mugs, ticket(u"grotte"_s, u"adulte"_s, 1)));
    PromoCode visits = all;
    visits.visits = {.from = wednesday().addDays(1), .to = {}};
    CHECK_FALSE(reduces(visits, ticket(u"grotte"_s, u"adulte"_s, 1)));
}
