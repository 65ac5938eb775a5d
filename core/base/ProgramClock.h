// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <memory>

namespace guichet {

/// The clock of a program: one that stands at `simulated` until it is moved, or, when that is not valid, the system's (0015).
std::unique_ptr<Clock> makeClock(const QDateTime &simulated);

} // namespace guichet
