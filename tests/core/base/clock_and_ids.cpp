// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/Id.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

#include <QThread>
#include <array>
#include <set>
#include <thread>
#include <vector>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

struct Visit;

QDate dateAt(const char *instant)
{
    const QDateTime parsed = fromRfc3339(QString::fromLatin1(instant));
    REQUIRE(parsed.isValid());
    return businessDateAt(parsed, usualDayStart);
}

/// How many hours belong to a business date.
int hoursOf(const QDate &date)
{
    const QDateTime from = fromRfc3339(date.addDays(-1).toString(Qt::ISODate) + u"T00:00:00Z"_s);
    int quarters = 0;
    for (int quarter = 0; quarter < 4 * 96; ++quarter)
        quarters += businessDateAt(from.addSecs(quarter * 900), usualDayStart) == date ? 1 : 0;
    REQUIRE(quarters % 4 == 0);
    return quarters / 4;
}

} // namespace

TEST_CASE("until four in the morning it is still the business day before")
{
    REQUIRE(dateAt("2026-11-23T03:59:59.999+01:00") == QDate(2026, 11, 22));
    REQUIRE(dateAt("2026-11-23T04:00:00.000+01:00") == QDate(2026, 11, 23));
    REQUIRE(dateAt("2026-11-23T23:59:59.999+01:00") == QDate(2026, 11, 23));
    REQUIRE(dateAt("2027-01-01T00:30:00.000+01:00") == QDate(2026, 12, 31));
    REQUIRE(businessDateAt(fromRfc3339(u"2026-11-23T00:00:00.000+01:00"_s), 0) == QDate(2026, 11, 23));
}

TEST_CASE("the business date is that of Brussels, wherever the instant was written")
{
    REQUIRE(dateAt("2026-11-23T02:59:00.000Z") == QDate(2026, 11, 22));
    REQUIRE(dateAt("2026-11-23T03:00:00.000Z") == QDate(2026, 11, 23));
    REQUIRE(dateAt("2026-11-22T22:00:00.000-05:00") == QDate(2026, 11, 23));
}

TEST_CASE("in the night when clocks go forward the business day turns at four and the day before has 23 hours")
{
    REQUIRE(dateAt("2026-03-29T01:59:00.000+01:00") == QDate(2026, 3, 28));
    REQUIRE(dateAt("2026-03-29T03:00:00.000+02:00") == QDate(2026, 3, 28));
    REQUIRE(dateAt("2026-03-29T04:00:00.000+02:00") == QDate(2026, 3, 29));
    REQUIRE(hoursOf({2026, 3, 28}) == 23);
    REQUIRE(hoursOf({2026, 3, 29}) == 24);
}

TEST_CASE("in the night when clocks go back both hours from two to three belong to the day before, which has 25 hours")
{
    REQUIRE(dateAt("2026-10-25T02:30:00.000+02:00") == QDate(2026, 10, 24));
    REQUIRE(dateAt("2026-10-25T02:30:00.000+01:00") == QDate(2026, 10, 24));
    REQUIRE(dateAt("2026-10-25T04:00:00.000+01:00") == QDate(2026, 10, 25));
    REQUIRE(hoursOf({2026, 10, 24}) == 25);
    REQUIRE(hoursOf({2026, 10, 25}) == 24);
}

TEST_CASE("an instant is written with milliseconds and the offset of Brussels, and read back equal")
{
    for (const QString &text : {u"2026-11-23T10:00:00.000+01:00"_s, u"2026-07-01T10:00:00.007+02:00"_s, u"2026-10-25T02:30:00.000+02:00"_s,
                                u"2026-10-25T02:30:00.000+01:00"_s})
        REQUIRE(toRfc3339(fromRfc3339(text)) == text);
    REQUIRE(toRfc3339(fromRfc3339(u"2026-11-23T09:00:00Z"_s)) == u"2026-11-23T10:00:00.000+01:00"_s);
}

TEST_CASE("every instant is written as Qt writes it in the zone of Brussels")
{
    property("written as Qt writes it", [](uint32_t seconds, uint16_t ms) {
        const QDateTime instant = QDateTime::fromMSecsSinceEpoch(qint64{seconds} * 1000 + ms % 1000, Qt::UTC);
        const QDateTime local = instant.toTimeZone(brussels());
        RC_ASSERT(toRfc3339(instant) == local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs));
    });
    CHECK(toRfc3339(QDateTime{}).isEmpty());
}

TEST_CASE("what is no instant with an offset is not read as one")
{
    for (const QString &text : {u""_s, u"2026-11-23"_s, u"2026-11-23T10:00"_s, u"2026-11-23T10:00:00"_s, u"2026-13-23T10:00:00Z"_s,
                                u"2026-02-30T10:00:00Z"_s, u"2026-11-23T25:00:00Z"_s, u"2026-11-23 10:00:00Z"_s,
                                u"2026-11-23T10:00:00,000Z"_s, u"2026-11-23T10:00:00.000+01:00 "_s, u"2026-11-23T10:00:00.000+01:00\n"_s,
                                u"23/11/2026"_s, u"1880-01-01T00:00:00Z"_s, u"0001-01-01T00:00:00+14:00"_s, u"9999-12-31T23:30:00-14:00"_s})
        REQUIRE_FALSE(fromRfc3339(text).isValid());
}

TEST_CASE("the computer's clock says now, in Brussels; a simulated clock moves only when told")
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime now = SystemClock{}.now();
    REQUIRE(before <= now);
    REQUIRE(now <= QDateTime::currentDateTimeUtc());
    REQUIRE(now.timeZone() == brussels());

    SimulatedClock clock{fromRfc3339(u"2026-10-24T23:30:00.000+02:00"_s)};
    REQUIRE(clock.now() == clock.now());
    clock.advance(std::chrono::hours{4});
    REQUIRE(toRfc3339(clock.now()) == u"2026-10-25T02:30:00.000+01:00"_s);
    clock.set(fromRfc3339(u"2026-01-01T00:00:00.000+01:00"_s));
    REQUIRE(clock.now().date() == QDate(2026, 1, 1));
}

TEST_CASE("ids made later sort later, as values and as text")
{
    Id<Visit> previous = Id<Visit>::generate();
    for (int i = 0; i < 20; ++i) {
        QThread::msleep(2);
        const Id<Visit> next = Id<Visit>::generate();
        REQUIRE(previous < next);
        REQUIRE(previous.toString() < next.toString());
        previous = next;
    }
}

TEST_CASE("an id is a UUID of version 7 that carries the time it was made")
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const QString text = Id<Visit>::generate().toString();
    const qint64 made = QString{text}.remove(u'-').left(12).toLongLong(nullptr, 16);
    REQUIRE(made >= before);
    REQUIRE(made <= QDateTime::currentMSecsSinceEpoch());
    REQUIRE(text[14] == u'7');
    REQUIRE(u"89ab"_s.contains(text[19]));
}

TEST_CASE("ids made one after the other sort so, also within a millisecond: what is printed keeps its order")
{
    std::vector<QString> made;
    std::generate_n(std::back_inserter(made), 10'000, [] { return Id<Visit>::generate().toString(); });
    REQUIRE(std::ranges::is_sorted(made));
}

TEST_CASE("ids never meet, not even those of several threads")
{
    std::array<std::vector<QUuid>, 4> made;
    {
        std::vector<std::jthread> threads;
        for (auto &ids : made)
            threads.emplace_back([&ids] { std::generate_n(std::back_inserter(ids), 5000, makeUuidV7); });
    }
    std::set<QUuid> all;
    for (const auto &ids : made)
        all.insert(ids.begin(), ids.end());
    REQUIRE(all.size() == 20'000);
}

TEST_CASE("an id is read from its own text, with or without braces, and from nothing else")
{
    const Id<Visit> id = Id<Visit>::generate();
    REQUIRE(Id<Visit>::fromString(id.toString()) == id);
    REQUIRE(Id<Visit>::fromString(u'{' + id.toString() + u'}') == id);
    for (const QString &text :
         {u""_s, u"x"_s, QUuid{}.toString(), QString{id.toString() + u'x'}, id.toString().chopped(1), QString{u' ' + id.toString()}})
        REQUIRE_FALSE(Id<Visit>::fromString(text));
    REQUIRE(Id<Visit>{}.isNull());
    REQUIRE(Id<Visit>{}.toString().isEmpty());
}
