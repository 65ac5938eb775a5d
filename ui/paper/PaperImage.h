// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

#include <QImage>

namespace guichet {

/// Paper as it comes out of a receipt printer, `width` logical pixels wide, as long as it needs; sheets are parted by a dashed line. White
/// in both modes. Needs a QGuiApplication; any thread.
QImage paperImage(const Paper &paper, int width, qreal devicePixelRatio = 1.0, const QImage &logo = {});

} // namespace guichet
