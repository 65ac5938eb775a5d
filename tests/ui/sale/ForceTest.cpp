// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"

#include "core/usecases/Staff.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString half = u"chip.14:30"_s;

/// The cave takes sixty: the departure of half past two is full.
void fill(SaleDesk &desk, int adults = 60)
{
    desk.addAdults(adults);
    REQUIRE(desk.cart->view().cart.lines.front().visit.slot == QTime{14, 30});
}

void approve(SaleDesk &desk)
{
    REQUIRE(desk.navigator.refusals.back() == ErrorCode::NeedsApproval);
    desk.ask([](Workplace &workplace) { return Staff{workplace}.approve(u"Ahmed"_s, u"4444"_s).has_value(); });
    desk.navigator.lastRetry();
    desk.settleAll();
}

int unitsAt(const SaleDesk &desk, QTime slot)
{
    int units = 0;
    for (const CartLine &line : desk.cart->view().cart.lines)
        if (line.visit.slot == slot)
            units += line.quantity;
    return units;
}

void pressPlus(SaleDesk &desk, const QString &item)
{
    auto *row = desk.findChild<QWidget *>(u"item."_s + item);
    REQUIRE(row);
    row->findChild<QAbstractButton *>(u"plus"_s)->click();
    desk.settleAll();
}

} // namespace

TEST_CASE("Past the capacity a manager forces from the sheet, with a reason (SELL-4)")
{
    SaleDesk desk;
    fill(desk);
    desk.press(u"tile.grotte"_s);
    desk.press(half);
    CHECK(desk.text(u"formula.obstacle"_s).contains(u"complet"_s));
    pressPlus(desk, u"enfant"_s);
    CHECK_FALSE(desk.button(u"sheet.add"_s)->isEnabled());
    desk.press(u"chip.retard"_s);
    REQUIRE(desk.button(u"sheet.add"_s)->isEnabled());
    desk.press(u"sheet.add"_s);
    CHECK(desk.has(u"sheet.add"_s)); // the sheet stays until the answer is yes
    CHECK(unitsAt(desk, {14, 30}) == 60);
    approve(desk);
    CHECK(unitsAt(desk, {14, 30}) == 61);
    CHECK_FALSE(desk.has(u"sheet.add"_s));
}

TEST_CASE("What is refused stays chosen in the sheet: nothing is typed twice")
{
    SaleDesk desk;
    fill(desk, 59);
    desk.press(u"tile.grotte"_s);
    desk.press(half);
    pressPlus(desk, u"enfant"_s);
    pressPlus(desk, u"enfant"_s);
    desk.press(u"sheet.add"_s);
    REQUIRE(desk.has(u"sheet.add"_s));
    CHECK(desk.navigator.refusals.empty());
    CHECK_FALSE(desk.text(u"formula.obstacle"_s).isEmpty());
    desk.press(u"chip.15:00"_s);
    CHECK(desk.text(u"formula.obstacle"_s).isEmpty());
    desk.press(u"sheet.add"_s);
    CHECK(unitsAt(desk, {15, 0}) == 2);
    CHECK_FALSE(desk.has(u"sheet.add"_s));
}

TEST_CASE("A line that wants more than there are places opens the sheet with the rest, for a manager to force")
{
    SaleDesk desk;
    fill(desk);
    const QString line = u"line."_s + desk.cart->view().cart.lines.front().id.toString();
    desk.press(line);
    desk.press(u"line.plus"_s);
    REQUIRE(desk.has(u"sheet.add"_s));
    CHECK_FALSE(desk.button(u"sheet.add"_s)->isEnabled());
    desk.press(u"chip.accord-guide"_s);
    desk.press(u"sheet.add"_s);
    approve(desk);
    CHECK(unitsAt(desk, {14, 30}) == 61);
}

TEST_CASE("A line goes to another departure, and only there")
{
    SaleDesk desk;
    desk.addAdults(2);
    desk.press(u"line."_s + desk.cart->view().cart.lines.front().id.toString());
    desk.press(u"line.move"_s);
    REQUIRE(desk.has(u"sheet.add"_s));
    CHECK_FALSE(desk.button(u"sheet.add"_s)->isEnabled()); // it is there already
    CHECK_FALSE(desk.has(u"item.adulte"_s));
    desk.press(u"chip.15:00"_s);
    desk.press(u"sheet.add"_s);
    CHECK(unitsAt(desk, {15, 0}) == 2);
    CHECK(unitsAt(desk, {14, 30}) == 0);
    CHECK_FALSE(desk.has(u"sheet.add"_s));
}

TEST_CASE("An answer that comes after the sheet was closed does not open it again")
{
    SaleDesk desk;
    desk.press(u"tile.grotte"_s);
    auto *row = desk.findChild<QWidget *>(u"item.adulte"_s);
    row->findChild<QAbstractButton *>(u"plus"_s)->click(); // asks again: the answer is under way
    desk.sale->goBack();
    desk.settleAll();
    CHECK_FALSE(desk.has(u"sheet.add"_s));
}

TEST_CASE("An impatient finger on Ajouter adds once")
{
    SaleDesk desk;
    desk.press(u"tile.grotte"_s);
    pressPlus(desk, u"adulte"_s);
    desk.pressTwice(u"sheet.add"_s);
    CHECK(unitsAt(desk, {14, 30}) == 1);
}

} // namespace guichet
