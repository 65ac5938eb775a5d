// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/TipCeiling.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"

using namespace guichet;

TEST_CASE("a tip is believed up to as much again or 50 €, whichever is more; a refund never above what was asked")
{
    const TipCeiling usual;
    CHECK(usual.allows(cents(1000), cents(1)));
    CHECK(usual.allows(cents(1000), cents(6000)));
    CHECK_FALSE(usual.allows(cents(1000), cents(6001)));
    CHECK(usual.allows(cents(20'000), cents(40'000)));
    CHECK_FALSE(usual.allows(cents(20'000), cents(40'001)));
    CHECK_FALSE(usual.allows(cents(1000), cents(0)));
    CHECK_FALSE(usual.allows(cents(1000), cents(-1000)));
    CHECK(usual.allows(cents(-1000), cents(-1000)));
    CHECK(usual.allows(cents(-1000), cents(-1)));
    CHECK_FALSE(usual.allows(cents(-1000), cents(-1001)));
    CHECK_FALSE(usual.allows(cents(-1000), cents(1000)));
    CHECK_FALSE(TipCeiling{.percent = 10, .always = {}}.allows(cents(1000), cents(1101)));
}
