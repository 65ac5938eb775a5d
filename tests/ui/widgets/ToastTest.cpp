// SPDX-License-Identifier: GPL-3.0-or-later
// Where a toast is, on a shelf that is full of what a cashier presses.
#include "ui/widgets/Toast.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "ui/widgets/AmountField.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/DataTable.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/TabBar.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TileGrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ofTwoLines = u"Le code promo DIX10 est appliqué au panier"_s;

/// 600 × 500: tabs, and beneath them more products than there is room for.
struct FullShelf
{
    QWidget window;
    TabBar *tabs = new TabBar{&window};
    TileGrid *shelf = new TileGrid{&window};
    ToastArea *toasts = new ToastArea{&window};

    explicit FullShelf(int top)
    {
        std::vector<TileState> tiles;
        for (int i = 0; i < 60; ++i)
            tiles.push_back({.id = QString::number(i), .title = u"Article %1"_s.arg(i), .subLine = u"1,00 €"_s});
        shelf->render({{{}, tiles}});
        shelf->setGeometry(16, top, 568, 484 - top);
        tabs->setTabs({{u"offers"_s, u"Offres"_s}, {u"shop"_s, u"Boutique"_s}});
        tabs->setGeometry(16, 16, 568, 60);
        picture(window, {600, 500}, u"toast-shelf"_s);
    }
    bool isOver(const QWidget &widget, const QRect &part) const
    {
        const QRect seen = part & widget.visibleRegion().boundingRect();
        return toasts->geometry().intersects({widget.mapTo(&window, seen.topLeft()), seen.size()});
    }
    bool isOverTile() const
    {
        const auto tiles = shelf->findChildren<Tile *>();
        return std::ranges::any_of(tiles, [this](const Tile *tile) { return isOver(*tile, tile->rect()); });
    }
};

} // namespace

TEST_CASE("A toast covers no tile of a full shelf: beside the tabs there is room for one that is narrower")
{
    FullShelf page{100};
    page.toasts->show(u"Panier gardé"_s);
    const int high = page.toasts->height();
    CHECK_FALSE(page.isOverTile());
    page.toasts->dismiss();
    page.toasts->show(ofTwoLines);
    picture(page.window, {600, 500}, u"toast-full-shelf"_s);
    CHECK(page.toasts->height() > high);
    CHECK_FALSE(page.isOverTile());
    for (const TabState &tab : page.tabs->tabs())
        CHECK_FALSE(page.isOver(*page.tabs, page.tabs->tabRect(tab.id)));
    CHECK(page.window.rect().contains(page.toasts->geometry()));
}

TEST_CASE("Where nothing is free a toast covers words that are only read, rather than a tile or a button")
{
    FullShelf page{150};
    page.tabs->hide();
    BigButton button{u"Garder"_s, BigButton::Kind::Normal, &page.window};
    button.setGeometry(16, 16, 200, 126);
    button.show();
    TextLabel words{u"mot "_s.repeated(200), TextRole::Body, Tone::Normal, &page.window};
    words.setWordWrap(true);
    words.setGeometry(220, 8, 372, 138);
    words.show();
    settle();
    page.toasts->show(ofTwoLines);
    CHECK_FALSE(page.isOverTile());
    CHECK_FALSE(page.isOver(button, button.rect()));
    CHECK(page.isOver(words, words.rect()));
}

TEST_CASE("Whatever one presses or types into is covered less gladly than words")
{
    const auto [name, make] = GENERATE(table<std::string, QWidget *(*)(QWidget *)>({
        {"a button that is no BigButton", [](QWidget *window) -> QWidget * { return new QPushButton{window}; }},
        {"a box to tick", [](QWidget *window) -> QWidget * { return new QCheckBox{window}; }},
        {"a choice", [](QWidget *window) -> QWidget * { return new QComboBox{window}; }},
        {"a date", [](QWidget *window) -> QWidget * { return new QDateEdit{window}; }},
        {"a number", [](QWidget *window) -> QWidget * { return new QSpinBox{window}; }},
        {"a list", [](QWidget *window) -> QWidget * { return new DataTable{window}; }},
        {"a line of text", [](QWidget *window) -> QWidget * { return new QLineEdit{window}; }},
        {"a text", [](QWidget *window) -> QWidget * { return new QPlainTextEdit{window}; }},
        {"an amount", [](QWidget *window) -> QWidget * { return new AmountField{u"REÇU"_s, window}; }},
        {"a quantity", [](QWidget *window) -> QWidget * { return new NumberField{window}; }},
    }));
    INFO(name);
    QWidget window;
    QWidget *pressed = make(&window);
    TextLabel words{u"mot "_s.repeated(400), TextRole::Body, Tone::Normal, &window};
    words.setWordWrap(true);
    pressed->setGeometry(0, 0, 600, 250); // where it would be first
    words.setGeometry(0, 250, 600, 250);
    auto *toasts = new ToastArea{&window};
    picture(window, {600, 500}, u"toast-pressed"_s);
    toasts->show(ofTwoLines);
    CHECK(toasts->isVisible());
    CHECK_FALSE(toasts->geometry().intersects(pressed->geometry()));
}

TEST_CASE("Beneath the last row of a list there is room for a toast, where it is seen first")
{
    QWidget window;
    DataTable list{&window};
    list.setGeometry(0, 0, 600, 500);
    list.setColumns({{.title = u"Quoi"_s}});
    list.setRows({{.id = u"one"_s, .cells = {u"Grotte"_s}}, {.id = u"two"_s, .cells = {u"Safari"_s}}});
    auto *toasts = new ToastArea{&window};
    picture(window, {600, 500}, u"toast-list"_s);
    toasts->show(u"Client effacé"_s);
    CHECK(toasts->geometry().bottom() > 460);
    CHECK(toasts->geometry().left() < 40);
}

TEST_CASE("The face of a tile with keys is not covered either")
{
    QWidget window;
    Tile tile{{.id = u"grotte"_s, .title = u"Grotte"_s, .subLine = u"dès 11,00 €"_s, .keys = {{u"adulte"_s, u"+ Adulte"_s}}}, &window};
    tile.setGeometry(16, 320, 400, 160); // its key is at the bottom
    auto *toasts = new ToastArea{&window};
    picture(window, {600, 500}, u"toast-tile"_s);
    toasts->show(u"Panier gardé"_s);
    CHECK_FALSE(toasts->geometry().intersects(tile.geometry()));
}

TEST_CASE("The button of a toast stands beneath its words where there is no room beside them, and is never flat")
{
    QWidget window;
    auto *toasts = new ToastArea{&window};
    auto *button = toasts->findChild<BigButton *>(u"toastAction"_s);
    const ToastState offer{
        .text = u"Grotte, 14:30 : c’est complet. Ajouté au départ de 15:00."_s, .action = u"Tous à 15:00"_s, .duration = 0ms};
    picture(window, {600, 300}, u"toast-beside"_s);
    toasts->show(offer);
    settle();
    CHECK(button->height() >= 48);
    CHECK(button->x() > 200);
    BigButton wide{u"Garder"_s, BigButton::Kind::Normal, &window};
    wide.setGeometry(0, 0, 270, 300);
    wide.show();
    settle();
    picture(window, {600, 300}, u"toast-beneath"_s);
    CHECK_FALSE(toasts->geometry().intersects(wide.geometry()));
    CHECK(button->height() >= 48);
    CHECK(button->y() > 40);
    CHECK(toasts->rect().contains(button->geometry()));
}
