// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/usecases/Papers.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/window/TillWindow.h"
#include "ui/login/LoginScreen.h"
#include "ui/widgets/DataTable.h"
#include "ui/widgets/PinPad.h"
#include "ui/widgets/Translation.h"

#include <QApplication>
#include <QScopeGuard>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

TEST_CASE("A tile and a code lead to the opening, the opening to the sale (ACC-2)")
{
    TillWindow desk{TillWindow::Till::Closed};
    REQUIRE(desk.window->place() == Place::Login);
    desk.enterPin(u"u4"_s, u"4444"_s);
    REQUIRE(desk.window->place() == Place::Opening);
    desk.press(u"opening.open"_s);
    CHECK(desk.window->place() == Place::Sale);
    CHECK(desk.says(u"Ahmed"_s));
}

TEST_CASE("A wrong code is said, the fifth locks for a while, and the right one opens again later (ACC-2)")
{
    TillWindow desk{TillWindow::Till::Closed};
    desk.enterPin(u"u1"_s, u"9999"_s);
    CHECK(desk.says(u"pas le bon"_s));
    for (int i = 0; i < 4; ++i)
        desk.enterPin(u"u1"_s, u"9999"_s);
    desk.enterPin(u"u1"_s, u"1111"_s);
    CHECK(desk.window->place() == Place::Login);
    CHECK(desk.says(u"Trop d’essais"_s));
    desk.enterPin(u"u2"_s, u"2222"_s);
    CHECK(desk.window->place() == Place::Opening);
    desk.press(u"lock"_s);
    desk.clock.advance(std::chrono::hours{1});
    desk.enterPin(u"u1"_s, u"1111"_s);
    CHECK(desk.window->place() == Place::Opening);
}

TEST_CASE("Another user takes one tap and a code, and the cart stays (ACC-2)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"lock"_s);
    REQUIRE(desk.window->place() == Place::Login);
    CHECK_FALSE(desk.has(u"pay"_s));
    desk.enterPin(u"u2"_s, u"2222"_s);
    CHECK(desk.window->place() == Place::Sale);
    CHECK(desk.says(u"Lucas"_s));
    CHECK(desk.cart().cart.lines.size() == 1);
    CHECK(desk.button(u"pay"_s)->isEnabled());
}

TEST_CASE("The window speaks the language of who connects, without a restart, and the cart stays (ACC-2)")
{
    TillWindow desk;
    const auto backToFrench = qScopeGuard([] { installTranslation(*qApp, Language::French); }); // other tests read French
    desk.press(u"tile.grotte.adulte"_s);
    REQUIRE(desk.button(u"status"_s)->text() == u"caisse prête");
    REQUIRE(desk.says(u"MONTANT TOTAL"_s));
    desk.press(u"lock"_s);
    REQUIRE(desk.says(u"Qui est à la caisse ?"_s));
    desk.enterPin(u"u3"_s, u"3333"_s);
    REQUIRE(desk.window->place() == Place::Sale);
    CHECK(desk.button(u"status"_s)->text() == u"kassa klaar");
    CHECK(desk.says(u"Sofie"_s));
    CHECK_FALSE(desk.says(u"MONTANT TOTAL"_s));
    CHECK(desk.cart().cart.lines.size() == 1);
    REQUIRE(desk.has(u"pay"_s));
    desk.press(u"pay"_s);
    CHECK(desk.window->place() == Place::Payment);
    desk.press(u"lock"_s);
    CHECK(desk.says(u"Wie staat aan de kassa?"_s)); // mostly the same person comes back
    desk.enterPin(u"u1"_s, u"1111"_s);
    CHECK(desk.button(u"status"_s)->text() == u"caisse prête");
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    CHECK(desk.cart().cart.lines.empty());
}

TEST_CASE("Whose language has no translation reads the language before the connection (ACC-2)")
{
    TillWindow desk;
    const auto backToFrench = qScopeGuard([] { installTranslation(*qApp, Language::French); }); // other tests read French
    desk.press(u"lock"_s);
    desk.enterPin(u"u3"_s, u"3333"_s);
    REQUIRE(desk.button(u"status"_s)->text() == u"kassa klaar");
    desk.ask([](Workplace &workplace) {
        workplace.user->language = Language::German;
        return true;
    });
    desk.window->start();
    desk.settleAll();
    CHECK(desk.button(u"status"_s)->text() == u"caisse prête");
}

TEST_CASE("A till that nobody touches locks itself (ACC-2)")
{
    TillWindow desk;
    desk.ask([](Workplace &workplace) {
        workplace.settings.lockAfterIdleSeconds = 1;
        return true;
    });
    desk.window->refresh();
    CHECK(desk.waitFor([&] { return desk.window->place() == Place::Login; }));
}

namespace {

/// Another till says it of Marie, who is connected here; the till has just heard of it.
void sayOfMarie(TillWindow &desk, const QString &field, const QJsonValue &value)
{
    desk.ask([field, value](Workplace &workplace) {
        DocumentFeed feed{workplace.db()};
        const QDateTime at = workplace.now();
        SharedChange change{.kind = DocumentKind::User, .key = u"u1"_s, .stamp = {hlcOf(at.addSecs(60)), u"other"_s}, .fields = {}};
        change.fields[field] = {.value = value, .over = {}};
        change.at = at;
        REQUIRE(inTransaction(workplace.db(), [&]() -> Result<> {
            TRY(feed.begin(workplace.tillUid(), true, {.user = {}, .at = at}));
            TRY(feed.take(change, at));
            return workplace.documentsChanged();
        }));
        return true;
    });
    desk.window->refreshAll();
    desk.settleAll();
}

} // namespace

TEST_CASE("Who rises at another till is confirmed by an administrator alone: the window asks nobody else (decisions 25)")
{
    TillWindow desk;
    sayOfMarie(desk, u"role"_s, u"manager"_s);
    desk.window->go(Place::Help, u"users"_s);
    desk.settleAll();
    desk.window->findChild<DataTable *>(u"users.table"_s)->selectId(u"0"_s);
    desk.press(u"users.confirm"_s);
    CHECK(desk.says(u"accord d’un administrateur"_s));
    CHECK_FALSE(desk.has(u"chip.u4"_s)); // a manager
    desk.enterPin(u"u5"_s, u"5555"_s);
    CHECK(desk.ask([](Workplace &workplace) { return workplace.user->role; }) == Role::Manager);
}

TEST_CASE("Who is blocked at another till is refused at the next step here, and the cart stays for the next (decisions 25)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    sayOfMarie(desk, u"active"_s, false);
    if (desk.window->place() == Place::Sale)
        desk.press(u"tile.grotte.enfant"_s);
    REQUIRE(desk.window->place() == Place::Login);
    CHECK_FALSE(desk.has(u"chip.u1"_s));
    desk.enterPin(u"u2"_s, u"2222"_s);
    CHECK(desk.window->place() == Place::Sale);
    CHECK(desk.cart().cart.lines.size() == 1);
}

TEST_CASE("Two managers approve on one cart: both names are with the sale and on its receipt (ACC-2)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"tile.grotte.enfant"_s);
    const std::vector<CartLine> lines = desk.cart().cart.lines;
    desk.press(u"line."_s + lines.front().id.toString());
    desk.press(u"line.price"_s);
    desk.type(u"10"_s);
    desk.press(u"chip."_s + desk.ask([](Workplace &workplace) {
        return std::ranges::find(workplace.catalogue->reasons, Reason::Kind::PriceChange, &Reason::kind)->key;
    }));
    desk.press(u"price.confirm"_s);
    CHECK(desk.cart().balance.total == Money::fromCents(2700));
    desk.enterPin(u"u4"_s, u"4444"_s);
    CHECK(desk.cart().balance.total == Money::fromCents(2100));
    desk.press(u"line."_s + lines.back().id.toString());
    desk.press(u"line.free"_s);
    desk.press(u"chip.presse"_s);
    desk.press(u"free.confirm"_s);
    desk.enterPin(u"u5"_s, u"5555"_s);
    CHECK(desk.cart().balance.total == Money::fromCents(1000));
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    const Fact sale = desk.lastFact(FactType::Sale);
    CHECK(sale.body.actor.approver == u"u4 u5");
    const Result<SaleContent> content = saleContentFromJson(sale.content);
    REQUIRE(content);
    CHECK(content->lines[0].priced.changes.front().approver == u"u4");
    CHECK(content->lines[1].priced.changes.front().approver == u"u5");
    const ReceiptContext receipt = desk.ask([sale](Workplace &workplace) { return receiptContext(workplace, sale, Language::French); });
    CHECK(receipt.approverName == u"Ahmed, Claire");
}

namespace {

/// A ticket is to be given away: the approval of a user is asked for.
void giveTicketAway(TillWindow &desk)
{
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"line."_s + desk.cart().cart.lines.front().id.toString());
    desk.press(u"line.free"_s);
    desk.press(u"chip.presse"_s);
    desk.press(u"free.confirm"_s);
}

} // namespace

TEST_CASE("The code of an approval is typed wherever the last touch was")
{
    TillWindow desk;
    giveTicketAway(desk);
    desk.press(u"chip.u4"_s);
    auto *sheet = desk.window->findChild<QWidget *>(u"approvalSheet"_s);
    REQUIRE(sheet);
    const auto *pad = sheet->findChild<PinPad *>();
    REQUIRE(pad);
    desk.button(u"chip.u4"_s)->setFocus(Qt::TabFocusReason);
    desk.type(u"44"_s);
    CHECK(pad->length() == 2);
    QTest::mouseClick(sheet, Qt::LeftButton, {}, {4, sheet->height() - 4}); // where the second touch of a button lands
    desk.type(u"44"_s);
    CHECK(pad->length() == 4);
    desk.key(Qt::Key_Return);
    CHECK(desk.waitFor([&] { return desk.cart().balance.total.isZero(); }));
}

TEST_CASE("A question that is left by PAYER does not stand over the payment, and is not there on return")
{
    TillWindow desk;
    giveTicketAway(desk);
    REQUIRE(desk.waitFor([&] { return desk.says(u"Accord d’un utilisateur"_s); }));
    desk.press(u"pay"_s);
    CHECK(desk.window->place() == Place::Payment);
    CHECK_FALSE(desk.says(u"Accord d’un utilisateur"_s));
    desk.key(Qt::Key_Escape);
    CHECK(desk.waitFor([&] { return desk.window->place() == Place::Sale; }));
    CHECK_FALSE(desk.has(u"free.confirm"_s));
    CHECK_FALSE(desk.says(u"Accord d’un utilisateur"_s));
    CHECK(desk.cart().balance.total == Money::fromCents(1600)); // nothing was given
}

TEST_CASE("A scan while an approval is asked for sells nothing, and says so")
{
    TillWindow desk;
    giveTicketAway(desk);
    REQUIRE(desk.waitFor([&] { return desk.says(u"Accord d’un utilisateur"_s); }));
    desk.window->takeScan(u"5412345000013"_s);
    CHECK(desk.waitFor([&] { return desk.says(u"Scan non pris : l’accord d’un utilisateur est attendu"_s); }));
    CHECK(desk.cart().cart.lines.size() == 1);
}

TEST_CASE("A code is that of a person, with its apostrophe")
{
    CHECK(codeOf(u"Marie"_s) == u"Code de Marie");
    CHECK(codeOf(u"Ahmed"_s) == u"Code d’Ahmed");
    CHECK(codeOf(u"Élise"_s) == u"Code d’Élise");
    CHECK(codeOf(u"Yves"_s) == u"Code d’Yves");
    CHECK(codeOf(u"Yannick"_s) == u"Code de Yannick");
}

TEST_CASE("A day that was not closed is closed first, by anybody, then the new one opens (decisions 19)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.clock.advance(std::chrono::hours{24});
    desk.restart();
    REQUIRE(desk.window->place() == Place::Opening);
    CHECK_FALSE(desk.has(u"opening.open"_s));
    desk.key(Qt::Key_F12); // FERMER CETTE JOURNÉE
    REQUIRE(desk.window->place() == Place::Closing);
    desk.press(u"closing.close"_s);
    desk.press(u"closing.close"_s);
    desk.press(u"closed.done"_s);
    REQUIRE(desk.window->place() == Place::Opening); // OUVRIR LA CAISSE, without another PIN
    const auto numbers = desk.ask([](Workplace &workplace) { return TillDesk{workplace}.zNumbers(); });
    REQUIRE(numbers);
    CHECK(numbers->size() == 1);
    desk.press(u"opening.open"_s);
    CHECK(desk.window->place() == Place::Sale);
}

namespace {

void hearOfCentre(TillWindow &desk, const CentreState &state)
{
    desk.ask([&](Workplace &workplace) {
        workplace.centre = state;
        return true;
    });
    desk.window->showCentre(state);
    desk.settleAll();
}

} // namespace

TEST_CASE("A machine that was replaced says in the top bar to close its day, and no more once it is closed")
{
    const auto word = [](TillWindow::Till till) {
        TillWindow desk{till};
        hearOfCentre(desk, {.enrolled = true, .trouble = ErrorCode::TillReplaced});
        return desk.button(u"status"_s)->text();
    };
    CHECK(word(TillWindow::Till::OpenForMarie) == u"caisse remplacée : fermez la journée");
    CHECK(word(TillWindow::Till::Closed) == u"caisse remplacée");
}

TEST_CASE("A till that its centre took away says so in the top bar, and what to do; the open page of the centre hears what comes next")
{
    TillWindow desk;
    const auto hears = [&](const CentreState &state) { hearOfCentre(desk, state); };
    hears({.enrolled = true, .trouble = ErrorCode::TillRevoked});
    CHECK(desk.button(u"status"_s)->text() == u"caisse retirée : appelez un responsable");
    CHECK(desk.button(u"status"_s)->toolTip().contains(u"finir la journée"_s));
    hears({.enrolled = true, .trouble = ErrorCode::CentreNotTrusted});
    CHECK(desk.button(u"status"_s)->toolTip().contains(u"technicien"_s));
    hears({.enrolled = true, .waiting = 300, .trouble = ErrorCode::CentreUnreachable});
    desk.window->go(Place::Help, u"centre"_s);
    desk.settleAll();
    REQUIRE(desk.says(u"300 écritures"_s));
    hears({.enrolled = true, .waiting = 12});
    CHECK(desk.says(u"12 écritures"_s));
    const QDateTime now = desk.ask([](Workplace &workplace) { return workplace.now(); });
    hears({.enrolled = true, .lastContact = now});
    CHECK(desk.says(u"tout est envoyé"_s));
}

} // namespace guichet
