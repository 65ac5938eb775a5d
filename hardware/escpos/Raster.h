// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace guichet {

/// `1D 76 30` commands for a picture, in slices that small buffers take: dark pixels print. Width up to 8 × 65535 dots.
QByteArray rasterCommands(const QImage &image);

/// A line of text as a picture of the width of the paper, in a fixed-pitch font that fills `columns`. Null without a QGuiApplication.
QImage textImage(const QString &line, int dots, int columns, int lineDots, bool bold);

/// A QR code with its quiet zone, at most `maximumDots` wide; null when the text holds too much for that width.
QImage qrImage(const QString &payload, int maximumDots);

} // namespace guichet
