// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/OpeningHours.h"
#include "core/pricing/Cart.h"

#include <QDateTime>

namespace guichet {

/// The instant of a time of day in Europe/Brussels. A time inside the spring gap moves forward by the gap; of a time that occurs twice in
/// autumn, the first.
QDateTime brusselsInstant(QDate date, QTime time);

/// The instant at which a visit starts, in Europe/Brussels: its slot, else the opening of the day. A slot before nightEnds is after the
/// midnight that follows the visit date.
QDateTime startOf(const Visit &visit, const OpeningHours &hours);

} // namespace guichet
