// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/ledger/Database.h"

namespace guichet {

/// What a fact of another till may not say, whoever signed it: that it belongs to a session of a third one, moves an intent or a payment
/// that is not its own, was before a dossier that `ownTill` made, gives that another number, or speaks of a cart that
/// is still being paid there; nor numbers that no till writes, so that
/// sums stay sums, nor a clock after which none comes. Tills never do: a server that makes tills up might (docs/decisions/0044). Asked
/// before it is stored, of facts that are new here; what it says of places, stock, gifts and prices is no matter. ChainBroken.
Result<> checkClaims(Database &db, const QString &ownTill, const Fact &fact);

} // namespace guichet
