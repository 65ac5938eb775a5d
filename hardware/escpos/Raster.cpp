// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/Raster.h"

#include "hardware/escpos/EscPosBarcode.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>

namespace guichet {
namespace {

constexpr int sliceRows = 128;
constexpr int columnRows = 24;
constexpr int barRows = 80;      ///< Ten millimetres.
constexpr int largestModule = 7; ///< Dots per module: what phones and hand scanners read well at 203 dpi.

QByteArray sliceOf(const QImage &grey, int top, int rows)
{
    const int bytes = (grey.width() + 7) / 8;
    QByteArray command = QByteArray::fromHex("1d763000");
    for (const int value : {bytes, rows})
        command.append(static_cast<char>(value & 0xFF)).append(static_cast<char>(value >> 8));
    for (int y = top; y < top + rows; ++y) {
        QByteArray line(bytes, '\0');
        const uchar *pixels = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            if (pixels[x] < 128)
                line[x / 8] = static_cast<char>(line[x / 8] | (0x80 >> (x % 8)));
        command += line;
    }
    return command;
}

/// Eight dots below each other, the uppermost in the highest bit; white beyond the picture.
char columnByte(const QImage &grey, int x, int top)
{
    int bits = 0;
    for (int y = 0; y < 8; ++y)
        if (top + y < grey.height() && grey.constScanLine(top + y)[x] < 128)
            bits |= 0x80 >> y;
    return static_cast<char>(bits);
}

bool canDrawText()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
}

} // namespace

QByteArray rasterCommands(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QByteArray commands;
    for (int top = 0; top < grey.height(); top += sliceRows)
        commands += sliceOf(grey, top, std::min(sliceRows, grey.height() - top));
    return commands;
}

QByteArray columnCommands(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QByteArray commands = QByteArray::fromHex("1b3318"); // the next line follows without a gap
    for (int top = 0; top < grey.height(); top += columnRows) {
        commands +=
            QByteArray::fromHex("1b2a21").append(static_cast<char>(grey.width() & 0xFF)).append(static_cast<char>(grey.width() >> 8));
        for (int x = 0; x < grey.width(); ++x)
            for (int y = top; y < top + columnRows; y += 8)
                commands += columnByte(grey, x, y);
        commands += '\n';
    }
    return commands + QByteArray::fromHex("1b32");
}

QImage barcodeImage(BarcodeKind kind, const QString &text, int maximumDots)
{
    const auto matrix = barcode(kind, text);
    const int module = matrix ? barModuleFor(matrix->width(), maximumDots) : 0;
    if (module < 1)
        return {};
    QImage image{(matrix->width() + 2 * eanQuietZone) * module, barRows, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    QPainter painter{&image};
    for (int x = 0; x < matrix->width(); ++x)
        if (matrix->dark(x, 0))
            painter.fillRect((x + eanQuietZone) * module, 0, module, barRows, Qt::black);
    return image;
}

QImage textImage(const QString &line, int dots, int columns, int lineDots, bool bold)
{
    if (!canDrawText())
        return {};
    QImage image{dots, lineDots, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(lineDots * 3 / 4);
    font.setBold(bold);
    font.setStyleStrategy(QFont::NoAntialias);
    QPainter painter{&image};
    painter.setFont(font);
    const int advance = dots / columns;
    for (qsizetype column = 0; const QString &character : line.split(QString{}, Qt::SkipEmptyParts)) {
        if (!character[0].isLowSurrogate())
            painter.drawText(QRect{static_cast<int>(column) * advance, 0, 2 * advance, lineDots},
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                             character[0].isHighSurrogate() ? line.mid(column, 2) : character);
        ++column;
    }
    return image;
}

QImage qrImage(const QString &payload, int maximumDots)
{
    const auto matrix = qrCode(payload);
    if (!matrix)
        return {};
    const int side = matrix->width() + 2 * qrQuietZone;
    const int module = std::min(largestModule, maximumDots / side);
    if (module < 2)
        return {};
    QImage image{side * module, side * module, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    QPainter painter{&image};
    for (int y = 0; y < matrix->height(); ++y)
        for (int x = 0; x < matrix->width(); ++x)
            if (matrix->dark(x, y))
                painter.fillRect((x + qrQuietZone) * module, (y + qrQuietZone) * module, module, module, Qt::black);
    return image;
}

} // namespace guichet
