// SPDX-License-Identifier: GPL-3.0-or-later
// Each command of hardware.md §7.1 that a receipt does not need: its bytes.
#include "hardware/escpos/Characters.h"
#include "hardware/escpos/EscPos.h"
#include "hardware/escpos/EscPosBarcode.h"
#include "hardware/escpos/Raster.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// The bytes of one item between initialisation and feed.
QByteArray itemBytes(const PaperItem &item, const PrinterProfile &printer)
{
    Paper paper;
    paper.items = {item};
    QByteArray bytes = encodeEscPos(paper, printer);
    const QByteArray start = encodeEscPos(Paper{}, printer);
    REQUIRE(bytes.startsWith(start));
    bytes.remove(0, start.size());
    const QByteArray feed = QByteArray::fromHex("1b6404");
    REQUIRE(bytes.contains(feed));
    return bytes.left(bytes.lastIndexOf(feed)).toHex();
}

PrinterProfile epson()
{
    return *printerProfile(u"epson-tm80"_s);
}

} // namespace

TEST_CASE("underline, inverse, tall and small are switched on before a line and off after it")
{
    CHECK(itemBytes(PaperText{.text = u"x"_s, .underline = true}, epson()) == "1b2d01780a1b2d00");
    CHECK(itemBytes(PaperText{.text = u"x"_s, .inverse = true}, epson()) == "1d4201780a1d4200");
    CHECK(itemBytes(PaperText{.text = u"x"_s, .size = TextSize::Tall}, epson()) == "1d2101780a1d2100");
    CHECK(itemBytes(PaperText{.text = u"x"_s, .size = TextSize::Small}, epson()) == "1b4d01780a1b4d00");
}

TEST_CASE("a small line holds a third more")
{
    Paper paper;
    paper.items = {PaperText{.text = QString(64, u'x'), .size = TextSize::Small}};
    CHECK(encodeEscPos(paper, epson()).contains(QByteArray(64, 'x') + '\n'));
}

TEST_CASE("bar codes: height, width, text beneath, then the data, centred")
{
    const QByteArray setUp = "1b6101"
                             "1d6850"
                             "1d7703"
                             "1d4802"
                             "1d6600";
    const auto code = [](BarcodeKind kind, const QString &text) { return itemBytes(PaperBarcode{.kind = kind, .text = text}, epson()); };
    CHECK(code(BarcodeKind::Ean13, u"5400141000016"_s) == setUp + "1d6b430d" + "5400141000016"_ba.toHex() + "1b6100");
    CHECK(code(BarcodeKind::Ean8, u"96385074"_s) == setUp + "1d6b4408" + "96385074"_ba.toHex() + "1b6100");
    CHECK(code(BarcodeKind::Code128, u"AB{c"_s) == setUp + "1d6b4907" + "7b42" + "41427b7b63" + "1b6100");
    CHECK(code(BarcodeKind::Code128, u"123456"_s) == setUp + "1d6b4905" + "7b43" + "0c2238" + "1b6100");
    CHECK(code(BarcodeKind::Gs1_128, u"(01)05400141000016(10)A7(37)12"_s) ==
          setUp.left(16) + "02" + setUp.mid(18) + "1d6b4918" +  // narrower: it is long
              "7b437b31" + "0105280129000010" +                 // code set C, FNC1, (01)
              "7b4231304137" + "7b31" + "7b43250c" + "1b6100"); // B (10)A7, FNC1 for its end, C (37)12
}

TEST_CASE("a code that no scanner would read is its text alone")
{
    for (const PaperBarcode &wrong :
         {PaperBarcode{.kind = BarcodeKind::Ean13, .text = u"5400141000017"_s}, PaperBarcode{.kind = BarcodeKind::Ean8, .text = u"1"_s},
          PaperBarcode{.kind = BarcodeKind::Code128, .text = u"été"_s},
          PaperBarcode{.kind = BarcodeKind::Code128, .text = QString(200, u'W')}}) {
        INFO(wrong.text.toStdString());
        const QByteArray bytes = QByteArray::fromHex(itemBytes(wrong, epson()));
        CHECK_FALSE(bytes.contains("\x1Dk"));
        CHECK(bytes.contains(wrong.text.left(20).toLatin1()));
    }
}

TEST_CASE("pictures in columns of 24 dots for printers without raster, line by line without a gap")
{
    QImage image{2, 25, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    image.setPixel(0, 0, qRgb(0, 0, 0));
    image.setPixel(1, 23, qRgb(0, 0, 0));
    image.setPixel(0, 24, qRgb(0, 0, 0));
    CHECK(columnCommands(image).toHex() == "1b3318"
                                           "1b2a210200"
                                           "800000000001"
                                           "0a"
                                           "1b2a210200"
                                           "800000000000"
                                           "0a"
                                           "1b32");
    CHECK(itemBytes(PaperQr{.payload = u"x"_s, .caption = {}}, *printerProfile(u"impact-76"_s)).startsWith("1b61011b33181b2a21"));
}

TEST_CASE("a printer that takes UTF-8 gets it whole, and no code page")
{
    const PrinterProfile printer = *printerProfile(u"epson-utf8"_s);
    CHECK(encodeEscPos(Paper{}, printer).toHex() == "1b401c2e1b52001c284302003002");
    CHECK(itemBytes(PaperText{.text = u"Łódź €"_s}, printer) == "c581c3b364c5ba20e282ac0a");
}

TEST_CASE("the drawer opens by the pin that is asked, in turn or at once")
{
    PrinterProfile printer = epson();
    CHECK(drawerKick(printer).toHex() == "1b401b700019fa");
    CHECK(drawerKick(printer, 5).toHex() == "1b401b700119fa");
    printer.drawerPin = 1;
    CHECK(drawerKick(printer).toHex() == "1b401b700119fa");
    CHECK(drawerKick(printer, 2).toHex() == "1b401b700019fa");
    printer.drawerRealTime = true;
    printer.drawerOnMs = 200;
    CHECK(drawerKick(printer).toHex() == "1014010102");
    Paper paper;
    paper.openDrawer = true;
    paper.drawerPin = 2;
    CHECK(encodeEscPos(paper, epson()).contains(QByteArray::fromHex("1b700019fa")));
}

TEST_CASE("each set of characters is its own inverse, and has the euro where it should")
{
    for (const CharacterSet set :
         {CharacterSet::Wpc1252, CharacterSet::Cp858, CharacterSet::Cp850, CharacterSet::Cp437, CharacterSet::Iso8859_15})
        for (int value = 0x20; value < 0x100; ++value) {
            const QChar character = characterFor(set, static_cast<char>(value));
            if (const auto byte = byteFor(set, character))
                CHECK(*byte == static_cast<char>(value));
        }
    CHECK(byteFor(CharacterSet::Wpc1252, u'€') == '\x80');
    CHECK(byteFor(CharacterSet::Cp858, u'€') == '\xD5');
    CHECK(byteFor(CharacterSet::Iso8859_15, u'€') == '\xA4');
    CHECK_FALSE(byteFor(CharacterSet::Cp850, u'€'));
    CHECK_FALSE(byteFor(CharacterSet::Cp437, u'€'));
    CHECK_FALSE(byteFor(CharacterSet::Iso8859_15, u'¤'));
    CHECK(byteFor(CharacterSet::Cp437, u'é') == '\x82');
}
