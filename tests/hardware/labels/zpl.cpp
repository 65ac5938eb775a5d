// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/labels/labelPrinterStatus.h"
#include "hardware/labels/printLabels.h"
#include "hardware/labels/zplLabel.h"
#include "tests/support/Catch.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const LabelFormat roll = rollFormats().front();

TEST_CASE("a label of 56 × 32 mm is this ZPL")
{
    const auto zpl = zplLabel({.title = u"Château €"_s, .price = u"7,50 €"_s, .barcode = u"5410000000019"_s}, roll, 3);
    REQUIRE(zpl);
    CHECK(*zpl == "^XA^CI28\n^PW448^LL256\n"
                  "^FO16,16^A0N,28,28^FB416,2,0,L^FH^FDChâteau €^FS\n"
                  "^FO16,79^A0N,42,42^FB416,1,0,L^FH^FD7,50 €^FS\n"
                  "^FO81,128^BY3^BEN,84,Y,N^FD541000000001^FS\n"
                  "^PQ3^XZ\n"_ba);
}

TEST_CASE("what is printed holds no command")
{
    const auto zpl = zplLabel({.title = u"^XZ~JR_\\ \n^FS"_s}, roll, 1);
    REQUIRE(zpl);
    CHECK(zpl->contains("_5EXZ_7EJR_5F_5C _5EFS"_ba));
    CHECK(zpl->count('^') == zplLabel({.title = u"x"_s}, roll, 1)->count('^'));
    CHECK_FALSE(zpl->contains('~'));
}

TEST_CASE("bars and their quiet zones stay on the label of every roll, over the digits")
{
    for (const LabelFormat &format : rollFormats()) {
        const auto zpl = zplLabel({.title = u"x"_s, .price = u"1"_s, .barcode = u"5410000000019"_s}, format, 1);
        REQUIRE(zpl);
        const int module = zpl->mid(zpl->indexOf("^BY") + 3, 1).toInt();
        CHECK((95 + 22) * module <= format.width * 8 / 10);
    }
}

TEST_CASE("wrong copies and codes are refused")
{
    CHECK(zplLabel({}, roll, 0).error().code == ErrorCode::InvalidInput);
    CHECK(zplLabel({}, roll, mostCopies + 1).error().code == ErrorCode::InvalidInput);
    CHECK(zplLabel({.barcode = u"5410000000018"_s}, roll, 1).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("labels go to a printer on the network as they are, and one that is not there is said")
{
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    const QString setting = u"tcp:127.0.0.1:%1"_s.arg(server.serverPort());
    const QByteArray sent{100'000, 'x'};
    std::optional<Result<>> printed;
    const std::unique_ptr<QThread> till{QThread::create([&] { printed = printZpl(setting, sent); })};
    till->start();
    REQUIRE(server.waitForNewConnection(5000));
    QTcpSocket *printer = server.nextPendingConnection();
    QByteArray arrived;
    while (printer->waitForReadyRead(5000))
        arrived += printer->readAll();
    till->wait();
    CHECK(arrived == "~HS" + sent); // it keeps silent, and gets them all the same
    CHECK(printed->has_value());
    server.close();
    CHECK(printZpl(setting, sent).error().code == ErrorCode::DeviceUnavailable);
    CHECK(printZpl(u"file:/tmp"_s, sent).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("What a printer of labels says of itself is known: out of labels or ribbon, open, paused")
{
    const QByteArray ready = "\x02"
                             "030,0,0,0256,000,0,0,0,000,0,0,0\x03\r\n\x02"
                             "001,0,0,0,1,2,4,0,00000000,1,000\x03\r\n\x02"
                             "1234,0\x03\r\n"_ba;
    CHECK(isWholeLabelStatus(ready));
    CHECK_FALSE(isWholeLabelStatus(ready.left(40)));
    const auto saying = [&ready](const QByteArray &from, const QByteArray &to) {
        const auto trouble = labelPrinterTrouble(QByteArray{ready}.replace(from, to), u"p"_s);
        return trouble ? std::optional{trouble->code} : std::nullopt;
    };
    CHECK(saying("?", "?") == std::nullopt);
    CHECK(saying("030,0,0", "030,1,0") == ErrorCode::LabelsOut);
    CHECK(saying("030,0,0", "030,0,1") == ErrorCode::LabelPrinterPaused);
    CHECK(saying("001,0,0,0", "001,0,1,0") == ErrorCode::LabelPrinterOpen);
    CHECK(saying("001,0,0,0", "001,0,0,1") == ErrorCode::LabelsOut);
    CHECK(saying("001,0,0,0", "001,0,1,1") == ErrorCode::LabelPrinterOpen); // the cause before the consequence
    for (const QByteArray &rubbish : {QByteArray{}, "\x02\x02\x03\x03"_ba, "\x03\x03"_ba, QByteArray{1000, '\x02'},
                                      "\x02"
                                      "1\x03\x02"
                                      ",,,,"_ba})
        CHECK_FALSE(labelPrinterTrouble(rubbish, u"p"_s));
}

TEST_CASE("A printer that says it has no labels gets none, and says so; one that is ready gets them")
{
    const bool isOut = GENERATE(true, false);
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost));
    const LabelPrinterSettings settings{.printer = u"tcp:127.0.0.1:%1"_s.arg(server.serverPort())};
    std::optional<Result<>> printed;
    const std::unique_ptr<QThread> till{
        QThread::create([&] { printed = printLabels(settings, {{.label = {.title = u"Miel"_s}, .copies = 2}}); })};
    till->start();
    REQUIRE(server.waitForNewConnection(5000));
    QTcpSocket *printer = server.nextPendingConnection();
    QByteArray arrived;
    while (!arrived.contains("~HS") && printer->waitForReadyRead(5000))
        arrived += printer->readAll();
    printer->write("\x02"
                   "030," +
                   QByteArray{isOut ? "1" : "0"} + ",0,0256,000,0,0,0,000,0,0,0\x03\r\n");
    printer->write("\x02"
                   "001,0,0,0,1,2,4,0,00000000,1,000\x03\r\n");
    printer->flush();
    while (printer->waitForReadyRead(5000))
        arrived += printer->readAll();
    till->wait();
    CHECK(arrived.contains("^PQ2^XZ") != isOut);
    CHECK(printed->has_value() != isOut);
    if (isOut)
        CHECK(printed->error().code == ErrorCode::LabelsOut);
}

} // namespace
} // namespace guichet
