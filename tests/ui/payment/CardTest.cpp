// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include "core/usecases/Staff.h"

#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// The cart is on the terminal; the cashier is asked what it shows.
void startCard(SaleDesk &desk)
{
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"method.bancontact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.accepted"_s); }));
}

} // namespace

TEST_CASE("A card accepted on the terminal pays once the cashier says so")
{
    SaleDesk desk;
    startCard(desk);
    CHECK(desk.text(u"card.amount"_s) == formatMoney(Money::fromCents(1280)));
    CHECK(desk.cart->view().payments.empty());
    desk.press(u"card.accepted"_s);
    REQUIRE(desk.waitFor([&] { return desk.cart->view().balance.due().isZero(); }));
    CHECK(desk.button(u"validate"_s)->isEnabled());
    desk.press(u"validate"_s);
    CHECK(desk.countFacts(FactType::Sale) == 1);
    CHECK(desk.countFacts(FactType::Payment) == 1);
}

TEST_CASE("A refused card takes nothing and leads back to the payment")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.declined"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    desk.press(u"card.leave"_s);
    CHECK(desk.has(u"cash.exact"_s));
    CHECK(desk.cart->view().payments.empty());
    CHECK(desk.countFacts(FactType::Payment) == 0);
}

TEST_CASE("Cancelling before anything was keyed leaves nothing open")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.cancel"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    CHECK(desk.waitFor([&] { return desk.cart->view().openIntents.empty(); })); // the page may paint before the ledger has answered
}

TEST_CASE("While the terminal works nothing else happens to the cart")
{
    SaleDesk desk;
    startCard(desk);
    CHECK(desk.payment->goBack());
    CHECK(desk.payment->takeScan(u"2900000000018"_s));
    desk.settleAll();
    CHECK(desk.has(u"card.accepted"_s));
    CHECK(desk.cart->view().cart.lines.size() == 1);
    desk.press(u"card.declined"_s);
}

namespace {

/// A card has paid; the customer changes his mind. Seller Marie asks, Ahmed approves.
void askBack(SaleDesk &desk)
{
    startCard(desk);
    desk.press(u"card.accepted"_s);
    REQUIRE(desk.waitFor([&] { return desk.cart->view().balance.due().isZero(); }));
    CHECK_FALSE(desk.has(u"paid.0.remove"_s));
    desk.press(u"paid.0.return"_s);
    desk.press(u"giveBack.confirm"_s);
    REQUIRE(desk.navigator.refusals.back() == ErrorCode::NeedsApproval);
    desk.ask([](Workplace &workplace) { return Staff{workplace}.approve(u"Ahmed"_s, u"4444"_s).has_value(); });
    desk.navigator.lastRetry();
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.accepted"_s); }));
}

} // namespace

TEST_CASE("A card that has paid is given back on its terminal from the row of its payment, and the cart can be emptied")
{
    SaleDesk desk;
    askBack(desk);
    CHECK(desk.text(u"card.amount"_s) == formatMoney(Money::fromCents(1280)));
    desk.press(u"card.accepted"_s);
    REQUIRE(desk.waitFor([&] { return desk.cart->view().balance.due() == Money::fromCents(1280); }));
    CHECK(desk.countFacts(FactType::Payment) == 2);
    CHECK_FALSE(desk.has(u"paid.0.return"_s)); // once
    CHECK_FALSE(desk.has(u"paid.1.return"_s));
    desk.cart->perform([](Checkout &checkout, const CommandId &id) { return checkout.clear(id); });
    desk.settleAll();
    CHECK(desk.cart->view().cart.isEmpty());
}

TEST_CASE("What the terminal refuses to give back stays paid")
{
    SaleDesk desk;
    askBack(desk);
    desk.press(u"card.declined"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    desk.press(u"card.leave"_s);
    CHECK(desk.cart->view().balance.due().isZero());
    CHECK(desk.has(u"paid.0.return"_s));
}

TEST_CASE("A doubtful card lets the cashier serve the next one, and is shown first when the cart comes back")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.park"_s); }));
    CHECK(desk.cart->view().openIntents.size() == 1);
    desk.press(u"card.park"_s);
    CHECK(desk.navigator.places.back() == Place::Sale);
    CHECK(desk.cart->view().cart.isEmpty());
    const auto parked = desk.ask([](Workplace &workplace) { return Checkout{workplace}.parked(); });
    REQUIRE(parked);
    REQUIRE(parked->size() == 1);
    desk.cart->perform([id = parked->front().id](Checkout &checkout, const CommandId &command) { return checkout.recall(command, id); });
    desk.settleAll();
    desk.navigator.go(Place::Payment);
    desk.settleAll();
    CHECK(desk.has(u"card.approve"_s));
    CHECK_FALSE(desk.has(u"cash.exact"_s));
}

TEST_CASE("Somebody with the right decides a doubtful card, with the approval code")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.approve"_s); }));
    desk.press(u"card.approve"_s);
    REQUIRE(desk.navigator.refusals.size() == 1);
    CHECK(desk.cart->view().payments.empty());
    desk.ask([](Workplace &workplace) { return Staff{workplace}.logIn(u"Ahmed"_s, u"4444"_s).has_value(); });
    desk.findChild<QLineEdit *>(u"card.code"_s)->setText(u"A1B2C3"_s);
    desk.press(u"card.approve"_s);
    REQUIRE(desk.cart->view().payments.size() == 1);
    CHECK(desk.cart->view().payments.front().reference == u"A1B2C3");
    CHECK(desk.cart->view().openIntents.empty());
    CHECK(desk.has(u"validate"_s));
}

} // namespace guichet
