// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BarChart.h"

#include "ui/theme/Paint.h"

#include <QHelpEvent>
#include <QToolTip>
#include <algorithm>

namespace guichet {

namespace {

constexpr int labelHeight = 24;
constexpr int spacing = 8;
constexpr int widestBar = 72; ///< One hour alone is a bar, not a slab.

} // namespace

BarChart::BarChart(QWidget *parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void BarChart::setBars(std::vector<Bar> bars)
{
    m_bars = std::move(bars);
    QStringList spoken;
    for (const Bar &bar : m_bars)
        spoken << (bar.text.isEmpty() ? bar.label : bar.text);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    update();
}

QRectF BarChart::columnAt(int index) const
{
    const qreal step = std::min<qreal>((width() + spacing) / static_cast<qreal>(m_bars.size()), widestBar + spacing);
    return {step * index, 0, step - spacing, static_cast<qreal>(height())};
}

bool BarChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i)
        if (columnAt(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), m_bars[static_cast<size_t>(i)].text, this);
    return true;
}

void BarChart::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    painter.setFont(textFont(TextRole::Secondary));
    qint64 highest = 1;
    for (const Bar &bar : m_bars)
        highest = std::max(highest, bar.value);
    for (int i = 0; i < static_cast<int>(m_bars.size()); ++i) {
        const Bar &bar = m_bars[static_cast<size_t>(i)];
        const QRectF column = columnAt(i);
        const qreal room = column.height() - labelHeight;
        const qreal high = bar.value <= 0 ? 1 : std::max(2.0, room * static_cast<qreal>(bar.value) / static_cast<qreal>(highest));
        const QRectF shape{column.left(), room - high, column.width(), high};
        painter.save();
        painter.setClipRect(shape);
        paintRounded(painter, shape.adjusted(0, 0, 0, 8), bar.value <= 0 ? tokens.line : tokens.primary, {}, 4);
        painter.restore();
        painter.setPen(tokens.muted);
        painter.drawText(QRectF{column.left() - spacing, room, column.width() + 2 * spacing, labelHeight}, Qt::AlignCenter, bar.label);
    }
}

} // namespace guichet
