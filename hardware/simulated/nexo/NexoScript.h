// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QString>
#include <array>
#include <chrono>
#include <vector>

namespace guichet {

/// What the customer, the card and the bank make of a payment. Whatever is scripted to be approved, an amount that ends in 5 cents below
/// ten
/// (`…,05`) is declined.
enum class NexoScenario { Approve, Decline, Partial, Tip };

/// What goes wrong with the line or the terminal (hardware.md §10).
enum class NexoFault {
    None,
    CutBeforeRead,     ///< The line breaks; the terminal never sees the request.
    CutAfterRead,      ///< The terminal has read it, does nothing and hangs up.
    CutAfterApproval,  ///< The money is taken; the line breaks before the answer.
    DuplicateAnswer,   ///< The answer comes twice.
    OtherAnswer,       ///< The money is taken; the answer bears the ids of another payment.
    RebootForgetting,  ///< It restarts before the payment and knows nothing of it.
    RebootRemembering, ///< It restarts after the approval and still knows it.
    Busy,              ///< Somebody else is being served.
    InProgress,        ///< The line breaks; the payment goes on for a while.
    Slow,              ///< The answer trickles.
    WrongHmac,         ///< The money is taken; the answer is not sealed with our key.
    Garbage,           ///< The money is taken; the answer is no nexo.
    AbortTooLate,      ///< An abort finds the payment approved.
    OriginalForgotten, ///< What a reversal names is not found any more; the line breaks before it says so. Payments go well.
};
inline constexpr int nexoFaultCount = static_cast<int>(NexoFault::OriginalForgotten) + 1;

/// How the simulated terminal takes one payment, refund or reversal.
struct NexoScript
{
    NexoScenario scenario = NexoScenario::Approve;
    NexoFault fault = NexoFault::None;
    std::chrono::milliseconds customer{0};       ///< From the request to the card.
    bool waitsForCard = false;                   ///< Until presentCard(), instead.
    std::chrono::milliseconds outage{0};         ///< Of a restart; how long an answer trickles.
    Money tip = Money::fromCents(200);           ///< Of the scenario Tip.
    QString refusal = QStringLiteral("Refusal"); ///< ErrorCondition of a declined one.
    friend bool operator==(const NexoScript &, const NexoScript &) = default;
};

/// One movement of money that really took place at the simulated terminal: the truth that tests compare with.
struct NexoBooking
{
    enum class Kind { Payment, Refund, Reversal };
    Kind kind = Kind::Payment;
    QString serviceId;
    QString reference;   ///< SaleTransactionID: the intent.
    QString transaction; ///< POITransactionID.
    Money amount;        ///< Taken from the card; negative: given back.
    bool isReversed = false;
    friend bool operator==(const NexoBooking &, const NexoBooking &) = default;
};

} // namespace guichet
