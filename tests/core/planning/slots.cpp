// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/planning/Availability.h"
#include "tests/support/Property.h"

#include <algorithm>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const QDate winterDay{2026, 11, 25};
const QDate springChange{2027, 3, 28};  ///< 23 hours: 02:00 becomes 03:00.
const QDate autumnChange{2026, 10, 25}; ///< 25 hours: 03:00 becomes 02:00.

Formula withPatterns(std::vector<SlotPattern> patterns)
{
    Formula formula;
    formula.slotPatterns = std::move(patterns);
    return formula;
}

SlotPattern every(int minutes, QTime first, QTime last)
{
    return {.first = first, .last = last, .everyMinutes = minutes, .dates = {}, .weekdays = {}};
}

SlotPattern fixedTime(QTime time, Weekdays weekdays = {})
{
    return {.first = time, .last = {}, .everyMinutes = 0, .dates = {}, .weekdays = weekdays};
}

QString startText(const Visit &visit)
{
    return toRfc3339(startOf(visit, {}));
}

} // namespace

TEST_CASE("slots are every so many minutes, the last one included if it falls on it")
{
    CHECK(slotsOn(withPatterns({every(30, {9, 30}, {11, 0})}), winterDay) == std::vector<QTime>{{9, 30}, {10, 0}, {10, 30}, {11, 0}});
    CHECK(slotsOn(withPatterns({every(40, {9, 30}, {11, 0})}), winterDay) == std::vector<QTime>{{9, 30}, {10, 10}, {10, 50}});
    CHECK(slotsOn(withPatterns({}), winterDay).empty());
}

TEST_CASE("patterns of a day join, in order and without doubles")
{
    const Formula formula =
        withPatterns({fixedTime({14, 0}), fixedTime({9, 30}), every(30, {9, 0}, {10, 0}), fixedTime({11, 0}, Weekdays::of({7}))});
    CHECK(slotsOn(formula, winterDay) == std::vector<QTime>{{9, 0}, {9, 30}, {10, 0}, {14, 0}});
}

TEST_CASE("a pattern holds on its dates only")
{
    SlotPattern summer = fixedTime({9, 0});
    summer.dates = {.from = {2026, 7, 1}, .to = {2026, 8, 31}};
    CHECK(slotsOn(withPatterns({summer}), {2026, 7, 1}).size() == 1);
    CHECK(slotsOn(withPatterns({summer}), winterDay).empty());
}

TEST_CASE("the slots of a night follow those of its evening, and start on the next calendar day")
{
    const Formula night = withPatterns({every(60, {22, 0}, {1, 0}), fixedTime({3, 30})});
    CHECK(slotsOn(night, winterDay) == std::vector<QTime>{{22, 0}, {23, 0}, {0, 0}, {1, 0}, {3, 30}});
    CHECK(startText({winterDay, {23, 0}}) == u"2026-11-25T23:00:00.000+01:00"_s);
    CHECK(startText({winterDay, {1, 0}}) == u"2026-11-26T01:00:00.000+01:00"_s);
    CHECK(startText({winterDay, {4, 0}}) == u"2026-11-25T04:00:00.000+01:00"_s);
}

TEST_CASE("on a day of 23 hours a slot in the gap starts when the gap is over")
{
    CHECK(startText({springChange.addDays(-1), {1, 30}}) == u"2027-03-28T01:30:00.000+01:00"_s);
    CHECK(startText({springChange.addDays(-1), {2, 30}}) == u"2027-03-28T03:30:00.000+02:00"_s);
    CHECK(startText({springChange, {10, 0}}) == u"2027-03-28T10:00:00.000+02:00"_s);
    CHECK(startOf({springChange.addDays(-1), {23, 0}}, {}).secsTo(startOf({springChange, {23, 0}}, {})) == 23 * 3600);
}

TEST_CASE("on a day of 25 hours a slot that comes twice is the first")
{
    CHECK(startText({autumnChange.addDays(-1), {2, 30}}) == u"2026-10-25T02:30:00.000+02:00"_s);
    CHECK(startText({autumnChange.addDays(-1), {3, 0}}) == u"2026-10-25T03:00:00.000+01:00"_s);
    CHECK(startOf({autumnChange.addDays(-1), {23, 0}}, {}).secsTo(startOf({autumnChange, {23, 0}}, {})) == 25 * 3600);
}

TEST_CASE("a visit without slot starts when the attraction opens")
{
    const OpeningHours hours{.open = true, .opens = {9, 30}, .closes = {18, 0}, .closureReason = {}};
    CHECK(toRfc3339(startOf({winterDay, {}}, hours)) == u"2026-11-25T09:30:00.000+01:00"_s);
}

TEST_CASE("property: an instant shows the time it was made from, but in the spring gap")
{
    property("the wall clock shows the slot", [] {
        const QDate date = QDate{2026, 1, 1}.addDays(*rc::gen::inRange(0, 1500));
        const QTime time = QTime{0, 0}.addSecs(*rc::gen::inRange(0, 24 * 60) * 60);
        const QDateTime instant = brusselsInstant(date, time);
        const bool lastSundayOfMarch = date.month() == 3 && date.dayOfWeek() == 7 && date.day() > 24;
        const bool inGap = lastSundayOfMarch && time.hour() == 2;
        RC_ASSERT(instant.date() == date);
        RC_ASSERT(instant.time() == (inGap ? time.addSecs(3600) : time));
    });
}

TEST_CASE("property: the slots of a day follow each other")
{
    property("starts ascend", [] {
        const auto anyTime = [] { return QTime{0, 0}.addSecs(*rc::gen::inRange(0, 24 * 12) * 300); };
        std::vector<SlotPattern> patterns;
        for (int count = *rc::gen::inRange(1, 4); count > 0; --count)
            patterns.push_back(every(*rc::gen::inRange(5, 120), anyTime(), anyTime()));
        const QDate date = winterDay.addDays(*rc::gen::inRange(0, 400));
        const std::vector<QTime> starts = slotsOn(withPatterns(patterns), date);
        RC_ASSERT(starts.size() <= 24u * 12u);
        for (size_t i = 1; i < starts.size(); ++i)
            RC_ASSERT(startOf({date, starts[i - 1]}, {}) <= startOf({date, starts[i]}, {}));
    });
}
