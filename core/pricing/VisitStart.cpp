// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricing/VisitStart.h"

#include "core/base/Clock.h"

namespace guichet {

QDateTime brusselsInstant(QDate date, QTime time)
{
    const QTimeZone &zone = brussels();
    const QDateTime wallClock{date, time, Qt::UTC};
    const int before = zone.offsetFromUtc(wallClock.addDays(-1));
    const int after = zone.offsetFromUtc(wallClock.addDays(1));
    const QDateTime early = wallClock.addSecs(-before);
    const QDateTime late = wallClock.addSecs(-after);
    const bool isAfterChange = before != after && zone.offsetFromUtc(early) != before && zone.offsetFromUtc(late) == after;
    return (isAfterChange ? late : early).toTimeZone(zone);
}

QDateTime startOf(const Visit &visit, const OpeningHours &hours)
{
    if (visit.slot.isValid())
        return brusselsInstant(visit.slot < nightEnds ? visit.date.addDays(1) : visit.date, visit.slot);
    return brusselsInstant(visit.date, hours.opens.isValid() ? hours.opens : QTime{0, 0});
}

} // namespace guichet
