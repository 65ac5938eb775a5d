// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/money/Money.h"
#include "core/money/Vat.h"

#include <QStringList>

namespace guichet {

/// A good with a barcode, a price, a stock (CAT-4).
struct Product
{
    QString key;
    LocalizedText name;
    QString reference;
    QStringList barcodes;
    VatCode vat = VatCode::A;
    Money price;         ///< Including VAT; per kilogram when byWeight.
    Money purchasePrice; ///< Excluding VAT.
    QString group;
    QString supplier;
    bool byWeight = false;
    bool soldAtTill = true;
    bool soldOnline = false;
    bool sellBelowZero = true; ///< STK-3: warns and goes on unless forbidden.
    qint64 openingStock = 0;   ///< Units, or grams when byWeight.
    qint64 alertStock = 0;
    int order = 0;
    bool archived = false;
    friend bool operator==(const Product &, const Product &) = default;
};

/// The 13th digit of an EAN-13, or the last of an EAN-8, given the digits before it; −1 when they are not 7 or 12 digits.
int eanCheckDigit(const QString &digits);
/// True for EAN-13, EAN-8 and UPC-A with a right check digit.
bool isValidEan(const QString &code);

} // namespace guichet
