// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/catalogue/Product.h"
#include "core/till/TillSettings.h"

namespace guichet {

/// The prefix 20–29 for codes that the till makes itself (CAT-7): the highest that no layout of price or weight codes begins with.
/// NotFound: the layouts take them all.
Result<QString> inStorePrefix(const QList<EmbeddedCodeLayout> &layouts);

inline constexpr qint64 mostInStoreCodes = 9'999'999;
/// EAN-13: prefix, number of the till (0–999), counter (1 to mostInStoreCodes), check digit. Two tills never make the same, cut off from
/// each other or not. InvalidInput: out of these.
Result<QString> inStoreCode(const QString &prefix, int tillNumber, qint64 counter);

/// The EAN-13 that stands on a label: the first of the product's barcodes that is one (UPC-A with a 0 in front); empty: it has none.
QString labelBarcode(const Product &product);

} // namespace guichet
