// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Crockford.h"

#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("Crockford's digits leave out I, L, O and U")
{
    CHECK(crockford(0, 2) == u"00"_s);
    CHECK(crockford(17, 1) == u"H"_s);
    CHECK(crockford(18, 1) == u"J"_s);
    CHECK(crockford(32, 2) == u"10"_s);
    CHECK(crockford(1023, 2) == u"ZZ"_s);
    CHECK(crockford(1, 4) == u"0001"_s);
}

TEST_CASE("the last letters have values of their own")
{
    CHECK(fromCrockford(u"W0") == 28 * 32);
    CHECK(fromCrockford(u"0X") == 29);
    CHECK(fromCrockford(u"0Y") == 30);
    CHECK(fromCrockford(u"0Z") == 31);
}

TEST_CASE("what is no number in Crockford's digits is none")
{
    for (const QString &text : {QString{}, u"I"_s, u"l"_s, u"O1"_s, u"1U"_s, u"a"_s, u"-1"_s, QString(13, u'1')})
        CHECK_FALSE(fromCrockford(text));
}

TEST_CASE("any number of 60 bits comes back")
{
    property("fromCrockford(crockford(n)) == n", [] {
        const qint64 number = *rc::gen::inRange<qint64>(0, qint64{1} << 60);
        RC_ASSERT(fromCrockford(crockford(number, 1)) == number);
        RC_ASSERT(fromCrockford(crockford(number, 12)) == number);
    });
}
