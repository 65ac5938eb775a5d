// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "tests/ui/support/SaleDesk.h"
#include "ui/widgets/Translation.h"

#include <QApplication>
#include <QTest>

#include <QScopeGuard>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

void keep(SaleDesk &desk, const QString &name)
{
    const QImage image = picture(desk, desk.size(), u"sale-%1"_s.arg(name));
    CHECK(image.size() == desk.size() * image.devicePixelRatio());
}

void press(SaleDesk &desk, const QString &tab)
{
    auto *tabs = desk.findChild<TabBar *>(u"tabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    desk.settleAll();
}

void walk(Language language, const QSize &size, const QString &suffix)
{
    SaleDesk desk{language};
    desk.resize(size);
    applyTheme(*qApp, language == Language::French ? Mode::Light : Mode::Dark);
    keep(desk, u"empty"_s + suffix);
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"tile.grotte.adulte"_s);
    desk.press(u"tile.grotte.enfant"_s);
    desk.press(u"tile.kayak-7.kayak2"_s);
    desk.addProduct(u"p002"_s);
    desk.addProduct(u"p001"_s, 2);
    keep(desk, u"offers"_s + suffix);
    desk.press(u"line."_s + desk.cart->view().cart.lines.front().id.toString());
    keep(desk, u"line"_s + suffix);
    desk.press(u"line.free"_s);
    keep(desk, u"free"_s + suffix);
    desk.press(u"sheetBack"_s);
    desk.press(u"line.price"_s);
    keep(desk, u"price"_s + suffix);
    desk.press(u"sheetBack"_s);
    desk.press(u"promo"_s);
    keep(desk, u"promo"_s + suffix);
    desk.press(u"sheetBack"_s);
    desk.press(u"park"_s);
    keep(desk, u"park"_s + suffix);
    desk.press(u"sheetBack"_s);
    desk.press(u"tile.grotte-safari"_s);
    keep(desk, u"formula"_s + suffix);
    desk.press(u"sheetBack"_s);
    press(desk, u"shop"_s);
    keep(desk, u"shop"_s + suffix);
    desk.sale->search(u"loup"_s);
    desk.settleAll();
    keep(desk, u"found"_s + suffix);
    desk.sale->search(u"zzz"_s);
    desk.settleAll();
    keep(desk, u"nothing"_s + suffix);
}

} // namespace

TEST_CASE("The sale is drawn at the common till")
{
    walk(Language::French, {1280, 800}, {});
}

TEST_CASE("The sale is drawn in Dutch, with its longer words, on the old till in the dark")
{
    REQUIRE(installTranslation(*qApp, Language::Dutch));
    const auto backToFrench = qScopeGuard([] { installTranslation(*qApp, Language::French); }); // other tests read French
    walk(Language::Dutch, {1024, 768}, u"-nl"_s);
}

} // namespace guichet
