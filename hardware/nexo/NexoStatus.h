// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/nexo/NexoOutcome.h"

namespace guichet {

/// What a terminal knows of a request that it may have got (hardware.md §3.6).
struct NexoStatus
{
    enum class State { Answered, InProgress, NotFound, Unclear };
    State state = State::Unclear;
    Charge charge; ///< When answered: the lost answer. Unclear: why.
};

/// Reads a TransactionStatusResponse. A repeated answer must bear the ids of what was asked, else it is unclear.
NexoStatus nexoStatusFrom(const QJsonObject &response, const NexoAsked &asked);

/// What a terminal says of itself.
struct NexoHealth
{
    bool isIdle = false; ///< It could take a payment now.
    bool isBusy = false; ///< It will be able to, later.
    QString words;       ///< Its own: `OK`, `Busy`, …
};
NexoHealth nexoHealthFrom(const QJsonObject &diagnosisResponse);

/// The totals of a GetTotalsResponse or a ReconciliationResponse. TerminalUnavailable: it cannot say; DeviceAnswerInvalid: unreadable.
Result<TerminalTotals> nexoTotalsFrom(const QJsonObject &response);

} // namespace guichet
