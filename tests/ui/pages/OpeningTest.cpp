// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/CentreTrouble.h"
#include "core/ledger/MachineState.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/more/HelpSheet.h"
#include "ui/opening/OpeningScreen.h"
#include "ui/widgets/Banner.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

TillState stateOf(PageDesk &desk)
{
    return *desk.ask([](Workplace &workplace) { return TillDesk{workplace}.state(); });
}

void sayReplaced(PageDesk &desk)
{
    desk.ask([](Workplace &workplace) {
        REQUIRE(setMachineState(workplace.db(), centretrouble::up, codeName(ErrorCode::TillReplaced)));
        return true;
    });
}

/// By the word on it.
void pressWord(PageDesk &desk, const QString &word)
{
    const auto buttons = desk.findChildren<QAbstractButton *>();
    const auto found = std::ranges::find_if(buttons, [&](const auto *button) { return button->isVisible() && button->text() == word; });
    REQUIRE(found != buttons.end());
    (*found)->click();
    desk.settleAll();
}

/// Closes the running session with 200,00 € left as float.
void closeWithFloat(PageDesk &desk)
{
    desk.ask([](Workplace &workplace) {
        CloseRequest request;
        request.countedCash = Money::fromCents(25'000);
        request.nextFloat = Money::fromCents(20'000);
        REQUIRE(TillDesk{workplace}.close(CommandId::generate(), request));
        return true;
    });
}

} // namespace

TEST_CASE("The float of the last Z is confirmed with one tap")
{
    PageDesk desk;
    closeWithFloat(desk);
    desk.open<OpeningScreen>();
    CHECK(desk.text(u"opening.date"_s) == u"mercredi 25 novembre 2026"_s);
    CHECK(desk.button(u"opening.open"_s)->text().contains(u"200,00"_s));
    desk.press(u"opening.open"_s);
    CHECK(stateOf(desk).phase == TillState::Phase::Open);
    CHECK(desk.navigator.places.back() == Place::Sale);
}

TEST_CASE("A counted float says its difference and is recorded")
{
    PageDesk desk;
    closeWithFloat(desk);
    auto *page = desk.open<OpeningScreen>();
    auto *fifties = page->findChild<QWidget *>(u"count.5000"_s);
    REQUIRE(fifties);
    for (int i = 0; i < 3; ++i)
        fifties->findChild<QAbstractButton *>(u"plus"_s)->click();
    CHECK(desk.text(u"opening.difference"_s).contains(u"50,00"_s));
    desk.pictures(u"opening-counted"_s);
    desk.press(u"opening.open"_s);
    const Result<Report> report = desk.ask([](Workplace &workplace) { return TillDesk{workplace}.preview(); });
    REQUIRE(report);
    CHECK(report->cash.openingFloat == Money::fromCents(15'000));
    CHECK(report->cash.openingDifference == Money::fromCents(-5'000));
}

TEST_CASE("Nothing counted is no float, not the proposed one")
{
    PageDesk desk;
    closeWithFloat(desk);
    auto *page = desk.open<OpeningScreen>();
    auto *fifties = page->findChild<QWidget *>(u"count.5000"_s);
    fifties->findChild<QAbstractButton *>(u"plus"_s)->click();
    fifties->findChild<QAbstractButton *>(u"minus"_s)->click();
    desk.press(u"opening.open"_s);
    CHECK(desk.ask([](Workplace &workplace) { return TillDesk{workplace}.preview(); })->cash.openingFloat.isZero());
}

TEST_CASE("A long silence asks for the date before opening")
{
    PageDesk desk;
    closeWithFloat(desk);
    desk.clock.advance(std::chrono::hours{30});
    desk.open<OpeningScreen>();
    desk.press(u"opening.open"_s);
    CHECK(stateOf(desk).phase == TillState::Phase::Closed);
    CHECK(desk.has(u"opening.open"_s));
    desk.pictures(u"opening-date"_s);
    desk.press(u"opening.open"_s);
    CHECK(stateOf(desk).phase == TillState::Phase::Open);
}

TEST_CASE("A day that was not closed leads to its closing")
{
    PageDesk desk;
    desk.clock.advance(std::chrono::hours{24});
    desk.open<OpeningScreen>();
    desk.pictures(u"opening-earlier-day"_s);
    CHECK_FALSE(desk.has(u"opening.open"_s));
    pressWord(desk, u"FERMER CETTE JOURNÉE"_s);
    REQUIRE_FALSE(desk.navigator.places.empty());
    CHECK(desk.navigator.places.back() == Place::Closing);
}

TEST_CASE("A machine that was replaced says which till it was, and offers no float")
{
    PageDesk desk;
    closeWithFloat(desk);
    auto *page = desk.open<OpeningScreen>();
    REQUIRE(desk.has(u"opening.open"_s));
    sayReplaced(desk);
    desk.press(u"opening.open"_s); // the page was there before the centre said so
    CHECK(desk.navigator.refusals == std::vector{ErrorCode::TillReplaced});
    desk.settleAll();
    CHECK_FALSE(desk.has(u"opening.open"_s));
    const auto labels = page->findChildren<QLabel *>();
    CHECK(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == u"La caisse « Accueil » est maintenant sur une autre machine"_s;
    }));
    CHECK(stateOf(desk).phase == TillState::Phase::Closed);
}

TEST_CASE("At a machine that was replaced an administrator opens all the same, once it was said what that means")
{
    PageDesk desk;
    closeWithFloat(desk);
    sayReplaced(desk);
    auto *page = desk.open<OpeningScreen>();
    desk.pictures(u"opening-replaced"_s);
    pressWord(desk, u"Ouvrir ici quand même…"_s);
    page->enter({}); // a lock in between: whoever comes next reads it first
    desk.settleAll();
    CHECK_FALSE(desk.has(u"opening.open"_s));
    pressWord(desk, u"Ouvrir ici quand même…"_s);
    CHECK(page->findChild<Banner *>(u"opening.question"_s)->text().contains(u"dans aucun Z de l’autre"_s));
    page->findChild<QWidget *>(u"count.5000"_s)->findChild<QAbstractButton *>(u"plus"_s)->click();
    desk.press(u"opening.reset"_s);
    CHECK(desk.has(u"opening.open"_s)); // another float asks nothing again
    desk.pictures(u"opening-all-the-same"_s);
    desk.press(u"opening.open"_s);
    CHECK(desk.navigator.refusals == std::vector{ErrorCode::NeedsAdministrator});
    CHECK(stateOf(desk).phase == TillState::Phase::Closed);
    desk.ask([](Workplace &workplace) { return Staff{workplace}.approve(u"Claire"_s, u"5555"_s).has_value(); });
    desk.navigator.lastRetry();
    desk.settleAll();
    CHECK(stateOf(desk).phase == TillState::Phase::Open);
    CHECK(desk.navigator.places.back() == Place::Sale);
}

TEST_CASE("A count stays when the page is shown again, until the till is opened")
{
    PageDesk desk;
    closeWithFloat(desk);
    auto *page = desk.open<OpeningScreen>();
    page->findChild<QWidget *>(u"count.5000"_s)->findChild<QAbstractButton *>(u"plus"_s)->click();
    page->enter({}); // help, or a lock, in between
    desk.settleAll();
    CHECK(desk.button(u"opening.open"_s)->text().contains(u"50,00"_s));
    desk.press(u"opening.open"_s);
    closeWithFloat(desk);
    page->enter({});
    desk.settleAll();
    CHECK(desk.button(u"opening.open"_s)->text().contains(u"200,00"_s));
}

TEST_CASE("A drawer is counted without a mouse: figures, Enter from value to value, then the button")
{
    PageDesk desk;
    closeWithFloat(desk);
    desk.open<OpeningScreen>();
    desk.activateWindow();
    desk.settleAll();
    const auto focused = [] { return QApplication::focusWidget()->parentWidget()->objectName(); };
    REQUIRE(QApplication::focusWidget());
    CHECK(focused() == u"count.10000"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"3"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(focused() == u"count.5000"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(focused() == u"count.2000"_s);
    for (int row = 0; row < 11; ++row)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    CHECK(QApplication::focusWidget() == desk.button(u"opening.open"_s));
    CHECK(desk.button(u"opening.open"_s)->text().contains(u"300,00"_s));
}

TEST_CASE("A key does not press what the help covers")
{
    PageDesk desk;
    closeWithFloat(desk);
    auto *page = desk.open<OpeningScreen>();
    desk.activateWindow();
    HelpSheet help{page};
    help.open();
    desk.settleAll();
    QTest::keyClick(&desk, Qt::Key_F12);
    desk.settleAll();
    CHECK(stateOf(desk).phase == TillState::Phase::Closed);
    help.close();
    QTest::keyClick(&desk, Qt::Key_F12);
    desk.settleAll();
    CHECK(stateOf(desk).phase == TillState::Phase::Open);
}

TEST_CASE("The first float of a till is no surplus")
{
    TillState till;
    till.businessDate = QDate{2026, 11, 23};
    CHECK_FALSE(presentOpening(till, {}).floatOrigin.contains(u"dernière fermeture"_s));
    const OpeningState counted = presentOpening(till, {.way = OpeningInput::Way::Counted, .amount = Money::fromCents(15'000)});
    CHECK(counted.differenceTone == Tone::Positive);
    CHECK_FALSE(counted.difference.contains(u"de trop"_s));
    CHECK(counted.opening == Money::fromCents(15'000));
    CHECK_FALSE(counted.canReset); // no earlier closing has proposed one
    till.expectedFloat = Money::fromCents(20'000);
    CHECK(presentOpening(till, {.way = OpeningInput::Way::Counted, .amount = Money::fromCents(15'000)}).canReset);
}

TEST_CASE("The state of the opening follows what is typed")
{
    TillState till;
    till.tillName = u"Accueil"_s;
    till.businessDate = QDate{2026, 11, 23};
    till.expectedFloat = Money::fromCents(25'000);
    const OpeningState proposed = presentOpening(till, {});
    CHECK(proposed.opening == till.expectedFloat);
    CHECK_FALSE(proposed.canReset);
    const OpeningState more = presentOpening(till, {.way = OpeningInput::Way::Typed, .amount = Money::fromCents(26'000)});
    CHECK(more.differenceTone == Tone::Warning);
    CHECK(more.difference.contains(u"de trop"_s));
    const OpeningState equal = presentOpening(till, {.way = OpeningInput::Way::Counted, .amount = Money::fromCents(25'000)});
    CHECK(equal.differenceTone == Tone::Positive);
}

} // namespace guichet
