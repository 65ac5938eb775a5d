// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/DoubleClickTime.h"
#include "tests/ui/support/LinkedTerminal.h"
#include "tests/ui/support/SaleDesk.h"

#include "core/usecases/Staff.h"
#include "ui/payment/CardPage.h"

#include <QLineEdit>
#include <QPixmap>
#include <QThread>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The cart is on the terminal; the cashier is asked what it shows.
void startCard(SaleDesk &desk)
{
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"method.bancontact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.accepted"_s); }));
}

/// The cart is on a terminal that asks so many questions; the first one is shown.
void chargeThatAsks(SaleDesk &desk, int questions)
{
    const auto linked = std::make_shared<LinkedTerminal>();
    linked->ask = desk.terminal.askCashier();
    linked->questions = questions;
    desk.terminal.choose(linked);
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"method.bancontact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.yes"_s); }));
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

TEST_CASE("A question of the terminal is answered with two keys, which are gone then")
{
    const bool yes = GENERATE(false, true);
    const DoubleClickTime none{0ms};
    SaleDesk desk;
    chargeThatAsks(desk, 1);
    CHECK(desk.text(u"card.prompt"_s) == u"Signature OK ?");
    CHECK_FALSE(desk.has(u"card.accepted"_s));
    desk.press(yes ? u"card.yes"_s : u"card.no"_s);
    REQUIRE(desk.waitFor([&] { return yes ? desk.cart->view().balance.due().isZero() : desk.has(u"card.leave"_s); }));
    CHECK_FALSE(desk.has(u"card.yes"_s));
    CHECK(desk.countFacts(FactType::Payment) == (yes ? 1 : 0));
}

TEST_CASE("A second touch of Oui is no answer to the question that the terminal asks next")
{
    const DoubleClickTime none{0ms};
    SaleDesk desk;
    chargeThatAsks(desk, 2);
    auto *page = desk.findChild<CardPage *>();
    REQUIRE(page);
    const QuestionNumber first = desk.terminal.question();
    Q_EMIT page->replied(true);
    for (int wait = 0; (!desk.terminal.isAsked() || desk.terminal.question() == first) && wait < 3'000; ++wait)
        QThread::msleep(1); // the window has not heard of it yet
    REQUIRE(desk.terminal.isAsked());
    Q_EMIT page->replied(true);
    CHECK(desk.terminal.isAsked());
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.no"_s); }));
    desk.press(u"card.no"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    CHECK(desk.countFacts(FactType::Payment) == 0);
}

TEST_CASE("A question that is drawn under a second touch does not take it as its answer, and looks the same meanwhile")
{
    DoubleClickTime time{0ms};
    SaleDesk desk;
    chargeThatAsks(desk, 2);
    const QuestionNumber first = desk.terminal.question();
    time.set(1min);
    const QImage before = desk.findChild<CardPage *>()->grab().toImage();
    desk.press(u"card.yes"_s);
    CHECK(desk.terminal.question() == first);
    CHECK(desk.button(u"card.yes"_s)->isEnabled());
    CHECK(desk.findChild<CardPage *>()->grab().toImage() == before);
    time.set(0ms);
    desk.press(u"card.yes"_s);
    time.set(1min);
    REQUIRE(desk.waitFor([&] { return desk.terminal.question() != first && desk.has(u"card.yes"_s); }));
    desk.pressTwice(u"card.yes"_s);
    CHECK(desk.terminal.isAsked());
    CHECK(desk.has(u"card.yes"_s));
    time.set(0ms);
    desk.press(u"card.no"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    CHECK(desk.countFacts(FactType::Payment) == 0);
}

TEST_CASE("All of a card payment goes by keys")
{
    SaleDesk desk;
    startCard(desk);
    for (const auto &[name, key] : {std::pair{u"card.accepted"_s, Qt::Key_F2},
                                    {u"card.declined"_s, Qt::Key_F3},
                                    {u"card.unknown"_s, Qt::Key_F4},
                                    {u"card.cancel"_s, Qt::Key_F5}})
        CHECK(desk.button(name)->shortcut() == QKeySequence{key});
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.park"_s); }));
    CHECK(desk.button(u"card.park"_s)->shortcut() == QKeySequence{Qt::Key_F12});
    CHECK(desk.button(u"card.approve"_s)->shortcut() == QKeySequence{Qt::Key_F2});
    CHECK(desk.button(u"card.reject"_s)->shortcut() == QKeySequence{Qt::Key_F3});
    CHECK(desk.button(u"card.leave"_s)->shortcut() == QKeySequence{Qt::Key_F5});
}

TEST_CASE("Esc leads from a refused card back to the payment, as its button does")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.declined"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    CHECK(desk.payment->goBack());
    CHECK(desk.has(u"cash.exact"_s));
    CHECK(desk.cart->view().cart.lines.size() == 1);
}

TEST_CASE("A code that is being typed stays while its page is drawn again, and goes with its payment")
{
    CardPage page;
    page.show();
    CardState doubtful;
    doubtful.canResolve = true;
    doubtful.amount = u"12,80"_s;
    page.render(doubtful);
    auto *code = page.findChild<QLineEdit *>(u"card.code"_s);
    page.activateWindow();
    code->setFocus();
    code->setText(u"A1B2"_s);
    page.render(doubtful);
    CHECK(code->text() == u"A1B2");
    CHECK(page.focusWidget() == code);
    doubtful.amount = u"13,80"_s;
    page.render(doubtful);
    CHECK(code->text().isEmpty());
}

TEST_CASE("Cancelling before anything was keyed leaves nothing open")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.cancel"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    CHECK(desk.waitFor([&] { return desk.cart->view().openIntents.empty(); })); // the page may paint before the ledger has answered
}

TEST_CASE("While the terminal works nothing else happens to the cart, and a scan is told so")
{
    SaleDesk desk;
    startCard(desk);
    CHECK(desk.payment->goBack());
    CHECK(desk.payment->takeScan(u"2900000000018"_s));
    desk.settleAll();
    CHECK(desk.has(u"card.accepted"_s));
    CHECK(desk.cart->view().cart.lines.size() == 1);
    CHECK(desk.navigator.refusals == std::vector{ErrorCode::IntentPending});
    desk.press(u"card.declined"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    CHECK(desk.payment->takeScan(u"2900000000018"_s)); // and joins it once the card is refused
    CHECK(desk.waitFor([&] { return desk.cart->view().cart.lines.size() == 2; }));
    CHECK(desk.has(u"cash.exact"_s));
}

TEST_CASE("A scan while a card payment is doubtful is refused aloud")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.park"_s); }));
    CHECK(desk.payment->takeScan(u"2900000000018"_s));
    desk.settleAll();
    CHECK(desk.navigator.refusals == std::vector{ErrorCode::IntentPending});
    CHECK(desk.cart->view().cart.lines.size() == 1);
    CHECK(desk.has(u"card.park"_s));
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

namespace {

/// As the terminal's doctor does: it asks the terminal, and the window asks the till again.
void answerInBackground(SaleDesk &desk, ChargeState state)
{
    REQUIRE(desk.cart->view().openIntents.size() == 1);
    const PaymentIntent intent = desk.cart->view().openIntents.front();
    const Charge found{.state = state, .authorised = state == ChargeState::Approved ? intent.asked : Money{}, .reference = {}, .text = {}};
    REQUIRE(desk.ask([&](Workplace &workplace) { return Checkout{workplace}.recordLookUp(intent.id, found).has_value(); }));
    desk.cart->refresh();
    desk.settleAll();
}

} // namespace

TEST_CASE("A doubtful card that the terminal settles in the background turns the page by itself")
{
    const bool onItsPage = GENERATE(true, false);
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.park"_s) && desk.cart->view().openIntents.size() == 1; }));
    desk.cart->refresh();
    desk.settleAll();
    CHECK(desk.has(u"card.park"_s)); // still doubtful: nothing turns
    if (!onItsPage)
        desk.press(u"card.leave"_s);
    SECTION("accepted")
    {
        answerInBackground(desk, ChargeState::Approved);
        CHECK_FALSE(desk.has(u"card.park"_s));
        CHECK(desk.button(u"validate"_s)->isEnabled());
        CHECK(desk.navigator.toasts == QStringList{u"Paiement accepté"_s});
        desk.press(u"validate"_s);
        CHECK(desk.countFacts(FactType::Sale) == 1);
    }
    SECTION("refused")
    {
        answerInBackground(desk, ChargeState::Declined);
        CHECK_FALSE(desk.has(u"card.park"_s));
        CHECK(desk.text(u"card.prompt"_s) == u"C’est éclairci : ce paiement n’est pas passé");
        desk.press(u"card.leave"_s);
        CHECK(desk.button(u"method.cash"_s)->isEnabled());
        CHECK(desk.cart->view().payments.empty());
    }
}

TEST_CASE("A card that the terminal took after somebody had said the contrary is asked about in other words")
{
    SaleDesk desk;
    startCard(desk);
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.park"_s) && desk.cart->view().openIntents.size() == 1; }));
    desk.ask([id = desk.cart->view().openIntents.front().id](Workplace &workplace) {
        REQUIRE(Staff{workplace}.logIn(u"Ahmed"_s, u"4444"_s));
        REQUIRE(Checkout{workplace}.resolve(CommandId::generate(), id, ChargeState::Declined, {}));
        return true;
    });
    answerInBackground(desk, ChargeState::Approved);
    CHECK(desk.text(u"card.prompt"_s) == u"Le terminal a fini par accepter ce montant");
    CHECK(desk.cart->view().payments.empty());
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
