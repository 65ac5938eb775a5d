// SPDX-License-Identifier: GPL-3.0-or-later
// A quick key takes the next departure with places: another one than that of the cart is said, with both times (SELL-3).
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

void addAdultsAt(SaleDesk &desk, int adults, QTime slot)
{
    const FormulaOrder order{.formula = u"grotte"_s, .slot = slot, .units = {{u"adulte"_s, adults}}};
    desk.cart->perform([order](Checkout &checkout, const CommandId &id) -> Result<> {
        TRY(checkout.add(id, order));
        return {};
    });
    desk.settleAll();
}

/// To the customer before: the cave takes sixty at a time. At half past two, unless said otherwise.
void sellToOthers(SaleDesk &desk, int adults, QTime slot = {14, 30})
{
    addAdultsAt(desk, adults, slot);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.press(u"done.next"_s);
    REQUIRE(desk.cart->view().cart.isEmpty());
}

/// In the sheet, at four.
void chooseAtFour(SaleDesk &desk)
{
    desk.press(u"tile.grotte"_s);
    desk.press(u"chip.16:00"_s);
    auto *adults = desk.findChild<QWidget *>(u"item.adulte"_s);
    REQUIRE(adults);
    adults->findChild<QAbstractButton *>(u"plus"_s)->click();
    desk.settleAll();
    desk.press(u"sheet.add"_s);
}

bool allLeaveAt(const SaleDesk &desk, QTime slot)
{
    return std::ranges::all_of(desk.cart->view().cart.lines, [&](const CartLine &line) { return line.visit.slot == slot; });
}

int unitsOnCart(const SaleDesk &desk)
{
    int units = 0;
    for (const CartLine &line : desk.cart->view().cart.lines)
        units += line.quantity;
    return units;
}

} // namespace

TEST_CASE("A quick key that goes on to another departure says so, and one tap brings the family together")
{
    SaleDesk desk;
    sellToOthers(desk, 59);
    desk.press(u"tile.grotte.adulte"_s);
    CHECK(desk.navigator.offers.isEmpty());
    desk.press(u"tile.grotte.adulte"_s);
    REQUIRE(desk.waitFor([&] { return !desk.navigator.offers.isEmpty(); }));
    CHECK(desk.navigator.toasts.back() == u"Grotte, 14:30 : c’est complet. Ajouté au départ de 15:00."_s);
    CHECK(desk.navigator.offers == QStringList{u"Tous à 15:00"_s});
    CHECK_FALSE(allLeaveAt(desk, {15, 0}));
    desk.press(u"tile.grotte.enfant"_s); // to where the last one went: that is known
    CHECK(desk.navigator.offers.size() == 1);
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(allLeaveAt(desk, {15, 0}));
    CHECK(unitsOnCart(desk) == 3);
}

TEST_CASE("A quick key beside a departure that was chosen says so too, and brings all to the chosen one")
{
    SaleDesk desk;
    chooseAtFour(desk);
    desk.press(u"tile.grotte.enfant"_s);
    REQUIRE(desk.waitFor([&] { return !desk.navigator.offers.isEmpty(); }));
    CHECK(desk.navigator.toasts.back() == u"Grotte : ajouté au départ de 14:30. Le panier a aussi celui de 16:00."_s);
    CHECK(desk.navigator.offers == QStringList{u"Tous à 16:00"_s});
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(allLeaveAt(desk, {16, 0}));
    CHECK(unitsOnCart(desk) == 2);
}

TEST_CASE("An offer to bring a family together that comes too late changes nothing")
{
    SaleDesk desk;
    chooseAtFour(desk);
    desk.press(u"tile.grotte.enfant"_s);
    REQUIRE(desk.waitFor([&] { return !desk.navigator.offers.isEmpty(); }));
    desk.cart->perform([](Checkout &checkout, const CommandId &id) { return checkout.clear(id); });
    desk.settleAll();
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(desk.navigator.refusals.empty());
    CHECK(desk.cart->view().cart.isEmpty());
}

TEST_CASE("An offer to bring a family together is of its own cart: what the next customer has stays where it is")
{
    SaleDesk desk;
    chooseAtFour(desk);
    desk.press(u"tile.grotte.enfant"_s);
    REQUIRE(desk.waitFor([&] { return !desk.navigator.offers.isEmpty(); }));
    desk.cart->perform([](Checkout &checkout, const CommandId &id) { return checkout.park(id, u"Famille"_s); });
    desk.settleAll();
    REQUIRE(desk.cart->view().cart.isEmpty());
    addAdultsAt(desk, 2, {14, 30});
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(unitsOnCart(desk) == 2);
    CHECK(allLeaveAt(desk, {14, 30}));
}

TEST_CASE("A family is not offered a departure that has no room for all of it")
{
    SaleDesk desk;
    const int places = GENERATE(8, 9);
    CAPTURE(places);
    sellToOthers(desk, 52);
    sellToOthers(desk, 60 - places, {15, 0});
    addAdultsAt(desk, 8, {14, 30});
    desk.press(u"tile.grotte.adulte"_s);
    REQUIRE(desk.waitFor([&] { return !desk.navigator.toasts.isEmpty(); }));
    CHECK(desk.navigator.toasts.back() == u"Grotte, 14:30 : c’est complet. Ajouté au départ de 15:00."_s);
    CHECK(desk.navigator.offers.isEmpty() == (places == 8)); // one of them is taken by the one who leaves then
}

TEST_CASE("An answer about departures that comes once one is paying is not shown over the payment")
{
    SaleDesk desk;
    chooseAtFour(desk);
    QAbstractButton *child = desk.button(u"tile.grotte.enfant"_s);
    REQUIRE(child);
    child->click();
    desk.navigator.go(Place::Payment); // before the till has answered
    desk.settleAll();
    desk.settleAll();
    CHECK(unitsOnCart(desk) == 2);
    CHECK_FALSE(allLeaveAt(desk, {16, 0}));
    CHECK(desk.navigator.offers.isEmpty());
}

} // namespace guichet
