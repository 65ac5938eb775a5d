// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/Gs1.h"
#include "core/scan/ScanCode.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const QString gs{groupSeparator};

Gs1Content elements(const QString &text)
{
    const auto content = gs1FromElements(text);
    INFO(text.toStdString());
    REQUIRE(content);
    return *content;
}

Gs1Content link(const QString &text)
{
    const auto content = gs1FromLink(text);
    INFO(text.toStdString());
    REQUIRE(content);
    REQUIRE(*content);
    return **content;
}

void refused(const QString &text)
{
    INFO(text.toStdString());
    const auto content = gs1FromElements(text);
    REQUIRE_FALSE(content);
    CHECK(content.error().code == ErrorCode::BarcodeInvalid);
}

} // namespace

TEST_CASE("elements of variable length end with GS or with the code, those of fixed length by themselves")
{
    const Gs1Content content = elements(u"0105410000000019"_s + u"10LOT7"_s + gs + u"17270100"_s + u"21S-42"_s);
    CHECK(content == Gs1Content{.gtin = u"05410000000019"_s, .lot = u"LOT7"_s, .serial = u"S-42"_s, .expiry = QDate{2027, 1, 31}});
    CHECK(elements(gs + u"0105410000000019"_s) == elements(u"(01)05410000000019"_s));
}

TEST_CASE("weight, price and pieces of a GS1 code are read with their decimals")
{
    CHECK(elements(u"01954100000000123103001250"_s).grams == 1250);
    CHECK(elements(u"01954100000000123101000012"_s).grams == 1200);
    CHECK(elements(u"0105410000000019"_s + u"39221299"_s).price == Money::fromCents(1299));
    CHECK(elements(u"0105410000000019"_s + u"393297812"_s + u"50"_s).price == Money::fromCents(1250));
    CHECK_FALSE(elements(u"0105410000000019"_s + u"39328401250"_s).price); // dollars
    CHECK(elements(u"0205410000000019"_s + u"3712"_s).pieces == 12);
}

TEST_CASE("what is no whole element string is refused")
{
    refused(u"0105410000000018"_s);
    refused(u"010541000000"_s);
    refused(u"01ABCDEFGHIJKLMN"_s);
    refused(u"x"_s);
    refused(u"0105410000000019"_s + u"17271301"_s);
    refused(u"0105410000000019"_s + u"3922999999999999999999"_s);
    refused(u"0105410000000019"_s + u"30999999999999"_s);
    refused(u"0105410000000019"_s + u"10"_s + QString{30, u'A'});
}

TEST_CASE("an identifier that a till does not need is passed over")
{
    CHECK(elements(u"8008260101"_s + gs + u"0105410000000019"_s).gtin == u"05410000000019"_s);
    CHECK(elements(u"00354100000000000015"_s).gtin.isEmpty());
    CHECK(elements(u"4105410000000019"_s).gtin.isEmpty());
}

TEST_CASE("a Digital Link is known by its path, whatever its domain")
{
    CHECK(link(u"https://shop.example.org/en/01/05410000000019/10/A%2F7/21/9?17=270131&3103=000500"_s) ==
          Gs1Content{.gtin = u"05410000000019"_s, .lot = u"A/7"_s, .serial = u"9"_s, .expiry = QDate{2027, 1, 31}, .grams = 500});
    CHECK(link(u"HTTP://id.example.org/01/5410000000019"_s).gtin == u"05410000000019"_s);
    CHECK_FALSE(gs1FromLink(u"https://example.org/billet/01/abc"_s));
    CHECK_FALSE(gs1FromLink(u"https://example.org/"_s));
    CHECK_FALSE(gs1FromLink(u"ftp://example.org/01/05410000000019"_s));
    CHECK_FALSE(*gs1FromLink(u"https://example.org/01/05410000000018"_s));
}

TEST_CASE("a GTIN is looked for in each length that products carry it in")
{
    CHECK(parseScanCode(u"]d20100036000291452"_s, {})->candidates == QStringList{u"0036000291452"_s, u"036000291452"_s});
    CHECK(parseScanCode(u"]d20100000096385074"_s, {})->candidates.contains(u"96385074"_s));
    CHECK(parseScanCode(u"]I115410000000016"_s, {})->text == u"15410000000016"_s);
    CHECK(parseScanCode(u"]e001954100000000123103001250"_s, {})->grams == 1250);
    CHECK(parseScanCode(u"]C1X"_s, {}).error().code == ErrorCode::BarcodeInvalid);
}

TEST_CASE("UPC-E is read as the UPC-A it stands for, and an add-on is left aside")
{
    CHECK(parseScanCode(u"]E004252614"_s, {})->text == u"042100005264"_s);
    CHECK(parseScanCode(u"]E004252615"_s, {}).error().code == ErrorCode::BarcodeInvalid);
    CHECK(parseScanCode(u"]E3541000000001905"_s, {})->text == u"5410000000019"_s);
    CHECK(parseScanCode(u"]E496385074"_s, {})->text == u"96385074"_s);
}
