// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include "core/usecases/Staff.h"
#include "ui/sale/GoodsState.h"

#include <QLineEdit>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString cheese = u"p222"_s;
const QString unknownCode = u"4006381333931"_s;

void find(SaleDesk &desk, const QString &text)
{
    desk.sale->search(text);
    desk.settleAll();
}

void beManager(SaleDesk &desk)
{
    desk.ask([](Workplace &workplace) { return Staff{workplace}.logIn(u"Ahmed"_s, u"4444"_s).has_value(); });
}

/// The price of the cheese is 21,50 € the kilogram.
void weigh(SaleDesk &desk)
{
    for (const QString &key : {u"pad.3"_s, u"pad.5"_s, u"pad.0"_s})
        desk.press(key);
    CHECK(desk.text(u"weight.value"_s) == u"0,350 kg"_s);
    desk.press(u"weight.confirm"_s);
    REQUIRE(desk.cart->view().cart.lines.size() == 1);
    CHECK(desk.cart->view().cart.lines.front().grams == 350);
    CHECK(desk.cart->view().balance.total == Money::fromCents(753)); // 7,525
}

} // namespace

TEST_CASE("A tap on goods by weight asks for the weight, and never sells a gram")
{
    SaleDesk desk;
    find(desk, u"fromage abbaye"_s);
    desk.press(u"tile.product:"_s + cheese);
    CHECK(desk.cart->view().cart.isEmpty());
    CHECK(desk.navigator.refusals.empty());
    REQUIRE(desk.has(u"weight.confirm"_s));
    CHECK_FALSE(desk.button(u"weight.confirm"_s)->isEnabled());
    weigh(desk);
}

TEST_CASE("A scan of goods by weight asks for the weight too")
{
    SaleDesk desk;
    desk.cart->scan(u"2900000002227"_s, 1);
    desk.settleAll();
    CHECK(desk.cart->view().cart.isEmpty());
    weigh(desk);
}

TEST_CASE("The weight is typed on the real keyboard as well")
{
    SaleDesk desk;
    desk.cart->scan(u"2900000002227"_s, 1);
    desk.settleAll();
    desk.type(u"12500"_s);
    CHECK(desk.text(u"weight.value"_s) == u"12,500 kg"_s);
    desk.key(Qt::Key_Backspace);
    desk.key(Qt::Key_Return);
    CHECK(desk.cart->view().cart.lines.front().grams == 1250);
}

TEST_CASE("A seller hears that a code is unknown; who may edit the catalogue creates the product there (SELL-2)")
{
    SaleDesk desk;
    desk.cart->scan(unknownCode, 1);
    desk.settleAll();
    REQUIRE(desk.navigator.refusals.size() == 1);
    CHECK(desk.navigator.refusals.front() == ErrorCode::UnknownCode);
    CHECK(desk.navigator.offers.isEmpty());

    beManager(desk);
    desk.cart->scan(unknownCode, 1);
    desk.settleAll();
    REQUIRE(desk.navigator.offers.size() == 1);
    CHECK(desk.navigator.toasts.back().contains(unknownCode));
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK_FALSE(desk.button(u"product.create"_s)->isEnabled());
    desk.findChild<QLineEdit *>(u"product.name"_s)->setText(u"Boussole"_s);
    for (const QString &key : {u"pad.9"_s, u"pad.comma"_s, u"pad.5"_s})
        desk.press(key);
    desk.press(u"chip.A"_s);
    CHECK_FALSE(desk.button(u"product.create"_s)->isEnabled());
    desk.press(u"chip.boutique-souvenirs"_s);
    desk.pressTwice(u"product.create"_s);
    REQUIRE(desk.cart->view().cart.lines.size() == 1);
    const CartLine &line = desk.cart->view().cart.lines.front();
    CHECK(line.title.french() == u"Boussole"_s);
    CHECK(line.barcode == unknownCode);
    CHECK(line.quantity == 1);
    CHECK(line.unitPrice == Money::fromCents(950));
    CHECK_FALSE(desk.has(u"product.create"_s));
}

TEST_CASE("A word that is no code is only unknown: nothing is created from it")
{
    CHECK(canBeBarcode(u"4006381333931"_s));
    CHECK(canBeBarcode(u"T1222"_s));
    CHECK_FALSE(canBeBarcode(u"peluche"_s));
    CHECK_FALSE(canBeBarcode(u"12"_s));
    CHECK_FALSE(canBeBarcode(u"4006381 333931"_s));
}

TEST_CASE("Enter before the answer is there waits for it instead of adding what was found before")
{
    SaleDesk desk;
    find(desk, u"peluche loup"_s);
    desk.sale->search(u"fromage abbaye"_s);
    desk.sale->submitSearch(u"fromage abbaye"_s);
    desk.settleAll();
    CHECK(desk.cart->view().cart.isEmpty());
    CHECK(desk.has(u"weight.confirm"_s));
}

TEST_CASE("The search finds dossiers: a tap opens one (SELL-1, DOS-2)")
{
    SaleDesk desk;
    desk.addAdults(1);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.press(u"done.next"_s);
    const auto sale = desk.ask([](Workplace &workplace) { return Checkout{workplace}.lastSale(); });
    REQUIRE(sale);
    find(desk, sale->dossierNumber.left(9));
    REQUIRE(desk.waitFor([&] { return desk.has(u"tile.dossier:"_s + sale->dossierNumber); }));
    desk.press(u"tile.dossier:"_s + sale->dossierNumber);
    CHECK(desk.navigator.places.back() == Place::Dossiers);
}

TEST_CASE("Between midnight and four the shelf is that of the business day, not of the calendar's (decisions 19)")
{
    SaleDesk desk;
    desk.clock.set(fromRfc3339(u"2026-11-26T00:30:00.000+01:00"_s));
    desk.press(u"tile.musee"_s);
    CHECK(desk.has(u"chip.2026-11-25"_s));
}

} // namespace guichet
