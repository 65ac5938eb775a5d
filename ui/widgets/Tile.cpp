// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Tile.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/BigButton.h"

#include <QKeyEvent>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int textLeft = 18;
constexpr int textRight = 12;
constexpr int titleTop = 10;
constexpr int titleHeight = 26;
constexpr int lineHeight = 20;
constexpr int bottom = 12;

} // namespace

Tile::Tile(const TileState &state, QWidget *parent) : QAbstractButton{parent}
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT activated(m_state.id); });
    render(state);
}

void Tile::render(const TileState &state)
{
    if (state == m_state && !m_state.id.isEmpty())
        return;
    const bool sameKeys = state.keys == m_state.keys && state.id == m_state.id;
    m_state = state;
    setObjectName(u"tile."_s + state.id);
    setText(state.title);
    setAccessibleName(state.title);
    setAccessibleDescription(u"%1 %2"_s.arg(state.subLine, state.notice));
    if (!sameKeys)
        rebuildKeys();
    for (BigButton *key : m_keys)
        key->setTint(state.groupColour);
    updateGeometry();
    update();
}

void Tile::rebuildKeys()
{
    for (BigButton *key : m_keys)
        key->deleteLater();
    m_keys.clear();
    for (const TileKey &key : m_state.keys) {
        auto *button = new BigButton{key.label, BigButton::Kind::Tint, this};
        button->setObjectName(u"tile.%1.%2"_s.arg(m_state.id, key.id));
        button->setAccessibleName(u"%1 %2"_s.arg(m_state.title, key.label));
        connect(button, &BigButton::clicked, this, [this, id = key.id] { Q_EMIT keyPressed(m_state.id, id); });
        button->show();
        m_keys.push_back(button);
    }
    layOutKeys();
}

void Tile::layOutKeys()
{
    if (m_keys.empty())
        return;
    const int count = static_cast<int>(m_keys.size());
    const int room = width() - textLeft - textRight - (count - 1) * metric::gap;
    const int top = height() - 2 - bottom - metric::touch + 2;
    for (int i = 0; i < count; ++i) {
        const int left = textLeft + room * i / count + i * metric::gap;
        m_keys[static_cast<size_t>(i)]->setGeometry(left, top, room * (i + 1) / count - room * i / count, metric::touch);
    }
}

QSize Tile::sizeHint() const
{
    int height = titleTop + titleHeight + lineHeight + bottom;
    if (m_state.places || !m_state.notice.isEmpty())
        height += lineHeight + 3;
    if (!m_state.keys.empty())
        height += metric::touch + 4;
    return {240, std::max(height + 2, 72)};
}

QSize Tile::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void Tile::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    layOutKeys();
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

QColor Tile::groupColour(const Tokens &tokens) const
{
    return visibleOn(m_state.groupColour.isValid() ? m_state.groupColour : tokens.muted, tokens.raised);
}

void Tile::paintEdge(QPainter &painter, const QRectF &box, const Tokens &tokens) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(QRectF{box.left(), box.top(), metric::edge, box.height()});
    paintRounded(painter, box, m_state.faded ? tinted(groupColour(tokens), tokens.raised, 60) : groupColour(tokens));
    painter.restore();
}

void Tile::paintStatus(QPainter &painter, const QRectF &line, const Tokens &tokens) const
{
    if (!m_state.places) {
        painter.setFont(textFont(m_state.noticeTone == Tone::Muted ? TextRole::Secondary : TextRole::SecondaryStrong));
        painter.setPen(toneInk(tokens, m_state.noticeTone));
        paintFitted(painter, line, Qt::AlignLeft | Qt::AlignVCenter, m_state.notice);
        return;
    }
    const TilePlaces &places = *m_state.places;
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(toneInk(tokens, places.tone));
    const QFontMetricsF metrics{painter.font()};
    const qreal barMinimum = 24;
    const qreal placesWidth = metrics.horizontalAdvance(places.places);
    const qreal slotWidth = std::min(metrics.horizontalAdvance(places.slot), std::max(0.0, line.width() - placesWidth - barMinimum - 16));
    paintFitted(painter, {line.left(), line.top(), slotWidth + 1, line.height()}, Qt::AlignLeft | Qt::AlignVCenter, places.slot);
    paintFitted(painter, {line.right() - placesWidth - 1, line.top(), placesWidth + 1, line.height()}, Qt::AlignRight | Qt::AlignVCenter,
                places.places);
    const QRectF bar{line.left() + slotWidth + 8, line.center().y() - 3, line.width() - slotWidth - placesWidth - 16, 6};
    paintRounded(painter, bar, tokens.sunken == tokens.raised ? tokens.line : tinted(tokens.ink, tokens.raised, 8), {}, 3);
    QRectF free = bar;
    free.setWidth(bar.width() * (100 - std::clamp(places.filledPercent, 0, 100)) / 100);
    paintRounded(painter, free, places.tone == Tone::Muted ? groupColour(tokens) : toneFill(tokens, places.tone), {}, 3);
}

void Tile::paintTexts(QPainter &painter, const QRectF &box, const Tokens &tokens) const
{
    QRectF line{box.left() + textLeft, box.top() + titleTop, box.width() - textLeft - textRight, titleHeight};
    painter.setFont(textFont(TextRole::Heading));
    painter.setPen(m_state.faded ? tokens.muted : tokens.ink);
    paintFitted(painter, line, Qt::AlignLeft | Qt::AlignVCenter, m_state.title);
    line = {line.left(), line.bottom(), line.width(), lineHeight};
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(tokens.muted);
    paintFitted(painter, line, Qt::AlignLeft | Qt::AlignVCenter, m_state.subLine);
    if (m_state.places || !m_state.notice.isEmpty())
        paintStatus(painter, line.translated(0, lineHeight + 3), tokens);
}

void Tile::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    const QRectF box = QRectF{rect()}.adjusted(1, 0, -1, -2);
    QColor ground = m_state.faded ? tinted(tokens.raised, tokens.surface, 50) : tokens.raised;
    if (isDown())
        ground = tinted(tokens.ink, ground, 8);
    else if (underMouse())
        ground = tinted(tokens.ink, ground, 2);
    paintCard(painter, box, tokens, ground);
    paintEdge(painter, box, tokens);
    paintTexts(painter, box, tokens);
    if (hasFocus())
        paintFocusRing(painter, box, tokens);
}

} // namespace guichet
