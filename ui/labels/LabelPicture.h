// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/labels/LabelFormat.h"

#include <QImage>

class QIODevice;

namespace guichet {

inline constexpr int mostLabels = 2000;

/// A label as it will be, `dotsPerMm` pixels a millimetre. Needs a QGuiApplication; any thread.
QImage labelPicture(const Label &label, const LabelFormat &format, int dotsPerMm = 8);

/// A4 sheets, one label after the other from position `start` (from 0) of the first sheet. InvalidInput: no label, more than mostLabels, or
/// a position that the sheet does not have. FileFailed. Needs a QGuiApplication.
Result<> writeLabelSheets(const std::vector<Label> &labels, const LabelFormat &format, int start, QIODevice &device);

} // namespace guichet
