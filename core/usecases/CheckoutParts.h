// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Product.h"
#include "core/planning/Availability.h"
#include "core/selling/GiftBalance.h"
#include "core/usecases/CartWork.h"
#include "core/usecases/Staff.h"

/// Steps that several files of Checkout take. Not for screens.
namespace guichet {

inline constexpr qint64 largestWeight = 1'000'000; ///< Grams.

/// How much of a product goes on the cart.
struct ProductAmount
{
    int quantity = 1;                ///< Units; 1 for what is weighed.
    qint64 grams = 0;                ///< Products by weight.
    std::optional<Money> price = {}; ///< Embedded in the code: the price of this piece.
};

/// Nothing was done to the line by hand: more of the same may join it.
bool isPlain(const CartLine &line);
/// Adds a product in the caller's transaction; the same product again joins its line. NotSoldHere, SceRequired, StockForbidden,
/// QuantityInvalid; InvalidInput naming `grams` for a product by weight of which neither weight nor price is known: nobody guesses it.
Result<Id<CartLine>> putProduct(Workplace &workplace, const Product &product, const ProductAmount &amount);
/// Who sells past places and cut-off, once that is allowed: a manager with a reason (SELL-4); without force whoever sells.
Result<Actor> authoriseForce(Workplace &workplace, Force force, const QString &reason);
/// Keeps on the line why it was forced and by whom.
void markForced(WorkingCart &working, CartLine &line, const QString &reason, const QString &approver);
/// STK-3: StockForbidden when `more` on top of the cart would go below zero and the product forbids it.
Result<> checkStock(const Workplace &workplace, const Cart &cart, const Product &product, qint64 more);
/// A gift code that can be used or recharged now: GiftUnknown, GiftBlocked, GiftExpired.
Result<GiftBalance> usableGift(const Workplace &workplace, const QString &code);
/// Puts a promo code on the cart in the caller's transaction.
Result<> putPromoCode(Workplace &workplace, const QString &code, const QString &reference);

} // namespace guichet
