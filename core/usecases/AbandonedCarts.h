// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

namespace guichet {

class WorkingStore;

/// Carts that were emptied since the last Z (belgium.md §5.10). Working state: an empty cart was never a fact.
struct AbandonedCarts
{
    int count = 0;
    Money total;
};

Result<AbandonedCarts> abandonedCarts(const WorkingStore &store);
/// One more, in the caller's transaction.
Result<> countAbandonedCart(WorkingStore &store, Money total);
/// The Z has counted them.
Result<> forgetAbandonedCarts(WorkingStore &store);

} // namespace guichet
