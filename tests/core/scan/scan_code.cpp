// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/EmbeddedCode.h"
#include "core/scan/ScanCode.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

ScanCode read(const QString &raw, const QList<EmbeddedCodeLayout> &layouts = {})
{
    const auto code = parseScanCode(raw, layouts);
    REQUIRE(code);
    return *code;
}

ErrorCode refusal(const QString &raw, const QList<EmbeddedCodeLayout> &layouts = {})
{
    const auto code = parseScanCode(raw, layouts);
    REQUIRE_FALSE(code);
    return code.error().code;
}

} // namespace

TEST_CASE("an EAN with a right check digit is an article, with or without the scanner's identifier")
{
    CHECK(read(u"5410000000019"_s) == read(u"]E05410000000019"_s));
    CHECK(read(u"5410000000019"_s).kind == ScanCode::Kind::Article);
    CHECK(read(u"  96385074\r\n"_s).kind == ScanCode::Kind::Article);
}

TEST_CASE("a UPC-A finds products that carry it as EAN-13, and the other way round")
{
    CHECK(read(u"036000291452"_s).candidates == QStringList{u"036000291452"_s, u"0036000291452"_s});
    CHECK(read(u"0036000291452"_s).candidates == QStringList{u"0036000291452"_s, u"036000291452"_s});
}

TEST_CASE("a wrong check digit is refused when the scanner said EAN, and marked when nobody did")
{
    CHECK(refusal(u"]E05410000000017"_s) == ErrorCode::BarcodeInvalid);
    const ScanCode typed = read(u"5410000000017"_s);
    CHECK(typed.kind == ScanCode::Kind::Text);
    CHECK(typed.misread);
}

TEST_CASE("the price verifier follows the tables of GS1")
{
    CHECK(priceVerifier(u"2875"_s) == 9);
    CHECK(priceVerifier(u"14685"_s) == 6);
    CHECK(priceVerifier(u"123"_s) == -1);
    CHECK(priceVerifier(u"12a4"_s) == -1);
}

TEST_CASE("an in-store code gives its article and its price")
{
    const ScanCode code = read(u"2212345012992"_s, {EmbeddedCodeLayout{}});
    CHECK(code.kind == ScanCode::Kind::Embedded);
    CHECK(code.item == u"12345"_s);
    CHECK(code.price == Money::fromCents(1299));
    CHECK_FALSE(code.grams);
    CHECK(code.candidates == QStringList{u"2212345000005"_s, u"2212345"_s, u"2212345012992"_s, u"12345"_s});
}

TEST_CASE("an in-store code of a scale gives grams, whatever its decimals")
{
    EmbeddedCodeLayout kilograms{.prefix = u"28"_s, .field = EmbeddedCodeLayout::Field::Weight, .decimals = 3};
    CHECK(read(u"2812345012505"_s, {kilograms}).grams == 1250);
    kilograms.decimals = 2;
    CHECK(read(u"2812345012505"_s, {kilograms}).grams == 12500);
}

TEST_CASE("an in-store code of a counted package gives its pieces, and a count beyond all sense is refused")
{
    const EmbeddedCodeLayout counted{.prefix = u"26"_s, .field = EmbeddedCodeLayout::Field::Pieces};
    const ScanCode code = read(u"2612345000126"_s, {counted});
    CHECK(code.pieces == 12);
    CHECK_FALSE(code.price);
    CHECK_FALSE(code.grams);
    CHECK(code.candidates.front() == u"2612345000003"_s);
    const EmbeddedCodeLayout wide{.prefix = u"26"_s, .itemDigits = 4, .valueDigits = 6, .field = EmbeddedCodeLayout::Field::Pieces};
    CHECK(refusal(u"2612349999990"_s, {wide}) == ErrorCode::BarcodeInvalid);
}

TEST_CASE("a price verifier that does not fit is refused")
{
    const EmbeddedCodeLayout layout{.prefix = u"23"_s, .itemDigits = 5, .verifier = true, .valueDigits = 4};
    const ScanCode code = read(u"2398765928751"_s, {layout});
    CHECK(code.item == u"98765"_s);
    CHECK(code.price == Money::fromCents(2875));
    CHECK(refusal(u"2398765828754"_s, {layout}) == ErrorCode::BarcodeInvalid);
}

TEST_CASE("a layout that does not fill thirteen digits reads nothing")
{
    const EmbeddedCodeLayout tooShort{.prefix = u"22"_s, .itemDigits = 3, .valueDigits = 5};
    CHECK(read(u"2212345012992"_s, {tooShort}).kind == ScanCode::Kind::Article);
}

TEST_CASE("the GTIN of a GS1 element string or of a Digital Link is the article")
{
    CHECK(read(u"]d2(01)05410000000019(10)LOT7"_s).text == u"5410000000019"_s);
    CHECK(read(u"]C1\u001D0105410000000019"_s).text == u"5410000000019"_s);
    CHECK(read(u"https://id.example.org/01/05410000000019/10/A?17=270101"_s).text == u"5410000000019"_s);
}

TEST_CASE("a dossier number is known by its form and its date")
{
    CHECK(read(u"p26112301a7"_s) == ScanCode{.kind = ScanCode::Kind::Dossier, .text = u"P26112301A7"_s});
    CHECK(read(u"P26133201A7"_s).kind == ScanCode::Kind::Text);
    CHECK(read(u"P261123"_s).kind == ScanCode::Kind::Text);
}

TEST_CASE("hostile scans are refused in words and never crash")
{
    CHECK(refusal(u""_s) == ErrorCode::InvalidInput);
    CHECK(refusal(u"   "_s) == ErrorCode::InvalidInput);
    CHECK(refusal(QString{5000, u'9'}) == ErrorCode::InvalidInput);
    CHECK(refusal(u"ab\u001b@x"_s) == ErrorCode::InvalidInput);
    CHECK(refusal(u"a"_s + QChar{0} + u"b"_s) == ErrorCode::InvalidInput);
    CHECK(refusal(u"a"_s + QChar{0xD800} + u"b"_s) == ErrorCode::InvalidInput);
    CHECK(read(u"'; DROP TABLE fact; --"_s).kind == ScanCode::Kind::Text);
    CHECK(read(u"]E0"_s).kind == ScanCode::Kind::Text);
}
