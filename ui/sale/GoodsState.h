// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sale/SaleState.h"

/// Goods that a tap cannot sell: weighed, or not in the catalogue yet (SELL-2). Plain values and the pure functions that decide them.
namespace guichet {

/// The sheet of a product by weight.
struct WeightState
{
    QString title;
    QString subtitle; ///< `21,50 € le kilo`.
    QString weight;   ///< `0,350 kg`.
    QString price;    ///< `7,53 €`; empty: nothing weighed yet.
    QString addText;
    bool canAdd = false;
    friend bool operator==(const WeightState &, const WeightState &) = default;
};
WeightState presentWeight(const Product &product, qint64 grams, Language language);

/// What was typed of a new product.
struct NewProduct
{
    QString code; ///< As scanned.
    QString name;
    std::optional<Money> price; ///< None: not typed yet.
    std::optional<VatCode> vat;
    QString group;
    friend bool operator==(const NewProduct &, const NewProduct &) = default;
};

/// The sheet *Créer ce produit*.
struct NewProductState
{
    QString subtitle; ///< `Code 5410000000019`.
    std::vector<ChipState> vatChips;
    std::vector<ChipState> groups; ///< The departments of this till.
    bool canCreate = false;
    friend bool operator==(const NewProductState &, const NewProductState &) = default;
};
NewProductState presentNewProduct(const NewProduct &input, const SaleContext &context);
/// The document; its key is the code.
Product productOf(const NewProduct &input);
/// Whether an unknown code can be that of a product, so that creating one is worth offering.
bool canBeBarcode(const QString &code);

} // namespace guichet
