// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QString>
#include <chrono>

namespace guichet {

/// Lets `tool`, a guichet-tool, pay the cart of a demo till by card in a process of its own, and kills it so long after the cashier was let
/// in: as a power cut does, wherever it is then. Nobody else has the till open. Timeout: it does not start, or the cashier is not let in.
Result<> payAndDie(const QString &tool, const QString &dataFolder, std::chrono::milliseconds life);

} // namespace guichet
