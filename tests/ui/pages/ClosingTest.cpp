// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/BackOffice.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/LinkedTerminal.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/closing/ClosingScreen.h"
#include "ui/closing/ClosingView.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/DataTable.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

void count(PageDesk &desk, int cents, int pieces)
{
    auto *row = desk.findChild<QWidget *>(u"count.%1"_s.arg(cents));
    REQUIRE(row);
    for (int i = 0; i < pieces; ++i)
        row->findChild<QAbstractButton *>(u"plus"_s)->click();
}

std::vector<ZNumber> zNumbers(PageDesk &desk)
{
    return *desk.ask([](Workplace &workplace) { return TillDesk{workplace}.zNumbers(); });
}

Report lastZ(PageDesk &desk)
{
    return *desk.ask([](Workplace &workplace) {
        const TillDesk till{workplace};
        return till.zReport(till.zNumbers()->front());
    });
}

} // namespace

TEST_CASE("The drawer is counted, the difference is said, the second tap closes without a comment")
{
    PageDesk desk;
    desk.sellMorning();
    desk.open<ClosingScreen>();
    count(desk, 5000, 6);
    count(desk, 2000, 4);
    desk.press(u"closing.allRight"_s);
    desk.pictures(u"closing"_s);
    desk.press(u"closing.close"_s);
    CHECK(zNumbers(desk).empty());
    desk.pictures(u"closing-warned"_s);
    desk.press(u"closing.close"_s);
    REQUIRE(zNumbers(desk).size() == 1);
    const Report z = lastZ(desk);
    CHECK(z.cash.counted);
    CHECK(z.cash.countedAmount == Money::fromCents(38'000));
    CHECK(z.cash.nextFloat == Money::fromCents(25'000));
    CHECK(z.cash.bankDrop == Money::fromCents(13'000));
    for (const MethodTotal &method : z.methods)
        CHECK(method.counted);
    desk.pictures(u"closing-done"_s);
    desk.press(u"closed.done"_s);
    CHECK(desk.navigator.places.back() == Place::Login);
    CHECK_FALSE(desk.ask([](Workplace &workplace) { return Staff{workplace}.current().has_value(); }));
}

TEST_CASE("A closing without a count closes after a second tap, and the count is missing in the Z")
{
    PageDesk desk;
    desk.sell();
    desk.open<ClosingScreen>();
    desk.press(u"closing.close"_s);
    CHECK(zNumbers(desk).empty());
    desk.press(u"closing.close"_s);
    CHECK_FALSE(lastZ(desk).cash.counted);
}

TEST_CASE("On a small screen what is asked leaves the figures of the day in place; they scroll where they have no room")
{
    ClosingState state;
    state.net = Money::fromCents(19'962);
    for (int i = 0; i < 6; ++i)
        state.summary.push_back({.label = u"TVA 6 % sur %1"_s.arg(i), .amount = Money::fromCents(i)});
    ClosingView view;
    view.resize(1008, 640);
    view.show();
    view.render(state);
    const auto *rows = view.findChild<QScrollArea *>(u"closing.rows"_s);
    REQUIRE(rows);
    REQUIRE(QTest::qWaitFor([rows] { return rows->height() > 40 && rows->verticalScrollBar()->maximum() == 0; })); // all of them
    state.asksComment = true;
    state.difference = u"Commentaire sur l’écart de −127,80 €"_s;
    state.warning = u"Un mot sur l’écart aide à le retrouver. Touchez encore une fois pour fermer sans commentaire."_s;
    view.render(state);
    QTest::qWait(0);
    CHECK(rows->isVisible());
    CHECK(rows->height() >= 40);
    CHECK(rows->findChildren<MoneyRow *>().size() == 6);
    const auto *close = view.findChild<BigButton *>(u"closing.close"_s);
    CHECK(close->mapTo(&view, close->rect().bottomRight()).y() < view.height());
    state.summary.clear(); // counting blindly
    view.render(state);
    CHECK_FALSE(rows->isVisible());
}

TEST_CASE("Two taps without a breath make one Z")
{
    PageDesk desk;
    desk.open<ClosingScreen>();
    count(desk, 5000, 5);
    QAbstractButton *close = desk.button(u"closing.close"_s);
    close->click();
    close->click();
    desk.settleAll();
    CHECK(zNumbers(desk).size() == 1);
}

TEST_CASE("A blind count shows neither what is expected nor the difference")
{
    PageDesk desk;
    desk.sell();
    const Result<ClosingFacts> facts = desk.ask([](Workplace &workplace) -> Result<ClosingFacts> {
        TRY_LET(till, TillDesk{workplace}.state());
        TRY_LET(report, TillDesk{workplace}.preview());
        return ClosingFacts{.till = till, .report = report, .nextZ = {.number = 1}, .blind = true, .catalogue = workplace.catalogue};
    });
    REQUIRE(facts);
    ClosingInput input{.counted = true};
    input.count.set(5000, 1);
    const ClosingState state = presentClosing(*facts, input);
    CHECK_FALSE(state.asksComment);
    CHECK_FALSE(state.showsNet);
    CHECK_FALSE(state.offersX); // an X says what is in the drawer
    CHECK(state.summary.empty());
    for (const TableRow &row : state.methods) {
        CHECK(row.cells[2] == u"—"_s);
        CHECK(row.cells[4].isEmpty());
    }
    auto *page = new ClosingScreen{desk.context(), &desk};
    desk.show(page);
    page->showFacts(*facts);
    desk.pictures(u"closing-blind"_s);
    CHECK_FALSE(desk.has(u"closing.report"_s));
}

TEST_CASE("Counting blindly, the first tap says that something differs and asks for a word, without a figure")
{
    PageDesk desk;
    desk.sell();
    const auto facts = desk.ask([](Workplace &workplace) -> Result<ClosingFacts> {
        TRY_LET(till, TillDesk{workplace}.state());
        TRY_LET(report, TillDesk{workplace}.preview());
        return ClosingFacts{.till = till, .report = report, .nextZ = {.number = 1}, .blind = true, .catalogue = workplace.catalogue};
    });
    REQUIRE(facts);
    ClosingInput input{.counted = true};
    input.count.set(5000, 1);
    input.warned = true;
    CHECK_FALSE(presentClosing(*facts, input).warning.isEmpty());
    input.saidDifference = true;
    input.warned = false; // the comment is being typed
    const ClosingState asked = presentClosing(*facts, input);
    CHECK(asked.asksComment);
    CHECK_FALSE(asked.difference.contains(u','));
    input.comment = u"Monnaie rendue deux fois"_s;
    input.warned = true;
    CHECK(presentClosing(*facts, input).warning.isEmpty());
}

TEST_CASE("A seller who may not close is told before he counts the drawer")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    desk.open<ClosingScreen>();
    REQUIRE(desk.navigator.refusals.size() == 1);
    CHECK(desk.navigator.refusals.front() == ErrorCode::NotAllowed);
    CHECK(desk.navigator.places.back() == Place::Sale);
}

TEST_CASE("A late closing leaves what is expected in the drawer, and opens the day without a second PIN (decisions 19)")
{
    PageDesk desk{PageDesk::Till::Open, u"Marie"_s, u"1111"_s};
    desk.sell();
    desk.clock.advance(std::chrono::hours{24});
    desk.ask([](Workplace &workplace) { return Staff{workplace}.logIn(u"Marie"_s, u"1111"_s).has_value(); });
    desk.open<ClosingScreen>();
    CHECK(static_cast<BigButton *>(desk.button(u"closing.float"_s))->note() == u"—"_s); // she may not see what is expected
    desk.press(u"closing.close"_s);
    desk.press(u"closing.close"_s);
    const TillState till = *desk.ask([](Workplace &workplace) { return TillDesk{workplace}.state(); });
    REQUIRE(till.phase == TillState::Phase::Closed);
    CHECK(till.expectedFloat > Money::fromCents(25'000)); // the float and the cash of the sale
    desk.press(u"closed.done"_s);
    CHECK(desk.navigator.places.back() == Place::Opening);
    CHECK(desk.ask([](Workplace &workplace) { return Staff{workplace}.current().has_value(); }));
}

TEST_CASE("The float that is proposed late is what the Z will leave")
{
    ClosingFacts facts;
    facts.report.cash.openingFloat = Money::fromCents(25'000);
    facts.report.cash.sales = Money::fromCents(4'000);
    CHECK(proposedFloat(facts, {}) == Money::fromCents(25'000));
    facts.report.lateClosing = true;
    CHECK(proposedFloat(facts, {}) == Money::fromCents(29'000));
}

TEST_CASE("A method is counted by a tap on its row")
{
    PageDesk desk;
    desk.sell(u"transfer"_s);
    auto *page = desk.open<ClosingScreen>();
    auto *table = page->findChild<DataTable *>(u"closing.methods"_s);
    int row = 0;
    while (table->model()->index(row, 0).data().toString() == u"Espèces"_s)
        ++row;
    desk.pressRow(u"closing.methods"_s, row);
    desk.press(u"pad.5"_s);
    desk.pictures(u"closing-method"_s);
    desk.press(u"amount.confirm"_s);
    CHECK(table->model()->index(row, 3).data().toString() == u"5,00"_s);
    count(desk, 5000, 5);
    CHECK(desk.findChild<QPlainTextEdit *>(u"closing.comment"_s)->isVisible());
    desk.findChild<QPlainTextEdit *>(u"closing.comment"_s)->setPlainText(u"virement pas encore arrivé"_s);
    desk.press(u"closing.close"_s);
    CHECK(zNumbers(desk).size() == 1);
}

namespace {

/// A desk whose terminal is linked, by ZVT, and keeps no secret.
void linkTerminal(PageDesk &desk, LinkedTerminal &terminal)
{
    desk.terminals = std::make_unique<TerminalThread>(terminal, desk.till);
    TerminalSettings settings;
    settings.kind = u"zvt-tcp"_s;
    settings.address = u"192.0.2.10"_s;
    desk.ask([settings](Workplace &workplace) {
        REQUIRE(Staff{workplace}.logIn(u"Claire"_s, u"5555"_s));
        REQUIRE(TerminalDesk{workplace}.save({}, settings));
        return true;
    });
}

} // namespace

TEST_CASE("The terminal's totals are seen before the closing and stand in the Z with the difference; its day ends with the till's")
{
    LinkedTerminal terminal;
    terminal.counted.rows = {{u"Bancontact"_s, 2, Money::fromCents(4'500)}};
    PageDesk desk;
    linkTerminal(desk, terminal);
    desk.sell();
    desk.open<ClosingScreen>();
    REQUIRE(desk.waitFor([&] { return desk.text(u"closing.terminal"_s).contains(u"45,00"_s); }));
    CHECK(desk.text(u"closing.terminal"_s).contains(u"écart 45,00"_s));
    desk.pictures(u"closing-terminal"_s);
    desk.press(u"closing.close"_s);
    desk.press(u"closing.close"_s);
    REQUIRE(desk.waitFor([&] { return !zNumbers(desk).empty(); }));
    REQUIRE(lastZ(desk).terminals.size() == 1);
    const TerminalComparison compared = lastZ(desk).terminals.front();
    CHECK(compared.answered);
    CHECK(compared.dayEnded);
    CHECK(compared.difference() == Money::fromCents(4'500));
    CHECK(terminal.asked() == std::vector<bool>{false, true});
    desk.pictures(u"closing-terminal-done"_s);
    desk.terminals->stop();
}

TEST_CASE("A terminal that ends its day too slowly is not waited for: one more tap closes, and the Z says what is known")
{
    LinkedTerminal terminal;
    terminal.holdDayEnd(true);
    PageDesk desk;
    linkTerminal(desk, terminal);
    desk.sell();
    desk.open<ClosingScreen>();
    REQUIRE(desk.waitFor([&] { return !desk.text(u"closing.terminal"_s).isEmpty() && terminal.asked().size() == 1; }));
    desk.press(u"closing.close"_s);
    desk.press(u"closing.close"_s);
    CHECK(zNumbers(desk).empty());
    CHECK(desk.button(u"closing.close"_s)->text() == u"NE PAS ATTENDRE"_s);
    desk.press(u"closing.close"_s);
    REQUIRE(zNumbers(desk).size() == 1);
    CHECK_FALSE(lastZ(desk).terminals.front().dayEnded);
    desk.terminals->stop();
}

TEST_CASE("A terminal that does not answer never keeps the till open")
{
    LinkedTerminal terminal;
    terminal.isUnplugged = true;
    PageDesk desk;
    linkTerminal(desk, terminal);
    desk.open<ClosingScreen>();
    REQUIRE(desk.waitFor([&] { return desk.text(u"closing.terminal"_s).contains(u"n’a pas donné"_s); }));
    desk.press(u"closing.close"_s);
    desk.press(u"closing.close"_s);
    REQUIRE(desk.waitFor([&] { return !zNumbers(desk).empty(); }));
    CHECK_FALSE(lastZ(desk).terminals.front().answered);
    desk.terminals->stop();
}

} // namespace guichet
