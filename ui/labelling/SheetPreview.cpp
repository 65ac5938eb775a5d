// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labelling/SheetPreview.h"

#include "ui/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace guichet {

using namespace Qt::StringLiterals;

SheetPreview::SheetPreview(QWidget *parent) : QWidget{parent}
{
    setObjectName(u"labels.preview"_s);
    setMinimumHeight(160);
}

void SheetPreview::setPicture(const QImage &picture, const QString &words)
{
    m_picture = picture;
    setAccessibleName(words);
    update();
}

/// Never larger than the picture is sharp.
QRectF SheetPreview::frame() const
{
    const QSizeF size = QSizeF{m_picture.size()}.scaled(QSizeF{this->size()} - QSizeF{2, 2}, Qt::KeepAspectRatio);
    return {QPointF{(width() - size.width()) / 2, (height() - size.height()) / 2}, size};
}

void SheetPreview::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        return;
    QPainter painter{this};
    const QRectF box = frame();
    const qreal ratio = devicePixelRatioF();
    painter.drawImage(box, m_picture.scaled((box.size() * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(tokensOf(this).line);
    painter.drawRect(box);
}

void SheetPreview::mouseReleaseEvent(QMouseEvent *event)
{
    const QRectF box = frame();
    if (!m_picture.isNull() && box.contains(event->position()))
        Q_EMIT tapped({(event->position().x() - box.left()) / box.width(), (event->position().y() - box.top()) / box.height()});
}

} // namespace guichet
