// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "core/receipt/Paper.h"

namespace guichet {

struct Workplace;

/// The slips that a linked terminal wants printed (PAY-4). They are texts of a device, so they stand beside the facts, as a note of their
/// intent; at most 80 lines of 64 characters, runs of 13 digits and more masked but for the last four. In the caller's transaction.
Result<> keepCardSlips(Workplace &workplace, const Id<PaymentIntent> &intent, const Charge &charge, const QString &user);

/// What the terminal named the charge by and said of the card, as the intent keeps it: one line each, at most 256 and 64 characters, card
/// numbers masked; an instant that cannot be is left out.
void keepCardWords(PaymentIntent &intent, const Charge &charge);

/// A slip as it is kept: at most 80 lines of 64 characters, card numbers masked.
QStringList printableSlip(const QStringList &lines);
/// Puts it under a paper, cut off; nothing when it is empty.
void appendSlip(const QStringList &lines, Paper &paper);

/// Puts the slips of these payments under the paper that tells of them, each cut off: the customer's, and the merchant's where one is to
/// be signed. Nothing for payments without slips.
Result<> appendCardSlips(const Workplace &workplace, const std::vector<Payment> &payments, Paper &paper);

} // namespace guichet
