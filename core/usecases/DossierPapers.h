// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/receipt/Paper.h"

namespace guichet {

struct Workplace;

/// The paper of a fact that is a document: sale, order, quote, refund, money of a dossier without a sale, Z. `copy` > 0: the n-th
/// DUPLICATA. NotSupported for other facts.
Result<Paper> documentPaper(Workplace &workplace, const Fact &fact, int copy = 0);

} // namespace guichet
