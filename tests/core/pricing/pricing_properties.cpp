// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Property.h"

#include <algorithm>
#include <map>

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

namespace {

int between(int low, int high)
{
    return *rc::gen::inRange(low, high + 1);
}

bool maybe()
{
    return *rc::gen::arbitrary<bool>();
}

Money someMoney(int largest)
{
    return Money::fromCents(between(1, largest));
}

CartLine anyLine()
{
    switch (between(0, 6)) {
    case 0: return ticket(u"grotte"_s, u"enfant"_s, between(1, 9));
    case 1: return ticket(u"musee"_s, u"adulte"_s, between(1, 9));
    case 2: return supplement(u"grotte"_s, maybe() ? u"audioguide"_s : u"livret"_s, between(1, 5));
    case 3: return product(someMoney(5000), between(1, 9), static_cast<VatCode>(between(0, 5)));
    case 4: return giftCard(someMoney(20'000));
    case 5: {
        CartLine weighed = product(someMoney(5000), 1, VatCode::C, u"cheese"_s);
        weighed.grams = between(1, 3000);
        return weighed;
    }
    default: return ticket(u"grotte"_s, u"adulte"_s, between(1, 30));
    }
}

CartLine anyTouchedLine()
{
    CartLine line = anyLine();
    if (between(0, 3) == 0)
        line.freeUnits = between(1, line.quantity);
    if (between(0, 5) == 0)
        line.changedPrice = Money::fromCents(between(0, 3000));
    return line;
}

Promotion anyPromotion(int number)
{
    const QString key = u"promotion %1"_s.arg(number);
    Promotion promotion = maybe() ? percentPromotion(key, between(0, 10'000)) : euroPromotion(key, someMoney(2000));
    if (maybe())
        promotion.formulas = {u"grotte"_s};
    return promotion;
}

PromoCode anyCode()
{
    PromoCode code = maybe() ? percentCode(u"CODE"_s, between(0, 10'000)) : euroCode(u"CODE"_s, someMoney(10'000));
    if (!code.percent && maybe()) {
        code.amount = {};
        code.fixedPrice = Money::fromCents(between(0, 2000));
    }
    code.unitsPerUse = between(0, 3);
    code.cumulative = maybe();
    if (maybe())
        code.formulas = {u"grotte"_s};
    if (maybe())
        code.products = {u"mug"_s};
    return code;
}

Catalogue anyCatalogue()
{
    Catalogue catalogue = smallCatalogue();
    for (int number = between(0, 3); number > 0; --number)
        catalogue.promotions.push_back(anyPromotion(number));
    catalogue.promoCodes = {anyCode()};
    return catalogue;
}

Cart anyCart()
{
    std::vector<CartLine> lines;
    for (int count = between(0, 8); count > 0; --count)
        lines.push_back(anyTouchedLine());
    return cartOf(lines, maybe() ? u"code"_s : QString{});
}

std::map<std::pair<PriceChangeKind, QString>, Money> byName(const PricedCart &priced)
{
    std::map<std::pair<PriceChangeKind, QString>, Money> sums;
    for (const NamedDiscount &discount : priced.discounts)
        sums[{discount.kind, discount.key}] += discount.amount;
    return sums;
}

Cart shuffled(Cart cart)
{
    for (size_t i = cart.lines.size(); i > 1; --i)
        std::swap(cart.lines[i - 1], cart.lines[static_cast<size_t>(between(0, static_cast<int>(i) - 1))]);
    return cart;
}

} // namespace

TEST_CASE("property: the parts of a cart add up to the whole")
{
    property("lines, discounts and VAT rows add up; nothing is negative", [] {
        const PricedCart priced = priceNow(anyCart(), anyCatalogue());
        Money net;
        Money gross;
        for (const PricedLine &line : priced.lines) {
            Money sum = line.gross;
            for (const PriceChange &change : line.changes)
                sum += change.amount;
            RC_ASSERT(sum == line.net);
            RC_ASSERT(!line.net.isNegative());
            net += line.net;
            gross += line.gross;
        }
        RC_ASSERT(net == priced.total);
        RC_ASSERT(gross == priced.gross);
        Money discounts;
        for (const NamedDiscount &discount : priced.discounts)
            discounts += discount.amount;
        RC_ASSERT(priced.gross + discounts == priced.total);
        Money taxed;
        for (const VatAmount &row : priced.vat) {
            RC_ASSERT(row.base + row.vat == row.total);
            taxed += row.total;
        }
        RC_ASSERT(taxed == priced.total);
        RC_ASSERT(priced.turnover() + priced.giftValue() == priced.total);
    });
}

TEST_CASE("property: a price is the same each time")
{
    property("pricing twice gives equal carts", [] {
        const Cart cart = anyCart();
        const Catalogue catalogue = anyCatalogue();
        RC_ASSERT(priceNow(cart, catalogue) == priceNow(cart, catalogue));
    });
}

TEST_CASE("property: a code never makes a cart dearer, and is spent only if it makes it cheaper")
{
    property("with the code the total is lower, or the code is not used", [] {
        Cart cart = anyCart();
        const Catalogue catalogue = anyCatalogue();
        cart.promoCode.clear();
        const Money without = priceNow(cart, catalogue).total;
        cart.promoCode = u"CODE"_s;
        const PricedCart with = priceNow(cart, catalogue);
        RC_ASSERT(with.promoCodeUsed == (with.total < without));
        RC_ASSERT(with.total <= without);
    });
}

/// Exactly so where the code is not limited to some units: a limit that falls between lines of one price may round a percentage
/// differently, by a cent for each line. An amount in € is shared with ties in the order of the lines: then a VAT row may gain a cent for
/// each of its lines, the total never.
TEST_CASE("property: the order of the lines does not change the totals")
{
    property("a shuffled cart costs the same, with the same discounts and VAT", [] {
        const Cart cart = anyCart();
        Catalogue catalogue = anyCatalogue();
        catalogue.promoCodes.front().unitsPerUse = 0;
        const PricedCart one = priceNow(cart, catalogue);
        const PricedCart other = priceNow(shuffled(cart), catalogue);
        RC_ASSERT(one.total == other.total);
        RC_ASSERT(one.gross == other.gross);
        RC_ASSERT(one.promoCodeUsed == other.promoCodeUsed);
        RC_ASSERT(byName(one) == byName(other));
        const bool shared = one.promoCodeUsed && catalogue.promoCodes.front().amount.isPositive();
        if (!shared)
            RC_ASSERT(one.vat == other.vat);
        RC_ASSERT(one.vat.size() == other.vat.size());
        for (size_t i = 0; i < one.vat.size(); ++i)
            RC_ASSERT((one.vat[i].total - other.vat[i].total).absolute().cents() <= static_cast<qint64>(cart.lines.size()));
    });
}

TEST_CASE("property: a code for some units costs the same in any order, but for a cent a line")
{
    property("a shuffled cart costs the same within a cent a line", [] {
        const Cart cart = anyCart();
        const Catalogue catalogue = anyCatalogue();
        const Money difference = priceNow(cart, catalogue).total - priceNow(shuffled(cart), catalogue).total;
        RC_ASSERT(difference.absolute().cents() <= static_cast<qint64>(cart.lines.size()));
    });
}

TEST_CASE("property: a cart that is given away costs nothing")
{
    property("all units free, total zero", [] {
        Cart cart = anyCart();
        std::erase_if(cart.lines, [](const CartLine &line) { return line.kind == LineKind::GiftValue; });
        for (CartLine &line : cart.lines)
            line.freeUnits = line.quantity;
        const PricedCart priced = priceNow(cart, anyCatalogue());
        RC_ASSERT(priced.total.isZero());
        RC_ASSERT(!priced.promoCodeUsed);
    });
}

TEST_CASE("property: unit shares add up to the line and free units pay nothing")
{
    property("shares add up", [] {
        const int quantity = between(1, 50);
        const int freeUnits = between(0, quantity - 1);
        const Money net = Money::fromCents(between(-100'000, 100'000));
        Money sum;
        const std::vector<Money> shares = unitShares(net, quantity, freeUnits);
        for (const Money share : shares)
            sum += share;
        RC_ASSERT(sum == net);
        RC_ASSERT(shares.size() == static_cast<size_t>(quantity));
        for (int i = quantity - freeUnits; i < quantity; ++i)
            RC_ASSERT(shares[static_cast<size_t>(i)].isZero());
    });
}
