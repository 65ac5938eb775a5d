// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include <QRegularExpression>

namespace guichet {

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
    const QDateTime local = instant.toTimeZone(brussels());
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

QDateTime fromRfc3339(const QString &text)
{
    // Qt alone would also take a bare date, a local time, a comma.
    static const QRegularExpression shape{
        QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{3})?(Z|[-+][0-9]{2}:[0-9]{2})\\z")};
    if (!shape.match(text).hasMatch())
        return {};
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    return parsed.isValid() ? parsed.toTimeZone(brussels()) : QDateTime{};
}

} // namespace guichet
