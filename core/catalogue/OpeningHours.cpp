// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/OpeningHours.h"

namespace guichet {
namespace {

bool applies(const OpeningPeriod &period, QDate date, Audience audience)
{
    return period.dates.contains(date) && period.weekdays.contains(date.dayOfWeek()) && period.audience.value_or(audience) == audience;
}

/// Minutes after the midnight with which the day begins; a closing time not after the opening is that of the next day.
int closingMinute(const OpeningPeriod &period)
{
    const int closes = period.closes.msecsSinceStartOfDay() / 60'000;
    return period.closes <= period.opens ? closes + 24 * 60 : closes;
}

} // namespace

OpeningHours openingHours(const OpeningCalendar &calendar, QDate date, Audience audience)
{
    if (const auto closure = calendar.closures.constFind(date); closure != calendar.closures.constEnd())
        return {.open = false, .opens = {}, .closes = {}, .closureReason = *closure};
    OpeningHours hours{.open = calendar.periods.empty(), .opens = {}, .closes = {}, .closureReason = {}};
    int lastClosing = 0;
    for (const OpeningPeriod &period : calendar.periods) {
        if (!applies(period, date, audience))
            continue;
        hours.opens = hours.open ? std::min(hours.opens, period.opens) : period.opens;
        lastClosing = std::max(lastClosing, closingMinute(period));
        hours.closes = QTime{0, 0}.addSecs(lastClosing % (24 * 60) * 60);
        hours.open = true;
    }
    return hours;
}

} // namespace guichet
