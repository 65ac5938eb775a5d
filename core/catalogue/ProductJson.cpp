// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueFields.h"
#include "core/catalogue/CatalogueJson.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace guichet::fields;

constexpr qint64 largestStock = 1'000'000'000;
constexpr int longestBarcode = 80;

/// Own codes may be anything a scanner reads; a code of 13 digits must be a right EAN, since a wrong one can never be scanned.
bool canBeScanned(const QString &barcode)
{
    const bool digits = std::ranges::all_of(barcode, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return !barcode.isEmpty() && barcode.size() <= longestBarcode && (!digits || barcode.size() != 13 || isValidEan(barcode));
}

} // namespace

QJsonObject toJson(const Product &product)
{
    QJsonObject object{{u"key"_s, product.key},
                       {u"name"_s, product.name.toJson()},
                       {u"barcodes"_s, QJsonArray::fromStringList(product.barcodes)},
                       {u"vat"_s, vatCodeLetter(product.vat)},
                       {u"price"_s, product.price.cents()},
                       {u"purchasePrice"_s, product.purchasePrice.cents()},
                       {u"byWeight"_s, product.byWeight},
                       {u"soldAtTill"_s, product.soldAtTill},
                       {u"soldOnline"_s, product.soldOnline},
                       {u"sellBelowZero"_s, product.sellBelowZero},
                       {u"openingStock"_s, product.openingStock},
                       {u"alertStock"_s, product.alertStock},
                       {u"order"_s, product.order},
                       {u"archived"_s, product.archived}};
    insertPresent(object, u"reference"_s, product.reference);
    insertPresent(object, u"group"_s, product.group);
    insertPresent(object, u"supplier"_s, product.supplier);
    return object;
}

Result<Product> productFromJson(const QJsonObject &document)
{
    JsonReader reader{document};
    Product product;
    product.key = key(reader, u"key"_s);
    product.name = requiredText(reader, u"name"_s);
    product.reference = reader.string(u"reference"_s, {}, 100);
    product.barcodes = reader.strings(u"barcodes"_s);
    product.vat = vat(reader, u"vat"_s, product.vat);
    product.price = Money::fromCents(reader.requiredInteger(u"price"_s, 0, largestAmount.cents()));
    product.purchasePrice = money(reader, u"purchasePrice"_s);
    product.group = optionalKey(reader, u"group"_s);
    product.supplier = reader.string(u"supplier"_s, {}, 200);
    product.byWeight = reader.boolean(u"byWeight"_s, product.byWeight);
    product.soldAtTill = reader.boolean(u"soldAtTill"_s, product.soldAtTill);
    product.soldOnline = reader.boolean(u"soldOnline"_s, product.soldOnline);
    product.sellBelowZero = reader.boolean(u"sellBelowZero"_s, product.sellBelowZero);
    product.openingStock = reader.integer(u"openingStock"_s, 0, -largestStock, largestStock);
    product.alertStock = reader.integer(u"alertStock"_s, 0, -largestStock, largestStock);
    product.order = reader.smallInteger(u"order"_s, 0, -1'000'000, 1'000'000);
    product.archived = reader.boolean(u"archived"_s, product.archived);
    if (!std::ranges::all_of(product.barcodes, canBeScanned))
        reader.refuse(u"barcodes"_s, u"a wrong check digit or an empty code"_s);
    TRY(reader.finish());
    return product;
}

} // namespace guichet
