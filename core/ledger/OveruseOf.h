// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/planning/Overuse.h"

namespace guichet {

/// What is oversold on the next 14 days from `from` on of which something was sold, and the limited codes that were used too often: as far
/// as this ledger knows. On the thread of `db`.
Result<Overuse> overuseOf(Database &db, const Catalogue &catalogue, QDate from);

} // namespace guichet
