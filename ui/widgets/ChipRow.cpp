// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ChipRow.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/FlowGrid.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace guichet {

using namespace Qt::StringLiterals;

Chip::Chip(const ChipState &state, QWidget *parent) : QAbstractButton{parent}
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    render(state);
}

void Chip::render(const ChipState &state)
{
    m_state = state;
    setObjectName(u"chip."_s + state.id);
    setText(state.text);
    setAccessibleName(state.text);
    setAccessibleDescription(state.selected ? tr("%1, choisi").arg(state.note) : state.note);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const int text = QFontMetrics{textFont(TextRole::BodyStrong)}.horizontalAdvance(m_state.text);
    const int note = QFontMetrics{textFont(TextRole::Secondary)}.horizontalAdvance(m_state.note);
    return {std::max({text + 28, note + 20, metric::touch}), m_state.note.isEmpty() ? metric::touch : 56};
}

QSize Chip::minimumSizeHint() const
{
    return {metric::touch, sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    const QRectF box = rect();
    QColor ground = m_state.selected ? tokens.primary : m_state.available ? tokens.raised : tokens.surface;
    if (isDown() || underMouse())
        ground = tinted(tokens.ink, ground, isDown() ? 12 : 4);
    paintRounded(painter, box, ground, m_state.selected ? tokens.primary : tokens.line);
    const QColor textColour = m_state.selected ? tokens.onPrimary : m_state.available ? tokens.ink : tokens.muted;
    painter.setPen(textColour);
    painter.setFont(textFont(TextRole::BodyStrong));
    const QRectF inner = box.adjusted(8, 5, -8, -5);
    if (m_state.note.isEmpty()) {
        paintFitted(painter, inner, Qt::AlignCenter, m_state.text);
    } else {
        paintFitted(painter, {inner.left(), inner.top(), inner.width(), 24}, Qt::AlignCenter, m_state.text);
        painter.setFont(textFont(TextRole::Secondary));
        painter.setPen(m_state.selected ? textColour : toneInk(tokens, m_state.noteTone));
        paintFitted(painter, {inner.left(), inner.top() + 24, inner.width(), inner.height() - 24}, Qt::AlignCenter, m_state.note);
    }
    if (hasFocus())
        paintFocusRing(painter, box, tokens);
}

ChipRow::ChipRow(int minimumChipWidth, QWidget *parent)
    : QWidget{parent}, m_minimumChipWidth{minimumChipWidth}, m_grid{new FlowGrid{minimumChipWidth, this}}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(metric::gap);
    layout->addWidget(m_grid);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Fixed};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::render(const std::vector<ChipState> &chips)
{
    while (m_chips.size() < chips.size()) {
        auto *chip = new Chip{chips[m_chips.size()]};
        connect(chip, &QAbstractButton::clicked, this, [this, chip] { Q_EMIT chosen(chip->state().id); });
        m_chips.push_back(chip);
    }
    m_chips.resize(chips.size());
    for (size_t i = 0; i < chips.size(); ++i)
        if (!(m_chips[i]->state() == chips[i]))
            m_chips[i]->render(chips[i]);
    int widest = m_minimumChipWidth;
    for (const Chip *chip : m_chips)
        widest = std::max(widest, chip->sizeHint().width());
    m_grid->setMinimumColumnWidth(widest);
    m_grid->setOrder({m_chips.begin(), m_chips.end()});
}

void ChipRow::setEven(bool even)
{
    m_grid->setEven(even);
}

QString ChipRow::selectedId() const
{
    for (const Chip *chip : m_chips)
        if (chip->state().selected)
            return chip->state().id;
    return {};
}

void ChipRow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    for (Chip *chip : m_chips)
        if (enter && chip->hasFocus()) {
            chip->click();
            return;
        }
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    for (int i = 0; step != 0 && i < static_cast<int>(m_chips.size()); ++i)
        if (m_chips[static_cast<size_t>(i)]->hasFocus()) {
            const int next = std::clamp(i + step, 0, static_cast<int>(m_chips.size()) - 1);
            m_chips[static_cast<size_t>(next)]->setFocus(Qt::TabFocusReason);
            return;
        }
    QWidget::keyPressEvent(event);
}

} // namespace guichet
