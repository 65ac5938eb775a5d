// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <optional>

namespace guichet {

/// What the cashier reads: one friendly sentence or two, without a technical word, saying what to do next. In French and Dutch;
/// in any other language, French.
///
/// With `error.values` the sentence names things. values[0] is, by code: the title sold (NotSoldHere, NoPrice, StopSale …), the code read
/// (UnknownCode, PromoCode…, Gift…), the amount (StillDue, IntentPending …), the visit (SlotPassed, CutOffPassed), the time
/// (LockedOut), the date (PromoCodeExpired, SessionOfEarlierDay), the limit (MaximumExceeded, MinimumNotReached, AmountTooHigh), the tries
/// left (PinWrong), the till (TillReplaced), approvalName() (NeedsApproval), what is decided (NeedsAdministrator), the methods that are
/// possible (RefundMethodRefused), the person (NotAllowed), the field as scripts call it (InvalidInput), what is too much
/// (QuantityInvalid). values[1]: what the limit is about (MaximumExceeded, MinimumNotReached), the places left in words (CapacityFull),
/// since when (GiftExpired), who has it (DuplicateKey), the day of the visit (DateNotValid), what is left (QuantityInvalid), and, as words
/// of ErrorCauses.h, why (InvalidInput, CorrectionRefused, DateNotValid, SlotPassed, TillReplaced).
QString errorSentence(const Error &error, Language language = Language::French);

/// The same for the row of an import: the column as the file calls it, and what is wrong with the cell.
QString cellSentence(const Error &error);

} // namespace guichet
