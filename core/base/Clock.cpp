// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include <QRegularExpression>

#include <limits>

namespace guichet {

namespace {

constexpr qint64 msPerHour = 3'600'000;
constexpr int firstYear = 1900; ///< Before, Brussels was off by half a minute, which no offset says.
constexpr int lastYear = 9999;  ///< Later ones are not written.

/// Seconds that Brussels is ahead of UTC. Qt looks through all changes each time; they come on full hours, so the last answer is kept.
int brusselsOffset(qint64 sinceEpochMs)
{
    struct Known
    {
        qint64 hour = std::numeric_limits<qint64>::min();
        int seconds = 0;
    };
    static thread_local Known known;
    const qint64 hour = (sinceEpochMs - (sinceEpochMs < 0 ? msPerHour - 1 : 0)) / msPerHour;
    if (known.hour != hour)
        known = {.hour = hour, .seconds = brussels().offsetFromUtc(QDateTime::fromSecsSinceEpoch(hour * 3600, Qt::UTC))};
    return known.seconds;
}

} // namespace

const QTimeZone &brussels()
{
    static const QTimeZone zone{"Europe/Brussels"};
    return zone;
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc().toTimeZone(brussels());
}

QDate businessDateAt(const QDateTime &instant, int startHour)
{
    const QDateTime local = instant.toTimeZone(brussels());
    return local.time().hour() < startHour ? local.date().addDays(-1) : local.date();
}

QString toRfc3339(const QDateTime &instant)
{
    if (!instant.isValid())
        return {};
    const qint64 ms = instant.toMSecsSinceEpoch();
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, brusselsOffset(ms)).toString(Qt::ISODateWithMs);
}

QDateTime fromRfc3339(const QString &text)
{
    // Qt alone would also take a bare date, a local time, a comma.
    static const QRegularExpression shape{
        QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{3})?(Z|[-+][0-9]{2}:[0-9]{2})\\z")};
    if (!shape.match(text).hasMatch())
        return {};
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    const QDateTime instant = parsed.isValid() ? parsed.toTimeZone(brussels()) : QDateTime{};
    const int year = instant.date().year();
    return year >= firstYear && year <= lastYear ? instant : QDateTime{};
}

} // namespace guichet
