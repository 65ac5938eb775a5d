// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

class Database;

/// What the exchange with the centre last ended with, each way: names in machineState(), which holds the codeName(); empty: all was well.
namespace centretrouble {
inline const QString up = QStringLiteral("sync.trouble"); ///< Of both ways in versions that knew one.
inline const QString down = QStringLiteral("sync.trouble.down");
} // namespace centretrouble

/// Whether another machine has taken the place of this till (SYN-4): it stays so, unless the till goes to another centre. On the thread of
/// `db`.
Result<bool> isTillReplaced(Database &db);

} // namespace guichet
