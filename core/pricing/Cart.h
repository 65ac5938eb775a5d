// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/base/Text.h"
#include "core/catalogue/Catalogue.h"
#include "core/catalogue/Product.h"
#include "core/money/Money.h"
#include "core/money/Vat.h"

#include <QDate>
#include <QTime>
#include <optional>
#include <vector>

namespace guichet {

struct Dossier;

/// When a formula is visited: a day, and the start of the slot when it has slots.
struct Visit
{
    QDate date;
    QTime slot; ///< Null: no slot.
    friend auto operator<=>(const Visit &a, const Visit &b)
    {
        return std::tuple{a.date.toJulianDay(), a.slot.isValid() ? a.slot.msecsSinceStartOfDay() : -1} <=>
               std::tuple{b.date.toJulianDay(), b.slot.isValid() ? b.slot.msecsSinceStartOfDay() : -1};
    }
    friend bool operator==(const Visit &, const Visit &) = default;
};

enum class LineKind { Resource, Supplement, Product, GiftValue };

/// One line of a cart: so many units of one resource, supplement, product, or a gift voucher, card or recharge being sold.
struct CartLine
{
    Id<CartLine> id;
    LineKind kind = LineKind::Product;
    QString formula; ///< Key, for resources and supplements.
    QString item;    ///< Key of the resource, supplement or product; `card`, `voucher` or `recharge` for gift value.
    Visit visit;     ///< For resources and supplements.
    int quantity = 1;
    qint64 grams = 0;                ///< By weight: the quantity is 1 and the price is per kilogram.
    std::optional<Money> labelPrice; ///< By weight, from the label of a scale: what it says, instead of price × grams.

    int freeUnits = 0; ///< *Gratuité* on some or all of the units (SELL-5).
    QString freeReason;
    QString freeApprover;              ///< Key of the manager who approved it; empty: no approval was needed (ACC-2). So the two below.
    std::optional<Money> changedPrice; ///< Per unit, instead of the catalogue's (SELL-5).
    QString priceReason;
    QString priceApprover;
    QString forceReason; ///< Sold past capacity or cut-off (SELL-4); empty: not.
    QString forceApprover;
    QString comment; ///< Free text: goes to a note document, never into a fact.

    /// Copied when the line is added, for products and gift value; formulas are priced from the catalogue.
    LocalizedText title;
    QString group;
    QString barcode;
    Money unitPrice;
    VatCode vat = VatCode::A;
    QString giftCode; ///< Gift value: the code to issue or recharge.

    friend bool operator==(const CartLine &, const CartLine &) = default;
};

inline constexpr int largestLineQuantity = 9999; ///< Units of one line.

/// Who buys and where visitors come from (SELL-8). The person goes to a customer document; only country, postcode and province reach a
/// fact.
struct Client
{
    QString country; ///< ISO 3166 alpha-2; empty: not asked.
    QString postcode;
    QString province;
    QString firstName;
    QString name;
    QString email;
    QString telephone;
    QString address;
    QString company;
    QString vatNumber;
    QString comment;
    QString internalComment;
    Language language = Language::French;

    bool namesSomeone() const
    {
        return !(firstName.isEmpty() && name.isEmpty() && email.isEmpty() && telephone.isEmpty() && company.isEmpty() &&
                 vatNumber.isEmpty());
    }
    bool isCompany() const { return !(company.isEmpty() && vatNumber.isEmpty()); }
    friend bool operator==(const Client &, const Client &) = default;
};

/// The dossier being composed. Working state: lives in the ledger outside the facts, survives a power cut, is offered again at restart.
struct Cart
{
    Id<Cart> id;
    Id<Dossier> dossier; ///< Made with the cart; certain payments carry it before there is a sale (decisions 3).
    std::vector<CartLine> lines;
    QString promoCode; ///< As typed; empty: none. One per cart (SELL-6).
    QString promoReference;
    Client client;
    QString parkedName; ///< Not empty: parked (SELL-7).
    QDateTime startedAt;

    bool isEmpty() const { return lines.empty(); }
    bool hasTickets() const; ///< Any resource: the origin is asked (SELL-8).
    CartLine *line(const Id<CartLine> &id);
    const CartLine *line(const Id<CartLine> &id) const;
    friend bool operator==(const Cart &, const Cart &) = default;
};

QJsonObject toJson(const Cart &);
Result<Cart> cartFromJson(const QJsonObject &);

} // namespace guichet
