// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Paint.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <cmath>

namespace guichet {

void paintRounded(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen{border, 1} : QPen{Qt::NoPen});
    painter.setBrush(fill.isValid() ? QBrush{fill} : QBrush{Qt::NoBrush});
    const qreal inset = border.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void paintCard(QPainter &painter, const QRectF &rect, const Tokens &tokens, const QColor &fill)
{
    QColor faint = tokens.shadow;
    faint.setAlpha(tokens.shadow.alpha() / 2);
    paintRounded(painter, rect.adjusted(-0.5, 0, 0.5, 2), faint);
    paintRounded(painter, rect.translated(0, 1), tokens.shadow);
    paintRounded(painter, rect, fill.isValid() ? fill : tokens.raised, faint);
}

void paintFocusRing(QPainter &painter, const QRectF &rect, const Tokens &tokens, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{tokens.ink, 2});
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter.restore();
}

QStringList fittedLines(const QFont &font, const QString &text, qreal width, int maxLines)
{
    const QFontMetricsF metrics{font};
    if (maxLines <= 1 || metrics.horizontalAdvance(text) <= width)
        return {metrics.elidedText(text, Qt::ElideRight, width)};
    QTextLayout layout{text, font};
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool last = lines.size() + 1 == maxLines;
        const QString part = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        lines << metrics.elidedText(part.trimmed(), Qt::ElideRight, width);
        if (last)
            break;
    }
    layout.endLayout();
    return lines;
}

void paintFitted(QPainter &painter, const QRectF &rect, int alignment, const QString &text, int maxLines)
{
    const QFontMetricsF metrics{painter.font()};
    const int room = std::max(1, static_cast<int>(rect.height() / metrics.lineSpacing()));
    const QStringList lines = fittedLines(painter.font(), text, rect.width() + 0.5, std::min(maxLines, room));
    const qreal height = metrics.lineSpacing() * static_cast<qreal>(lines.size());
    qreal y = rect.top();
    if (alignment & Qt::AlignVCenter)
        y += (rect.height() - height) / 2;
    else if (alignment & Qt::AlignBottom)
        y += rect.height() - height;
    const int horizontal = (alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip;
    for (const QString &line : lines) {
        painter.drawText(QRectF{rect.left(), y, rect.width(), metrics.lineSpacing()}, horizontal, line);
        y += metrics.lineSpacing();
    }
}

} // namespace guichet
