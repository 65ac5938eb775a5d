// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

namespace guichet {

/// `+++202/6000/04236+++` from 12 digits; the text unchanged when it is not 12 digits (belgium.md §7).
QString printedCommunication(const QString &digits);

/// A request for a transfer as a SEPA QR.
struct EpcPayment
{
    QString beneficiary; ///< Cut to 70 characters.
    QString iban;
    Money amount;          ///< 0,01 to 999 999 999,99.
    QString communication; ///< Structured: 12 digits; goes to the unstructured line as +++…+++ (belgium.md §7).
};
/// The text of the QR (EPC069-12 version 002, UTF-8, at most 331 bytes). InvalidInput: amount, IBAN or name missing.
Result<QString> epcPayload(const EpcPayment &payment);

} // namespace guichet
