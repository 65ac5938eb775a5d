// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

class Database;

/// What a ledger holds of a customer beside their document goes with it (FIS-4, decisions 11): the notes on their dossiers, with the copies
/// that a centre keeps of them for its tills, what the carts that sell or collect those say of them, and the papers of the spool. The
/// dossiers stay, with their figures; so do the notes about somebody else to whom one was sold later. In the caller's transaction, on the
/// thread of `db`.
Result<> forgetTracesOf(Database &db, const QString &customer);

} // namespace guichet
