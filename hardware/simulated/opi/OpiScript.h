// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QString>
#include <chrono>

namespace guichet {

/// What the customer, the card and the bank make of a payment. Whatever is scripted to be approved, an amount that ends in 5 cents below
/// ten
/// (`…,05`) is declined.
enum class OpiScenario { Approve, Decline, Partial, Tip };

/// What goes wrong with the line or the terminal (hardware.md §10).
enum class OpiFault {
    None,
    CutBeforeRead,     ///< The line breaks; the terminal never sees the request.
    CutAfterRead,      ///< The terminal has read it, gives it up and hangs up.
    CutAfterApproval,  ///< The money is taken, the tickets are sent; the line breaks before the answer.
    DuplicateAnswer,   ///< The answer comes twice.
    OtherAnswer,       ///< The money is taken; the answer bears the id of another request.
    Reboot,            ///< It restarts before the payment and is logged out then.
    Busy,              ///< Somebody else is being served: DeviceUnavailable.
    InProgress,        ///< The line breaks; the payment goes on for a while.
    Slow,              ///< The answer takes its time.
    LoggedOut,         ///< The first time it wants a Login.
    PrintLastTicket,   ///< The first time it wants to print the ticket before.
    Garbage,           ///< The money is taken; the answer is no XML.
    EndlessFrame,      ///< The money is taken; the answer never ends.
    RebootRemembering, ///< It restarts after the approval and still knows it.
    AbortTooLate,      ///< An abort finds the payment approved.
};
inline constexpr int opiFaultCount = static_cast<int>(OpiFault::AbortTooLate) + 1;

/// How the simulated terminal takes one payment, refund or reversal.
struct OpiScript
{
    OpiScenario scenario = OpiScenario::Approve;
    OpiFault fault = OpiFault::None;
    std::chrono::milliseconds customer{0}; ///< From the request to the card.
    bool waitsForCard = false;             ///< Until presentCard(), instead; for a minute at most.
    bool asksForSignature = false;         ///< Whether it is all right; if not, nothing is taken.
    std::chrono::milliseconds outage{0};   ///< Of a restart; how long a payment in progress or a slow answer takes.
    Money tip = Money::fromCents(200);     ///< Of the scenario Tip.
    friend bool operator==(const OpiScript &, const OpiScript &) = default;
};

/// One movement of money that really took place at the simulated terminal: the truth that tests compare with.
struct OpiBooking
{
    enum class Kind { Payment, Refund, Reversal };
    Kind kind = Kind::Payment;
    qint64 requestId = 0; ///< That of the intent.
    QString stan;
    QString approvalCode;
    Money amount; ///< Taken from the card; negative: given back.
    bool isReversed = false;
    friend bool operator==(const OpiBooking &, const OpiBooking &) = default;
};

} // namespace guichet
