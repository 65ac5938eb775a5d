// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/opi/OpiMessages.h"
#include "hardware/terminal/TipCeiling.h"

namespace guichet {

/// The meaning of an OverallResult (hardware.md §4.3).
enum class OpiResult {
    Success,
    PartialFailure,
    Failure,
    Aborted,
    TimedOut,
    LoggedOut,
    Busy, ///< DeviceUnavailable, Busy.
    PrintLastTicket,
    CommunicationError,
    Refused, ///< FormatError, ParsingError, ValidationError, MissingMandatoryData, UnknownCard.
    Unclear, ///< Anything else.
};
OpiResult opiResultFrom(const QString &overallResult);

/// What an answer must speak of.
struct OpiAsked
{
    qint64 requestId = 0;
    QString type; ///< CardPayment, PaymentRefund, PaymentReversal.
    Money amount; ///< Negative: given back.
    TipCeiling tips = {};
};

/// What an answer says of what was asked, by the table of hardware.md §4.3. Whether it is the answer to that request is checked before.
/// Unknown when it says nothing certain or approves no readable amount or one that cannot be.
Charge opiChargeFrom(const OpiAnswer &answer, const OpiAsked &asked);

/// Why, in the terminal's own words.
QString opiWords(const OpiAnswer &answer);
/// When the terminal says that it was; null: not said. Without an offset, or with −00:00, it is local time.
QDateTime opiTimeFrom(const QString &timeStamp);
/// A charge that is not approved.
Charge opiChargeWithout(ChargeState state, const QString &text);

} // namespace guichet
