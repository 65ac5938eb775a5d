// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CartWork.h"

namespace guichet {

/// What a quote offers; CorrectionRefused when it has lapsed (PAY-6).
Result<SaleContent> validQuote(const Workplace &workplace, const Id<Dossier> &dossier);
/// A quote that becomes a sale: its lines on a cart of the same dossier, at its price whatever has changed since. Without the client.
Result<WorkingCart> quotedCart(const Workplace &workplace, const SaleContent &quote);

} // namespace guichet
