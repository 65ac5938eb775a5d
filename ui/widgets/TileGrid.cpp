// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TileGrid.h"

#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowGrid.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QScrollBar>
#include <QScroller>

namespace guichet {

TileGrid::TileGrid(QWidget *parent) : QScrollArea{parent}
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget{this};
    m_layout = new QVBoxLayout{page};
    m_layout->setContentsMargins(0, 8, 4, 12);
    m_layout->setSpacing(8);
    m_empty = new EmptyState{IconName::Box, tr("Rien à vendre ici"), tr("Choisissez un autre onglet."), page};
    m_layout->addWidget(m_empty, 1);
    m_layout->addStretch();
    setWidget(page);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
}

void TileGrid::setEmptyText(const QString &title, const QString &text)
{
    m_empty->setTexts(title, text);
}

void TileGrid::setMinimumTileWidth(int pixels)
{
    m_minimumTileWidth = pixels;
    for (Section &section : m_sections)
        section.grid->setMinimumColumnWidth(pixels);
}

Tile *TileGrid::tile(const QString &id) const
{
    for (const Section &section : m_sections)
        for (QWidget *cell : section.grid->cells())
            if (auto *tile = qobject_cast<Tile *>(cell); tile && tile->state().id == id)
                return tile;
    return nullptr;
}

void TileGrid::showSection(size_t index)
{
    if (index < m_sections.size())
        verticalScrollBar()->setValue(m_sections[index].title->y() - m_layout->contentsMargins().top());
}

TileGrid::Section &TileGrid::sectionAt(size_t index)
{
    while (m_sections.size() <= index) {
        auto *title = new TextLabel{{}, TextRole::SecondaryStrong, Tone::Muted};
        auto *grid = new FlowGrid{m_minimumTileWidth};
        const int at = m_layout->count() - 2; // before the empty state and the stretch
        m_layout->insertWidget(at, title);
        m_layout->insertWidget(at + 1, grid);
        m_sections.push_back({title, grid});
    }
    return m_sections[index];
}

Tile *TileGrid::makeTile(const TileState &state, QWidget *parent)
{
    auto *tile = new Tile{state, parent};
    connect(tile, &Tile::activated, this, &TileGrid::activated);
    connect(tile, &Tile::keyPressed, this, &TileGrid::keyPressed);
    return tile;
}

void TileGrid::renderSection(Section &section, const TileSection &state)
{
    section.title->setText(state.title);
    section.title->setVisible(!state.title.isEmpty());
    section.grid->show();
    QHash<QString, Tile *> known;
    for (QWidget *cell : section.grid->cells())
        if (auto *tile = qobject_cast<Tile *>(cell))
            known.insert(tile->state().id, tile);
    std::vector<QWidget *> order;
    for (const TileState &wanted : state.tiles) {
        Tile *tile = known.take(wanted.id);
        if (tile)
            tile->render(wanted);
        else
            tile = makeTile(wanted, section.grid);
        order.push_back(tile);
    }
    if (order != section.grid->cells())
        section.grid->setOrder(order);
}

void TileGrid::render(const std::vector<TileSection> &sections)
{
    if (sections == m_shown && !sections.empty())
        return;
    for (size_t i = 0; i < sections.size(); ++i)
        if (i >= m_shown.size() || !(m_shown[i] == sections[i]))
            renderSection(sectionAt(i), sections[i]);
    for (size_t i = sections.size(); i < m_sections.size(); ++i) {
        m_sections[i].title->hide();
        m_sections[i].grid->setOrder({});
        m_sections[i].grid->hide();
    }
    m_shown = sections;
    const bool empty = std::all_of(sections.begin(), sections.end(), [](const TileSection &section) { return section.tiles.empty(); });
    m_empty->setVisible(empty);
}

} // namespace guichet
