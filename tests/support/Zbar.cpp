// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Zbar.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace guichet {

QStringList readBarcodes(const QImage &image)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("symbol.png"));
    QImage framed{image.size() + QSize{40, 40}, QImage::Format_Grayscale8};
    framed.fill(Qt::white);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            framed.setPixel(x + 20, y + 20, image.pixel(x, y));
    if (!framed.save(path))
        return {};
    QProcess scanner;
    scanner.start(QStringLiteral("zbarimg"), {QStringLiteral("-q"), path});
    if (!scanner.waitForFinished(30'000))
        return {};
    static const QRegularExpression between{QStringLiteral("\\n(?=(?:QR-Code|EAN-13|EAN-8|CODE-128):|$)")};
    return QString::fromUtf8(scanner.readAllStandardOutput()).split(between, Qt::SkipEmptyParts);
}

} // namespace guichet
