// SPDX-License-Identifier: GPL-3.0-or-later
// A quick key takes the next departure with places: another one than that of the cart is said, with both times (SELL-3).
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// To the customer before: the cave takes sixty at half past two.
void sellToOthers(SaleDesk &desk, int adults)
{
    desk.addAdults(adults);
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

} // namespace guichet
