// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/PaperImage.h"

#include "ui/paper/PaperBlocks.h"

#include <QPainter>

namespace guichet {
namespace {

constexpr qreal margin = 36; ///< Dots around the print.
constexpr qreal cutGap = 72;

qreal heightWithCuts(const std::vector<SheetBlock> &blocks)
{
    qreal height = 0;
    for (size_t i = 0; i < blocks.size(); ++i)
        height += blocks[i].height + (blocks[i].cut && i + 1 < blocks.size() ? cutGap : 0);
    return height;
}

void paintCut(QPainter &painter, qreal top, qreal width)
{
    const QPen ink = painter.pen();
    painter.setPen(QPen{QColor{0x9A, 0x9A, 0x96}, 2, Qt::DashLine});
    painter.drawLine(QPointF{-margin, top + cutGap / 2}, QPointF{width + margin, top + cutGap / 2});
    painter.setPen(ink);
}

} // namespace

QImage paperImage(const Paper &paper, int width, qreal devicePixelRatio, const QImage &logo)
{
    const SheetStyle style = receiptStyle();
    const std::vector<SheetBlock> blocks = sheetBlocks(paper, style, logo);
    const qreal scale = width * devicePixelRatio / (style.width + 2 * margin);
    QImage image{qRound(width * devicePixelRatio), qCeil((heightWithCuts(blocks) + 2 * margin) * scale), QImage::Format_RGB32};
    image.fill(QColor{0xFE, 0xFE, 0xFC});
    QPainter painter{&image};
    painter.setRenderHints(QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(scale, scale);
    painter.translate(margin, margin);
    painter.setPen(QColor{0x16, 0x16, 0x18});
    qreal top = 0;
    for (size_t i = 0; i < blocks.size(); ++i) {
        blocks[i].paint(painter, top);
        top += blocks[i].height;
        if (blocks[i].cut && i + 1 < blocks.size()) {
            paintCut(painter, top, style.width);
            top += cutGap;
        }
    }
    painter.end();
    image.setDevicePixelRatio(devicePixelRatio);
    return image;
}

} // namespace guichet
