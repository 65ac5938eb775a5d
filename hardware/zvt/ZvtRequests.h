// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"
#include "hardware/zvt/ZvtApdu.h"
#include "hardware/zvt/ZvtProfile.h"

namespace guichet {

/// What the till says to the terminal (hardware.md §6.2), byte for byte.
class ZvtRequests
{
public:
    /// The profile is checked and outlives it.
    explicit ZvtRequests(const ZvtProfile &profile) : m_profile{profile} {}

    ZvtApdu registration() const;
    ZvtApdu authorisation(Money amount) const; ///< `amount` > 0, as in all of these.
    ZvtApdu refund(Money amount) const;
    ZvtApdu reversal(int receipt, Money amount) const;
    /// What the last transaction was, without printing; `prints`: its slips again.
    ZvtApdu repeatReceipt(bool prints = false) const;
    ZvtApdu statusEnquiry() const;
    ZvtApdu turnoverTotals() const;
    ZvtApdu endOfDay() const;
    static ZvtApdu diagnosis() { return {.command = ZvtCommand::Diagnosis}; }
    ZvtApdu initialisation() const;
    static ZvtApdu abort() { return {.command = ZvtCommand::Abort}; }
    static ZvtApdu logOff() { return {.command = ZvtCommand::LogOff}; }

private:
    QByteArray password() const;
    QByteArray partialApprovals() const;

    const ZvtProfile &m_profile;
};

} // namespace guichet
