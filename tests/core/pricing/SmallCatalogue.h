// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/Pricing.h"

namespace guichet::test {

/// A Wednesday in the low season, 10:00 in Brussels.
QDateTime wednesdayMorning();
QDate wednesday();

/// A cave with slots (6 %; adulte 16,00, in July and August 18,00; enfant 11,00; petit 0,00; audioguide 3,50 at 21 %; livret 3,00 without
/// discounts; guide 75,00 once), a museum without slots (exempt; adulte 6,00), kayaks rented over an interval (6 %; kayak1 18,00; kayak2
/// 32,00 for two). No promotions, no codes.
Catalogue smallCatalogue();

PricingContext at(const QDateTime &now);
/// The prices of a Wednesday morning.
PricedCart priceNow(const Cart &cart, const Catalogue &catalogue);

CartLine ticket(const QString &formula, const QString &item, int quantity, const Visit &visit = {.date = wednesday(), .slot = {}});
CartLine supplement(const QString &formula, const QString &item, int quantity, const Visit &visit = {.date = wednesday(), .slot = {}});
CartLine product(Money price, int quantity, VatCode vat = VatCode::A, const QString &key = QStringLiteral("mug"));
CartLine giftCard(Money amount);
Cart cartOf(std::vector<CartLine> lines, const QString &promoCode = {});

Promotion percentPromotion(const QString &key, qint64 basisPoints);
Promotion euroPromotion(const QString &key, Money amount);
/// A code with a percentage; clear `percent` for the other ways to reduce.
PromoCode percentCode(const QString &code, qint64 basisPoints);
PromoCode euroCode(const QString &code, Money amount);

} // namespace guichet::test
