// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labels/InStoreCode.h"
#include "tests/support/Catch.h"
#include "tests/support/Zbar.h"
#include "ui/labels/LabelPicture.h"
#include "ui/labels/paintLabelSheets.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

Label label(int counter)
{
    return {.title = u"Miel de fleurs des vallées"_s, .price = u"7,50 €"_s, .barcode = *inStoreCode(u"29"_s, 7, counter)};
}

/// The PDF as a scanner at 300 dpi sees its pages.
std::vector<QImage> pagesOf(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file{folder.filePath(u"labels.pdf"_s)};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    QProcess process;
    process.start(u"pdftoppm"_s, {u"-png"_s, u"-r"_s, u"300"_s, file.fileName(), folder.filePath(u"page"_s)});
    REQUIRE(process.waitForFinished(60'000));
    std::vector<QImage> pages;
    for (const QString &name : QDir{folder.path()}.entryList({u"page*.png"_s}, QDir::Files, QDir::Name))
        pages.emplace_back(folder.filePath(name));
    return pages;
}

QByteArray sheets(int count, const LabelFormat &format, int start)
{
    std::vector<Label> labels;
    for (int i = 1; i <= count; ++i)
        labels.push_back(label(i));
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(writeLabelSheets({.labels = labels, .format = format, .start = start}, buffer));
    return buffer.data();
}

} // namespace

TEST_CASE("the label that is shown is read by a scanner, in every size")
{
    for (const auto &formats : {sheetFormats(), rollFormats()})
        for (const LabelFormat &format : formats) {
            INFO(format.key.toStdString());
            CHECK(readBarcodes(labelPicture(label(1), format)) == QStringList{u"EAN-13:"_s + label(1).barcode});
        }
}

TEST_CASE("every label of a sheet is read by a scanner, from the position on that was asked, over as many pages as it takes")
{
    for (const LabelFormat &format : sheetFormats()) {
        INFO(format.key.toStdString());
        const int count = format.count() + 2;
        const std::vector<QImage> pages = pagesOf(sheets(count, format, 3));
        REQUIRE(pages.size() == 2);
        QStringList read = readBarcodes(pages[0]) + readBarcodes(pages[1]);
        read.sort();
        QStringList wanted;
        for (int i = 1; i <= count; ++i)
            wanted << u"EAN-13:"_s + label(i).barcode;
        wanted.sort();
        CHECK(read == wanted);
        const LabelPlace place = placeOf(format, 0, 3);
        const qreal dots = 300 / 254.0;
        const QRectF before{format.left * dots, format.top * dots, (format.stepX * std::min(3, format.columns) - 20) * dots,
                            format.height * dots};
        if (place.y > format.top) // the first row is left free
            CHECK(readBarcodes(pages[0].copy(before.toRect())).isEmpty());
    }
}

TEST_CASE("no label, too many, or a position that is not on the sheet is refused")
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    const LabelFormat &format = sheetFormats().front();
    CHECK(writeLabelSheets({.labels = {}, .format = format}, buffer).error().code == ErrorCode::InvalidInput);
    CHECK(writeLabelSheets({.labels = {label(1)}, .format = format, .start = format.count()}, buffer).error().code ==
          ErrorCode::InvalidInput);
    CHECK(writeLabelSheets({.labels = std::vector(mostLabels + 1, label(1)), .format = format}, buffer).error().code ==
          ErrorCode::InvalidInput);
}

} // namespace guichet
