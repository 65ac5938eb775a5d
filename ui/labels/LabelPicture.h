// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/labels/LabelFormat.h"

#include <QImage>

class QPainter;

namespace guichet {

/// Paints a label at the origin; the painter counts in tenths of a millimetre. `grain`: the smallest dot of the device in these.
void paintLabel(QPainter &painter, const Label &label, const LabelFormat &format, qreal grain);

/// A label as it will be, `dotsPerMm` pixels a millimetre. Needs a QGuiApplication; any thread.
QImage labelPicture(const Label &label, const LabelFormat &format, int dotsPerMm = 8);

} // namespace guichet
