// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include "core/usecases/Staff.h"

#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString firstLine(const SaleDesk &desk)
{
    return u"line."_s + desk.cart->view().cart.lines.front().id.toString();
}

void showTab(SaleDesk &desk, const QString &tab)
{
    auto *tabs = desk.findChild<TabBar *>(u"tabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    desk.settleAll();
}

} // namespace

TEST_CASE("A quick key adds one to the next slot")
{
    SaleDesk desk;
    desk.press(u"tile.grotte.adulte"_s);
    REQUIRE(desk.cart->view().cart.lines.size() == 1);
    CHECK(desk.cart->view().cart.lines.front().visit.slot == QTime{14, 30});
    desk.press(u"tile.grotte.adulte"_s);
    CHECK(desk.cart->view().priced.lines.front().quantity == 2);
}

TEST_CASE("A tap on a line opens it: more, less, gone")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(firstLine(desk));
    desk.press(u"line.plus"_s);
    CHECK(desk.cart->view().priced.lines.front().quantity == 2);
    desk.press(u"line.minus"_s);
    CHECK(desk.cart->view().priced.lines.front().quantity == 1);
    desk.press(u"line.remove"_s);
    CHECK(desk.cart->view().cart.isEmpty());
}

TEST_CASE("A gratuity by a seller asks for an approval and is given once a manager approves")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(firstLine(desk));
    desk.press(u"line.free"_s);
    desk.press(u"chip.presse"_s);
    desk.press(u"free.confirm"_s);
    REQUIRE(desk.navigator.refusals.size() == 1);
    CHECK(desk.navigator.refusals.front() == ErrorCode::NeedsApproval);
    CHECK(desk.cart->view().balance.total == Money::fromCents(1280));
    desk.ask([](Workplace &workplace) { return Staff{workplace}.approve(u"Ahmed"_s, u"4444"_s).has_value(); });
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(desk.cart->view().balance.total.isZero());
}

TEST_CASE("The lines of the cart are only shown while paying")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(firstLine(desk));
    CHECK_FALSE(desk.has(u"line.remove"_s));
}

TEST_CASE("A formula is composed in its sheet over the shelf")
{
    SaleDesk desk;
    desk.press(u"tile.grotte"_s);
    CHECK(desk.has(u"chip.15:00"_s));
    desk.press(u"chip.15:00"_s);
    CHECK(desk.has(u"chip.calendar"_s));
}

TEST_CASE("The search finds products whatever the accents, and leaves again")
{
    SaleDesk desk;
    desk.sale->search(u"peluche loup"_s);
    desk.settleAll();
    CHECK(desk.has(u"tile.product:p002"_s));
    desk.press(u"tile.product:p002"_s);
    CHECK(desk.cart->view().cart.lines.size() == 1);
}

TEST_CASE("The shop is a tab of product tiles")
{
    SaleDesk desk;
    showTab(desk, u"shop"_s);
    CHECK(desk.has(u"tile.product:p002"_s));
}

TEST_CASE("With an empty cart the last sale is one tap away (SELL-9)")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.press(u"done.next"_s);
    desk.press(u"client"_s);
    CHECK(desk.has(u"done.reprint"_s));
}

} // namespace guichet
