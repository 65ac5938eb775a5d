// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/pricing/Cart.h"

namespace guichet {

/// Who buys, as typed: no control characters, an e-mail that can be one, a country that exists, a VAT number with the right check digits
/// (ACC-1, SELL-8). InvalidInput names the field and why.
Result<> checkClient(const Client &client);
/// Where visitors come from: an empty country is *not asked*.
Result<> checkOrigin(const Origin &origin);

} // namespace guichet
