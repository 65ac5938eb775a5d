// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchField.h"

#include "ui/theme/Paint.h"

#include <QKeyEvent>

namespace guichet {

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit{parent}
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setFrame(false);
    setMinimumHeight(metric::touch);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setStyleSheet(QStringLiteral("QLineEdit { background: transparent; border: 0; padding: 0; min-height: 48px; }"));
    connect(this, &QLineEdit::textChanged, this, [this] { updateMargins(); });
    updateMargins();
}

void SearchField::setPrefix(const QString &prefix)
{
    m_prefix = prefix;
    updateMargins();
    update();
}

void SearchField::updateMargins()
{
    const int prefix = m_prefix.isEmpty() ? 0 : QFontMetrics{textFont(TextRole::BodyStrong)}.horizontalAdvance(m_prefix) + 12;
    setTextMargins(44 + prefix, 0, text().isEmpty() ? 12 : metric::touch, 0);
}

QRect SearchField::crossRect() const
{
    return {width() - metric::touch, 0, metric::touch, height()};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(this);
    {
        QPainter painter{this};
        const int above = (height() - 40) / 2; // whole pixels: the edges stay sharp
        const QRectF box{rect().adjusted(0, above, 0, -above)};
        paintRounded(painter, box, tokens.sunken);
        if (hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen{tokens.primary, 2});
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), metric::corner - 1, metric::corner - 1);
        }
        const qreal ratio = devicePixelRatioF();
        painter.drawPixmap(QPointF{12, height() / 2.0 - 11}, iconPixmap(IconName::Search, tokens.muted, 22, ratio));
        if (!text().isEmpty())
            painter.drawPixmap(QPointF{crossRect().center()} - QPointF{10, 10}, iconPixmap(IconName::Close, tokens.muted, 20, ratio));
        if (!m_prefix.isEmpty()) {
            painter.setFont(textFont(TextRole::BodyStrong));
            painter.setPen(tokens.primaryInk);
            painter.drawText(QRect{44, 0, width(), height()}, Qt::AlignLeft | Qt::AlignVCenter, m_prefix);
        }
    }
    QLineEdit::paintEvent(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !text().trimmed().isEmpty()) {
        selectAll(); // what comes next replaces a code that was not found
        Q_EMIT submitted(text().trimmed());
    } else if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        Q_EMIT cleared();
    } else if (enter || event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::mousePressEvent(QMouseEvent *event)
{
    if (!text().isEmpty() && crossRect().contains(event->pos())) {
        clear();
        Q_EMIT cleared();
        return;
    }
    QLineEdit::mousePressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    updateMargins();
}

} // namespace guichet
