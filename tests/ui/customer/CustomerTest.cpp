// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/support/Zbar.h"
#include "tests/ui/support/Picture.h"
#include "ui/customer/CustomerWindow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/AmountLabel.h"

#include <QApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

PricedLine line(const QString &title, int quantity, int cents)
{
    PricedLine priced;
    priced.id = Id<CartLine>::generate();
    priced.title = LocalizedText{title};
    priced.quantity = quantity;
    priced.net = Money::fromCents(cents);
    return priced;
}

CartView twoLines()
{
    CartView view;
    view.priced.lines = {line(u"Adulte"_s, 2, 2400), line(u"Miel de fleurs des vallées"_s, 1, 750)};
    view.balance.total = Money::fromCents(3150);
    return view;
}

SaleOutcome sold(int change)
{
    SaleOutcome outcome;
    outcome.content.total = Money::fromCents(3150);
    outcome.change = Money::fromCents(change);
    outcome.dossierNumber = u"P26112501A7"_s;
    return outcome;
}

SaleOutcome byTransfer()
{
    SaleOutcome order = sold(0);
    order.order = true;
    order.content.structuredCommunication = u"202600004236"_s;
    return order;
}

Attraction attraction()
{
    Attraction attraction;
    attraction.legalName = u"Grotte"_s;
    attraction.iban = u"BE68539007547034"_s;
    return attraction;
}

/// What an independent scanner reads on the screen itself.
QStringList readFrom(CustomerWindow &window, const CustomerState &state)
{
    window.render(state);
    return readBarcodes(picture(window, {800, 600}, u"afficheur-qr"_s));
}

TEST_CASE("A line that was added stands over the total, both within twenty characters")
{
    const CartView view = twoLines();
    const CustomerState state = presentCustomer(view, view.priced.lines[1].id, u"Bienvenue"_s, Language::French);
    CHECK(state.display == DisplayText{u"Miel de fleurs  7,50"_s, u"Total          31,50"_s});
    CHECK(state.rows[0].title == u"2 × Adulte"_s);
    CHECK(state.rows[1].fresh);
    CHECK(presentCustomer(view, view.priced.lines[0].id, {}, Language::French).display.upper == u"2 × Adulte     24,00"_s);
}

TEST_CASE("What is paid already is taken off, and an empty cart welcomes")
{
    CartView view = twoLines();
    view.balance.paid = Money::fromCents(1000);
    CHECK(presentCustomer(view, {}, {}, Language::French).display.lower == u"À payer        21,50"_s);
    const CustomerState welcome = presentCustomer({}, {}, u"Grotte de la Roche Bleue"_s, Language::French);
    CHECK(welcome.display == DisplayText{u" Grotte de la Roche"_s, u"       Bleue"_s});
    CHECK(welcome.rows.empty());
}

TEST_CASE("The end of a sale says the change, and a QR finds the dossier or pays by transfer")
{
    const CustomerState change = presentFarewell(sold(1850), {});
    CHECK(change.display == DisplayText{u"Total          31,50"_s, u"Rendu          18,50"_s});
    CHECK(change.qr == u"P26112501A7"_s);
    CHECK(presentFarewell(sold(0), {}).display.lower.trimmed() == u"Merci !"_s);
    CHECK(presentFarewell(byTransfer(), attraction()).qr.startsWith(u"BCD\n"_s));
}

TEST_CASE("The transfer that the second screen asks is the one on the paper: the deposit asked, then what is left")
{
    const auto asked = [](const SaleOutcome &order) { return presentFarewell(order, attraction()).qr.section(u'\n', 7, 7); };
    SaleOutcome order = byTransfer();
    CHECK(asked(order) == u"EUR31.50"_s);
    order.content.deposit = Money::fromCents(1000);
    CHECK(asked(order) == u"EUR10.00"_s);
    order.paid = Money::fromCents(1000);
    CHECK(asked(order) == u"EUR21.50"_s);
    order.content.deposit = {};
    CHECK(asked(order) == u"EUR21.50"_s);
}

TEST_CASE("The second screen shows lines, total, change and QR, and takes no keys")
{
    applyTheme(*qApp, Mode::Light);
    CustomerWindow window;
    const CartView view = twoLines();
    window.render(presentCustomer(view, view.priced.lines[1].id, {}, Language::French));
    picture(window, {800, 600}, u"afficheur-panier"_s);
    CHECK(window.findChild<AmountLabel *>(u"customer.total"_s)->amount() == Money::fromCents(3150));
    CHECK(window.findChild<QWidget *>(u"customer.rows"_s)->findChildren<MoneyRow *>().size() == 2);
    CHECK_FALSE(window.findChild<QWidget *>(u"customer.change"_s)->isVisible());
    CHECK(window.findChild<QLabel *>(u"customer.rounding"_s)->isHidden());
    CartView rounded = view;
    rounded.roundsAll = true;
    window.render(presentCustomer(rounded, {}, {}, Language::French));
    CHECK_FALSE(window.findChild<QLabel *>(u"customer.rounding"_s)->isHidden());
    CHECK(window.findChild<QLabel *>(u"customer.rounding"_s)->text() == u"Le montant total est toujours arrondi"_s);
    window.render(presentFarewell(sold(1850), {}));
    CHECK(window.findChild<QLabel *>(u"customer.rounding"_s)->isHidden());
    picture(window, {800, 600}, u"afficheur-rendu"_s);
    CHECK(window.findChild<AmountLabel *>(u"customer.change"_s)->amount() == Money::fromCents(1850));
    CHECK(window.windowFlags().testFlag(Qt::WindowDoesNotAcceptFocus));
    window.render(presentCustomer({}, {}, u"Grotte de la Roche Bleue"_s, Language::French));
    CHECK(window.findChild<QLabel *>(u"customer.welcome"_s)->text() == u"Grotte de la Roche Bleue"_s);
}

TEST_CASE("A scanner reads the QR from the second screen: the dossier, or the transfer to the letter")
{
    applyTheme(*qApp, GENERATE(Mode::Light, Mode::Dark));
    CustomerWindow window;
    CHECK(readFrom(window, presentFarewell(sold(1850), {})) == QStringList{u"QR-Code:P26112501A7"_s});
    const CustomerState order = presentFarewell(byTransfer(), attraction());
    CHECK(readFrom(window, order) == QStringList{u"QR-Code:"_s + order.qr});
}

} // namespace
} // namespace guichet
