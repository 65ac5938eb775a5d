// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labels/LabelPicture.h"

#include "core/barcode/Barcode.h"
#include "ui/theme/Type.h"

#include <QPainter>

#include <cmath>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qreal margin = 20;      // tenths of a millimetre, like all lengths here
constexpr qreal widestModule = 4; // 0,4 mm: a third more than the usual size
constexpr qreal digitsHeight = 28;

QFont fontOf(TextRole role, qreal height)
{
    QFont font = textFont(role);
    font.setPixelSize(std::max(1, static_cast<int>(height)));
    return font;
}

/// Bars of one width each, quiet zones kept, the digits under them.
void paintBars(QPainter &painter, const QString &barcode, const QRectF &box, qreal grain)
{
    const auto matrix = ean13(barcode);
    if (!matrix)
        return;
    const qreal room = box.width() / (matrix->width() + 2 * eanQuietZone);
    const qreal module = std::max(grain, std::floor(std::min(room, widestModule) / grain) * grain); // whole dots
    const qreal left = std::round((box.left() + (box.width() - module * matrix->width()) / 2) / grain) * grain;
    for (int x = 0; x < matrix->width(); ++x)
        if (matrix->dark(x, 0))
            painter.fillRect(QRectF{left + x * module, box.top(), module, box.height() - digitsHeight}, Qt::black);
    painter.setFont(fontOf(TextRole::Secondary, digitsHeight * 0.9));
    painter.drawText(QRectF{box.left(), box.bottom() - digitsHeight, box.width(), digitsHeight}, Qt::AlignCenter, barcode);
}

} // namespace

void paintLabel(QPainter &painter, const Label &label, const LabelFormat &format, qreal grain)
{
    const QRectF box =
        QRectF{0, 0, static_cast<qreal>(format.width), static_cast<qreal>(format.height)}.adjusted(margin, margin, -margin, -margin);
    const qreal line = std::min<qreal>(36, box.height() / 5);
    painter.setPen(Qt::black);
    painter.setFont(fontOf(TextRole::BodyStrong, line * 0.8));
    const QRectF title{box.left(), box.top(), box.width(), line};
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(label.title, Qt::ElideRight, static_cast<int>(title.width())));
    qreal top = title.bottom();
    if (!label.price.isEmpty()) {
        painter.setFont(fontOf(TextRole::BodyStrong, line * 1.1));
        painter.drawText(QRectF{box.left(), top, box.width(), line * 1.25}, Qt::AlignRight | Qt::AlignVCenter, label.price);
        top += line * 1.35;
    }
    if (!label.barcode.isEmpty())
        paintBars(painter, label.barcode, QRectF{QPointF{0, top}, QPointF{static_cast<qreal>(format.width), box.bottom()}}, grain);
}

QImage labelPicture(const Label &label, const LabelFormat &format, int dotsPerMm)
{
    const qreal scale = dotsPerMm / 10.0;
    QImage image{QSizeF{format.width * scale, format.height * scale}.toSize(), QImage::Format_RGB32};
    image.fill(Qt::white);
    QPainter painter{&image};
    painter.scale(scale, scale);
    paintLabel(painter, label, format, 1 / scale);
    return image;
}

} // namespace guichet
