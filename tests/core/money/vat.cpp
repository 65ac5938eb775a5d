// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/Vat.h"

#include "core/money/Allocation.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr VatRate standard{VatCode::A, BasisPoints{2100}};
constexpr VatRate meals{VatCode::B, BasisPoints{1200}};
constexpr VatRate visits{VatCode::C, BasisPoints{600}};
constexpr VatRate exempt{VatCode::E, BasisPoints{0}};

std::vector<TaxedAmount> anyAmounts()
{
    std::vector<TaxedAmount> amounts;
    for (int count = *rc::gen::inRange(0, 30); count > 0; --count)
        amounts.push_back({*rc::gen::element(standard, meals, visits, exempt), *anyMoney(cents(1'000'000))});
    return amounts;
}

} // namespace

TEST_CASE("VAT is taken first and the base is what remains: 11,90 at 12 % is 1,28 and 10,62")
{
    REQUIRE(splitGross(cents(1190), meals.rate) == VatSplit{.base = cents(1062), .vat = cents(128)});
    REQUIRE(splitGross(cents(2298), visits.rate) == VatSplit{.base = cents(2168), .vat = cents(130)});
    REQUIRE(splitGross(cents(121), standard.rate) == VatSplit{.base = cents(100), .vat = cents(21)});
    REQUIRE(splitGross(cents(1234), exempt.rate) == VatSplit{.base = cents(1234), .vat = {}});
}

TEST_CASE("VAT of a document is that of its total per rate, not of its units: the table of belgium.md 2.3")
{
    struct Example
    {
        qint64 quantity;
        Money unit;
        VatRate rate;
        Money perUnits;
        Money perDocument;
    };
    for (const Example &example :
         {Example{3, cents(199), standard, cents(105), cents(104)}, Example{7, cents(199), visits, cents(77), cents(79)},
          Example{12, cents(350), meals, cents(456), cents(450)}, Example{27, cents(750), visits, cents(1134), cents(1146)}}) {
        const std::vector<TaxedAmount> units(static_cast<size_t>(example.quantity), TaxedAmount{example.rate, example.unit});
        REQUIRE(splitGross(example.unit, example.rate.rate).vat * example.quantity == example.perUnits);
        REQUIRE(vatPerRate(units).size() == 1);
        REQUIRE(vatPerRate(units)[0].vat == example.perDocument);
    }
}

TEST_CASE("base-first and VAT-first differ by a cent only at 12 % and only when 28 divides the total less 14")
{
    for (const VatRate &rate : {standard, meals, visits}) {
        for (qint64 total = 0; total <= 100'000; ++total) {
            const Money baseFirst = cents(divRoundHalfUp(total * 10'000, 10'000 + rate.rate.value()));
            const bool differs = baseFirst != splitGross(cents(total), rate.rate).base;
            if (differs != (rate == meals && total % 28 == 14))
                FAIL(total << " at " << rate.rate.value());
        }
    }
}

TEST_CASE("a refund takes back exactly the VAT of the sale")
{
    property("splitGross mirrors and adds up", [] {
        const Money total = *anyMoney();
        const BasisPoints rate{*rc::gen::inRange(0, 5000)};
        const VatSplit split = splitGross(total, rate);
        RC_ASSERT(split.base + split.vat == total);
        const VatSplit back = splitGross(-total, rate);
        RC_ASSERT(back.vat == -split.vat);
        RC_ASSERT(back.base == -split.base);
    });
}

TEST_CASE("a discount over several rates is shared before VAT: the example of belgium.md 2.4")
{
    const std::vector<Money> lines{cents(2800), cents(1850), cents(1299)};
    const std::vector<Money> shares = allocate(cents(1000), lines);
    REQUIRE(shares == std::vector{cents(471), cents(311), cents(218)});
    const std::vector<VatAmount> rows =
        vatPerRate({{visits, lines[0] - shares[0]}, {meals, lines[1] - shares[1]}, {standard, lines[2] - shares[2]}});
    REQUIRE(rows == std::vector<VatAmount>{{.rate = standard, .base = cents(893), .vat = cents(188), .total = cents(1081)},
                                           {.rate = meals, .base = cents(1374), .vat = cents(165), .total = cents(1539)},
                                           {.rate = visits, .base = cents(2197), .vat = cents(132), .total = cents(2329)}});
    REQUIRE(rows[0].total + rows[1].total + rows[2].total == cents(4949));
}

TEST_CASE("the VAT of a document does not depend on the order of its lines, and adds up per rate")
{
    property("vatPerRate", [] {
        std::vector<TaxedAmount> amounts = anyAmounts();
        const std::vector<VatAmount> rows = vatPerRate(amounts);
        std::ranges::reverse(amounts);
        RC_ASSERT(vatPerRate(amounts) == rows);
        Money inRows;
        for (const VatAmount &row : rows) {
            RC_ASSERT(row.base + row.vat == row.total);
            RC_ASSERT(row.vat == splitGross(row.total, row.rate.rate).vat);
            inRows += row.total;
        }
        Money inLines;
        for (const TaxedAmount &amount : amounts)
            inLines += amount.total;
        RC_ASSERT(inRows == inLines);
        RC_ASSERT(std::ranges::is_sorted(rows, {}, &VatAmount::rate));
    });
}

TEST_CASE("a rate whose lines cancel out keeps its row; 0 % and exempt are two rows")
{
    REQUIRE(vatPerRate({{visits, cents(500)}, {visits, cents(-500)}}).size() == 1);
    REQUIRE(vatPerRate({{{VatCode::D, BasisPoints{0}}, cents(100)}, {exempt, cents(100)}}).size() == 2);
    REQUIRE(vatPerRate({}).empty());
}

TEST_CASE("a Z adds the VAT of its tickets up and never computes it again")
{
    std::vector<VatAmount> tickets;
    for (int i = 0; i < 3; ++i)
        tickets.push_back(vatPerRate({{standard, cents(199)}})[0]);
    const std::vector<VatAmount> day = sumVat(tickets);
    REQUIRE(day.size() == 1);
    REQUIRE(day[0].vat == cents(105));
    REQUIRE(day[0].total == cents(597));
    REQUIRE(splitGross(cents(597), standard.rate).vat == cents(104)); // what computing again would have given
}

TEST_CASE("the same code at two rates stays two rows of a Z")
{
    const VatRate before{VatCode::B, BasisPoints{600}};
    REQUIRE(sumVat({vatPerRate({{before, cents(100)}})[0], vatPerRate({{meals, cents(100)}})[0]}).size() == 2);
}

TEST_CASE("the rate is that in force on the date: the latest entry not after it")
{
    const VatTable table{{{VatCode::C, BasisPoints{600}, {}},
                          {VatCode::C, BasisPoints{1200}, QDate{2027, 1, 1}},
                          {VatCode::C, BasisPoints{900}, QDate{2026, 7, 1}}}};
    REQUIRE(table.rateOn(VatCode::C, {2026, 6, 30}).rate == BasisPoints{600});
    REQUIRE(table.rateOn(VatCode::C, {2026, 7, 1}).rate == BasisPoints{900});
    REQUIRE(table.rateOn(VatCode::C, {2026, 12, 31}).rate == BasisPoints{900});
    REQUIRE(table.rateOn(VatCode::C, {2027, 1, 1}).rate == BasisPoints{1200});
    REQUIRE(table.rateOn(VatCode::E, {2027, 1, 1}) == exempt);
}

TEST_CASE("Belgium's rates of 2026 stand behind the letters A to X")
{
    const QDate today{2026, 11, 23};
    const qint64 rates[] = {2100, 1200, 600, 0, 0, 0};
    for (int i = 0; i < 6; ++i) {
        const QString letter{u"ABCDEX"[i]};
        const std::optional<VatCode> code = vatCodeFromLetter(letter);
        REQUIRE(code);
        REQUIRE(vatCodeLetter(*code) == letter);
        REQUIRE(VatTable{}.rateOn(*code, today).rate == BasisPoints{rates[i]});
    }
    for (const QString &letter : {u""_s, u"F"_s, u"a"_s, u"AB"_s})
        REQUIRE_FALSE(vatCodeFromLetter(letter));
}
