// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include "core/usecases/Staff.h"
#include "ui/sale/CartRows.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/TabBar.h"
#include "ui/widgets/TileGrid.h"
#include "ui/widgets/Translation.h"

#include <QScopeGuard>
#include <QScrollArea>
#include <QTest>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString firstLine(const SaleDesk &desk)
{
    return u"line."_s + desk.cart->view().cart.lines.front().id.toString();
}

/// Whole, within what is shown of the lines.
bool isInView(const SaleDesk &desk, const QString &name)
{
    const QWidget *shown = desk.panel->findChild<QScrollArea *>()->viewport();
    const QAbstractButton *part = desk.button(name);
    return part && shown->rect().contains(
                       QRect{part->mapTo(shown->window(), QPoint{}), part->size()}.translated(-shown->mapTo(shown->window(), QPoint{})));
}

void fillCart(SaleDesk &desk)
{
    for (int i = 1; i <= 9; ++i)
        desk.addProduct(u"p00%1"_s.arg(i));
}

void showTab(SaleDesk &desk, const QString &tab)
{
    auto *tabs = desk.findChild<TabBar *>(u"tabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    desk.settleAll();
}

} // namespace

TEST_CASE("A till without formulas begins at its goods, and its tab is that of the page, also after another page")
{
    SaleDesk desk;
    const auto *tabs = desk.findChild<TabBar *>(u"tabs"_s);
    const auto *shelf = desk.findChild<TileGrid *>(u"shelf"_s);
    CHECK(tabs->current() == u"offers");
    desk.sale->setTill({.key = u"boutique"_s, .phone = false, .businessDate = QDate{2026, 11, 25}});
    desk.navigator.go(Place::Sale);
    desk.settleAll();
    CHECK(tabs->current() == u"shop");
    CHECK(shelf->tile(u"product:p001"_s));
    for (const QString &elsewhere : {u"more"_s, u"dossiers"_s}) {
        showTab(desk, elsewhere);
        CHECK(desk.navigator.places.back() == (elsewhere == u"more" ? Place::Help : Place::Dossiers));
        desk.navigator.go(Place::Sale);
        desk.settleAll();
        CHECK(tabs->current() == u"shop");
        CHECK(shelf->tile(u"product:p001"_s));
    }
}

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

TEST_CASE("A line says before payment how many places are left for this till, or that nobody has confirmed them")
{
    SaleDesk desk;
    desk.press(u"tile.grotte.adulte"_s);
    CartView view = desk.cart->view();
    const Id<CartLine> line = view.cart.lines.front().id;
    const auto shown = [&] {
        const CartState state = presentCart(view, {}, {}, {.catalogue = desk.cart->catalogue()});
        return std::pair{state.rows.back().subLine, state.rows.back().warns};
    };
    CHECK_FALSE(shown().second);
    constexpr int narrowest = 158; // what a price of three figures leaves beside it on an old screen
    const auto fits = [&] { return QFontMetrics{textFont(TextRole::Secondary)}.horizontalAdvance(shown().first) <= narrowest; };
    view.places = {{.line = line, .state = LinePlaces::State::SoldOut, .left = 30}};
    CHECK(fits());
    view.places.front().left = 3;
    CHECK(shown() == std::pair{u"Il en reste 3 ici"_s, true});
    view.places.front().left = 0;
    CHECK(shown() == std::pair{u"Plus de place ici"_s, true});
    CHECK(fits());
    view.places.front().state = LinePlaces::State::Unconfirmed;
    CHECK(shown() == std::pair{u"Places non confirmées"_s, true});
    CHECK(fits());
    REQUIRE(installTranslation(*qApp, Language::Dutch));
    const auto backToFrench = qScopeGuard([] { installTranslation(*qApp, Language::French); }); // other tests read French
    CHECK(fits());
    for (const int left : {30, 0}) {
        view.places = {{.line = line, .state = LinePlaces::State::SoldOut, .left = left}};
        CHECK(fits());
    }
}

TEST_CASE("The keys of the last line open in view, and stay there when the totals grow")
{
    SaleDesk desk;
    fillCart(desk);
    desk.press(u"line."_s + desk.cart->view().cart.lines.back().id.toString());
    CHECK(isInView(desk, u"line.plus"_s));
    CHECK(isInView(desk, u"line.comment"_s));
    desk.cart->perform([](Checkout &checkout, const CommandId &id) { return checkout.applyPromoCode(id, u"DIX10"_s, {}); });
    desk.settleAll();
    REQUIRE(desk.cart->view().cart.promoCode == u"DIX10");
    CHECK(isInView(desk, u"line.comment"_s));
}

TEST_CASE("A long title of a line takes two lines, and more height only where it must")
{
    CartLineView line;
    CartRow row{.quantity = u"2 ×"_s, .title = u"Peluche chauve-souris très grande"_s, .price = u"49,00 €"_s};
    line.render(row);
    CHECK(line.heightForWidth(312) == line.sizeHint().height()); // two lines fit the height of any line
    row.subLine = u"24,50 €"_s;
    line.render(row);
    CHECK(line.heightForWidth(312) > line.sizeHint().height());
    CHECK(line.heightForWidth(700) == line.sizeHint().height());
}

TEST_CASE("What scrolls out of the cart for the newest line goes as whole rows")
{
    SaleDesk desk;
    for (int i = 10; i <= 24; ++i) {
        desk.addProduct(u"p0%1"_s.arg(i));
        for (const CartLineView *line : desk.panel->findChildren<CartLineView *>()) {
            const int top = line->mapTo(desk.panel->findChild<QScrollArea *>()->viewport(), QPoint{}).y();
            INFO(i << ": " << top);
            CHECK((!line->isVisible() || top >= 0 || top + line->height() <= 0));
        }
    }
    CHECK(isInView(desk, u"line."_s + desk.cart->view().cart.lines.back().id.toString()));
}

TEST_CASE("The number of an open line is the line's, a thousand too")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s, 1001);
    desk.press(firstLine(desk));
    CHECK(desk.findChild<NumberField *>(u"line.count"_s)->value() == 1001);
    desk.press(u"line.plus"_s);
    CHECK(desk.cart->view().cart.lines.front().quantity == 1002);
}

TEST_CASE("One line at a time stands out: another one that is sold closes the open one")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.addProduct(u"p003"_s);
    desk.press(firstLine(desk));
    const Id<CartLine> open = desk.cart->view().cart.lines.front().id;
    const CartState state =
        presentCart(desk.cart->view(), open, desk.cart->view().cart.lines.back().id, {.catalogue = desk.cart->catalogue()});
    CHECK(std::ranges::count_if(state.rows, [](const CartRow &row) { return row.open || row.fresh; }) == 1);
    desk.addProduct(u"p002"_s);
    CHECK(desk.has(u"line.plus"_s));
    desk.addProduct(u"p004"_s);
    CHECK_FALSE(desk.has(u"line.plus"_s));
}

TEST_CASE("A torn scan in the quantity box of a line is asked about and changes nothing")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(firstLine(desk));
    auto *count = desk.findChild<NumberField *>(u"line.count"_s);
    for (const char figure : {'5', '4', '1'}) {
        QTest::keyClick(count, figure);
        desk.settleAll();
    }
    CHECK(desk.has(u"quantity.confirm"_s));
    CHECK(desk.cart->view().cart.lines.front().quantity == 54);
    desk.sale->goBack();
    CHECK(count->value() == 54);
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

TEST_CASE("All seven days and the calendar are whole in the sheet of a formula, on any screen")
{
    SaleDesk desk;
    desk.press(u"tile.grotte"_s);
    for (const int width : {1024, 1280, 1920}) {
        desk.resize(width, 768);
        desk.settleAll();
        QStringList days{u"calendar"_s};
        for (int day = 0; day < 7; ++day)
            days << QDate{2026, 11, 25}.addDays(day).toString(Qt::ISODate);
        for (const QString &day : days) {
            const QAbstractButton *chip = desk.button(u"chip."_s + day);
            INFO(width << " " << day.toStdString());
            REQUIRE(chip);
            CHECK(chip->visibleRegion().boundingRect() == chip->rect());
            CHECK(chip->width() >= chip->sizeHint().width());
        }
    }
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
