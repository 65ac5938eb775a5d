// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Catalogue.h"

namespace guichet {

/// Opening hours of a day for an audience, or why it is closed.
struct OpeningHours
{
    bool open = false;
    QTime opens;           ///< Null with `open`: no hours are set, open all day.
    QTime closes;          ///< Not after `opens`: on the next calendar day.
    QString closureReason; ///< Exceptional closure; empty: no period applies.
    friend bool operator==(const OpeningHours &, const OpeningHours &) = default;
};

/// An exceptional closure closes the day for everybody. Several periods that apply give one span, from the first opening to the last
/// closing. A calendar without any period is not kept: every other day is open (ACC-4).
OpeningHours openingHours(const OpeningCalendar &calendar, QDate date, Audience audience);

} // namespace guichet
