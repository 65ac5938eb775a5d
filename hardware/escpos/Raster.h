// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/barcode/Barcode.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace guichet {

/// `1D 76 30` commands for a picture, in slices that small buffers take: dark pixels print. Width up to 8 × 65535 dots.
QByteArray rasterCommands(const QImage &image);

/// The same picture in `1B 2A 21` columns of 24 dots, a line each, for printers without raster.
QByteArray columnCommands(const QImage &image);

/// A bar code with its quiet zones, at most `maximumDots` wide; null when it is none or does not fit.
QImage barcodeImage(BarcodeKind kind, const QString &text, int maximumDots);

/// A line of text as a picture of the width of the paper, in a fixed-pitch font that fills `columns`. Null without a QGuiApplication.
QImage textImage(const QString &line, int dots, int columns, int lineDots, bool bold);

/// A QR code with its quiet zone, at most `maximumDots` wide; null when the text holds too much for that width.
QImage qrImage(const QString &payload, int maximumDots);

} // namespace guichet
