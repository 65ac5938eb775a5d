// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tile.h"

#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace guichet {

class FlowGrid;
class EmptyState;
class TextLabel;

/// A titled row of tiles.
struct TileSection
{
    QString title;
    std::vector<TileState> tiles;
    friend bool operator==(const TileSection &, const TileSection &) = default;
};

/// A shelf: sections of tiles in as many columns as fit, scrolled by finger, wheel or keys. Rendering again changes only what differs.
class TileGrid : public QScrollArea
{
    Q_OBJECT
public:
    explicit TileGrid(QWidget *parent = nullptr);
    void render(const std::vector<TileSection> &sections);
    /// What an empty shelf says.
    void setEmptyText(const QString &title, const QString &text);
    void setMinimumTileWidth(int pixels); ///< Default 232.
    Tile *tile(const QString &id) const;  ///< nullptr when not shown.
    void showSection(size_t index);       ///< Scrolls until its title is at the top.

Q_SIGNALS:
    void activated(const QString &id);
    void keyPressed(const QString &id, const QString &keyId);

private:
    struct Section
    {
        TextLabel *title;
        FlowGrid *grid;
    };
    Section &sectionAt(size_t index);
    void renderSection(Section &section, const TileSection &state);
    Tile *makeTile(const TileState &state, QWidget *parent);

    QVBoxLayout *m_layout;
    EmptyState *m_empty;
    std::vector<Section> m_sections;
    std::vector<TileSection> m_shown;
    int m_minimumTileWidth = 232;
};

} // namespace guichet
