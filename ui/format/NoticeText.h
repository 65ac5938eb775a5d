// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stock/StockBelowZero.h"
#include "core/till/TillAlert.h"

#include <vector>

namespace guichet {

/// What the banner says of an alert, and what to do.
QString alertSentence(TillAlert alert, Language language = Language::French);
QStringList alertSentences(const std::vector<TillAlert> &alerts, Language language = Language::French);
/// One sentence a product, after a sale.
QStringList stockSentences(const std::vector<StockBelowZero> &products, Language language = Language::French);

} // namespace guichet
