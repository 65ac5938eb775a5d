// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QDate>

namespace guichet {

class SimulatedClock;
struct Workplace;

/// Writes the days of a demo till from `from` to the day before `today`, as its profile would have them: opened, sold or booked on, closed,
/// a day a transaction; the days on which the attraction is closed are left out. The clock is left at the last closing.
Result<> writeDemoDays(Workplace &workplace, SimulatedClock &clock, QDate from, QDate today);

} // namespace guichet
