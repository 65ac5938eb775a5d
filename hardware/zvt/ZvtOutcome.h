// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/zvt/ZvtDialog.h"
#include "hardware/zvt/ZvtMemory.h"

namespace guichet {

/// A charge of which only this is known.
Charge zvtChargeWithout(ChargeState state, const QString &text);
/// What a status information tells of a charge in that state. `authorised` > 0 is signed by the kind.
Charge zvtCharge(ChargeState state, const ZvtStatus &status, const ZvtRecord &record, Money authorised);

/// How the command of `record` ended (hardware.md §6.3, §6.4). Approved needs a completion after a status information of success in euros,
/// for the asked amount, with a tip that it names on top of it, or for less where the till takes partial approvals, and with a receipt
/// number that is not that of the transaction before. Whatever contradicts itself is Unknown.
Charge zvtChargeFrom(const ZvtAnswer &answer, const ZvtRecord &record, bool takesPartialApprovals);

/// What was authorised, if the amount fits what was asked. Only a payment may be more (tip) or less (partial approval).
std::optional<Money> zvtAuthorised(const ZvtStatus &status, const ZvtRecord &record, bool takesPartialApprovals);

/// How the terminal's last transaction relates to a command whose end was lost (hardware.md §6.5).
enum class ZvtRelation {
    Ours,      ///< Its result is that of the command.
    Unchanged, ///< It is the one from before the command.
    Other,     ///< Neither can be said.
};
struct ZvtExpected
{
    ZvtRecord record;
    std::chrono::seconds clock{0};             ///< How far the terminal's clock is ahead.
    std::chrono::milliseconds mostDuration{0}; ///< Of the command.
    std::chrono::milliseconds clockDifference{0};
};
/// `last`: none when the terminal has no last transaction. Ours needs the receipt number of the answer that was kept or, without one, the
/// very next number after the one before, the amount, euros and the time; a reversal is never a payment.
ZvtRelation zvtRelate(const std::optional<ZvtStatus> &last, const ZvtExpected &expected);

} // namespace guichet
