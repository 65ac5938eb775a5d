// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

struct Workplace;

/// After a restore the carts are those of the backup: what was sold or paid since, what collects a balance, and the one in progress go;
/// parked ones stay, without the cash that lay on them. Nothing when the carts are true (core/ledger/Salvage.h). In the caller's
/// transaction.
Result<> dropStaleCarts(Workplace &workplace);

} // namespace guichet
