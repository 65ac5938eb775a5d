// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("amounts are written as people of each language write them")
{
    REQUIRE(formatMoney(cents(123'450)) == u"1\u202f234,50\u202f€"_s);
    REQUIRE(formatMoney(cents(123'450), EuroSign::Shown, Language::Dutch) == u"1.234,50\u202f€"_s);
    REQUIRE(formatMoney(cents(123'450), EuroSign::Shown, Language::German) == u"1.234,50\u202f€"_s);
    REQUIRE(formatMoney(cents(123'450), EuroSign::Shown, Language::English) == u"€1,234.50"_s);
    REQUIRE(formatMoney(cents(-123'456'789), EuroSign::Hidden) == u"\u22121\u202f234\u202f567,89"_s);
    REQUIRE(formatMoney(cents(-5), EuroSign::Shown, Language::English) == u"\u2212€0.05"_s);
}

TEST_CASE("cents always have two figures, groups only where there are thousands")
{
    REQUIRE(formatMoney({}, EuroSign::Hidden) == u"0,00"_s);
    REQUIRE(formatMoney(cents(7), EuroSign::Hidden) == u"0,07"_s);
    REQUIRE(formatMoney(cents(99'999), EuroSign::Hidden) == u"999,99"_s);
    REQUIRE(formatMoney(cents(100'000), EuroSign::Hidden) == u"1\u202f000,00"_s);
    REQUIRE(formatMoney(largestAmount, EuroSign::Hidden) == u"10\u202f000\u202f000,00"_s);
}

TEST_CASE("percentages lose their idle zeros")
{
    REQUIRE(formatPercent(BasisPoints{600}) == u"6\u202f%"_s);
    REQUIRE(formatPercent(BasisPoints{550}) == u"5,5\u202f%"_s);
    REQUIRE(formatPercent(BasisPoints{555}, Language::English) == u"5.55\u202f%"_s);
    REQUIRE(formatPercent(BasisPoints{505}) == u"5,05\u202f%"_s);
    REQUIRE(formatPercent(BasisPoints{-1000}) == u"\u221210\u202f%"_s);
    REQUIRE(formatPercent(BasisPoints{0}) == u"0\u202f%"_s);
}

TEST_CASE("a rate of 0 % and an exemption read differently in every language")
{
    const VatRate zero{VatCode::D, BasisPoints{0}};
    const VatRate exempt{VatCode::E, BasisPoints{0}};
    const VatRate outside{VatCode::X, BasisPoints{0}};
    REQUIRE(formatVatRate({VatCode::A, BasisPoints{2100}}) == u"21\u202f%"_s);
    REQUIRE(formatVatRate(exempt) == u"exonéré"_s);
    REQUIRE(formatVatRate(outside) == u"hors champ"_s);
    for (const Language language : {Language::French, Language::Dutch, Language::English, Language::German}) {
        REQUIRE(formatVatRate(zero, language) == u"0\u202f%"_s);
        REQUIRE(formatVatRate(exempt, language) != formatVatRate(outside, language));
        REQUIRE_FALSE(formatVatRate(exempt, language).contains(u'%'));
    }
}

TEST_CASE("what a person types is understood")
{
    const std::pair<QString, qint64> typed[] = {{u"12"_s, 1200},
                                                {u"12,5"_s, 1250},
                                                {u"12.50"_s, 1250},
                                                {u" 12,50 € "_s, 1250},
                                                {u"€ 12,50"_s, 1250},
                                                {u"1 234,50"_s, 123'450},
                                                {u"1\u202f234"_s, 123'400},
                                                {u"-3,00"_s, -300},
                                                {u"\u22123"_s, -300},
                                                {u"0"_s, 0},
                                                {u"007"_s, 700},
                                                {u"10000000"_s, 1'000'000'000},
                                                {u"1 000 000,01"_s, 100'000'001}};
    for (const auto &[text, value] : typed) {
        CAPTURE(text);
        REQUIRE(parseMoney(text) == cents(value));
    }
}

TEST_CASE("what is not an amount is not taken for one")
{
    for (const QString &text : {u""_s,
                                u" "_s,
                                u"€"_s,
                                u"-"_s,
                                u"+5"_s,
                                u"abc"_s,
                                u"12,345"_s,
                                u"12,"_s,
                                u",5"_s,
                                u"1.234,50"_s,
                                u"1,2,3"_s,
                                u"12 50"_s,
                                u"1 23"_s,
                                u"1  234"_s,
                                u"12€50"_s,
                                u"€5€"_s,
                                u"5 $"_s,
                                u"--5"_s,
                                u"5-"_s,
                                u"1e3"_s,
                                u"0x10"_s,
                                u"1/2"_s,
                                u"=1+1"_s,
                                u"nan"_s,
                                u"inf"_s,
                                u"１２"_s,
                                u"١٢"_s,
                                u"5\n0"_s,
                                QString{u'5'} + QChar{0},
                                u"10000000,01"_s,
                                u"-10000000,01"_s,
                                u"999999999999999999999"_s,
                                u"1 000 000 000 000 000 000 000"_s,
                                QString{100'000, u'9'}}) {
        CAPTURE(text.left(30));
        REQUIRE_FALSE(parseMoney(text));
    }
}

TEST_CASE("an amount written in French is read back equal, sign or no sign")
{
    property("parseMoney inverts formatMoney", [] {
        const Money amount = *anyMoney();
        RC_ASSERT(parseMoney(formatMoney(amount)) == amount);
        RC_ASSERT(parseMoney(formatMoney(amount, EuroSign::Hidden)) == amount);
    });
}
