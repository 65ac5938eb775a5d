// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/ui/window/TillWindow.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/TabBar.h"
#include "ui/widgets/Tile.h"
#include "ui/widgets/Toast.h"
#include "ui/window/TabStops.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

void showTab(TillWindow &desk, const QString &bar, const QString &tab)
{
    auto *tabs = desk.window->findChild<TabBar *>(bar);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    desk.settleAll();
}

/// A code in the search field and Enter.
void search(TillWindow &desk, const QString &text)
{
    desk.write(u"search"_s, text);
    desk.key(Qt::Key_Return);
}

/// Key by key, wherever the focus goes meanwhile.
void typeKeys(TillWindow &desk, const QString &keys)
{
    for (const QChar key : keys)
        desk.type(QString{key});
}

QString barcodeOf(TillWindow &desk, const QString &product)
{
    return desk.ask([product](Workplace &workplace) { return BackOffice{workplace}.product(product)->product.barcodes.front(); });
}

void sellNineProducts(TillWindow &desk)
{
    desk.ask([](Workplace &workplace) {
        for (int i = 1; i <= 9; ++i)
            REQUIRE(Checkout{workplace}.addProduct(CommandId::generate(), u"p00%1"_s.arg(i)));
        return true;
    });
    desk.window->refreshAll();
    desk.settleAll();
}

/// A tile, as far as it is seen.
bool isTileUnder(const ToastArea &toast)
{
    const auto tiles = toast.parentWidget()->findChildren<Tile *>();
    return std::ranges::any_of(tiles, [&](const Tile *tile) {
        const QRect seen = tile->visibleRegion().boundingRect();
        return tile->isVisible() && toast.geometry().intersects({tile->mapTo(toast.parentWidget(), seen.topLeft()), seen.size()});
    });
}

QString focusName()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus ? focus->objectName() : QString{};
}

} // namespace

TEST_CASE("A sale in cash through the whole window: change until the next sale is asked for")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"pay"_s);
    REQUIRE(desk.has(u"cash.4000"_s)); // two notes of twenty for 32 €
    desk.press(u"cash.4000"_s);
    CHECK(desk.says(formatMoney(Money::fromCents(800))));
    QTest::mouseClick(desk.window->findChild<QWidget *>(u"donePage"_s), Qt::LeftButton, {}, QPoint{20, 20});
    desk.settleAll();
    desk.type(u"5"_s);
    CHECK(desk.window->place() == Place::Payment);
    REQUIRE(desk.waitFor([&] {
        desk.key(Qt::Key_Return); // the first moments are quiet
        return desk.window->place() == Place::Sale;
    }));
    CHECK(desk.cart().cart.isEmpty());
    CHECK(desk.ask([](Workplace &workplace) { return TillDesk{workplace}.state()->sales; }) == 1);
}

TEST_CASE("Figures multiply the next tap, once; Esc and another page forget them")
{
    TillWindow desk;
    desk.type(u"3"_s);
    desk.press(u"tile.grotte.enfant"_s);
    REQUIRE(desk.cart().cart.lines.size() == 1);
    CHECK(desk.cart().cart.lines.front().quantity == 3);
    desk.press(u"tile.grotte.enfant"_s);
    CHECK(desk.cart().cart.lines.front().quantity == 4);
    desk.type(u"2"_s);
    desk.key(Qt::Key_Escape);
    desk.press(u"tile.grotte.enfant"_s);
    CHECK(desk.cart().cart.lines.front().quantity == 5);
    desk.type(u"2"_s);
    desk.press(u"pay"_s);
    desk.press(u"backToCart"_s);
    desk.press(u"tile.grotte.enfant"_s);
    CHECK(desk.cart().cart.lines.front().quantity == 6);
}

TEST_CASE("A code typed figure by figure is a code, not 999 ×; the next scan counts once (SELL-2)")
{
    TillWindow desk;
    const QString code = barcodeOf(desk, u"p002"_s);
    typeKeys(desk, code);
    CHECK(desk.window->findChild<QLineEdit *>(u"search"_s)->text() == code);
    desk.key(Qt::Key_Return);
    REQUIRE(desk.cart().cart.lines.size() == 1);
    CHECK(desk.cart().cart.lines.front().quantity == 1);
    desk.window->takeScan(code);
    desk.settleAll();
    CHECK(desk.cart().cart.lines.front().quantity == 2);
}

TEST_CASE("The QR of a centre is nothing to sell: the window says where it is read, and shows nothing of it")
{
    TillWindow desk;
    desk.window->takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s);
    desk.settleAll();
    CHECK(desk.toast().contains(u"serveur central"_s));
    CHECK_FALSE(desk.toast().contains(u"ABCDE12345"_s));
    CHECK(desk.cart().cart.isEmpty());
}

TEST_CASE("The QR of a centre that is typed into the search, or scanned on a page that looks codes up, shows nothing of its code either")
{
    TillWindow desk;
    search(desk, u"GUICHET-ENROL:https://centrale.exemple.be#ABCDE12345"_s);
    CHECK(desk.toast().contains(u"serveur central"_s));
    CHECK_FALSE(desk.toast().contains(u"ABCDE12345"_s));
    CHECK(desk.window->findChild<QLineEdit *>(u"search"_s)->text().isEmpty());
    desk.window->go(Place::Gift);
    desk.settleAll();
    desk.window->takeScan(u"]Q1guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s);
    desk.settleAll();
    CHECK_FALSE(desk.says(u"ABCDE12345"_s));
    CHECK_FALSE(desk.toast().contains(u"ABCDE12345"_s));
    CHECK(desk.window->place() == Place::Gift);
}

TEST_CASE("Tab stays in the sheet that lies on top of another one")
{
    QWidget page;
    Sheet upper{&page};
    Sheet lower{&page};
    for (Sheet *sheet : {&upper, &lower})
        sheet->setContent(new QLineEdit);
    page.resize(800, 600);
    page.show();
    lower.open();
    upper.open();
    const std::vector<QWidget *> stops = tabStops({&page});
    CHECK(std::ranges::count(stops, upper.content()) == 1);
    CHECK(std::ranges::count(stops, lower.content()) == 0);
    CHECK(std::ranges::count(stops, &upper) == 0);
}

TEST_CASE("A typed code that nobody knows is said, and the next one replaces it")
{
    TillWindow desk;
    typeKeys(desk, u"5400000000003"_s);
    desk.key(Qt::Key_Return);
    CHECK(desk.toast().contains(u"5400000000003"_s));
    CHECK(desk.cart().cart.isEmpty());
    typeKeys(desk, barcodeOf(desk, u"p002"_s));
    desk.key(Qt::Key_Return);
    CHECK(desk.cart().cart.lines.size() == 1);
}

TEST_CASE("A hundred at once is asked about, and Enter does not say yes")
{
    TillWindow desk;
    desk.type(u"541"_s);
    desk.window->takeScan(barcodeOf(desk, u"p002"_s));
    desk.settleAll();
    REQUIRE(desk.has(u"quantity.confirm"_s));
    desk.key(Qt::Key_Return);
    CHECK(desk.cart().cart.isEmpty());
    desk.key(Qt::Key_Escape);
    CHECK_FALSE(desk.has(u"quantity.confirm"_s));
    CHECK(desk.cart().cart.isEmpty());
    desk.type(u"120"_s);
    desk.window->takeScan(barcodeOf(desk, u"p002"_s));
    desk.settleAll();
    desk.press(u"quantity.confirm"_s);
    REQUIRE(desk.cart().cart.lines.size() == 1);
    CHECK(desk.cart().cart.lines.front().quantity == 120);
}

TEST_CASE("A printer in trouble takes no room of the bar on an old screen; the whole sentence is its tool tip (HW-1)")
{
    TillWindow desk;
    desk.window->resize(1024, 768);
    desk.window->showPrinting({.waiting = 1, .receipt = {.trouble = Error{ErrorCode::PrinterOutOfPaper}}});
    desk.settleAll();
    CHECK(desk.button(u"status"_s)->text() == u"imprimante : plus de papier");
    CHECK(desk.button(u"status"_s)->toolTip().contains(u"Mettez un rouleau"_s));
    for (const char16_t *name : {u"till", u"time", u"close"}) {
        const auto *part = desk.window->findChild<QWidget *>(QString::fromUtf16(name));
        INFO(part->objectName());
        CHECK(part->width() >= part->sizeHint().width());
    }
    CHECK(desk.window->findChild<SearchField *>()->width() >= 180);
}

TEST_CASE("A promo code that is refused keeps its sheet and what was typed, until one is taken (SELL-6)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"promo"_s);
    desk.type(u"NEANT"_s);
    desk.key(Qt::Key_Return);
    CHECK(desk.has(u"promo.apply"_s));
    CHECK(desk.says(u"NEANT est inconnu"_s));
    desk.type(u"12"_s);
    CHECK(desk.window->findChild<QLineEdit *>(u"promo.code"_s)->text() == u"12");
    desk.press(u"chip."_s + desk.ask([](Workplace &workplace) {
        return std::ranges::find_if(workplace.catalogue->promoCodes, &PromoCode::needsReference)->key;
    }));
    desk.press(u"promo.apply"_s);
    CHECK(desk.has(u"promo.apply"_s));
    CHECK(focusName() == u"promo.reference");
    desk.write(u"promo.code"_s, u"DIX10"_s);
    desk.press(u"promo.apply"_s);
    CHECK_FALSE(desk.has(u"promo.apply"_s));
    CHECK(desk.cart().cart.promoCode == u"DIX10");
    desk.press(u"tile.grotte.adulte"_s);
    CHECK(desk.cart().cart.lines.front().quantity == 2);
}

TEST_CASE("Emptying a cart of several lines asks first")
{
    TillWindow desk;
    CHECK(desk.says(u"Touchez une offre"_s));
    CHECK_FALSE(desk.button(u"park"_s)->isEnabled());   // nothing to recall
    CHECK_FALSE(desk.button(u"client"_s)->isEnabled()); // no last sale
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"tile.grotte.enfant"_s);
    desk.press(u"clear"_s);
    CHECK(desk.cart().cart.lines.size() == 2);
    desk.key(Qt::Key_Escape);
    CHECK(desk.cart().cart.lines.size() == 2);
    desk.press(u"clear"_s);
    desk.press(u"clear.confirm"_s);
    CHECK(desk.cart().cart.isEmpty());
}

TEST_CASE("One line of many pieces is not emptied at one touch, a piece or two are")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"clear"_s);
    CHECK(desk.cart().cart.isEmpty());
    desk.type(u"4"_s);
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"clear"_s);
    REQUIRE(desk.cart().cart.lines.size() == 1);
    CHECK(desk.says(u"4 articles, "_s));
    desk.press(u"clear.confirm"_s);
    CHECK(desk.cart().cart.isEmpty());
}

TEST_CASE("A cart is kept and recalled (SELL-7)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"park"_s);
    desk.press(u"parkSheet.confirm"_s);
    CHECK(desk.cart().cart.isEmpty());
    desk.press(u"park"_s);
    REQUIRE(desk.window->place() == Place::Parked);
    const auto parked = *desk.ask([](Workplace &workplace) { return Checkout{workplace}.parked(); });
    REQUIRE(parked.size() == 1);
    desk.press(u"tile."_s + parked.front().id.toString());
    CHECK(desk.window->place() == Place::Sale);
    CHECK(desk.cart().cart.lines.size() == 1);
}

TEST_CASE("An unknown barcode is said with its code and leaves the cart alone (SELL-2)")
{
    TillWindow desk;
    search(desk, u"5400000000003"_s);
    CHECK(desk.toast().contains(u"5400000000003"_s));
    CHECK(desk.cart().cart.isEmpty());
    showTab(desk, u"tabs"_s, u"dossiers"_s);
    CHECK(desk.toast().isEmpty()); // another page: it was read
}

TEST_CASE("What is said on the sale covers no tile, with an empty cart and a full one, on a common screen and on an old one")
{
    const bool isFull = GENERATE(false, true);
    const QSize size = GENERATE(QSize{1280, 800}, QSize{1024, 768});
    const QString tab = GENERATE(u"offers"_s, u"shop"_s);
    CAPTURE(isFull, size.width(), tab);
    TillWindow desk;
    desk.window->resize(size);
    showTab(desk, u"tabs"_s, tab);
    if (isFull)
        sellNineProducts(desk);
    auto *toasts = desk.window->findChild<ToastArea *>();
    desk.window->toast(u"Panier gardé"_s, Tone::Normal);
    desk.settleAll();
    CHECK_FALSE(isTileUnder(*toasts));
    toasts->clear();
    desk.window->offer(u"Le code 5400000000003 n’est pas connu. Scannez-le encore, ou cherchez l’article par son nom."_s,
                       u"Créer ce produit"_s, [] {});
    desk.settleAll();
    CHECK_FALSE(isTileUnder(*toasts));
    CHECK(toasts->parentWidget()->rect().contains(toasts->geometry()));
}

TEST_CASE("Training is written across the sale, and its sales do not count (SELL-11)")
{
    TillWindow desk{TillWindow::Till::OpenForAhmed};
    const auto *band = desk.window->findChild<QWidget *>(u"trainingBand"_s);
    CHECK_FALSE(band->isVisible());
    showTab(desk, u"tabs"_s, u"more"_s);
    desk.press(u"tile.training"_s);
    desk.press(u"back"_s);
    CHECK(band->isVisible());
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"pay"_s);
    desk.press(u"cash.exact"_s);
    CHECK(band->isVisible());
    CHECK(desk.has(u"done.next"_s));
    CHECK(desk.lastFact(FactType::Sale).body.label == EventLabel::T);
}

TEST_CASE("A sheet over a page has the only way back")
{
    TillWindow desk{TillWindow::Till::OpenForAhmed};
    showTab(desk, u"tabs"_s, u"more"_s);
    CHECK(desk.has(u"back"_s));
    desk.press(u"tile.drawer"_s);
    CHECK(desk.has(u"sheetBack"_s));
    CHECK_FALSE(desk.has(u"back"_s));
    desk.press(u"sheetBack"_s);
    CHECK(desk.has(u"back"_s));
}

TEST_CASE("The drawer opens for a reason, from the page of everything else")
{
    TillWindow desk{TillWindow::Till::OpenForAhmed};
    showTab(desk, u"tabs"_s, u"more"_s);
    desk.press(u"tile.drawer"_s);
    desk.press(u"chip.monnaie"_s);
    desk.press(u"reason.confirm"_s);
    CHECK(desk.ask([](Workplace &workplace) { return TillDesk{workplace}.preview()->drawerOpenings.size(); }) == 1);
}

TEST_CASE("Help stands over the page, and what was typed there stays")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"pay"_s);
    desk.type(u"12"_s);
    desk.key(Qt::Key_F1);
    const auto *help = desk.window->findChild<QWidget *>(u"helpSheet"_s);
    REQUIRE(help);
    REQUIRE(help->isVisible());
    desk.key(Qt::Key_Escape);
    CHECK_FALSE(help->isVisible());
    CHECK(desk.window->place() == Place::Payment);
    CHECK(desk.button(u"method.cash"_s)->accessibleDescription().contains(u"reste 4,00"_s));
    desk.key(Qt::Key_Escape);
    CHECK(desk.window->place() == Place::Sale);
}

TEST_CASE("Tab goes from the search over the tiles and the cart to PAYER; Enter presses what has the focus")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.key(Qt::Key_Tab);
    CHECK(focusName() == u"search");
    QStringList names;
    do {
        desk.key(Qt::Key_Tab);
        names << focusName();
        REQUIRE(names.size() < 200);
    } while (names.back() != u"pay");
    const QString line = u"line."_s + desk.cart().cart.lines.front().id.toString();
    CHECK(names.indexOf(u"tile.grotte"_s) < names.indexOf(u"tile.grotte.adulte"_s));
    CHECK(names.indexOf(u"tile.grotte.adulte"_s) < names.indexOf(u"tile.grotte.enfant"_s));
    CHECK(names.indexOf(u"tile.grotte.enfant"_s) < names.indexOf(line));
    CHECK(names.contains(u"clear"_s));
    desk.key(Qt::Key_Return);
    CHECK(desk.window->place() == Place::Payment);
}

TEST_CASE("While a card payment is doubtful nothing else is taken, and the sale says so (PAY-4)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"pay"_s);
    desk.press(u"method.bancontact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.unknown"_s); }));
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.leave"_s); }));
    desk.press(u"card.leave"_s);
    CHECK_FALSE(desk.button(u"method.cash"_s)->isEnabled());
    CHECK_FALSE(desk.button(u"cash.exact"_s)->isEnabled());
    desk.press(u"backToCart"_s);
    REQUIRE(desk.window->place() == Place::Sale);
    CHECK(desk.says(u"sans réponse"_s));
}

TEST_CASE("A VAT number with wrong check digits is said at its field (SELL-8)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"client"_s);
    desk.write(u"client.vatNumber"_s, u"BE0123456789"_s);
    desk.press(u"client.save"_s);
    CHECK(desk.window->findChild<QLabel *>(u"client.vatNumber.refusal"_s)->isVisible());
    CHECK(desk.cart().cart.client.vatNumber.isEmpty());
    desk.write(u"client.vatNumber"_s, u"BE0403170701"_s);
    desk.press(u"client.save"_s);
    CHECK(desk.cart().cart.client.vatNumber == u"BE0403170701");
    CHECK(desk.has(u"cash.exact"_s));
}

TEST_CASE("A comment is shown under its line (SELL-5)")
{
    TillWindow desk;
    desk.press(u"tile.grotte.adulte"_s);
    const QString line = u"line."_s + desk.cart().cart.lines.front().id.toString();
    const int before = desk.button(line)->height();
    desk.press(line);
    desk.press(u"line.comment"_s);
    desk.type(u"fauteuil roulant"_s);
    desk.key(Qt::Key_Return);
    CHECK(desk.cart().cart.lines.front().comment == u"fauteuil roulant");
    CHECK(desk.button(line)->height() > before);
}

} // namespace guichet
