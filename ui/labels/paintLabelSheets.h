// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/labels/LabelFormat.h"

#include <QImage>

class QIODevice;
class QPagedPaintDevice;

/// A4 sheets of labels: as PDF, on a printer, as a picture. All need a QGuiApplication.
namespace guichet {

inline constexpr int mostLabels = 2000;

/// Paints the sheets, one label after the other, on pages of A4 without margins. InvalidInput: no label, more than mostLabels, or a
/// position that the sheet does not have. DeviceUnavailable: the device takes no page.
Result<> paintLabelSheets(QPagedPaintDevice &device, const LabelSheets &sheets);

/// The same as PDF. FileFailed: it cannot be written.
Result<> writeLabelSheets(const LabelSheets &sheets, QIODevice &device);
/// The same in a file, which is there whole or not at all.
Result<> saveLabelSheets(const LabelSheets &sheets, const QString &path);

/// One of the sheets as it will be, with the outlines of its labels; those that are gone already are grey. `page` from 0.
QImage sheetPicture(const LabelSheets &sheets, int page, int dotsPerMm = 4);

} // namespace guichet
