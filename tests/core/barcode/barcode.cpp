// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/barcode/Barcode.h"
#include "tests/support/Catch.h"
#include "tests/support/Zbar.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QImage drawn(const BitMatrix &matrix, int module, int rowHeight, int quiet)
{
    QImage image{(matrix.width() + 2 * quiet) * module, matrix.height() * rowHeight + 2 * quiet * module, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    for (int y = 0; y < matrix.height() * rowHeight; ++y)
        for (int x = 0; x < matrix.width() * module; ++x)
            if (matrix.dark(x / module, y / rowHeight))
                image.setPixel(x + quiet * module, y + quiet * module, qRgb(0, 0, 0));
    return image;
}

} // namespace

TEST_CASE("a scanner reads our QR codes, short and long")
{
    for (const QString &text :
         {u"P2611230A07"_s, u"T2611230A070101K7"_s,
          u"BCD\n002\n1\nSCT\n\nGrottes de Test ASBL\nBE68539007547034\nEUR50.00\n\n\n+++202/6000/04236+++"_s, QString(800, u'x')}) {
        const auto matrix = qrCode(text);
        REQUIRE(matrix);
        CHECK(matrix->width() == matrix->height());
        CHECK(readBarcodes(drawn(*matrix, 6, 6, qrQuietZone)).join(u'\n') == u"QR-Code:"_s + text);
    }
}

TEST_CASE("the EPC sample fits version 13 at level M")
{
    const auto matrix = qrCode(QString(331, u'x'), QrLevel::M);
    REQUIRE(matrix);
    CHECK(matrix->width() <= 17 + 4 * 13);
}

TEST_CASE("a higher level needs a larger symbol, and too much text none")
{
    CHECK(qrCode(QString(100, u'x'), QrLevel::H)->width() > qrCode(QString(100, u'x'), QrLevel::L)->width());
    CHECK(qrCode({}).error().code == ErrorCode::InvalidInput);
    CHECK(qrCode(QString(4000, u'x')).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a scanner reads our EAN-13, and a wrong one is not made")
{
    const auto bars = ean13(u"5410000000019"_s);
    REQUIRE(bars);
    CHECK(bars->width() == 95);
    CHECK(bars->height() == 1);
    CHECK(readBarcodes(drawn(*bars, 3, 90, eanQuietZone)) == QStringList{u"EAN-13:5410000000019"_s});
    for (const QString &wrong : {u"5410000000018"_s, u"541000000001"_s, u"54100000000AB"_s, QString{}, u"54100000000+9"_s})
        CHECK(ean13(wrong).error().code == ErrorCode::BarcodeInvalid);
}
