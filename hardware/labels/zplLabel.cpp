// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/labels/zplLabel.h"

#include "core/catalogue/Product.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerMm = 8;
constexpr int margin = 16;
constexpr int eanModules = 95;
constexpr int quietModules = 11;

int dots(int tenths)
{
    return tenths * dotsPerMm / 10;
}

/// Behind `^FH`: control bytes and the characters that begin commands are `_XX`.
QByteArray field(const QString &text)
{
    QByteArray escaped;
    for (const char byte : text.simplified().toUtf8()) {
        const bool isCommand = byte == '^' || byte == '~' || byte == '_' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20;
        if (isCommand)
            escaped += '_' + QByteArray{1, byte}.toHex().toUpper();
        else
            escaped += byte;
    }
    return "^FH^FD"_ba + escaped + "^FS\n"_ba;
}

QByteArray at(int x, int y)
{
    return "^FO%1,%2"_ba.replace("%1", QByteArray::number(x)).replace("%2", QByteArray::number(y));
}

QByteArray text(int y, int height, int width, int lines, const QString &words)
{
    return at(margin, y) + "^A0N,"_ba + QByteArray::number(height) + ',' + QByteArray::number(height) + "^FB"_ba +
           QByteArray::number(width) + ',' + QByteArray::number(lines) + ",0,L"_ba + field(words);
}

/// The widest whole bars that fit between their quiet zones.
QByteArray bars(const QString &barcode, int top, int width, int height)
{
    const int module = std::max(1, width / (eanModules + 2 * quietModules));
    const int x = (width - module * eanModules) / 2;
    return at(x, top) + "^BY"_ba + QByteArray::number(module) + "^BEN,"_ba + QByteArray::number(height) + ",Y,N^FD"_ba +
           barcode.left(12).toLatin1() + "^FS\n"_ba;
}

} // namespace

Result<QByteArray> zplLabel(const Label &label, const LabelFormat &format, int copies)
{
    const bool hasBars = !label.barcode.isEmpty();
    if (copies < 1 || copies > mostCopies)
        return failure(ErrorCode::InvalidInput, u"%1 copies"_s.arg(copies), {u"copies"_s});
    if (hasBars && (label.barcode.size() != 13 || !isValidEan(label.barcode)))
        return failure(ErrorCode::InvalidInput, u"no EAN-13"_s, {u"barcode"_s});
    const int width = dots(format.width);
    const int height = dots(format.height);
    const int size = std::clamp(height / 9, 18, 32);
    const int barTop = margin + 2 * size + size / 2 + (label.price.isEmpty() ? 0 : size + size / 2);
    QByteArray zpl = "^XA^CI28\n^PW"_ba + QByteArray::number(width) + "^LL"_ba + QByteArray::number(height) + "\n"_ba;
    zpl += text(margin, size, width - 2 * margin, 2, label.title);
    if (!label.price.isEmpty())
        zpl += text(margin + 2 * size + size / 4, size + size / 2, width - 2 * margin, 1, label.price);
    if (hasBars)
        zpl += bars(label.barcode, barTop, width, std::max(24, height - barTop - 44)); // the digits under them
    return zpl + "^PQ"_ba + QByteArray::number(copies) + "^XZ\n"_ba;
}

} // namespace guichet
