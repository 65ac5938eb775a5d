// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/nexo/NexoMessage.h"
#include "hardware/terminal/TipCeiling.h"

namespace guichet {

/// What an answer must speak of.
struct NexoAsked
{
    NexoHeader request;
    QString reference; ///< Our SaleTransactionID.
    Money amount;      ///< Negative: given back.
    TipCeiling tips = {};
};

/// What a PaymentResponse or a ReversalResponse says of what was asked (hardware.md §3.5). Unknown when it speaks of another sale, in
/// another currency, of no readable amount or one that cannot be, or says nothing certain. A reversal whose original is not found is
/// declined: nothing was given back, and asking again would not help. `isRepeated`: it comes from TransactionStatus;
/// there an unreachable host is a refusal, at first it is only a reason to ask.
Charge nexoChargeFrom(const QJsonObject &response, const NexoAsked &asked, bool isRepeated);

} // namespace guichet
