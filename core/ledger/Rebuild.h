// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Projector.h"

namespace guichet {

/// Plays the journal of `source` into `target`: an empty database, which gets the schema of this program. Chains and facts are copied
/// byte for byte, the projections are made anew. Returns how many facts.
Result<qint64> rebuildInto(Database &source, Database &target, Projector &projector);
/// Only the projections: for verify, where the facts themselves need no copy.
Result<qint64> replayInto(Database &source, Database &target, Projector &projector);

/// The first table and row in which two ledgers differ, in words; empty when all rows of all `tables` are equal.
Result<QString> firstDifference(Database &one, Database &other, const QStringList &tables);

} // namespace guichet
