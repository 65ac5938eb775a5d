// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"

#include <QDateTime>

namespace guichet {

struct PaymentIntent;

/// RequestIDs are numbers of at most nine digits (hardware.md §4.2): centiseconds since 2026 modulo 10^9, some 115 days. They come from the
/// intent, so that they are the same after a restart and nothing has to be kept.

/// Of the payment, refund or reversal of an intent: the time within its UUIDv7.
qint64 opiRequestId(const Id<PaymentIntent> &intent);
/// Of the other requests, from the time: half a turn away, so that a payment of today never has the same.
qint64 opiServiceRequestId(const QDateTime &now);
/// Whether `candidate` is of a payment of the four weeks before that of `request`.
bool isEarlierRequest(qint64 candidate, qint64 request);

/// When the intent was made.
QDateTime opiTimeOf(const Id<PaymentIntent> &intent);

} // namespace guichet
