// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/SaleDesk.h"
#include "ui/widgets/AmountField.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Result<SaleOutcome> lastSale(SaleDesk &desk)
{
    return desk.ask([](Workplace &workplace) { return Checkout{workplace}.lastSale(); });
}

bool onDonePage(const SaleDesk &desk)
{
    return desk.has(u"done.next"_s);
}

} // namespace

TEST_CASE("Two adults in cash are four taps, from the tile to the ticket")
{
    SaleDesk desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    REQUIRE(onDonePage(desk));
    const auto sale = lastSale(desk);
    REQUIRE(sale);
    CHECK(sale->content.lines.front().priced.quantity == 2);
    CHECK(sale->change.isZero());
    CHECK(desk.cart->view().cart.isEmpty());
}

TEST_CASE("A note that covers the total pays, validates and shows the change")
{
    SaleDesk desk;
    desk.addAdults(2);
    const Money total = desk.cart->view().balance.total;
    desk.press(u"pay"_s);
    desk.press(u"cash.%1"_s.arg(desk.cart->view().quickNotes.back().cents()));
    REQUIRE(onDonePage(desk));
    const auto sale = lastSale(desk);
    REQUIRE(sale);
    CHECK(sale->content.total == total);
    CHECK(sale->change.isPositive());
    CHECK(desk.text(u"done.amount"_s) == formatMoney(sale->change));
}

TEST_CASE("An impatient finger pays once and sells once")
{
    SaleDesk desk;
    desk.addAdults(1);
    desk.press(u"pay"_s);
    desk.pressTwice(u"cash.exact"_s);
    CHECK(desk.countFacts(FactType::Payment) == 1);
    CHECK(desk.countFacts(FactType::Sale) == 1);
    CHECK(desk.navigator.refusals.empty());
}

TEST_CASE("Two taps on a method lay one payment")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"pad.5"_s);
    desk.pressTwice(u"method.cash"_s);
    REQUIRE(desk.cart->view().payments.size() == 1);
    CHECK(desk.cart->view().payments.front().amount == cents(500));
    CHECK(desk.cart->view().balance.due() == cents(780));
}

TEST_CASE("Cash laid down can be taken back until the sale is validated")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"pad.5"_s);
    desk.press(u"method.cash"_s);
    desk.press(u"paid.0.remove"_s);
    CHECK(desk.cart->view().payments.empty());
    CHECK(desk.cart->view().balance.due() == cents(1280));
}

TEST_CASE("VALIDER is active when nothing is due, and not before")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    CHECK_FALSE(desk.button(u"validate"_s)->isEnabled());
    desk.press(u"method.ancv"_s);
    desk.press(u"cheque.2000"_s);
    REQUIRE(desk.cart->view().balance.due().isZero());
    CHECK(desk.button(u"validate"_s)->isEnabled());
    desk.pressTwice(u"validate"_s);
    CHECK(desk.countFacts(FactType::Sale) == 1);
    CHECK(onDonePage(desk));
}

TEST_CASE("Figures go to PAIEMENT and Enter pays in cash from the keyboard alone")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.type(u"20"_s);
    CHECK(desk.findChild<AmountField *>(u"payment.amount"_s)->amount() == cents(2000));
    desk.key(Qt::Key_Return);
    REQUIRE(onDonePage(desk));
    CHECK(lastSale(desk)->change == cents(720));
    CHECK(desk.countFacts(FactType::Sale) == 1);
}

TEST_CASE("Esc goes back to the cart without harm")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    REQUIRE(desk.payment->goBack());
    desk.settleAll();
    CHECK(desk.navigator.places.back() == Place::Sale);
    CHECK(desk.has(u"pay"_s));
    CHECK_FALSE(desk.has(u"validate"_s));
    CHECK(desk.cart->view().balance.total == cents(1280));
}

TEST_CASE("A method that needs a reference asks for it")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"method.ancv_connect"_s);
    CHECK_FALSE(desk.button(u"reference.confirm"_s)->isEnabled());
    CHECK(desk.payment->takeScan(u"AC-4711"_s));
    desk.press(u"reference.confirm"_s);
    REQUIRE(desk.cart->view().payments.size() == 1);
    CHECK(desk.cart->view().payments.front().reference == u"AC-4711");
}

TEST_CASE("A scanned gift card shows its balance and pays up to it")
{
    SaleDesk desk;
    desk.cart->performOnLine(
        [](Checkout &checkout, const CommandId &id) { return checkout.sellGift(id, GiftKind::Card, cents(500), u"GC-7F3K"_s); });
    desk.settleAll();
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.press(u"done.next"_s);
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    REQUIRE(desk.payment->takeScan(u"GC-7F3K"_s));
    desk.settleAll();
    CHECK(desk.text(u"gift.balance"_s).contains(formatMoney(cents(500))));
    desk.press(u"gift.pay"_s);
    CHECK(desk.cart->view().balance.due() == cents(780));
    CHECK_FALSE(desk.has(u"paid.0.remove"_s));
}

TEST_CASE("Without a line the sheet of a gift card says at once how much it may pay here, and pays that")
{
    SaleDesk desk;
    desk.cart->performOnLine(
        [](Checkout &checkout, const CommandId &id) { return checkout.sellGift(id, GiftKind::Card, cents(500), u"GC-7F3K"_s); });
    desk.settleAll();
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.press(u"done.next"_s);
    desk.ask([](Workplace &workplace) {
        workplace.settings.giftOfflineLimitCents = 300;
        workplace.centre = {.enrolled = true, .lastContact = workplace.now(), .trouble = ErrorCode::CentreUnreachable};
        return true;
    });
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    REQUIRE(desk.payment->takeScan(u"GC-7F3K"_s));
    desk.settleAll();
    CHECK(desk.text(u"gift.balance"_s).contains(formatMoney(cents(500))));
    CHECK(desk.text(u"gift.sentence"_s).contains(formatMoney(cents(300))));
    CHECK(desk.button(u"gift.pay"_s)->text().contains(formatMoney(cents(300))));
    desk.press(u"gift.pay"_s);
    CHECK(desk.cart->view().balance.due() == cents(980));
    CHECK(desk.navigator.refusals.empty());
}

TEST_CASE("A product scanned while paying joins the cart")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    CHECK(desk.payment->takeScan(u"2900000000018"_s));
    CHECK(desk.waitFor([&] { return desk.cart->view().cart.lines.size() == 2; }));
}

TEST_CASE("Payment to come validates a dossier with its due date")
{
    SaleDesk desk;
    desk.addAdults(2);
    const Money total = desk.cart->view().balance.total;
    desk.press(u"pay"_s);
    auto *tabs = desk.findChild<TabBar *>(u"paymentTabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(u"later"_s).center());
    desk.settleAll();
    desk.press(u"chip.15"_s);
    REQUIRE(desk.button(u"validate"_s)->isEnabled());
    desk.press(u"validate"_s);
    REQUIRE(onDonePage(desk));
    CHECK(desk.countFacts(FactType::Order) == 1);
    CHECK(desk.countFacts(FactType::Sale) == 0);
    const QString number = desk.text(u"done.document"_s).section(u' ', -1);
    desk.press(u"done.next"_s);
    desk.cart->perform([number](Checkout &checkout, const CommandId &id) -> Result<> {
        TRY(checkout.collect(id, number));
        return {};
    });
    desk.settleAll();
    desk.navigator.go(Place::Payment);
    desk.settleAll();
    CHECK(desk.cart->view().balance.due() == total);
    desk.press(u"cash.exact"_s);
    CHECK(onDonePage(desk));
    CHECK(desk.countFacts(FactType::Sale) == 1);
}

TEST_CASE("The client is saved from its tab, and by leaving it")
{
    SaleDesk desk;
    desk.addAdults(2);
    desk.press(u"client"_s);
    desk.press(u"chip.BE"_s);
    desk.press(u"chip.BE"_s);
    desk.findChild<QLineEdit *>(u"client.postcode"_s)->setText(u"5000"_s);
    desk.findChild<QLineEdit *>(u"client.name"_s)->setText(u"Peeters"_s);
    auto *tabs = desk.findChild<TabBar *>(u"paymentTabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(u"now"_s).center());
    desk.settleAll();
    CHECK(desk.cart->view().cart.client.country == u"BE");
    CHECK(desk.cart->view().cart.client.postcode == u"5000");
    CHECK(desk.cart->view().cart.client.name == u"Peeters");
    CHECK(desk.has(u"cash.exact"_s));
}

TEST_CASE("The origin of visitors is one tap after the sale, and never asked for the shop")
{
    SaleDesk desk;
    desk.addAdults(1);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.press(u"chip.FR"_s);
    CHECK(desk.countFacts(FactType::Visitors) == 1);
    CHECK_FALSE(desk.has(u"chip.FR"_s));
    desk.press(u"done.next"_s);
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    CHECK(onDonePage(desk));
    CHECK_FALSE(desk.has(u"chip.FR"_s));
}

TEST_CASE("Belgium asks for four figures, and counts without them when the next sale begins")
{
    SaleDesk desk;
    desk.addAdults(1);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    desk.press(u"chip.BE"_s);
    CHECK(desk.countFacts(FactType::Visitors) == 0);
    SECTION("typed")
    {
        desk.type(u"5000"_s);
        CHECK(desk.countFacts(FactType::Visitors) == 1);
        desk.press(u"done.next"_s);
        CHECK(desk.countFacts(FactType::Visitors) == 1);
    }
    SECTION("ignored")
    {
        desk.press(u"done.next"_s);
        CHECK(desk.countFacts(FactType::Visitors) == 1);
    }
}

TEST_CASE("The change stays until the next sale begins: the second tap of a double tap does not hide it")
{
    SaleDesk desk;
    desk.payment->donePage()->setQuietTime(std::chrono::milliseconds{60'000});
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.2000"_s);
    desk.key(Qt::Key_Return);
    QTest::mouseClick(desk.payment->donePage(), Qt::LeftButton);
    desk.settleAll();
    CHECK(onDonePage(desk));
    CHECK_FALSE(desk.payment->takeScan(u"2900000000018"_s));
    desk.settleAll();
    CHECK(desk.navigator.places.back() == Place::Sale);
}

TEST_CASE("Enter held down on a part of the amount does not pay the rest")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s); // 12,80
    desk.press(u"pay"_s);
    desk.type(u"5"_s);
    desk.key(Qt::Key_Return);
    REQUIRE(desk.cart->view().balance.due() == cents(780));
    auto *amount = desk.findChild<AmountField *>(u"payment.amount"_s);
    QKeyEvent held{QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true};
    QApplication::sendEvent(amount, &held);
    desk.settleAll();
    CHECK(desk.cart->view().balance.due() == cents(780));
    CHECK_FALSE(onDonePage(desk));
}

TEST_CASE("What was paid is written on the change page in parts that do not break")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.2000"_s);
    const QString details = desk.text(u"done.details"_s);
    CHECK(details.count(u' ') == 2); // on both sides of the point
    CHECK(details.contains(u"Espèces\u00a020,00\u202f€"_s));
}

TEST_CASE("A key that is held down since the payment does not leave the change")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.2000"_s);
    REQUIRE(onDonePage(desk));
    QKeyEvent heldEnter{QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true};
    QApplication::sendEvent(desk.payment->donePage(), &heldEnter);
    QKeyEvent heldF12{QEvent::ShortcutOverride, Qt::Key_F12, Qt::NoModifier, {}, true};
    heldF12.ignore();
    QApplication::sendEvent(desk.payment->donePage(), &heldF12);
    CHECK(heldF12.isAccepted()); // it never gets to VENTE SUIVANTE
    desk.settleAll();
    CHECK(onDonePage(desk));
    CHECK(desk.text(u"done.amount"_s) == formatMoney(cents(720)));
    QKeyEvent freshF12{QEvent::ShortcutOverride, Qt::Key_F12, Qt::NoModifier};
    freshF12.ignore();
    QApplication::sendEvent(desk.payment->donePage(), &freshF12);
    CHECK_FALSE(freshF12.isAccepted());
    desk.key(Qt::Key_Return);
    CHECK(desk.navigator.places.back() == Place::Sale);
}

TEST_CASE("The last sale is shown again with its change and can be reprinted")
{
    SaleDesk desk;
    desk.addProduct(u"p002"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.2000"_s);
    desk.press(u"done.next"_s);
    desk.navigator.go(Place::Payment, u"last"_s);
    desk.settleAll();
    REQUIRE(onDonePage(desk));
    CHECK(desk.text(u"done.amount"_s) == formatMoney(cents(720)));
    desk.press(u"done.reprint"_s);
    CHECK(desk.navigator.toasts.size() == 1);
    CHECK(desk.countFacts(FactType::Copy) == 1);
    desk.press(u"done.paper"_s);
    CHECK(desk.findChild<QWidget *>(u"paper"_s)->isVisible());
}

TEST_CASE("A quote is recorded until a day and leaves an empty cart")
{
    SaleDesk desk;
    desk.addAdults(2);
    desk.press(u"pay"_s);
    desk.press(u"quote"_s);
    desk.press(u"quote.confirm"_s);
    CHECK(onDonePage(desk));
    CHECK(desk.countFacts(FactType::Quote) == 1);
    CHECK(desk.cart->view().cart.isEmpty());
}

} // namespace guichet
