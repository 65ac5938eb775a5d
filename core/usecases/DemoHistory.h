// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/ports/SecretStore.h"

#include <QDateTime>

namespace guichet {

/// Writes a deterministic past into a demo that has just been made: `days` days up to the day before `now`, with seasons, tickets, shop,
/// refunds and a Z each day, through the real facts, a day a transaction. Some 60 000 admission tickets a year. The till must not be open
/// elsewhere.
Result<> writeDemoHistory(const QString &dataFolder, int days, const QDateTime &now, SecretStore *keychain);

} // namespace guichet
