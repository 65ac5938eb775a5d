// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatusDot.h"

#include "ui/theme/Paint.h"

namespace guichet {

StatusDot::StatusDot(const QString &text, Tone tone, QWidget *parent) : QAbstractButton{parent}, m_tone{tone}
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setStatus(text, tone);
}

void StatusDot::setStatus(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    setAccessibleName(text);
    setToolTip(text);
    updateGeometry();
    update();
}

QSize StatusDot::sizeHint() const
{
    return {std::max(metric::touch, QFontMetrics{textFont(TextRole::Secondary)}.horizontalAdvance(text()) + 26), metric::touch};
}

QSize StatusDot::minimumSizeHint() const
{
    return {metric::touch, metric::touch};
}

void StatusDot::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneFill(tokens, m_tone));
    painter.drawEllipse(QRectF{2, height() / 2.0 - 5, 10, 10});
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(m_tone == Tone::Danger ? tokens.dangerInk : underMouse() ? tokens.ink : tokens.muted);
    paintFitted(painter, QRectF{rect()}.adjusted(20, 0, -2, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus())
        paintFocusRing(painter, QRectF{rect()}.adjusted(-1, 6, 0, -6), tokens);
}

} // namespace guichet
