// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueJson.h"
#include "tests/support/Catch.h"

#include <QJsonArray>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Product everyField()
{
    Product product;
    product.key = u"p1"_s;
    product.name = u"Fromage"_s;
    product.name.set(Language::Dutch, u"Kaas"_s);
    product.reference = u"F-12"_s;
    product.barcodes = {u"5412345678908"_s, u"OWN 1"_s};
    product.vat = VatCode::C;
    product.price = Money::fromCents(2150);
    product.purchasePrice = Money::fromCents(1100);
    product.group = u"terroir"_s;
    product.supplier = u"Ferme"_s;
    product.byWeight = true;
    product.soldAtTill = false;
    product.soldOnline = true;
    product.sellBelowZero = false;
    product.openingStock = 12'500;
    product.alertStock = 500;
    product.order = 7;
    product.archived = true;
    return product;
}

QJsonObject with(const QString &field, const QJsonValue &value)
{
    QJsonObject object = toJson(everyField());
    object.insert(field, value);
    return object;
}

} // namespace

TEST_CASE("check digits of EAN-13 and EAN-8 are those of GS1")
{
    CHECK(eanCheckDigit(u"400638133393"_s) == 1);
    CHECK(eanCheckDigit(u"9638507"_s) == 4);
    CHECK(eanCheckDigit(u"5412345"_s) >= 0);
    CHECK(eanCheckDigit(u"541234"_s) == -1);
    CHECK(eanCheckDigit(u"54123456789a"_s) == -1);
}

TEST_CASE("an EAN is valid with its check digit and with no other")
{
    CHECK(isValidEan(u"4006381333931"_s));
    CHECK(isValidEan(u"96385074"_s));
    CHECK(isValidEan(u"036000291452"_s)); // UPC-A
    for (int digit = 0; digit <= 9; ++digit)
        CHECK(isValidEan(u"400638133393"_s + QString::number(digit)) == (digit == 1));
    CHECK_FALSE(isValidEan({}));
    CHECK_FALSE(isValidEan(u"４006381333931"_s)); // a full-width digit is no digit
}

TEST_CASE("a product survives JSON, every field of it")
{
    const Product product = everyField();
    const Result<Product> read = productFromJson(toJson(product));
    REQUIRE(read);
    CHECK(*read == product);
    const Result<Product> small = productFromJson({{u"key"_s, u"p"_s}, {u"name"_s, u"Carte"_s}, {u"price"_s, 120}});
    REQUIRE(small);
    CHECK(small->name.french() == u"Carte"_s);
    CHECK(small->vat == VatCode::A);
    CHECK(*productFromJson(toJson(*small)) == *small);
}

TEST_CASE("a product that cannot be right is refused")
{
    const QList<QJsonObject> wrong{with(u"price"_s, -1),
                                   with(u"price"_s, 12.5),
                                   with(u"price"_s, u"12"_s),
                                   with(u"price"_s, QJsonValue::Null),
                                   with(u"price"_s, 1e15),
                                   with(u"key"_s, u""_s),
                                   with(u"key"_s, u"a b"_s),
                                   with(u"name"_s, QJsonObject{}),
                                   with(u"vat"_s, u"G"_s),
                                   with(u"barcodes"_s, QJsonArray{u"4006381333932"_s}),
                                   with(u"barcodes"_s, QJsonArray{5}),
                                   with(u"colour"_s, u"red"_s)};
    for (const QJsonObject &document : wrong) {
        const Result<Product> read = productFromJson(document);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::InvalidInput);
    }
}
