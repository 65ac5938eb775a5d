// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/CustomerDisplay.h"
#include "core/till/Attraction.h"
#include "core/usecases/Checkout.h"

/// What the customer sees, as plain values, and the pure functions that decide it (SELL-10). No widget, no clock, no database.
namespace guichet {

/// One line of the cart.
struct CustomerRow
{
    QString title; ///< `2 × Adulte`.
    Money price;
    bool fresh = false; ///< The newest one.
    friend bool operator==(const CustomerRow &, const CustomerRow &) = default;
};

struct CustomerState
{
    QString welcome; ///< Between two customers; else empty.
    std::vector<CustomerRow> rows;
    QString totalLabel;
    Money total;
    QString roundingNote; ///< Under the total: the text that the law asks for where every means of payment is rounded; else empty.
    QString changeLabel;  ///< Empty: no change.
    Money change;
    QString thanks; ///< After the sale.
    QString qr;     ///< Payload; empty: none.
    QString qrCaption;
    DisplayText display; ///< The same on two lines of 20 characters.
    friend bool operator==(const CustomerState &, const CustomerState &) = default;
};

CustomerState presentCustomer(const CartView &view, const Id<CartLine> &fresh, const QString &welcome, Language language);
/// What a try of the display shows: letters with accents, the euro, an amount.
CustomerState presentCustomerTest();
/// After the sale: total, change, thanks; the QR of the transfer that is awaited, else of the dossier, which any till finds by it.
CustomerState presentFarewell(const SaleOutcome &outcome, const Attraction &attraction);

} // namespace guichet
