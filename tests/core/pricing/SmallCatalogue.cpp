// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pricing/SmallCatalogue.h"

#include "core/base/Clock.h"

namespace guichet::test {
namespace {

using namespace Qt::StringLiterals;

Resource resource(const QString &key, int persons = 1)
{
    Resource resource;
    resource.key = key;
    resource.name = key;
    resource.category = u"adult"_s;
    resource.persons = persons;
    return resource;
}

OfferedItem offered(const QString &key, qint64 cents, bool discountable = true)
{
    OfferedItem item;
    item.key = key;
    item.discountable = discountable;
    item.prices.push_back({.price = Money::fromCents(cents), .season = {}, .dates = {}, .weekdays = {}, .audience = {}});
    return item;
}

Supplement extra(const QString &key, std::optional<VatCode> vat, bool flatRate = false)
{
    Supplement extra;
    extra.key = key;
    extra.name = key;
    extra.vat = vat;
    extra.flatRate = flatRate;
    return extra;
}

Formula formula(const QString &key, VatCode vat, std::vector<OfferedItem> resources)
{
    Formula formula;
    formula.key = key;
    formula.name = key;
    formula.vat = vat;
    formula.group = u"visits"_s;
    formula.resources = std::move(resources);
    return formula;
}

Formula cave()
{
    OfferedItem adult = offered(u"adulte"_s, 1600);
    adult.prices.insert(adult.prices.begin(), {.price = Money::fromCents(1800),
                                               .season = u"haute saison"_s,
                                               .dates = {.from = {2026, 7, 1}, .to = {2026, 8, 31}},
                                               .weekdays = {},
                                               .audience = {}});
    Formula cave = formula(u"grotte"_s, VatCode::C, {adult, offered(u"enfant"_s, 1100), offered(u"petit"_s, 0)});
    cave.durationMinutes = 75;
    cave.supplements = {offered(u"audioguide"_s, 350), offered(u"livret"_s, 300, false), offered(u"guide"_s, 7500)};
    cave.slotPatterns = {{.first = {9, 30}, .last = {17, 30}, .everyMinutes = 30, .dates = {}, .weekdays = {}}};
    cave.pools = {{.pool = u"cave"_s, .units = 1}};
    return cave;
}

Formula kayaks()
{
    Formula kayaks = formula(u"kayak"_s, VatCode::C, {offered(u"kayak1"_s, 1800), offered(u"kayak2"_s, 3200)});
    kayaks.kind = FormulaKind::Rental;
    kayaks.durationMinutes = 120;
    kayaks.slotPatterns = {{.first = {9, 30}, .last = {16, 0}, .everyMinutes = 30, .dates = {}, .weekdays = {}}};
    for (OfferedItem &item : kayaks.resources)
        item.pools = {{.pool = u"boats"_s, .units = 1}};
    return kayaks;
}

} // namespace

QDate wednesday()
{
    return {2026, 11, 25};
}

QDateTime wednesdayMorning()
{
    return {wednesday(), QTime{10, 0}, brussels()};
}

Catalogue smallCatalogue()
{
    Catalogue catalogue;
    for (const Resource &one :
         {resource(u"adulte"_s), resource(u"enfant"_s), resource(u"petit"_s), resource(u"kayak1"_s), resource(u"kayak2"_s, 2)})
        catalogue.resources.insert(one.key, one);
    for (const Supplement &one : {extra(u"audioguide"_s, VatCode::A), extra(u"livret"_s, {}), extra(u"guide"_s, {}, true)})
        catalogue.supplements.insert(one.key, one);
    catalogue.formulas = {cave(), formula(u"musee"_s, VatCode::E, {offered(u"adulte"_s, 600)}), kayaks()};
    catalogue.pools.insert(u"cave"_s, {.key = u"cave"_s,
                                       .name = u"Grotte"_s,
                                       .unit = Pool::Unit::Person,
                                       .mode = Pool::Mode::Slot,
                                       .capacity = 20,
                                       .turnaroundMinutes = 0});
    catalogue.pools.insert(u"boats"_s, {.key = u"boats"_s,
                                        .name = u"Kayaks"_s,
                                        .unit = Pool::Unit::Item,
                                        .mode = Pool::Mode::Interval,
                                        .capacity = 4,
                                        .turnaroundMinutes = 30});
    catalogue.calendar.periods = {{.dates = {}, .weekdays = {}, .opens = {9, 0}, .closes = {18, 0}, .audience = {}}};
    catalogue.reasons = {{.key = u"ecole"_s, .name = u"École"_s, .kind = Reason::Kind::Complimentary, .order = 0},
                         {.key = u"abime"_s, .name = u"Article abîmé"_s, .kind = Reason::Kind::PriceChange, .order = 0}};
    return catalogue;
}

PricingContext at(const QDateTime &now)
{
    return {.now = now, .businessDate = businessDateAt(now, usualDayStart), .promoCodeUsesLeft = -1};
}

PricedCart priceNow(const Cart &cart, const Catalogue &catalogue)
{
    return price(cart, catalogue, at(wednesdayMorning()));
}

CartLine ticket(const QString &formula, const QString &item, int quantity, const Visit &visit)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.kind = LineKind::Resource;
    line.formula = formula;
    line.item = item;
    line.quantity = quantity;
    line.visit = visit;
    return line;
}

CartLine supplement(const QString &formula, const QString &item, int quantity, const Visit &visit)
{
    CartLine line = ticket(formula, item, quantity, visit);
    line.kind = LineKind::Supplement;
    return line;
}

CartLine product(Money price, int quantity, VatCode vat, const QString &key)
{
    CartLine line;
    line.id = Id<CartLine>::generate();
    line.kind = LineKind::Product;
    line.item = key;
    line.title = key;
    line.group = u"shop"_s;
    line.quantity = quantity;
    line.unitPrice = price;
    line.vat = vat;
    return line;
}

CartLine giftCard(Money amount)
{
    CartLine line = product(amount, 1, VatCode::A, u"card"_s);
    line.kind = LineKind::GiftValue;
    line.giftCode = u"G1"_s;
    return line;
}

Cart cartOf(std::vector<CartLine> lines, const QString &promoCode)
{
    Cart cart;
    cart.id = Id<Cart>::generate();
    cart.lines = std::move(lines);
    cart.promoCode = promoCode;
    return cart;
}

Promotion percentPromotion(const QString &key, qint64 basisPoints)
{
    Promotion promotion;
    promotion.key = key;
    promotion.name = key;
    promotion.percent = BasisPoints{basisPoints};
    return promotion;
}

Promotion euroPromotion(const QString &key, Money amount)
{
    Promotion promotion = percentPromotion(key, 0);
    promotion.percent.reset();
    promotion.amount = amount;
    return promotion;
}

PromoCode percentCode(const QString &code, qint64 basisPoints)
{
    PromoCode promo;
    promo.key = code.toLower();
    promo.name = code;
    promo.code = code;
    promo.percent = BasisPoints{basisPoints};
    return promo;
}

PromoCode euroCode(const QString &code, Money amount)
{
    PromoCode promo = percentCode(code, 0);
    promo.percent.reset();
    promo.amount = amount;
    return promo;
}

} // namespace guichet::test
