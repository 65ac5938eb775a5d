// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

namespace {

Catalogue withPromotions(std::vector<Promotion> promotions)
{
    Catalogue catalogue = smallCatalogue();
    catalogue.promotions = std::move(promotions);
    return catalogue;
}

Money totalOn(const Catalogue &catalogue, QDate visit, const QDateTime &now = wednesdayMorning())
{
    return price(cartOf({ticket(u"musee"_s, u"adulte"_s, 1, {visit, {}})}), catalogue, at(now)).total;
}

Money caveAt(const Catalogue &catalogue, const Visit &visit, const QDateTime &now)
{
    return price(cartOf({ticket(u"grotte"_s, u"adulte"_s, 1, visit)}), catalogue, at(now)).total;
}

} // namespace

TEST_CASE("a percentage is taken on the line total, half-up, not on each unit")
{
    const Catalogue catalogue = withPromotions({percentPromotion(u"p"_s, 1250)});
    const PricedCart priced = price(cartOf({ticket(u"grotte"_s, u"enfant"_s, 3)}), catalogue, at(wednesdayMorning()));
    CHECK(priced.discounts[0].amount == cents(-413)); // 12,5 % of 33,00 is 4,125; of each unit 1,38 three times
}

TEST_CASE("an amount is per unit and never takes a price below zero")
{
    const Catalogue catalogue = withPromotions({euroPromotion(u"p"_s, cents(1200))});
    const PricedCart priced =
        price(cartOf({ticket(u"grotte"_s, u"adulte"_s, 2), ticket(u"grotte"_s, u"enfant"_s, 3)}), catalogue, at(wednesdayMorning()));
    CHECK(priced.lines[0].net == cents(2 * 400));
    CHECK(priced.lines[1].net.isZero());
    REQUIRE(priced.discounts.size() == 1);
    CHECK(priced.discounts[0].amount == cents(-2400 - 3300));
}

TEST_CASE("of several promotions each line takes the one best for the customer")
{
    const Catalogue catalogue = withPromotions({percentPromotion(u"tenth"_s, 1000), euroPromotion(u"two"_s, cents(200))});
    const PricedCart priced =
        price(cartOf({ticket(u"grotte"_s, u"adulte"_s, 1), ticket(u"kayak"_s, u"kayak2"_s, 1)}), catalogue, at(wednesdayMorning()));
    REQUIRE(priced.lines[0].changes.size() == 1);
    CHECK(priced.lines[0].changes[0].key == u"two"_s);   // 2,00 against 1,60
    CHECK(priced.lines[1].changes[0].key == u"tenth"_s); // 3,20 against 2,00
}

TEST_CASE("promotions reduce formulas, their supplements where the formula says so, and no products")
{
    const Catalogue catalogue = withPromotions({percentPromotion(u"half"_s, 5000)});
    const PricedCart priced =
        price(cartOf({supplement(u"grotte"_s, u"audioguide"_s, 1), supplement(u"grotte"_s, u"livret"_s, 1), product(cents(1000), 1)}),
              catalogue, at(wednesdayMorning()));
    CHECK(priced.lines[0].net == cents(175));
    CHECK(priced.lines[1].net == cents(300));
    CHECK(priced.lines[2].net == cents(1000));
}

TEST_CASE("where the formula says nothing, a resource is reduced and a supplement is not")
{
    Catalogue catalogue = withPromotions({percentPromotion(u"half"_s, 5000)});
    Formula &cave = catalogue.formulas.front();
    REQUIRE(cave.key == u"grotte");
    cave.resources.front().discountable.reset();
    cave.supplements.front().discountable.reset();
    const PricedCart priced = price(cartOf({ticket(u"grotte"_s, u"adulte"_s, 1), supplement(u"grotte"_s, u"audioguide"_s, 1)}), catalogue,
                                    at(wednesdayMorning()));
    CHECK(priced.lines[0].net == cents(800));
    CHECK(priced.lines[1].net == cents(350));
    CHECK(priced.lines[1].changes.empty());
}

TEST_CASE("a promotion names the formulas that it is for")
{
    Promotion museum = percentPromotion(u"m"_s, 5000);
    museum.formulas = {u"musee"_s};
    const Catalogue catalogue = withPromotions({museum});
    CHECK(totalOn(catalogue, wednesday()) == cents(300));
    CHECK(caveAt(catalogue, {wednesday(), {}}, wednesdayMorning()) == cents(1600));
}

TEST_CASE("the first Sunday of the month is one rule for every month")
{
    Promotion free = percentPromotion(u"premier-dimanche"_s, 10'000);
    free.weekdays = Weekdays::of({7});
    free.weekOfMonth = 1;
    const Catalogue catalogue = withPromotions({free});
    int days = 0;
    for (QDate day{2027, 1, 1}; day.year() == 2027; day = day.addDays(1)) {
        const bool firstSunday = day.dayOfWeek() == 7 && day.day() <= 7;
        CHECK(totalOn(catalogue, day).isZero() == firstSunday);
        days += firstSunday;
    }
    CHECK(days == 12);
}

TEST_CASE("a promotion holds for its visits and while it is visible")
{
    Promotion promotion = percentPromotion(u"p"_s, 5000);
    promotion.visits = {.from = {2026, 12, 1}, .to = {2026, 12, 31}};
    promotion.visible = {.from = {}, .to = wednesday()};
    const Catalogue catalogue = withPromotions({promotion});
    CHECK(totalOn(catalogue, {2026, 11, 30}) == cents(600));
    CHECK(totalOn(catalogue, {2026, 12, 1}) == cents(300));
    CHECK(totalOn(catalogue, {2026, 12, 1}, wednesdayMorning().addDays(1)) == cents(600));
}

TEST_CASE("last minute is less than its hours before the start of the slot")
{
    Promotion late = percentPromotion(u"late"_s, 5000);
    late.kind = Promotion::Kind::LastMinute;
    late.threshold = 2;
    const Catalogue catalogue = withPromotions({late});
    CHECK(caveAt(catalogue, {wednesday(), {12, 0}}, wednesdayMorning()) == cents(1600)); // two hours exactly
    CHECK(caveAt(catalogue, {wednesday(), {12, 0}}, wednesdayMorning().addSecs(1)) == cents(800));
    CHECK(caveAt(catalogue, {wednesday(), {10, 0}}, wednesdayMorning().addSecs(120)) == cents(800)); // within the grace
}

TEST_CASE("early bird is more than its days before the start, by the wall clock, also when the clocks change")
{
    Promotion early = percentPromotion(u"early"_s, 5000);
    early.kind = Promotion::Kind::EarlyBird;
    early.threshold = 14;
    const Catalogue catalogue = withPromotions({early});
    const QDate beforeSpring{2027, 3, 20};
    const Visit visit{beforeSpring.addDays(14), {10, 0}};
    CHECK(caveAt(catalogue, visit, {beforeSpring, {9, 59}, brussels()}) == cents(800));
    CHECK(caveAt(catalogue, visit, {beforeSpring, {10, 0}, brussels()}) == cents(1600));
}

TEST_CASE("without slots the start of a visit is the opening of its day")
{
    Promotion late = percentPromotion(u"late"_s, 5000);
    late.kind = Promotion::Kind::LastMinute;
    late.threshold = 24;
    const Catalogue catalogue = withPromotions({late});
    const QDate tomorrow = wednesday().addDays(1);
    CHECK(totalOn(catalogue, tomorrow, {wednesday(), {9, 0}, brussels()}) == cents(600));
    CHECK(totalOn(catalogue, tomorrow, {wednesday(), {9, 1}, brussels()}) == cents(300));
}
