// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QAbstractButton>

namespace guichet {

class BigButton;

/// A key under a tile: *+ Adulte*.
struct TileKey
{
    QString id;
    QString label;
    friend bool operator==(const TileKey &, const TileKey &) = default;
};

/// Places of the next slot, as a bar with words: `14:30 ▓▓▓░ 42 places`.
struct TilePlaces
{
    QString slot;          ///< Left of the bar: `14:30`.
    QString places;        ///< Right of it: `42 places`.
    int filledPercent = 0; ///< 0–100: how much is still free is what the bar shows full.
    Tone tone = Tone::Muted;
    friend bool operator==(const TilePlaces &, const TilePlaces &) = default;
};

/// Everything a tile shows.
struct TileState
{
    QString id;
    QString title;
    QString subLine;     ///< `dès 12,00 €`.
    QString notice = {}; ///< In place of the bar: `complet aujourd’hui`, `libre jusqu’à 17:00`.
    Tone noticeTone = Tone::Muted;
    std::optional<TilePlaces> places = {};
    std::vector<TileKey> keys = {}; ///< At most three; without keys the tile is low and its whole face is the key.
    QColor groupColour = {};
    bool faded = false; ///< Cannot be sold now; the tap still says why.
    friend bool operator==(const TileState &, const TileState &) = default;
};

/// An offer or a product on the shelf: group colour as a 6-px edge, title, price, places left, quick keys. Draws a TileState, decides
/// nothing. Object names: the tile is `tile.<id>`, its keys `tile.<id>.<keyId>`.
class Tile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Tile(const TileState &state, QWidget *parent = nullptr);
    void render(const TileState &state);
    const TileState &state() const { return m_state; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const QString &id);                        ///< The tile itself.
    void keyPressed(const QString &id, const QString &keyId); ///< One of its keys.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuildKeys();
    void layOutKeys();
    void paintEdge(QPainter &painter, const QRectF &box, const Tokens &tokens) const;
    void paintTexts(QPainter &painter, const QRectF &box, const Tokens &tokens) const;
    void paintStatus(QPainter &painter, const QRectF &line, const Tokens &tokens) const;
    QColor groupColour(const Tokens &tokens) const;

    TileState m_state;
    std::vector<BigButton *> m_keys;
};

} // namespace guichet
