// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"

namespace guichet {

/// What a cart owes (PAY-1): MONTANT TOTAL, DÉJÀ ENCAISSÉ, À ENCAISSER.
struct Balance
{
    Money total;
    Money paid; ///< Amounts of the payments, without rounding, excess and tips.
    Money due() const { return total - paid; }
    friend bool operator==(const Balance &, const Balance &) = default;
};

/// Dossier number: P + yymmdd + till code + counter of the till's day, two characters of Crockford base 32 or more (decisions 20).
QString dossierNumber(QDate businessDate, const QString &tillCode, qint64 counterOfDay);
/// The code of the till that gave the number; empty: it is none.
QString tillCodeOf(const QString &dossierNumber);
/// The number of a till is its code read as a number: three digits.
inline constexpr qint64 largestTillNumber = 999;
/// Belgian structured communication of 12 digits from till number (3 digits) and perpetual counter (7 digits): mod 97, 0 → 97.
QString structuredCommunication(int tillNumber, qint64 counter);

/// An advance's VAT per rate: largest remainder over the order's VAT table (decisions 1).
std::vector<VatAmount> advanceVat(Money amount, const std::vector<VatAmount> &orderVat);

/// The content of a Sale, Order or Quote from a priced cart; tenders, number and dates are filled in by the use case.
SaleContent saleContent(const Cart &cart, const PricedCart &priced);

} // namespace guichet
