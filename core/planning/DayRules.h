// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/planning/Availability.h"

namespace guichet {

/// Why a formula cannot be sold at all for a day: not sold here, not published, date, weekday, closed, stop-sale (SELL-4).
std::optional<Error> dayRefusal(const Formula &formula, QDate date, const QDateTime &now, const Catalogue &catalogue,
                                const SalePoint &point);

/// Why one item of a formula cannot be sold for a visit: unknown, not sold here, no price, stop-sale.
std::optional<Error> itemRefusal(const Formula &formula, const OfferedItem *item, const AddRequest &request, const Catalogue &catalogue,
                                 const SalePoint &point);

/// The name of a resource or supplement; its key when it is unknown.
LocalizedText itemTitle(const Catalogue &catalogue, const QString &key, bool supplement);

/// How a visit is named in a sentence: `Grotte, 14:30`.
QString visitTitle(const Formula &formula, const Visit &visit);

/// The stop-sale that hits, if any. An empty item asks for the whole formula, a null slot for the whole day.
const StopSale *stopFor(const Catalogue &catalogue, const QString &formula, const Visit &visit, const QString &item);
Error stopRefusal(const StopSale &stop, const LocalizedText &title);

} // namespace guichet
