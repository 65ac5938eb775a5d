// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CartWork.h"

namespace guichet {

/// Whether the cart in progress can be sold now, with the reason if not (CAT-3, SELL-4, SELL-7): asked before money is taken, and again at
/// validation. Minimums, then each line by the rules of its day and slot. Places are asked as long as nothing is paid, and when the cart
/// was parked for so long that it lost them; a cart that is paid for holds its own.
Result<> checkSellable(const Workplace &workplace, const WorkingCart &working, const SessionRecord &session);

} // namespace guichet
