// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Availability.h"

namespace guichet {

/// Why a visit cannot be bought any more at `now`: SlotPassed (Closed without slots) once it is gone from the screen, CutOffPassed before
/// that; none: it can.
std::optional<Error> timeRefusal(const Formula &formula, const Visit &visit, const OpeningHours &hours, const QDateTime &now,
                                 Channel channel);

/// True when it is gone from the sale screen: no cut-off and no grace allow it any more.
bool hasPassed(const Formula &formula, const Visit &visit, const OpeningHours &hours, const QDateTime &now, Channel channel);

} // namespace guichet
