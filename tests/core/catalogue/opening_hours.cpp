// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/OpeningHours.h"

#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const QDate monday{2026, 11, 23};
const QDate sunday{2026, 11, 22};

OpeningPeriod period(QTime opens, QTime closes, std::optional<Audience> audience = {})
{
    return {.dates = {}, .weekdays = {}, .opens = opens, .closes = closes, .audience = audience};
}

} // namespace

TEST_CASE("without any period every day is open, except those that are closed by exception")
{
    OpeningCalendar calendar;
    calendar.closures.insert(sunday, u"Crue de la rivière"_s);
    CHECK(openingHours(calendar, monday, Audience::Individual).open);
    const OpeningHours hours = openingHours(calendar, sunday, Audience::Group);
    CHECK_FALSE(hours.open);
    CHECK(hours.closureReason == u"Crue de la rivière"_s);
}

TEST_CASE("groups have hours of their own")
{
    OpeningCalendar calendar;
    calendar.periods = {period({10, 0}, {18, 0}, Audience::Individual), period({8, 30}, {16, 0}, Audience::Group)};
    CHECK(openingHours(calendar, monday, Audience::Individual).opens == QTime{10, 0});
    CHECK(openingHours(calendar, monday, Audience::Group).opens == QTime{8, 30});
    CHECK(openingHours(calendar, monday, Audience::Group).closes == QTime{16, 0});
}

TEST_CASE("a period holds within its dates and on its days, both ends included")
{
    OpeningPeriod season = period({9, 0}, {19, 0});
    season.dates = {.from = {2026, 7, 1}, .to = {2026, 8, 31}};
    season.weekdays = Weekdays::of({6, 7});
    OpeningCalendar calendar;
    calendar.periods = {season};
    CHECK(openingHours(calendar, {2026, 7, 4}, Audience::Individual).open);
    CHECK(openingHours(calendar, {2026, 8, 30}, Audience::Individual).open);
    CHECK_FALSE(openingHours(calendar, {2026, 8, 31}, Audience::Individual).open); // a Monday
    CHECK_FALSE(openingHours(calendar, {2026, 6, 28}, Audience::Individual).open);
}

TEST_CASE("two periods of a day make one span, also past midnight")
{
    OpeningCalendar calendar;
    calendar.periods = {period({14, 0}, {18, 0}), period({9, 0}, {12, 0}), period({20, 0}, {1, 30})};
    const OpeningHours hours = openingHours(calendar, monday, Audience::Individual);
    CHECK(hours.opens == QTime{9, 0});
    CHECK(hours.closes == QTime{1, 30});
}
