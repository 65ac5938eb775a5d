// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/EscPos.h"
#include "core/receipt/AdmissionTicket.h"
#include "hardware/escpos/Characters.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"
#include "tests/support/EscPosDecoder.h"
#include "tests/support/Property.h"
#include "tests/support/Zbar.h"

#include <QJsonArray>
#include <QPainter>
#include <QTemporaryDir>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

PrinterProfile profile(const QString &key)
{
    const auto found = printerProfile(key);
    REQUIRE(found);
    return *found;
}

EscPosDecoder printed(const Paper &paper, const PrinterProfile &printer, const EscPosOptions &options = {})
{
    EscPosDecoder decoder;
    decoder.feed(encodeEscPos(paper, printer, options));
    CHECK(decoder.unknown.toHex() == QByteArray{});
    CHECK(decoder.initialised);
    return decoder;
}

Paper paperOf(std::vector<PaperItem> items)
{
    Paper paper;
    paper.items = std::move(items);
    return paper;
}

} // namespace

TEST_CASE("the bytes of a small paper are these")
{
    Paper paper = paperOf({PaperText{.text = u"Été 5 €"_s, .bold = true}, PaperText{.text = u"x"_s, .size = TextSize::Large}, PaperCut{}});
    paper.openDrawer = true;
    const QByteArray expected = QByteArray::fromHex("1b40"
                                                    "1c2e"
                                                    "1b5200"
                                                    "1b7410"     // initialise, Kanji off, international set, WPC1252
                                                    "1b700019fa" // drawer
                                                    "1b4501"
                                                    "c974e9203520800a" // bold: Été 5 €
                                                    "1b4500"
                                                    "1d2111"
                                                    "780a" // double size: x
                                                    "1d2100"
                                                    "1b6404"
                                                    "1d564200"); // feed, cut
    CHECK(encodeEscPos(paper, profile(u"generic80"_s)).toHex() == expected.toHex());
}

TEST_CASE("a receipt comes out within the width of each printer, with accents, euro, cut and drawer")
{
    for (const PrinterProfile &printer : printerProfiles()) {
        INFO(printer.key.toStdString());
        const EscPosDecoder out = printed(receiptPaper(samples::context(), samples::cashSale()), printer);
        for (const EscPosDecoder::Line &line : out.lines)
            CHECK(line.columns() <= printer.columns);
        for (const QString &part : {u"Unité d"_s, u"À payer"_s, u"10,03 €"_s, u"Espèces"_s, u"39,95"_s})
            CHECK(out.text().contains(part));
        CHECK(out.cuts == (printer.cutter == PaperCutter::None ? 0 : 1));
        REQUIRE(out.kicks.size() == 1);
        CHECK(out.kicks[0].toHex() == (printer.drawerRealTime ? "0001" : "0019fa"));
        for (const QImage &image : out.images)
            CHECK(image.width() <= printer.dots);
    }
}

TEST_CASE("a scanner reads the QR of a receipt, in raster or by the native command")
{
    const Paper paper = receiptPaper(samples::context(), samples::cashSale());
    for (const QString &key : {u"generic80"_s, u"generic58"_s}) {
        const EscPosDecoder out = printed(paper, profile(key));
        REQUIRE(out.images.size() == 1);
        CHECK(readBarcodes(out.images[0]) == QStringList{u"QR-Code:P2611230A07"_s});
    }
    CHECK(printed(paper, profile(u"text-only"_s)).qrCodes == QStringList{u"P2611230A07"_s});
}

TEST_CASE("an EPC QR of an order is read back with all its lines on 58 mm")
{
    const EscPosDecoder out = printed(orderPaper(samples::context(), samples::order(), {}), profile(u"generic58"_s));
    REQUIRE(out.images.size() == 2);
    CHECK(readBarcodes(out.images[0]).join(u'\n').contains(u"BE68539007547034\nEUR20.00"_s));
}

TEST_CASE("each admission ticket is cut apart and readable")
{
    const EscPosDecoder out =
        printed(admissionTickets(samples::context(), samples::mixedSale(), TicketSplit::OneEach), profile(u"generic80"_s));
    CHECK(out.cuts == 4);
    REQUIRE(out.images.size() == 4);
    for (const QImage &image : out.images) {
        const QStringList codes = readBarcodes(image);
        REQUIRE(codes.size() == 1);
        CHECK(TicketCode::fromString(codes[0].mid(8))->dossierNumber == u"P2611230A08"_s);
    }
}

TEST_CASE("a printer that knows only CP858 gets plain apostrophes and the same accents")
{
    const EscPosDecoder out = printed(paperOf({PaperText{.text = u"L’été à 5 € – œuf…"_s}}), profile(u"cp858-80"_s));
    REQUIRE(out.lines.size() == 1);
    CHECK(out.lines[0].text == u"L'été à 5 € - oeuf..."_s);
}

TEST_CASE("a character of the second code page switches and comes back")
{
    const EscPosDecoder out = printed(paperOf({PaperText{.text = u"a■é"_s}}), profile(u"generic80"_s));
    REQUIRE(out.lines.size() == 1);
    CHECK(out.lines[0].text.startsWith(u'a'));
    CHECK(out.lines[0].text.endsWith(u'é'));
    CHECK(out.images.empty());
}

TEST_CASE("a line that no code page can write goes as a picture, and as question marks where there is no raster")
{
    const Paper paper = paperOf({PaperText{.text = u"Žofie 東京"_s}, PaperText{.text = u"suite"_s}});
    const EscPosDecoder out = printed(paper, profile(u"generic80"_s));
    REQUIRE(out.images.size() == 1);
    CHECK(out.images[0].width() == 576);
    int dark = 0;
    for (int y = 0; y < out.images[0].height(); ++y)
        for (int x = 0; x < out.images[0].width(); ++x)
            dark += qGray(out.images[0].pixel(x, y)) == 0 ? 1 : 0;
    CHECK(dark > 100);
    CHECK(out.text() == u"suite"_s);
    CHECK(printed(paper, profile(u"text-only"_s)).text() == u"?ofie ??\nsuite"_s);
}

TEST_CASE("nothing in a name can reach the printer as a command")
{
    const QString kick = u"\x1Bp\u0000\u0019\u00FA"_s;
    const std::vector<QString> hostile{kick,
                                       u"\x1D"
                                       u"V\u0000"_s,
                                       u"\x10\x14\x01\u0000\x05"_s,
                                       u"a\nb\rc\x0C"_s,
                                       u"\x1B@\x1B="_s,
                                       u"\u009B31m"_s,
                                       u"\u202Eabc"_s,
                                       QString(5000, u'\x1B')};
    for (const PrinterProfile &printer : printerProfiles())
        for (const QString &name : hostile) {
            const Paper paper = paperOf({PaperText{.text = name}, PaperPair{.left = name, .right = name},
                                         PaperRow{.cells = {{.text = name, .width = 48}}}, PaperQr{.payload = u"x"_s, .caption = name}});
            const EscPosDecoder out = printed(paper, printer);
            CHECK(out.kicks.empty());
            CHECK(out.cuts <= 1);
        }
}

TEST_CASE("a native QR carries its payload as data, commands in it included")
{
    const EscPosDecoder out = printed(paperOf({PaperQr{.payload = u"\x1Bp\x01\x02\x03"_s, .caption = {}}}), profile(u"text-only"_s));
    CHECK(out.qrCodes == QStringList{u"\x1Bp\x01\x02\x03"_s});
    CHECK(out.kicks.empty());
}

TEST_CASE("whatever the text, the printer understands every byte")
{
    const PrinterProfile printer = profile(u"text-only"_s);
    property("no unknown commands", [&] {
        QString text;
        for (const int unit : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 0x10000)))
            text += QChar{unit};
        EscPosDecoder out;
        out.feed(encodeEscPos(paperOf({PaperText{.text = text}}), printer));
        RC_ASSERT(out.unknown.isEmpty());
        RC_ASSERT(out.kicks.empty());
        for (const EscPosDecoder::Line &line : out.lines)
            RC_ASSERT(line.columns() <= printer.columns);
    });
}

TEST_CASE("a letter that becomes two still fits the paper")
{
    const EscPosDecoder out = printed(paperOf({PaperPair{.left = QString(60, u'Œ'), .right = u"12,80"_s}}), profile(u"text-only"_s));
    REQUIRE(out.lines.size() > 1);
    for (const EscPosDecoder::Line &line : out.lines)
        CHECK(line.columns() <= profile(u"text-only"_s).columns);
    CHECK(out.lines[0].text.startsWith(u"OEOE"_s));
    CHECK(out.lines[0].text.endsWith(u"12,80"_s));
}

TEST_CASE("the character tables are whole: every byte has at most one character and comes back")
{
    for (const CharacterSet set : {CharacterSet::Wpc1252, CharacterSet::Cp858}) {
        int characters = 0;
        for (int value = 0x20; value < 0x100; ++value) {
            const QChar character = characterFor(set, static_cast<char>(value));
            const bool known =
                value != 0x7F && character != QChar{QChar::ReplacementCharacter} && character != QChar{0xA0} && character != QChar{0xAD};
            characters += known ? 1 : 0;
            if (known)
                CHECK(byteFor(set, character) == static_cast<char>(value));
        }
        CHECK(characters >= 215);
        for (const QChar control : {QChar{0x00}, QChar{0x0A}, QChar{0x1B}, QChar{0x7F}, QChar{0x9B}})
            CHECK_FALSE(byteFor(set, control));
    }
    CHECK(byteFor(CharacterSet::Wpc1252, u'€') == '\x80');
    CHECK(byteFor(CharacterSet::Cp858, u'€') == '\xD5');
}

TEST_CASE("a logo is dithered to the width of the paper, transparent ground stays white")
{
    QImage logo{1000, 200, QImage::Format_ARGB32};
    logo.fill(Qt::transparent);
    QPainter{&logo}.fillRect(0, 0, 500, 200, Qt::black);
    const EscPosDecoder out = printed(paperOf({PaperLogo{}, PaperText{.text = u"x"_s}}), profile(u"generic80"_s),
                                      {.logo = escPosLogo(logo, profile(u"generic80"_s))});
    REQUIRE(out.images.size() == 1);
    CHECK(out.images[0].width() == 576);
    CHECK(qGray(out.images[0].pixel(10, 10)) == 0);
    CHECK(qGray(out.images[0].pixel(560, 10)) == 255);
}

TEST_CASE("a profile out of range or with unknown fields is refused")
{
    const QJsonObject good{{u"key"_s, u"mine"_s},
                           {u"name"_s, u"Mine"_s},
                           {u"code_pages"_s, QJsonArray{QJsonObject{{u"set"_s, u"cp858"_s}, {u"number"_s, 19}}}}};
    CHECK(printerProfileFromJson(good));
    for (const auto &[field, value] : std::vector<std::pair<QString, QJsonValue>>{{u"columns"_s, 2},
                                                                                  {u"colums"_s, 48},
                                                                                  {u"cutter"_s, u"sword"_s},
                                                                                  {u"pictures"_s, u"oil"_s},
                                                                                  {u"code_pages"_s, QJsonArray{}},
                                                                                  {u"drawer_on_ms"_s, 600},
                                                                                  {u"key"_s, 5}}) {
        QJsonObject bad = good;
        bad.insert(field, value);
        CHECK_FALSE(printerProfileFromJson(bad));
    }
    CHECK(printerProfiles().size() == 11);
    CHECK(printerProfile(u"unknown"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("a technician adds profiles in a file; one that is wrong is said, and keeps no shipped printer from printing")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"printers.json"_s);
    const auto write = [&](const QByteArray &json) {
        QFile file{path};
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(json) == json.size());
    };
    CHECK(ownPrinterProfiles(path)->empty()); // no file
    CHECK(printerProfile(u"mine"_s, path).error().code == ErrorCode::NotFound);
    write(R"([{"key": "mine", "name": "Mine", "columns": 42, "code_pages": [{"set": "cp858", "number": 13}]}])");
    CHECK(printerProfile(u"mine"_s, path)->codePages == std::vector{CodePage{.set = CharacterSet::Cp858, .number = 13}});
    CHECK(printerProfile(u"mine"_s).error().code == ErrorCode::NotFound);
    for (const QByteArray &wrong : {"{}"_ba, "[1]"_ba, "["_ba, R"([{"key": "mine", "name": "Mine"}])"_ba,
                                    R"([{"key": "generic80", "name": "X", "code_pages": [{"set": "cp858", "number": 19}]}])"_ba}) {
        INFO(wrong.toStdString());
        write(wrong);
        CHECK(ownPrinterProfiles(path).error().code == ErrorCode::InvalidInput);
        CHECK(ownPrinterProfiles(path).error().detail.startsWith(u"printers.json: "_s));
        CHECK(printerProfile(u"mine"_s, path).error().code == ErrorCode::InvalidInput);
        CHECK(printerProfile(u"generic80"_s, path));
    }
}

TEST_CASE("an ISO 8859-15 printer gets the euro and the œ in its own table")
{
    CHECK(encodeEscPos(paperOf({PaperText{.text = u"œ€é"_s}}), profile(u"iso8859-15-80"_s)).contains("\x1Bt\x28\xBD\xA4\xE9"));
}

TEST_CASE("a sheet shows each table of characters that a printer may have, its own first")
{
    PrinterProfile printer = profile(u"generic80"_s);
    printer.codePages = {{.set = CharacterSet::Cp858, .number = 13}};
    const QByteArray sheet = codePageSheet(printer);
    EscPosDecoder out;
    out.feed(sheet);
    CHECK(out.unknown.isEmpty());
    CHECK(out.cuts == 1);
    REQUIRE(out.lines.size() >= 6);
    CHECK(out.lines[0].text.startsWith(u"n=13 CP858: "_s)); // what follows is as the printer has it
    CHECK(out.lines[1].text == u"n=16 WPC1252: éèêëàâçôûùïœÉÀ€"_s);
    CHECK(out.lines[3].text == u"n=40 ISO8859-15: éèêëàâçôûùïœÉÀ€"_s);
    CHECK(sheet.contains("\x1Bt\x0Dn=13 CP858: \x82\x8A"));
    CHECK(codePageSheet(profile(u"impact-76"_s)).count("n=19 ") == 1);
}
