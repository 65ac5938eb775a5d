// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/SyncDesk.h"

namespace guichet {

/// Each fact of each till: its chain, its number, its hash.
Result<std::vector<QString>> heads(Database &db);
/// What tills share of documents, as it stands.
Result<std::vector<QString>> sharedDocuments(Database &db);
/// Nothing waits or troubles; facts and projections are those of the centre, on whatever engine; what the till has on disk verifies.
void checkThatItAgrees(SyncedTill &till, Database &centre);

} // namespace guichet
