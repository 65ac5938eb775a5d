// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/Cart.h"

namespace guichet {

/// Why a line costs less or more than the catalogue says.
enum class PriceChangeKind { Promotion, PromoCode, Complimentary, Manual };

/// One change of the price of a line: what FDM 2.0 calls a priceChange.
struct PriceChange
{
    PriceChangeKind kind = PriceChangeKind::Promotion;
    QString key; ///< Of the promotion, code or reason.
    LocalizedText title;
    Money amount;          ///< Negative: cheaper.
    int units = 0;         ///< Units it concerns.
    QString approver = {}; ///< Key of the manager who approved it on the spot; empty: no approval was needed (ACC-2).
    friend bool operator==(const PriceChange &, const PriceChange &) = default;
};

/// A line with its price and how it came about.
struct PricedLine
{
    Id<CartLine> id;
    LineKind kind = LineKind::Product;
    QString formula;
    LocalizedText formulaTitle;
    QString item;
    LocalizedText title;
    QString group;
    QString category; ///< Of the resource, for the statistics.
    Visit visit;
    int durationMinutes = 0;
    int quantity = 1;
    int persons = 0; ///< Visitors of all units.
    qint64 grams = 0;
    QString barcode;
    QString giftCode;
    Money unitPrice;   ///< Catalogue price including VAT, before changes.
    QString priceRule; ///< Which rule made it: `haute saison`; empty: the ordinary price.
    Money gross;       ///< unitPrice × quantity (by weight: price × grams / 1000, half-up).
    std::vector<PriceChange> changes;
    Money net; ///< gross + changes, including VAT.
    VatRate vat;
    friend bool operator==(const PricedLine &, const PricedLine &) = default;
};

/// All changes with one name, over the lines.
struct NamedDiscount
{
    PriceChangeKind kind = PriceChangeKind::Promotion;
    QString key;
    LocalizedText title;
    Money amount;
    friend bool operator==(const NamedDiscount &, const NamedDiscount &) = default;
};

/// A priced cart. gross + discounts = total; the VAT rows' totals add up to `total`, gift value included under code X.
struct PricedCart
{
    std::vector<PricedLine> lines;
    Money gross;
    std::vector<NamedDiscount> discounts;
    Money total;
    std::vector<VatAmount> vat;
    bool promoCodeUsed = false; ///< False: the promotions were better or equal; the code is not spent (decisions 6).

    Money turnover() const;  ///< Total without gift value.
    Money giftValue() const; ///< Value sold: vouchers, cards, recharges (PAY-9).
    friend bool operator==(const PricedCart &, const PricedCart &) = default;
};

/// What pricing needs to know beside cart and catalogue.
struct PricingContext
{
    QDateTime now;              ///< For early bird and last minute.
    QDate businessDate;         ///< For the VAT rates (decisions 1).
    int promoCodeUsesLeft = -1; ///< −1: unlimited.
};

/// Prices a cart (PRO-1 to PRO-3, SELL-5, decisions 6). A code that cannot apply is an error only in checkPromoCode(); here it is left out.
/// A price changed by hand is final: neither promotion nor code. Free units keep their price and take one change of all of it, no other. A
/// flat rate is a line of one unit. A line whose formula has left the catalogue keeps the title, price and VAT code that the cart copied.
/// Deterministic; the order of the lines changes no total, except by a cent a line where an amount or a limited code has to break a tie.
PricedCart price(const Cart &cart, const Catalogue &catalogue, const PricingContext &context);

/// Whether the cart comes to amounts that a till can count, at catalogue prices and at changed ones: AmountTooHigh above largestAmount.
Result<> checkAmounts(const Cart &cart, const Catalogue &catalogue, QDate businessDate);

/// Whether the code can be put on the cart: known, valid today, uses left, applies to at least one line.
Result<> checkPromoCode(const QString &typedCode, const Cart &cart, const Catalogue &catalogue, const PricingContext &context);

/// What a formula says about one of its resources or supplements; null when it does not offer it.
const OfferedItem *offeredItem(const Formula &formula, const QString &key, bool supplement);

/// The price rule of an item of a formula that applies at a visit; null when it is not sold then.
const PriceRule *priceRuleFor(const OfferedItem &item, const Formula &formula, QDate visitDate);

/// What each unit of a line pays, so that parts add up to its net: paying units first, free units last (decisions 4, 6).
std::vector<Money> unitShares(Money net, int quantity, int freeUnits);

} // namespace guichet
