// SPDX-License-Identifier: GPL-3.0-or-later
// The devices of the desk and the labels, from a script (HW-2, HW-4, CAT-7).
#include "core/catalogue/Product.h"
#include "tests/app/tool/Tool.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

class DeskShop : public Tool
{
public:
    DeskShop()
    {
        must(R"({"do":"create","demo":true,"secretStore":"file"})");
        must(R"({"do":"login","user":"Claire","pin":"5555"})");
    }
};

} // namespace

TEST_CASE("scanner and display are set by an administrator, kept, and refused when they are none")
{
    DeskShop shop;
    CHECK(shop.must(R"({"do":"scanner"})")[u"settings"][u"longestGapMs"].toInt() == 35);
    shop.must(R"({"do":"scanner","settings":{"line":"serial:/dev/ttyACM0:9600","prefix":"stx"}})");
    shop.must(R"({"do":"display","settings":{"kind":"epson","line":"serial:/dev/ttyUSB0"}})");
    CHECK(shop.refusal(R"({"do":"scanner","settings":{"line":"/dev/ttyACM0"}})") == u"invalid_input");
    CHECK(shop.refusal(R"({"do":"display","settings":{"kind":"epson"}})") == u"invalid_input");
    shop.restart();
    shop.must(R"({"do":"login","user":"Ahmed","pin":"4444"})");
    CHECK(shop.must(R"({"do":"scanner"})")[u"settings"][u"prefix"].toString() == u"stx");
    CHECK(shop.must(R"({"do":"display"})")[u"settings"][u"kind"].toString() == u"epson");
    CHECK(shop.refusal(R"({"do":"scanner","settings":{}})") == u"not_allowed");
}

TEST_CASE("a product without a barcode gets one of the till, once, which is scanned at once")
{
    DeskShop shop;
    shop.must(R"({"do":"open","float":10000})");
    shop.must(
        R"({"do":"put","kind":"product","document":{"key":"pins","name":{"fr":"Pin’s"},"vat":"A","price":350,"group":"boutique-jeux"}})");
    const QString code = shop.must(R"({"do":"barcode","product":"pins"})")[u"barcode"].toString();
    CHECK(isValidEan(code));
    CHECK(code.startsWith(u'2'));
    CHECK(shop.must(R"({"do":"barcode","product":"pins"})")[u"barcode"].toString() == code);
    CHECK(shop.must(R"({"do":"scan","code":")" + code.toLatin1() + R"("})").contains(u"line"_s));
    CHECK(shop.refusal(R"({"do":"barcode","product":"nothing"})") == u"not_found");
}

TEST_CASE("who may not change goods uses up no in-store code")
{
    const QByteArray put =
        R"({"do":"put","kind":"product","document":{"key":"pins","name":{"fr":"Pin’s"},"vat":"A","price":350,"group":"boutique-jeux"}})";
    DeskShop quiet;
    quiet.must(put);
    DeskShop shop;
    shop.must(put);
    shop.must(R"({"do":"login","user":"Marie","pin":"1111"})");
    CHECK_FALSE(shop.refusal(R"({"do":"barcode","product":"pins"})").isEmpty());
    shop.must(R"({"do":"login","user":"Claire","pin":"5555"})");
    const QByteArray give = R"({"do":"barcode","product":"pins"})";
    CHECK(shop.must(give)[u"barcode"].toString() == quiet.must(give)[u"barcode"].toString());
}

TEST_CASE("labels go to an A4 sheet or to a label printer")
{
    DeskShop shop;
    const QByteArray file = shop.folder.filePath(u"labels.pdf"_s).toUtf8();
    const QByteArray sheet = R"({"do":"labels","products":[{"product":"p001","copies":30}],"format":"3x8-70x37","start":2,"file":")" + file;
    CHECK(shop.must(sheet + R"("})")[u"count"].toInt() == 30);
    QFile pdf{QString::fromUtf8(file)};
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-"_ba);
    QTcpServer printer;
    REQUIRE(printer.listen(QHostAddress::LocalHost));
    const QByteArray address = "tcp:127.0.0.1:" + QByteArray::number(printer.serverPort());
    shop.must(R"({"do":"labels","products":[{"product":"p001","copies":2}],"format":"56x32","printer":")" + address + R"("})");
    REQUIRE(printer.waitForNewConnection(5000));
    QTcpSocket *line = printer.nextPendingConnection();
    QByteArray zpl = line->readAll();
    while (line->waitForReadyRead(2000))
        zpl += line->readAll();
    CHECK(zpl.startsWith("~HS^XA"_ba)); // asked first whether it can
    CHECK(zpl.contains("^PQ2^XZ"_ba));
    CHECK(shop.refusal(R"({"do":"labels","products":[],"format":"3x8-70x37","file":")" + file + R"("})") == u"invalid_input");
    CHECK(shop.refusal(R"({"do":"labels","products":[{"product":"p001"}],"format":"none","file":")" + file + R"("})") == u"invalid_input");
}
