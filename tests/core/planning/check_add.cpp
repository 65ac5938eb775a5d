// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/planning/Availability.h"
#include "tests/core/pricing/SmallCatalogue.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace guichet::test;
using namespace Qt::StringLiterals;

namespace {

const Visit tenThirty{wednesday(), {10, 30}};

/// One question to checkAdd, with what is usual where nothing else is said.
struct Question
{
    Catalogue catalogue = smallCatalogue();
    AddRequest request{.formula = u"grotte"_s, .item = u"adulte"_s, .supplement = false, .visit = tenThirty, .quantity = 2};
    Cart cart;
    QDateTime now = wednesdayMorning();
    Occupancy occupancy;
    SalePoint point{.channel = Channel::Till, .till = u"accueil"_s};
    Force force = Force::None;

    Formula &cave() { return catalogue.formulas[0]; }
    Result<> answer() const { return checkAdd(request, cart, now, catalogue, occupancy, point, force); }
    Error refusal() const
    {
        const Result<> result = answer();
        REQUIRE_FALSE(result);
        return result.error();
    }
};

} // namespace

TEST_CASE("what is free, priced and in time can be added")
{
    CHECK(Question{}.answer());
    Question extra;
    extra.request.item = u"audioguide"_s;
    extra.request.supplement = true;
    CHECK(extra.answer());
}

TEST_CASE("what does not exist is refused")
{
    Question question;
    question.request.formula = u"lune"_s;
    CHECK(question.refusal().code == ErrorCode::NotFound);
    question = {};
    question.request.item = u"audioguide"_s; // a supplement, asked for as a resource
    CHECK(question.refusal().code == ErrorCode::NotFound);
    question = {};
    question.request.visit.slot = {10, 40};
    CHECK(question.refusal().code == ErrorCode::SlotUnknown);
    CHECK(question.refusal().values == QStringList{u"10:40"_s});
    question.request.visit.slot = {};
    CHECK(question.refusal().code == ErrorCode::SlotUnknown);
    question = {};
    question.request.formula = u"musee"_s; // without slots
    CHECK(question.refusal().code == ErrorCode::SlotUnknown);
}

TEST_CASE("quantities that no cart holds are refused")
{
    for (const int quantity : {0, -1, 10'000}) {
        Question question;
        question.request.quantity = quantity;
        CHECK(question.refusal().code == ErrorCode::QuantityInvalid);
    }
}

TEST_CASE("a resource is sold where its channel and its price say so")
{
    Question question;
    question.catalogue.resources[u"adulte"_s].soldAtTill = false;
    CHECK(question.refusal().code == ErrorCode::NotSoldHere);
    question = {};
    question.cave().resources[0].prices.erase(question.cave().resources[0].prices.begin() + 1); // the summer price is left
    CHECK(question.refusal().code == ErrorCode::NoPrice);
    CHECK(question.refusal().values == QStringList{u"adulte"_s});
}

TEST_CASE("a stop-sale of a resource or of a slot refuses just that")
{
    Question question;
    question.catalogue.stopSales = {
        {.key = u"s"_s, .dates = {}, .formula = u"grotte"_s, .resource = u"adulte"_s, .slot = {}, .reason = u"Panne"_s}};
    CHECK(question.refusal().code == ErrorCode::StopSale);
    CHECK(question.refusal().values == QStringList{u"Panne"_s});
    question.request.item = u"enfant"_s;
    CHECK(question.answer());
    question.catalogue.stopSales[0].resource.clear();
    question.catalogue.stopSales[0].slot = {10, 30};
    CHECK(question.refusal().code == ErrorCode::StopSale);
    question.request.visit.slot = {11, 0};
    CHECK(question.answer());
}

TEST_CASE("a slot takes what is left and tells how much")
{
    Question question;
    question.occupancy.add(u"cave"_s, tenThirty, 17);
    question.request.quantity = 3;
    CHECK(question.answer());
    question.request.quantity = 4;
    CHECK(question.refusal().code == ErrorCode::CapacityFull);
    CHECK(question.refusal().values == QStringList{u"grotte, 10:30"_s, u"3"_s});
    question.occupancy.add(u"cave"_s, tenThirty, 3);
    question.request.quantity = 1;
    CHECK(question.refusal().values == QStringList{u"grotte, 10:30"_s});
}

TEST_CASE("boats are counted over the whole time that they are out")
{
    Question question;
    question.request = {.formula = u"kayak"_s, .item = u"kayak2"_s, .supplement = false, .visit = tenThirty, .quantity = 2};
    question.occupancy.intervals[u"boats"_s] = {
        {.start = wednesdayMorning().addSecs(7200), .end = wednesdayMorning().addSecs(9000), .units = 3}};
    CHECK(question.refusal().code == ErrorCode::CapacityFull);
    CHECK(question.refusal().values[1] == u"1"_s);
    question.request.quantity = 1;
    CHECK(question.answer());
}

TEST_CASE("a manager forces past capacity and cut-off, and past nothing else")
{
    Question full;
    full.occupancy.add(u"cave"_s, tenThirty, 20);
    full.force = Force::CapacityAndCutOff;
    CHECK(full.answer());

    Question late;
    late.now = wednesdayMorning().addSecs(3600); // 11:00
    CHECK(late.refusal().code == ErrorCode::SlotPassed);
    CHECK(late.refusal().values == QStringList{u"grotte, 10:30"_s});
    late.force = Force::CapacityAndCutOff;
    CHECK(late.answer());
    late.now = wednesdayMorning().addDays(1);
    CHECK(late.refusal().code == ErrorCode::DateNotValid);

    Question stopped;
    stopped.force = Force::CapacityAndCutOff;
    stopped.catalogue.stopSales = {{.key = u"s"_s, .dates = {}, .formula = {}, .resource = {}, .slot = {}, .reason = {}}};
    CHECK(stopped.refusal().code == ErrorCode::StopSale);

    Question stock;
    stock.force = Force::CapacityAndCutOff;
    stock.catalogue.resources[u"adulte"_s].stockPerDay = 1;
    CHECK(stock.refusal().code == ErrorCode::StockPerDayExceeded);
}

TEST_CASE("the stock of a day is shared by all formulas and slots")
{
    Question question;
    question.catalogue.resources[u"adulte"_s].stockPerDay = 12;
    question.occupancy.soldPerDay[u"adulte"_s][wednesday()] = 10;
    CHECK(question.answer());
    question.request.quantity = 3;
    CHECK(question.refusal().code == ErrorCode::StockPerDayExceeded);
    CHECK(question.refusal().values == QStringList{u"12"_s});
    question.request.visit.date = wednesday().addDays(1);
    CHECK(question.answer());
}

TEST_CASE("minimum and maximum count what the cart already has")
{
    Question question;
    question.cave().resources[0].minimum = 4;
    question.cave().resources[0].maximum = 6;
    CHECK(question.refusal().code == ErrorCode::MinimumNotReached);
    CHECK(question.refusal().values == QStringList{u"4"_s, u"adulte"_s});
    question.cart = cartOf({ticket(u"grotte"_s, u"adulte"_s, 4, tenThirty)});
    CHECK(question.answer());
    question.request.quantity = 3;
    CHECK(question.refusal().code == ErrorCode::MaximumExceeded);
    CHECK(question.refusal().values == QStringList{u"6"_s, u"adulte"_s});
}

TEST_CASE("the maximum of a formula counts all its resources, not its supplements")
{
    Question question;
    question.cave().maximumQuantity = 5;
    question.cart = cartOf({ticket(u"grotte"_s, u"enfant"_s, 3, tenThirty), supplement(u"grotte"_s, u"audioguide"_s, 9, tenThirty)});
    CHECK(question.answer());
    question.request.quantity = 3;
    CHECK(question.refusal().code == ErrorCode::MaximumExceeded);
    CHECK(question.refusal().values == QStringList{u"5"_s, u"grotte"_s});
}

TEST_CASE("a cart is ready for payment when every minimum is reached")
{
    Catalogue catalogue = smallCatalogue();
    Formula &cave = catalogue.formulas[0];
    cave.minimumQuantity = 10;
    Cart cart = cartOf({ticket(u"grotte"_s, u"adulte"_s, 4, tenThirty), product(Money::fromCents(500), 1)});
    const Result<> tooFew = checkMinimums(cart, catalogue);
    REQUIRE_FALSE(tooFew);
    CHECK(tooFew.error().code == ErrorCode::MinimumNotReached);
    CHECK(tooFew.error().values == QStringList{u"10"_s, u"grotte"_s});
    cart.lines.push_back(ticket(u"grotte"_s, u"enfant"_s, 6, tenThirty));
    CHECK(checkMinimums(cart, catalogue));
    cave.resources[1].minimum = 7;
    CHECK_FALSE(checkMinimums(cart, catalogue));
    CHECK(checkMinimums(cartOf({product(Money::fromCents(500), 1)}), catalogue));
}
