// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonReader.h"
#include "core/catalogue/Catalogue.h"

/// One reader per kind of document: the inverse of toJson(). Errors stay in the JsonReader until finish().
namespace guichet::reading {

Resource resource(JsonReader &reader);
Supplement supplement(JsonReader &reader);
Formula formula(JsonReader &reader);
Group group(JsonReader &reader);
Pool pool(JsonReader &reader);
Promotion promotion(JsonReader &reader);
PromoCode promoCode(JsonReader &reader);
PaymentMethod paymentMethod(JsonReader &reader);
Reason reason(JsonReader &reader);
StopSale stopSale(JsonReader &reader);
SlotCapacity slotCapacity(JsonReader &reader);
TillProfile tillProfile(JsonReader &reader);
OpeningCalendar calendar(JsonReader &reader);
VatTable vatTable(JsonReader &reader);

} // namespace guichet::reading
