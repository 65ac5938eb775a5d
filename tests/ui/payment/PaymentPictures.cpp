// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "tests/ui/support/SaleDesk.h"
#include "ui/payment/PaymentView.h"
#include "ui/widgets/Translation.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <QScopeGuard>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int cashKeySlack = 7; ///< The hint of a button has wider margins than its face needs.

/// The state of the desk as it is; no button on it is cut.
void keep(SaleDesk &desk, const QString &name)
{
    const QImage image = picture(desk, desk.size(), u"pay-%1"_s.arg(name));
    CHECK(image.size() == desk.size() * image.devicePixelRatio());
    for (const BigButton *button : desk.findChildren<BigButton *>())
        if (button->isVisible() && button->objectName().startsWith(u"cash.")) {
            INFO(button->text());
            CHECK(button->sizeHint().width() <= button->width() + 2 * cashKeySlack);
        }
    for (const BigButton *key : desk.findChild<PaymentView *>()->findChildren<BigButton *>())
        if (key->isVisible() && key->objectName().startsWith(u"pad.")) {
            INFO(name << ' ' << key->objectName());
            CHECK(key->parentWidget()->rect().contains(key->geometry()));
        }
}

void showTab(SaleDesk &desk, const QString &tab)
{
    auto *tabs = desk.findChild<TabBar *>(u"paymentTabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    desk.settleAll();
}

void fillCart(SaleDesk &desk)
{
    desk.addAdults(2);
    desk.addProduct(u"p002"_s);
    desk.addProduct(u"p001"_s, 2);
}

void walk(Language language, const QSize &size, const QString &suffix)
{
    SaleDesk desk{language};
    desk.resize(size);
    applyTheme(*qApp, language == Language::French ? Mode::Light : Mode::Dark);
    fillCart(desk);
    desk.press(u"pay"_s);
    keep(desk, u"now"_s + suffix);
    desk.press(u"pad.2"_s);
    desk.press(u"pad.0"_s);
    desk.press(u"method.cash"_s);
    desk.press(u"pad.5"_s);
    desk.press(u"pad.0"_s);
    keep(desk, u"part"_s + suffix);
    desk.press(u"pad.clear"_s);
    showTab(desk, u"client"_s);
    keep(desk, u"client"_s + suffix);
    showTab(desk, u"later"_s);
    keep(desk, u"later"_s + suffix);
    showTab(desk, u"now"_s);
    desk.press(u"method.bancontact"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.accepted"_s); }));
    keep(desk, u"card"_s + suffix);
    desk.press(u"card.unknown"_s);
    REQUIRE(desk.waitFor([&] { return desk.has(u"card.park"_s); }));
    keep(desk, u"doubt"_s + suffix);
    desk.press(u"card.leave"_s);
    keep(desk, u"pending"_s + suffix);
}

void walkAfterSale(Language language, const QSize &size, const QString &suffix)
{
    SaleDesk desk{language};
    desk.resize(size);
    applyTheme(*qApp, language == Language::French ? Mode::Light : Mode::Dark);
    fillCart(desk);
    desk.press(u"pay"_s);
    desk.press(u"method.ancv_connect"_s);
    keep(desk, u"reference"_s + suffix);
    desk.press(u"sheetBack"_s);
    desk.press(u"method.gift_card"_s);
    keep(desk, u"gift"_s + suffix);
    desk.press(u"sheetBack"_s);
    desk.press(u"quote"_s);
    keep(desk, u"quote"_s + suffix);
    desk.press(u"sheetBack"_s);
    desk.press(u"cash.%1"_s.arg(desk.cart->view().quickNotes.front().cents()));
    keep(desk, u"done"_s + suffix);
    desk.press(u"chip.BE"_s);
    keep(desk, u"postcode"_s + suffix);
    desk.type(u"5000"_s);
    desk.press(u"done.paper"_s);
    keep(desk, u"paper"_s + suffix);
}

} // namespace

TEST_CASE("The payment screens are drawn at the common till")
{
    walk(Language::French, {1280, 800}, {});
    walkAfterSale(Language::French, {1280, 800}, {});
}

TEST_CASE("The payment screens are drawn in Dutch, with its longer words, on the old till in the dark")
{
    REQUIRE(installTranslation(*qApp, Language::Dutch));
    const auto backToFrench = qScopeGuard([] { installTranslation(*qApp, Language::French); }); // other tests read French
    walk(Language::Dutch, {1024, 768}, u"-nl"_s);
    walkAfterSale(Language::Dutch, {1024, 768}, u"-nl"_s);
}

} // namespace guichet
