// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/more/MoreScreen.h"
#include "ui/widgets/DataTable.h"

#include <QApplication>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Report preview(PageDesk &desk)
{
    return *desk.ask([](Workplace &workplace) { return TillDesk{workplace}.preview(); });
}

} // namespace

TEST_CASE("Cash out asks for an amount and a reason, once is once")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.pictures(u"more"_s);
    desk.press(u"tile.cashOut"_s);
    desk.press(u"pad.2"_s);
    desk.press(u"pad.5"_s);
    CHECK_FALSE(desk.button(u"amount.confirm"_s)->isEnabled());
    desk.press(u"chip.achat"_s);
    desk.pictures(u"more-cash"_s);
    desk.press(u"amount.confirm"_s);
    CHECK(preview(desk).cash.out == Money::fromCents(-2'500));
}

TEST_CASE("Four tiles stand in a row on an old screen, beside a scroll bar too")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.resize(1024, 500); // too low for all: a scroll bar
    desk.settleAll();
    const auto *first = desk.findChild<QWidget *>(u"tile.cashIn"_s);
    const auto *fourth = desk.findChild<QWidget *>(u"tile.drawer"_s);
    REQUIRE((first && fourth));
    CHECK(first->y() == fourth->y());
}

TEST_CASE("Keypad and keyboard write the same amount, one after the other")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.press(u"tile.cashOut"_s);
    desk.press(u"pad.2"_s); // takes no focus, nor does the page behind it
    REQUIRE(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_5);
    desk.press(u"chip.achat"_s);
    for (const Qt::Key key : {Qt::Key_Comma, Qt::Key_5, Qt::Key_0, Qt::Key_Return})
        QTest::keyClick(QApplication::focusWidget(), key);
    desk.settleAll();
    CHECK(preview(desk).cash.out == Money::fromCents(-2'550));
}

TEST_CASE("The drawer opens with a reason that the Z shows")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.press(u"tile.drawer"_s);
    desk.press(u"chip.monnaie"_s);
    desk.press(u"reason.confirm"_s);
    CHECK(preview(desk).drawerOpenings.size() == 1);
}

TEST_CASE("A seller's cash movement waits for an approval and keeps what was typed")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    desk.open<MoreScreen>();
    desk.press(u"tile.cashIn"_s);
    desk.press(u"pad.9"_s);
    desk.press(u"chip.appoint"_s);
    desk.press(u"amount.confirm"_s);
    REQUIRE(desk.navigator.refusals == std::vector{ErrorCode::NeedsApproval});
    desk.ask([](Workplace &workplace) {
        REQUIRE(Staff{workplace}.approve(u"Ahmed"_s, u"4444"_s));
        return true;
    });
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(preview(desk).cash.in == Money::fromCents(900));
}

TEST_CASE("A doubtful payment is decided by a person")
{
    PageDesk desk;
    desk.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        const Result<PaymentOutcome> asked =
            checkout.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}});
        REQUIRE(asked);
        REQUIRE(checkout.finishCharge(asked->intent, Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = {}}));
        return true;
    });
    desk.open<MoreScreen>(u"doubtful"_s);
    CHECK(desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 1);
    desk.pictures(u"more-doubtful"_s);
    desk.press(u"doubtful.declined"_s);
    CHECK(desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 0);
    CHECK(preview(desk).manualResolutions == 1);
}

TEST_CASE("What the terminal has accepted after somebody said no is a task: a manager has it given back")
{
    PageDesk desk;
    desk.terminal.manual().setScripted(true);
    const bool isNamed = GENERATE(true, false);
    desk.ask([isNamed](Workplace &workplace) {
        Checkout checkout{workplace};
        REQUIRE(checkout.addProduct(CommandId::generate(), u"p002"_s, 1));
        const Result<PaymentOutcome> asked =
            checkout.pay(CommandId::generate(), {.method = u"bancontact"_s, .amount = {}, .reference = {}, .giftCode = {}});
        REQUIRE(asked);
        REQUIRE(checkout.resolve(CommandId::generate(), asked->intent, ChargeState::Declined, {}));
        Charge late{.state = ChargeState::Approved, .authorised = asked->asked, .reference = {}, .text = {}};
        late.transaction = isNamed ? u"T7"_s : QString{};
        REQUIRE(checkout.recordLookUp(asked->intent, late));
        return true;
    });
    desk.open<MoreScreen>(u"doubtful"_s);
    CHECK(desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 1);
    REQUIRE((desk.button(u"doubtful.giveBack"_s) != nullptr) == isNamed); // only what is to be seen is found
    if (!isNamed)
        return;
    desk.pictures(u"more-late"_s);
    CHECK(desk.button(u"doubtful.approved"_s)->text() == u"Comptabiliser"); // that it is paid is known
    desk.press(u"doubtful.giveBack"_s);
    CHECK(QTest::qWaitFor([&desk] { return desk.findChild<DataTable *>(u"doubtful.table"_s)->count() == 0; }, 20'000));
    CHECK(desk.navigator.toasts.size() == 1);
    CHECK(preview(desk).manualResolutions == 1);
}

TEST_CASE("Training is entered and left from here")
{
    PageDesk desk;
    desk.open<MoreScreen>();
    desk.press(u"tile.training"_s);
    CHECK(desk.ask([](Workplace &workplace) { return workplace.training; }));
    desk.press(u"tile.training"_s);
    CHECK_FALSE(desk.ask([](Workplace &workplace) { return workplace.training; }));
}

TEST_CASE("Help and about open from their subject")
{
    PageDesk desk;
    auto *page = desk.open<MoreScreen>(u"help"_s);
    desk.pictures(u"more-help"_s);
    CHECK(page->goBack());
    CHECK_FALSE(page->goBack());
    page->enter(u"about"_s);
    desk.settleAll();
    desk.pictures(u"more-about"_s);
    CHECK(page->goBack());
}

} // namespace guichet
