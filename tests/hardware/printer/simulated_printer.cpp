// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/EscPos.h"
#include "hardware/simulated/escpos/SimulatedPrinter.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"
#include "tests/support/Zbar.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// A printer that is given bytes in pieces.
struct Printed
{
    explicit Printed(const QByteArray &bytes, qsizetype piece = 1'000'000)
    {
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            printer.receive(bytes.mid(at, piece));
            while (printer.step(switches) != SimulatedEscPos::Step::Starved)
                continue;
        }
    }
    QString text() const
    {
        QString all;
        for (const SimulatedSheet &sheet : printer.paper().sheets())
            all += sheet.text;
        return all + printer.paper().current().text;
    }

    SimulatedPrinterSwitches switches;
    SimulatedEscPos printer{576};
};

Printed printedHex(const char *hex)
{
    return Printed{QByteArray::fromHex(hex)};
}

} // namespace

TEST_CASE("what our encoder sends reads as the receipt that was meant, in whatever pieces it comes")
{
    const Paper paper = receiptPaper(samples::context(), samples::cashSale());
    for (const QString &key : {u"generic80"_s, u"epson-tm80"_s, u"cp858-80"_s, u"text-only"_s}) {
        const QByteArray bytes = encodeEscPos(paper, *printerProfile(key));
        const Printed whole{bytes};
        INFO(key.toStdString());
        CHECK(whole.printer.unknown().isEmpty());
        CHECK(whole.printer.paper().sheets().size() == 1);
        CHECK(whole.text().contains(u"À payer"_s));
        CHECK(whole.text().contains(u"€"_s));
        CHECK(whole.printer.kicks() == 1);
        CHECK(Printed(bytes, 1).text() == whole.text());
    }
}

TEST_CASE("accents and the euro in each page, and Chinese where nobody cancels the Kanji mode")
{
    CHECK(printedHex("1b401c2e1b741080e90a").text() == u"€é\n"_s);
    CHECK(printedHex("1b401c2e1b7413d5820a").text() == u"€é\n"_s);
    CHECK(printedHex("1b401c2e1b7428a4e90a").text() == u"€é\n"_s);
    CHECK(printedHex("1b401c2e1b7402820a").text() == u"é\n"_s);
    CHECK(printedHex("1b401c2e820a").text() == u"é\n"_s); // CP437 after the initialisation
    CHECK(printedHex("1b40820a").text() == u"\u4E2D\n"_s);
}

TEST_CASE("QR codes, as a picture and by the printer's own command, and an EAN-13 are read back from the paper")
{
    Paper paper;
    paper.items = {PaperText{.text = u"Billet"_s}, PaperQr{.payload = u"GUICHET-12345"_s, .caption = u"12345"_s}};
    for (const QString &key : {u"generic80"_s, u"text-only"_s}) {
        const Printed printed{encodeEscPos(paper, *printerProfile(key))};
        REQUIRE(printed.printer.paper().sheets().size() == 1);
        CHECK(readBarcodes(printed.printer.paper().sheets().front().image) == QStringList{u"QR-Code:GUICHET-12345"_s});
    }
    const Printed ean{QByteArray::fromHex("1b61011d68501d77031d6b430d") + "5400141000016"};
    CHECK(ean.text() == u"[code 67 5400141000016]\n"_s);
    CHECK(readBarcodes(ean.printer.paper().current().image) == QStringList{u"EAN-13:5400141000016"_s});
}

TEST_CASE("text is drawn where it stands: centred, large, inverse")
{
    const QImage image = printedHex("1b401b61011d21115858581b61000a").printer.paper().current().image;
    REQUIRE_FALSE(image.isNull());
    CHECK(image.width() == 576);
    int leftMost = image.width();
    int rightMost = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.constScanLine(y)[x] < 128) {
                leftMost = std::min(leftMost, x);
                rightMost = std::max(rightMost, x);
            }
    CHECK(leftMost >= 576 / 2 - 36);
    CHECK(rightMost <= 576 / 2 + 36);
    CHECK(rightMost > leftMost);
}

TEST_CASE("questions are answered by the state, at once, without waiting for what is to print")
{
    SimulatedEscPos printer{576};
    SimulatedPrinterSwitches state{.paperOut = true, .coverOpen = true};
    printer.receive("not printed yet");
    CHECK(printer.takeRealTime(QByteArray::fromHex("100401100402100404"), state));
    CHECK(printer.takeAnswers().toHex() == "1a3672");
    CHECK_FALSE(printer.takeRealTime("text", state));
    CHECK_FALSE(printer.takeRealTime(QByteArray::fromHex("1004"), state));
    CHECK(simulatedAutomaticStatus(state).toHex() == "38000c0f");
}

TEST_CASE("lengths without sense and commands without end cost nothing")
{
    Printed large = printedHex("1d763000ffffffff"); // a picture of 500,000 × 65,535 dots
    large.printer.receive(QByteArray(200'000, '\xFF'));
    while (large.printer.step(large.switches) != SimulatedEscPos::Step::Starved)
        continue;
    CHECK(large.printer.paper().current().image.width() == 576);
    CHECK(large.printer.waiting() < 65'536);
    for (const char *hex : {"1d286bffff31", "1b44010203", "1d6b04414243", "1b2a21ffff", "10", "1b", "1d", "1c", "1d28", "1d6b"})
        CHECK(printedHex(hex).text().isEmpty());
    Printed feeds{QByteArray::fromHex("1b64ff").repeated(2000)};
    CHECK(feeds.printer.paper().current().image.height() <= SimulatedPaper::longestSheet);
    Printed cuts{QByteArray::fromHex("1d5600").repeated(1000)};
    CHECK(cuts.printer.paper().sheets().size() == SimulatedPaper::mostSheets);
}

TEST_CASE("every bar code that we can print is read back from the paper, by the printer's own command and as a picture")
{
    const std::vector<std::pair<PaperBarcode, QString>> codes{
        {{.kind = BarcodeKind::Ean13, .text = u"5400141000016"_s}, u"EAN-13:5400141000016"_s},
        {{.kind = BarcodeKind::Ean8, .text = u"96385074"_s}, u"EAN-8:96385074"_s},
        {{.kind = BarcodeKind::Code128, .text = u"GUICHET-{12}"_s}, u"CODE-128:GUICHET-{12}"_s},
        {{.kind = BarcodeKind::Code128, .text = u"123456"_s}, u"CODE-128:123456"_s},
        {{.kind = BarcodeKind::Gs1_128, .text = u"(01)05400141000016(10)A7(37)12"_s},
         u"CODE-128:010540014100001610A7\x1D"
         u"3712"_s}};
    for (const QString &key : {u"generic80"_s, u"generic58"_s, u"epson-tm80"_s, u"impact-76"_s, u"epson-utf8"_s})
        for (const auto &[code, read] : codes) {
            Paper paper;
            paper.items = {code, PaperCut{}};
            const Printed printed{encodeEscPos(paper, *printerProfile(key))};
            INFO(key.toStdString() << " " << code.text.toStdString());
            CHECK(printed.printer.unknown().isEmpty());
            const SimulatedPaper &out = printed.printer.paper();
            const QImage image = out.sheets().empty() ? out.current().image : out.sheets().front().image;
            CHECK(readBarcodes(image) == QStringList{read});
            QString text = code.text;
            CHECK(printed.text().contains(key.startsWith(u"epson") && code.kind == BarcodeKind::Gs1_128 ? text.remove(u'(').remove(u')')
                                                                                                        : text));
        }
}

TEST_CASE("a picture in columns is the same picture as one in rows")
{
    Paper paper;
    paper.items = {PaperQr{.payload = u"https://billets.example/t/8J2KQ4M7ZC3X"_s, .caption = {}}, PaperCut{}};
    const Printed columns{encodeEscPos(paper, *printerProfile(u"impact-76"_s))};
    CHECK(columns.printer.unknown().isEmpty());
    CHECK(readBarcodes(columns.printer.paper().sheets().front().image) == QStringList{u"QR-Code:https://billets.example/t/8J2KQ4M7ZC3X"_s});
}

TEST_CASE("UTF-8 prints every letter, and ends with the initialisation")
{
    CHECK(printedHex("1b401c284302003002c581c3b364c5ba0a1b401c2e1b7413820a").text() == u"Łódź\né\n"_s);
}

TEST_CASE("the text of a bar code is drawn where 1D 48 wants it")
{
    const auto heightOf = [](const char *hri) {
        return Printed{QByteArray::fromHex("1d68501d7703") + QByteArray::fromHex(hri) + QByteArray::fromHex("1d6b430d") + "5400141000016"}
            .printer.paper()
            .current()
            .image.height();
    };
    CHECK(heightOf("1d4800") == 80);
    CHECK(heightOf("1d4802") == 104);
    CHECK(heightOf("1d4803") == 128);
}
