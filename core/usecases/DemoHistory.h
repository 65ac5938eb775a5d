// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/ports/SecretStore.h"

#include <QDateTime>

namespace guichet {

/// Writes a deterministic past into a demo that has just been made: `days` days up to the day before `now`, with seasons, tickets, shop,
/// refunds and a Z each day, through the real facts, a day a transaction. Some 60 000 admission tickets a year. The last two weeks at most
/// of the other tills of the demo are received, each a chain of its own: what the shop and the cafeteria sold, what was booked by
/// telephone for the days to come. The till must not be open elsewhere.
Result<> writeDemoHistory(const QString &dataFolder, int days, const QDateTime &now, SecretStore *keychain);

} // namespace guichet
