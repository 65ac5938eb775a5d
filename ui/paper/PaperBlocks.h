// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

#include <QImage>
#include <functional>

class QPainter;

namespace guichet {

/// Measures of a sheet in dots (8 a millimetre, as thermal printers have them); pictures and PDF scale them.
struct SheetStyle
{
    qreal width = 576; ///< Of the printed part.
    qreal fontSize = 22;
    qreal tallSize = 27;
    qreal largeSize = 36;
    qreal qrSide = 216;
    bool leaders = false; ///< Dots that lead the eye over wide paper.
};
SheetStyle receiptStyle();
SheetStyle a4Style();

/// A part of a sheet that is not broken over pages.
struct SheetBlock
{
    qreal height = 0;
    bool keepWithNext = false;  ///< Headings: not alone at the foot of a page.
    bool startsSection = false; ///< A rule: a short section after it is not broken.
    bool cut = false;           ///< Ends a sheet.
    std::function<void(QPainter &painter, qreal top)> paint;
};

/// Lays paper out in proportional type with aligned figures. Needs a QGuiApplication. Text is drawn with the painter's pen.
std::vector<SheetBlock> sheetBlocks(const Paper &paper, const SheetStyle &style, const QImage &logo = {});

} // namespace guichet
