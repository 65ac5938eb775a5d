// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/CashRounding.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

using namespace guichet;

namespace {

struct Row
{
    int number;
    Money total;
    Money otherTenders;
    Money rounding;
    bool company = false;
};

} // namespace

TEST_CASE("cash is rounded as in the worked table of belgium.md 1")
{
    const Row rows[] = {
        {.number = 1, .total = cents(1002), .otherTenders = {}, .rounding = cents(-2)},
        {.number = 2, .total = cents(1003), .otherTenders = {}, .rounding = cents(2)},
        {.number = 3, .total = cents(1007), .otherTenders = {}, .rounding = cents(-2)},
        {.number = 4, .total = cents(1008), .otherTenders = {}, .rounding = cents(2)},
        {.number = 5, .total = cents(4), .otherTenders = {}, .rounding = {}},
        {.number = 6, .total = cents(2347), .otherTenders = cents(2347), .rounding = {}},
        {.number = 7, .total = cents(2347), .otherTenders = cents(1000), .rounding = cents(-2)},
        {.number = 8, .total = cents(2347), .otherTenders = cents(347), .rounding = {}},
        {.number = 9, .total = cents(2347), .otherTenders = cents(1500), .rounding = cents(-2)},
        {.number = 10, .total = cents(2347), .otherTenders = cents(2000), .rounding = cents(-2)},
        {.number = 11, .total = cents(2347), .otherTenders = cents(2347), .rounding = {}}, // 30,00 in cheques: 6,53 is not cash
        {.number = 12, .total = cents(-1003), .otherTenders = {}, .rounding = cents(-2)},
        {.number = 13, .total = cents(2347), .otherTenders = {}, .rounding = {}, .company = true},
    };
    for (const Row &row : rows) {
        CAPTURE(row.number);
        REQUIRE(cashRounding(row.total, row.total - row.otherTenders, row.company) == row.rounding);
    }
    REQUIRE(roundedToFiveCents(cents(2347)) == cents(2345)); // row 14: everything is rounded
}

TEST_CASE("the change of line 2: 50,00 for 10,03 gives 39,95 back")
{
    const Money total = cents(1003);
    REQUIRE(cents(5000) - (total + cashRounding(total, total)) == cents(3995));
}

TEST_CASE("a sale of five cents or less is not rounded, a rest of two cents of a larger sale is")
{
    for (qint64 total = 1; total <= 5; ++total) {
        REQUIRE(cashRounding(cents(total), cents(total)).isZero());
        REQUIRE(cashRounding(cents(-total), cents(-total)).isZero());
    }
    REQUIRE(cashRounding(cents(6), cents(6)) == cents(-1));
    REQUIRE(cashRounding(cents(2002), cents(2)) == cents(-2)); // decisions 5: the rest becomes 0,00
}

TEST_CASE("every last cent goes the way the law says")
{
    const qint64 expected[] = {0, 0, 0, 5, 5, 5, 5, 5, 10, 10};
    for (qint64 last = 0; last < 10; ++last) {
        REQUIRE(roundedToFiveCents(cents(1000 + last)) == cents(1000 + expected[last]));
        REQUIRE(roundedToFiveCents(cents(-1000 - last)) == cents(-1000 - expected[last]));
    }
}

TEST_CASE("what is rounded moves by two cents at most to a multiple of five, and a refund mirrors the sale")
{
    property("rounding mirrors", [] {
        const Money total = *anyMoney();
        const Money cash = *anyMoney();
        const Money rounding = cashRounding(total, cash);
        RC_ASSERT(rounding.absolute() <= cents(2));
        RC_ASSERT(cashRounding(-total, -cash) == -rounding);
        RC_ASSERT((total.absolute() <= cents(5) || (cash + rounding).cents() % 5 == 0));
        RC_ASSERT(cashRounding(total, cash, true).isZero());
        RC_ASSERT(roundedToFiveCents(roundedToFiveCents(cash)) == roundedToFiveCents(cash));
    });
}

TEST_CASE("halves go away from zero, in divisions by odd and by even numbers")
{
    REQUIRE(divRoundHalfUp(5, 10) == 1);
    REQUIRE(divRoundHalfUp(-5, 10) == -1);
    REQUIRE(divRoundHalfUp(4, 10) == 0);
    REQUIRE(divRoundHalfUp(-4, 10) == 0);
    REQUIRE(divRoundHalfUp(1, 3) == 0);
    REQUIRE(divRoundHalfUp(2, 3) == 1);
    REQUIRE(divRoundHalfUp(7, 1) == 7);
    REQUIRE(portionOf(cents(1149), BasisPoints{1000}) == cents(115));
    REQUIRE(portionOf(cents(-1145), BasisPoints{1000}) == cents(-115));
    property("the quotient is the nearest whole number", [] {
        const qint64 dividend = *rc::gen::inRange<qint64>(-1'000'000'000'000, 1'000'000'000'000);
        const qint64 divisor = *rc::gen::inRange<qint64>(1, 1'000'000);
        const qint64 error = dividend - divRoundHalfUp(dividend, divisor) * divisor;
        RC_ASSERT(2 * (error < 0 ? -error : error) <= divisor);
        RC_ASSERT(divRoundHalfUp(-dividend, divisor) == -divRoundHalfUp(dividend, divisor));
    });
}
