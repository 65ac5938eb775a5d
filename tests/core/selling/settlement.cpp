// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selling/Settlement.h"
#include "tests/support/Amounts.h"
#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

VatAmount row(VatCode code, qint64 rate, qint64 base, qint64 vat)
{
    return {.rate = {code, BasisPoints{rate}}, .base = cents(base), .vat = cents(vat), .total = cents(base + vat)};
}

Money sumOfTotals(const std::vector<VatAmount> &rows)
{
    Money sum;
    for (const VatAmount &each : rows)
        sum += each.total;
    return sum;
}

/// The order of belgium.md §2.4 before its discount.
const std::vector<VatAmount> threeRates{row(VatCode::A, 2100, 1074, 225), row(VatCode::B, 1200, 1652, 198),
                                        row(VatCode::C, 600, 2642, 158)};

PricedLine aLine(const Id<CartLine> &id)
{
    PricedLine line;
    line.id = id;
    line.item = u"adulte"_s;
    line.title = LocalizedText{u"Adulte"_s};
    line.title.set(Language::Dutch, u"Volwassene"_s);
    line.title.set(Language::German, u"Erwachsener"_s);
    line.formulaTitle = line.title;
    line.quantity = 3;
    line.gross = cents(3000);
    line.changes = {{.kind = PriceChangeKind::PromoCode, .key = u"dix"_s, .title = line.title, .amount = cents(-200), .units = 2},
                    {.kind = PriceChangeKind::Complimentary, .key = u"presse"_s, .title = line.title, .amount = cents(-1000), .units = 1}};
    line.net = cents(1800);
    line.vat = {VatCode::C, BasisPoints{600}};
    return line;
}

struct Counter
{
    Cart cart;
    PricedCart priced;
};

Counter aCounter()
{
    Counter counter;
    counter.cart.dossier = Id<Dossier>::generate();
    counter.cart.client.language = Language::Dutch;
    counter.cart.client.country = u"BE"_s;
    counter.cart.client.postcode = u"5000"_s;
    counter.cart.promoCode = u"dix-10"_s;
    counter.cart.promoReference = u"A27-0001"_s;
    counter.priced.lines = {aLine(Id<CartLine>::generate())};
    counter.priced.gross = cents(3000);
    counter.priced.discounts = {
        {.kind = PriceChangeKind::PromoCode, .key = u"dix"_s, .title = counter.priced.lines[0].title, .amount = cents(-200)},
        {.kind = PriceChangeKind::Complimentary, .key = u"presse"_s, .title = {}, .amount = cents(-1000)}};
    counter.priced.total = cents(1800);
    counter.priced.vat = {row(VatCode::C, 600, 1698, 102)};
    counter.priced.promoCodeUsed = true;
    return counter;
}

} // namespace

TEST_CASE("a dossier number says the day, the till and the count of its day")
{
    CHECK(dossierNumber({2026, 11, 23}, u"01"_s, 1) == u"P2611230101"_s);
    CHECK(dossierNumber({2026, 1, 2}, u"7K"_s, 31) == u"P2601027K0Z"_s);
    CHECK(dossierNumber({2026, 11, 23}, u"01"_s, 1024) == u"P26112301100"_s);
    CHECK(tillCodeOf(u"P2601027K0Z"_s) == u"7K");
    CHECK(tillCodeOf(u"P26112301100"_s) == u"01");
    CHECK(tillCodeOf({}).isEmpty());
}

TEST_CASE("a structured communication ends in the first ten digits modulo 97, 0 as 97")
{
    CHECK(structuredCommunication(202, 6'000'042) == u"202600004236"_s);
    CHECK(structuredCommunication(0, 97) == u"000000009797"_s);
    CHECK(structuredCommunication(1, 1) == u"001000000177"_s);
}

TEST_CASE("any structured communication checks")
{
    property("digits mod 97 == check", [] {
        const QString digits = structuredCommunication(*rc::gen::inRange(0, 1000), *rc::gen::inRange<qint64>(0, 10'000'000));
        RC_ASSERT(digits.size() == 12);
        const qint64 remainder = digits.left(10).toLongLong() % 97;
        RC_ASSERT((digits.right(2).toLongLong() == (remainder == 0 ? 97 : remainder)));
    });
}

TEST_CASE("an advance is shared over the rates of its order by largest remainder")
{
    const std::vector<VatAmount> vat = advanceVat(cents(1000), threeRates);
    REQUIRE(vat.size() == 3);
    CHECK(vat[0].total == cents(218));
    CHECK(vat[1].total == cents(311));
    CHECK(vat[2].total == cents(471));
    CHECK(vat[2].vat == cents(27)); // 4,71 × 6 / 106 = 0,2666
    CHECK(vat[2].base == cents(444));
}

TEST_CASE("an advance of the whole order has the VAT of the order")
{
    CHECK(advanceVat(cents(5949), threeRates) == threeRates);
    CHECK(advanceVat(cents(0), threeRates).empty());
    CHECK(advanceVat(cents(100), {}).empty());
}

TEST_CASE("the parts of any advance add up to it")
{
    property("sum of rows == amount", [] {
        const Money amount = cents(*rc::gen::inRange<qint64>(-5949, 5950));
        const std::vector<VatAmount> vat = advanceVat(amount, threeRates);
        RC_ASSERT((sumOfTotals(vat) == amount));
        for (const VatAmount &each : vat)
            RC_ASSERT((each.base + each.vat == each.total));
    });
}

TEST_CASE("the content of a sale copies lines, totals and the code that was used")
{
    const Counter counter = aCounter();
    const SaleContent sale = saleContent(counter.cart, counter.priced);
    CHECK(sale.dossier == counter.cart.dossier);
    CHECK(sale.promoCode == u"dix"_s);
    CHECK(sale.promoReference == u"A27-0001"_s);
    CHECK(sale.gross == cents(3000));
    CHECK(sale.total == cents(1800));
    CHECK(sale.vat == counter.priced.vat);
    REQUIRE(sale.lines.size() == 1);
    CHECK(sale.lines[0].freeUnits == 1);
    CHECK(sale.lines[0].freeReason == u"presse"_s);
    CHECK(sale.lines[0].priced.net == cents(1800));
    CHECK(sale.tenders.empty());
}

TEST_CASE("a sale keeps its titles in French and in the customer's language only")
{
    const Counter counter = aCounter();
    const SaleContent sale = saleContent(counter.cart, counter.priced);
    LocalizedText kept{u"Adulte"_s};
    kept.set(Language::Dutch, u"Volwassene"_s);
    CHECK(sale.language == Language::Dutch);
    CHECK(sale.lines[0].priced.title == kept);
    CHECK(sale.lines[0].priced.formulaTitle == kept);
    CHECK(sale.lines[0].priced.changes[0].title == kept);
    CHECK(sale.discounts[0].title == kept);
    CHECK(sale.discounts[1].title.isEmpty());
}

TEST_CASE("a code that saved nothing is not in the sale")
{
    Counter counter = aCounter();
    counter.priced.promoCodeUsed = false;
    const SaleContent sale = saleContent(counter.cart, counter.priced);
    CHECK(sale.promoCode.isEmpty());
    CHECK(sale.promoReference.isEmpty());
}

TEST_CASE("the origin of visitors is in the sale only when it names nobody")
{
    Counter counter = aCounter();
    CHECK(saleContent(counter.cart, counter.priced).origin == Origin{.country = u"BE"_s, .postcode = u"5000"_s, .province = {}});
    counter.cart.client.email = u"marie@example.org"_s;
    CHECK(saleContent(counter.cart, counter.priced).origin == Origin{});
}

TEST_CASE("gift value is told apart in the total of a sale")
{
    Counter counter = aCounter();
    counter.priced.lines[0].kind = LineKind::GiftValue;
    CHECK(saleContent(counter.cart, counter.priced).giftValue == cents(1800));
}
