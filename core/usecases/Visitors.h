// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"

namespace guichet {

struct Workplace;

/// Visitors of all lines.
int personsOf(const SaleContent &content);
/// An origin is told once a dossier, on the day of its sale (decisions 21): CorrectionRefused otherwise. In the caller's transaction.
Result<> tellOrigin(Workplace &workplace, const Fact &sale, const SaleContent &content);
/// Origin of visitors whose dossier names a customer: counted with the Z, so that nothing ties it to the dossier (decisions 21). In the
/// caller's transaction.
Result<> keepVisitorsForZ(Workplace &workplace, const VisitorsContent::Row &row);

} // namespace guichet
