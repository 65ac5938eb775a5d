// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ProgramClock.h"

namespace guichet {

std::unique_ptr<Clock> makeClock(const QDateTime &simulated)
{
    if (simulated.isValid())
        return std::make_unique<SimulatedClock>(simulated);
    return std::make_unique<SystemClock>();
}

} // namespace guichet
