// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/DataTable.h"
#include "ui/widgets/FlowGrid.h"
#include "ui/widgets/TabBar.h"
#include "ui/widgets/TileGrid.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

std::vector<TileSection> twoTiles(const QString &notice = {})
{
    return {{u"Individuels"_s,
             {{.id = u"cave"_s,
               .title = u"Grotte"_s,
               .subLine = u"dès 12,00 €"_s,
               .notice = notice,
               .keys = {{u"adult"_s, u"+ Adulte"_s}, {u"child"_s, u"+ Enfant"_s}}},
              {.id = u"museum"_s, .title = u"Musée"_s, .subLine = u"6,00 €"_s}}}};
}

std::vector<TableRow> tableRows(int count)
{
    std::vector<TableRow> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({QString::number(i), {u"P261123%1"_s.arg(i), u"Marie"_s, u"12,00"_s}});
    return rows;
}

const std::vector<TableColumn> threeColumns{{u"Dossier"_s}, {u"Client"_s, false, true}, {u"Montant"_s, true}};

} // namespace

TEST_CASE("a quick key tells tile and key, the face of a tile tells the tile")
{
    TileGrid grid;
    grid.render(twoTiles());
    picture(grid, {600, 400}, u"tiles"_s);
    QSignalSpy activated{&grid, &TileGrid::activated};
    QSignalSpy pressed{&grid, &TileGrid::keyPressed};
    QTest::mouseClick(grid.findChild<QWidget *>(u"tile.cave.child"_s), Qt::LeftButton);
    REQUIRE(pressed.size() == 1);
    CHECK(pressed[0] == QVariantList{u"cave"_s, u"child"_s});
    CHECK(activated.isEmpty());
    QTest::mouseClick(grid.tile(u"museum"_s), Qt::LeftButton);
    QTest::keyClick(grid.tile(u"cave"_s), Qt::Key_Return);
    REQUIRE(activated.size() == 2);
    CHECK(activated[0][0].toString() == u"museum"_s);
    CHECK(activated[1][0].toString() == u"cave"_s);
}

TEST_CASE("rendering a shelf again keeps the tiles that stay, so that a finger on one is not disturbed")
{
    TileGrid grid;
    grid.render(twoTiles());
    picture(grid, {600, 400}, u"tiles"_s);
    const Tile *cave = grid.tile(u"cave"_s);
    const auto *key = grid.findChild<QWidget *>(u"tile.cave.child"_s);
    grid.render(twoTiles(u"complet"_s));
    settle();
    CHECK(grid.tile(u"cave"_s) == cave);
    CHECK(grid.findChild<QWidget *>(u"tile.cave.child"_s) == key);
    CHECK(cave->state().notice == u"complet"_s);
    grid.render({});
    settle();
    CHECK(grid.tile(u"cave"_s) == nullptr);
}

TEST_CASE("a shelf has as many columns as fit and never cuts a tile")
{
    TileGrid grid;
    std::vector<TileState> tiles;
    for (int i = 0; i < 40; ++i)
        tiles.push_back({.id = QString::number(i), .title = u"Article %1"_s.arg(i), .subLine = u"1,00 €"_s});
    grid.render({{u"Boutique"_s, tiles}});
    for (const int width : {320, 500, 872, 1500}) {
        picture(grid, {width, 500}, u"columns-%1"_s.arg(width));
        const Tile *first = grid.tile(u"0"_s);
        const Tile *last = grid.tile(u"39"_s);
        CAPTURE(width);
        CHECK(first->width() >= 200);
        CHECK(first->mapTo(&grid, QPoint{}).x() >= 0);
        CHECK(last->geometry().bottom() <= last->parentWidget()->height());
        CHECK(grid.verticalScrollBar()->maximum() > 0);
        CHECK(grid.horizontalScrollBar()->maximum() == 0);
    }
}

TEST_CASE("a shelf of four hundred products is shown within a second, and rendered again at once")
{
    std::vector<TileState> tiles;
    for (int i = 0; i < 400; ++i)
        tiles.push_back({.id = QString::number(i), .title = u"Article %1"_s.arg(i), .subLine = u"1,00 €"_s});
    TileGrid grid;
    grid.render({{u"Boutique"_s, tiles}});
    picture(grid, {872, 700}, u"shelf-400"_s);
    tiles[7].subLine = u"2,00 €"_s;
    grid.render({{u"Boutique"_s, tiles}});
    settle();
    CHECK(grid.tile(u"7"_s)->state().subLine == u"2,00 €"_s);
}

TEST_CASE("chips tell which one was chosen, also one that is full, and arrows move among them")
{
    ChipRow row;
    row.render(
        {{u"1400"_s, u"14:00"_s, u"complet"_s, Tone::Danger, false, false}, {u"1430"_s, u"14:30"_s, u"42 places"_s, Tone::Muted, true}});
    picture(row, {300, 60}, u"chips"_s);
    row.activateWindow();
    QSignalSpy chosen{&row, &ChipRow::chosen};
    CHECK(row.selectedId() == u"1430"_s);
    QTest::mouseClick(row.findChild<QWidget *>(u"chip.1400"_s), Qt::LeftButton);
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0][0].toString() == u"1400"_s);
    row.findChild<QWidget *>(u"chip.1400"_s)->setFocus();
    QTest::keyClick(row.findChild<QWidget *>(u"chip.1400"_s), Qt::Key_Right);
    CHECK(row.findChild<QWidget *>(u"chip.1430"_s)->hasFocus());
}

TEST_CASE("tabs change by tap and arrows, tell it once, and stay within their bar whatever the words")
{
    TabBar bar;
    bar.setTabs({{u"a"_s, u"Offres van de dag"_s},
                 {u"b"_s, u"Reservatiedossiers"_s, 12},
                 {u"c"_s, u"Aankomsten en vertrekken"_s},
                 {u"d"_s, u"Meer"_s}});
    picture(bar, {420, 60}, u"tabs-narrow"_s);
    QSignalSpy changed{&bar, &TabBar::currentChanged};
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(u"c"_s).center());
    CHECK(bar.current() == u"c"_s);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(u"c"_s).center());
    CHECK(changed.size() == 1);
    QTest::keyClick(&bar, Qt::Key_Right);
    CHECK(bar.current() == u"d"_s);
    QTest::keyClick(&bar, Qt::Key_Right);
    CHECK(changed.size() == 2);
    CHECK(bar.tabRect(u"d"_s).right() <= bar.width());
    bar.setCurrent(u"a"_s);
    CHECK(changed.size() == 2);
    bar.setCurrent(u"gone"_s); // no tab is shown as chosen that is not, and each can be
    CHECK(bar.current().isEmpty());
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(u"a"_s).center());
    CHECK(bar.current() == u"a"_s);
    CHECK(changed.size() == 3);
}

TEST_CASE("a list of a hundred thousand rows is shown and scrolled at once")
{
    DataTable table;
    table.setColumns(threeColumns);
    int asked = 0;
    table.setSource(100'000, [&](int row) {
        ++asked;
        return TableRow{QString::number(row), {u"P%1"_s.arg(row), u"Marie"_s, u"12,00"_s}};
    });
    picture(table, {800, 600}, u"table-long"_s);
    table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
    picture(table, {800, 600}, u"table-long-end"_s);
    CHECK(asked < 5'000);
}

TEST_CASE("rows are 48 high; Enter and a tap open one; the choice survives a new rendering")
{
    DataTable table;
    table.setColumns(threeColumns);
    table.setRows(tableRows(20));
    picture(table, {800, 600}, u"table"_s);
    CHECK(table.rowHeight(0) == 48);
    QSignalSpy activated{&table, &DataTable::rowActivated};
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, {50, 48 * 2 + 20});
    REQUIRE(activated.size() == 1);
    CHECK(activated[0][0].toString() == u"2"_s);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Return);
    REQUIRE(activated.size() == 2);
    CHECK(activated[1][0].toString() == u"3"_s);
    table.setRows(tableRows(30));
    CHECK(table.selectedId() == u"3"_s);
    table.setRows(tableRows(2));
    CHECK(table.selectedId().isEmpty());
}

TEST_CASE("the row that a list acts on is marked, also when the focus alone has chosen it, and when another part has the focus")
{
    QWidget window;
    auto *other = new QLineEdit{&window};
    auto *table = new DataTable{&window};
    table->setGeometry(0, 60, 800, 400);
    table->setColumns(threeColumns);
    table->setRows(tableRows(3));
    const auto ground = [&](int row) {
        const QRect cell = table->visualRect(table->model()->index(row, 0));
        return table->viewport()->grab().toImage().pixelColor(cell.left() + 7, cell.top() + 4);
    };
    picture(window, {800, 480}, u"table-marked"_s);
    window.activateWindow();
    other->setFocus();
    REQUIRE(table->selectedId().isEmpty());
    CHECK(ground(0) == ground(1));
    table->setFocus();
    REQUIRE(table->selectedId() == u"0"_s);
    CHECK(ground(0) != ground(1));
    other->setFocus();
    CHECK(ground(0) != ground(1));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
    REQUIRE(table->selectedId() == u"1"_s);
    CHECK(ground(0) != ground(1));
    CHECK(ground(0) == ground(2));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, table->visualRect(table->model()->index(1, 0)).center());
    REQUIRE(table->selectedId() == u"1"_s);
    CHECK(ground(0) != ground(1));
}

TEST_CASE("the columns of a list fill its width exactly and amounts end at the right")
{
    DataTable table;
    table.setColumns(threeColumns);
    table.setRows(tableRows(5));
    picture(table, {800, 400}, u"table"_s);
    CHECK(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2) == table.viewport()->width());
    const auto alignment = table.model()->data(table.model()->index(0, 2), Qt::TextAlignmentRole).toInt();
    CHECK((alignment & Qt::AlignRight) != 0);
}
