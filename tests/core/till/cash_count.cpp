// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/CashCount.h"
#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("a drawer of two fifties and ten two-euro coins holds 120,00")
{
    CashCount count;
    count.set(5000, 2);
    count.set(200, 10);
    CHECK(count.total() == Money::fromCents(12'000));
    CHECK(count.pieces(5000) == 2);
    CHECK(count.pieces(1) == 0);
    CHECK(count.toJson() == QJsonObject{{u"5000"_s, 2}, {u"200"_s, 10}});
}

TEST_CASE("no pieces of a denomination is the same as not counting it")
{
    CashCount count;
    count.set(5000, 2);
    count.set(5000, 0);
    CHECK(count.isEmpty());
    CHECK(CashCount::fromJson({{u"5000"_s, 0}}) == CashCount{});
}

TEST_CASE("a count with strange denominations or pieces is refused")
{
    const auto refused = [](const QString &denomination, const QJsonValue &pieces) {
        const auto count = CashCount::fromJson({{denomination, pieces}});
        return !count && count.error().code == ErrorCode::AmountInvalid;
    };
    CHECK(refused(u"300"_s, 1));
    CHECK(refused(u"05000"_s, 1));
    CHECK(refused(u"-5000"_s, 1));
    CHECK(refused(u""_s, 1));
    CHECK(refused(u"5000"_s, -1));
    CHECK(refused(u"5000"_s, 100'001));
    CHECK(refused(u"5000"_s, 1.5));
    CHECK(refused(u"5000"_s, u"2"_s));
    CHECK(refused(u"5000"_s, QJsonValue{}));
    CHECK(CashCount::fromJson({{u"1"_s, 100'000}}));
}

TEST_CASE("any count read back is the count written")
{
    property("fromJson(toJson(count)) == count", [] {
        CashCount count;
        for (const int denomination : denominations)
            count.set(denomination, *rc::gen::inRange(0, 100'001));
        RC_ASSERT((CashCount::fromJson(count.toJson()) == count));
    });
}
