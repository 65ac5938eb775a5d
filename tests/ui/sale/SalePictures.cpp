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
    const std::vector<std::pair<QString, QSize>> sizes{{u"1280"_s, {1280, 800}}, {u"1024"_s, {1024, 768}}, {u"1920"_s, {1920, 1080}}};
    for (const auto &[label, size] : sizes)
        for (const Mode mode : {Mode::Light, Mode::Dark}) {
            applyTheme(*qApp, mode);
            const QImage image = picture(desk, size, u"sale-%1-%2-%3"_s.arg(name, label, mode == Mode::Dark ? u"dark"_s : u"light"_s));
            CHECK(image.size() == size * image.devicePixelRatio());
        }
    applyTheme(*qApp, Mode::Light);
}

void press(SaleDesk &desk, const QString &tab)
{
    auto *tabs = desk.findChild<TabBar *>(u"tabs"_s);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    desk.settleAll();
}

void walk(Language language, const QString &suffix)
{
    SaleDesk desk{language};
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

TEST_CASE("The sale is drawn in every size, light and dark")
{
    walk(Language::French, {});
}

TEST_CASE("The sale is drawn in Dutch")
{
    REQUIRE(installTranslation(*qApp, Language::Dutch));
    const auto backToFrench = qScopeGuard([] { installTranslation(*qApp, Language::French); }); // other tests read French
    walk(Language::Dutch, u"-nl"_s);
}

} // namespace guichet
