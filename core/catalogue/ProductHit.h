// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Product.h"

namespace guichet {

/// A product as found by the search field, with its stock.
struct ProductHit
{
    Product product;
    qint64 stock = 0;
    friend bool operator==(const ProductHit &, const ProductHit &) = default;
};

} // namespace guichet
