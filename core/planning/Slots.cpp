// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planning/Slots.h"

#include "core/planning/DayRules.h"

#include <algorithm>

namespace guichet {
namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr int graceMinutes = 5; ///< CAT-3.

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

/// Minutes since the midnight with which the visit date begins: the night comes after the evening.
int minuteOfVisitDay(QTime time)
{
    return time < nightEnds ? minuteOf(time) + minutesOfDay : minuteOf(time);
}

void addStarts(const SlotPattern &pattern, std::vector<QTime> &starts)
{
    const int first = minuteOfVisitDay(pattern.first);
    const int last = pattern.last.isValid() && pattern.everyMinutes > 0 ? minuteOfVisitDay(pattern.last) : first;
    for (int minute = first; minute <= last; minute += std::max(pattern.everyMinutes, 1))
        starts.push_back(QTime{0, 0}.addSecs(minute % minutesOfDay * 60));
}

/// What a cut-off is measured against: the start of the slot, or the closing of the attraction.
QDateTime reference(const Visit &visit, const OpeningHours &hours)
{
    if (visit.slot.isValid())
        return startOf(visit, hours);
    if (hours.closes.isValid() && hours.closes > hours.opens)
        return brusselsInstant(visit.date, hours.closes);
    return brusselsInstant(visit.date.addDays(1), hours.closes.isValid() ? hours.closes : nightEnds);
}

int cutOffMinutes(const Formula &formula, Channel channel)
{
    return channel == Channel::Online ? formula.cutOffOnlineMinutes : formula.cutOffTillMinutes;
}

} // namespace

std::vector<QTime> slotsOn(const Formula &formula, QDate date)
{
    std::vector<QTime> starts;
    for (const SlotPattern &pattern : formula.slotPatterns)
        if (pattern.dates.contains(date) && pattern.weekdays.contains(date.dayOfWeek()))
            addStarts(pattern, starts);
    std::ranges::sort(starts, {}, minuteOfVisitDay);
    const auto repeated = std::ranges::unique(starts);
    starts.erase(repeated.begin(), repeated.end());
    return starts;
}

bool hasPassed(const Formula &formula, const Visit &visit, const OpeningHours &hours, const QDateTime &now, Channel channel)
{
    const int grace = std::max(graceMinutes, -cutOffMinutes(formula, channel));
    return now > reference(visit, hours).addSecs(grace * 60);
}

std::optional<Error> timeRefusal(const Formula &formula, const Visit &visit, const OpeningHours &hours, const QDateTime &now,
                                 Channel channel)
{
    const QStringList what{visitTitle(formula, visit)};
    if (hasPassed(formula, visit, hours, now, channel))
        return Error{visit.slot.isValid() ? ErrorCode::SlotPassed : ErrorCode::Closed, QStringLiteral("over"), what};
    if (now > reference(visit, hours).addSecs(-cutOffMinutes(formula, channel) * 60))
        return Error{ErrorCode::CutOffPassed, QStringLiteral("past the cut-off"), what};
    return std::nullopt;
}

} // namespace guichet
