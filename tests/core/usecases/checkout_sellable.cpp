// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/GiftDesk.h"
#include "tests/core/usecases/TillFixture.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// The catalogue with the cave or the park changed, as if a manager had just done it.
void changeFormula(TillFixture &till, const QString &key, const std::function<void(Formula &)> &change)
{
    auto catalogue = std::make_shared<Catalogue>(*till.workplace().catalogue);
    for (Formula &formula : catalogue->formulas)
        if (formula.key == key)
            change(formula);
    till.workplace().catalogue = catalogue;
}

void stopSales(TillFixture &till, const QString &formula)
{
    auto catalogue = std::make_shared<Catalogue>(*till.workplace().catalogue);
    StopSale stop;
    stop.key = u"stop"_s;
    stop.formula = formula;
    stop.reason = u"Crue"_s;
    catalogue->stopSales.push_back(stop);
    till.workplace().catalogue = catalogue;
}

Id<CartLine> addToPark(TillFixture &till, int adults, QDate date = {})
{
    FormulaOrder order;
    order.formula = u"parc"_s;
    order.date = date;
    order.units = {{.key = u"adulte"_s, .quantity = adults}};
    return must(till.checkout().add(CommandId::generate(), order)).front();
}

void at(TillFixture &till, const QString &time)
{
    till.clock.set(fromRfc3339(u"2026-11-23T%1:00.000+01:00"_s.arg(time)));
}

} // namespace

TEST_CASE_METHOD(TillFixture, "a minimum that is not reached is said before any money is taken")
{
    startDay();
    changeFormula(*this, u"parc"_s, [](Formula &park) { park.minimumQuantity = 3; });
    const auto line = addToPark(*this, 2);
    CHECK(refusal(pay(u"bancontact"_s)) == ErrorCode::MinimumNotReached);
    CHECK(refusal(pay(u"cash"_s)) == ErrorCode::MinimumNotReached);
    CHECK(countFacts(u"INTENT_PERSISTED"_s) == 0);
    CHECK(must(checkout().view()).payments.empty());
    must(checkout().setQuantity(CommandId::generate(), line, 3));
    must(payByCard());
    must(validate());
}

TEST_CASE_METHOD(TillFixture, "a quantity lowered under its minimum is not paid for")
{
    startDay();
    changeFormula(*this, u"parc"_s, [](Formula &park) { park.resources.front().minimum = 2; });
    const auto line = addToPark(*this, 2);
    must(checkout().setQuantity(CommandId::generate(), line, 1));
    CHECK(refusal(pay(u"bancontact"_s)) == ErrorCode::MinimumNotReached);
}

TEST_CASE_METHOD(TillFixture, "a departure that has left since it was put on the cart is refused before it is paid, by its time")
{
    startDay();
    addAdults(2, {10, 30});
    at(*this, u"10:36"_s);
    const auto refused = pay(u"bancontact"_s);
    CHECK(refusal(refused) == ErrorCode::SlotPassed);
    CHECK(refused.error().values == QStringList{u"Grotte, 10:30"_s});
    CHECK(refusal(pay(u"cash"_s)) == ErrorCode::SlotPassed);
    CHECK(refusal(validate({.paymentToCome = true})) == ErrorCode::SlotPassed);
    CHECK(countFacts(u"ORDER"_s) + countFacts(u"INTENT_PERSISTED"_s) == 0);
}

TEST_CASE_METHOD(TillFixture, "a departure that has left is changed for the next one, with all that was done to its lines")
{
    startDay();
    const auto line = addAdults(2, {10, 30});
    addBear();
    must(checkout().comment(CommandId::generate(), line, u"poussette"_s));
    at(*this, u"10:36"_s);
    REQUIRE(refusal(pay(u"cash"_s)) == ErrorCode::SlotPassed);
    const CommandId command = CommandId::generate();
    const VisitMove move{.line = line, .to = {.date = QDate(2026, 11, 23), .slot = {11, 0}}, .forceReason = {}};
    must(checkout().moveVisit(command, move));
    must(checkout().moveVisit(command, move)); // an impatient finger
    const CartLine moved = *must(checkout().view()).cart.line(line);
    CHECK(moved.visit.slot == QTime(11, 0));
    CHECK(moved.comment == u"poussette");
    must(payByCard());
    CHECK(must(validate()).content.lines.size() == 2);
}

TEST_CASE_METHOD(TillFixture, "a visit moves only to where there are places, and then as a whole")
{
    startDay();
    const auto others = addAdults(19, {11, 0});
    const auto line = addAdults(2, {10, 30});
    const auto move = [&](QTime slot, Force force = Force::None) {
        return checkout().moveVisit(
            CommandId::generate(),
            {.line = line, .to = {.date = QDate(2026, 11, 23), .slot = slot}, .force = force, .forceReason = u"affluence"_s});
    };
    const auto full = move({11, 0});
    CHECK(refusal(full) == ErrorCode::CapacityFull);
    CHECK(full.error().values == QStringList{u"Grotte, 11:00"_s, u"20"_s}); // with the 19 that are there already
    CHECK(refusal(move({11, 7})) == ErrorCode::SlotUnknown);
    CHECK(refusal(move({11, 0}, Force::CapacityAndCutOff)) == ErrorCode::NeedsApproval);
    CHECK(must(checkout().view()).cart.line(line)->visit.slot == QTime(10, 30));
    approveBy();
    must(move({11, 0}, Force::CapacityAndCutOff));
    CHECK(must(checkout().view()).cart.line(line)->forceReason == u"affluence");
    CHECK(refusal(move({11, 30})) == ErrorCode::CapacityFull); // all 21 of the visit go together
    CHECK(must(checkout().view()).cart.line(others)->visit.slot == QTime(11, 0));
    must(checkout().setQuantity(CommandId::generate(), others, 10));
    must(move({11, 30}));
    CHECK(must(checkout().view()).cart.line(line)->forceReason.isEmpty()); // there was room: nothing to excuse
    approveBy();
    must(move({11, 30}, Force::CapacityAndCutOff)); // where it is: the centre may not have all its places
    CHECK(must(checkout().view()).cart.line(line)->forceReason == u"affluence");
    CHECK(must(checkout().view()).cart.line(line)->visit.slot == QTime(11, 30));
}

TEST_CASE_METHOD(TillFixture, "goods have no visit to move")
{
    startDay();
    const auto bear = addBear();
    CHECK(refusal(checkout().moveVisit(CommandId::generate(), {.line = bear, .to = {.date = QDate(2026, 11, 23)}, .forceReason = {}})) ==
          ErrorCode::LineUnknown);
}

TEST_CASE_METHOD(TillFixture, "cash laid down does not keep a departure that has left")
{
    startDay();
    addAdults(2, {10, 30});
    at(*this, u"10:34"_s);
    must(pay(u"cash"_s));
    at(*this, u"10:36"_s);
    CHECK(refusal(validate()) == ErrorCode::SlotPassed);
}

TEST_CASE_METHOD(TillFixture, "who has just paid by card gets the departure, not who paid half an hour ago")
{
    startDay();
    addAdults(2, {10, 30});
    at(*this, u"10:34"_s);
    const auto paid = must(payByCard());
    must(checkout().park(CommandId::generate(), u"A"_s));
    const auto parked = must(checkout().parked()).front().id;
    SECTION("three minutes later")
    {
        at(*this, u"10:37"_s);
        must(checkout().recall(CommandId::generate(), parked));
        CHECK(must(validate()).content.lines.front().priced.visit.slot == QTime(10, 30));
    }
    SECTION("half an hour later: the money is given back")
    {
        at(*this, u"11:04"_s);
        must(checkout().recall(CommandId::generate(), parked));
        CHECK(refusal(validate()) == ErrorCode::SlotPassed);
        approveBy();
        const auto back = must(checkout().reverse(CommandId::generate(), paid.payment));
        must(checkout().finishCharge(back.intent, terminal.charge(back.intent, back.asked, {})));
        must(checkout().clear(CommandId::generate()));
    }
}

TEST_CASE_METHOD(TillFixture, "a cart of yesterday is not sold today")
{
    startDay();
    addToPark(*this, 2);
    must(checkout().park(CommandId::generate(), u"hier"_s));
    clock.set(fromRfc3339(u"2026-11-24T10:00:00.000+01:00"_s));
    must(desk().close(CommandId::generate(), {}));
    must(desk().open(CommandId::generate(), {.amount = cents(10'000), .count = {}, .clockConfirmed = true}));
    must(checkout().recall(CommandId::generate(), must(checkout().parked()).front().id));
    CHECK(refusal(pay(u"bancontact"_s)) == ErrorCode::DateNotValid);
    CHECK(refusal(validate({.paymentToCome = true})) == ErrorCode::DateNotValid);
    CHECK(refusal(checkout().quote(CommandId::generate(), QDate(2026, 12, 24))) == ErrorCode::DateNotValid);
}

TEST_CASE_METHOD(TillFixture, "what was stopped while it was on the cart is not sold, with the reason")
{
    startDay();
    addToPark(*this, 2);
    stopSales(*this, u"parc"_s);
    const auto refused = pay(u"cash"_s);
    CHECK(refusal(refused) == ErrorCode::StopSale);
    CHECK(refused.error().values == QStringList{u"Crue"_s});
}

TEST_CASE_METHOD(TillFixture, "a line that was forced is paid for, full or not")
{
    startDay();
    must(staff().logIn(u"manager"_s, u"2222"_s));
    addAdults(20, {14, 0});
    must(payByCard());
    must(validate());
    FormulaOrder order;
    order.formula = u"grotte"_s;
    order.slot = {14, 0};
    order.units = {{.key = u"adulte"_s, .quantity = 1}};
    order.force = Force::CapacityAndCutOff;
    order.forceReason = u"affluence"_s;
    must(staff().logIn(u"seller"_s, u"1111"_s));
    approveBy();
    must(checkout().add(CommandId::generate(), order));
    must(payByCard());
    const SaleLine line = must(validate()).content.lines.front();
    CHECK(line.forceReason == u"affluence");
    CHECK(line.forceApprover == u"manager");
}

TEST_CASE_METHOD(TillFixture, "a departure of the night begun before four is sold in its session")
{
    clock.set(fromRfc3339(u"2026-11-24T03:45:00.000+01:00"_s));
    startDay();
    changeFormula(*this, u"grotte"_s, [](Formula &cave) {
        SlotPattern night;
        night.first = {3, 50};
        cave.slotPatterns = {night};
        cave.cutOffTillMinutes = -15;
    });
    addAdults(1, {3, 50});
    clock.set(fromRfc3339(u"2026-11-24T04:02:00.000+01:00"_s));
    must(payByCard());
    CHECK(must(validate()).content.lines.front().priced.visit.date == QDate(2026, 11, 23));
}
