// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/ReportPaper.h"

namespace guichet {

struct Workplace;

/// What the centre had signed of this till's chain when a Z was made. It stands in a note beside the fact, so that a copy prints the same
/// (docs/decisions/0046). Nothing is kept when there is none. On the ledger thread.
Result<> keepAnchorOfZ(Workplace &workplace, const ZNumber &z, const QString &user);
std::optional<PrintedAnchor> anchorOfZ(const Workplace &workplace, const ZNumber &z);

} // namespace guichet
