// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QString>
#include <chrono>

namespace guichet {

/// What the customer, the card and the bank make of a payment. Whatever is scripted to be approved, an amount that ends in 5 cents below
/// ten (`…,05`) is declined.
enum class PluginScenario { Approve, Decline, Partial, Tip };

/// What goes wrong with the line, the terminal (hardware.md §10) or the vendor's library.
enum class PluginFault {
    None,
    CutBeforeRead,     ///< The line breaks; the terminal never sees the request.
    CutAfterRead,      ///< The terminal has read it, does nothing and hangs up.
    CutAfterApproval,  ///< The money is taken; the line breaks before the answer.
    DuplicateAnswer,   ///< The answer comes twice.
    WrongId,           ///< The money is taken; the library says that it was another payment.
    RebootForgetting,  ///< It restarts before the payment and knows nothing of it.
    RebootRemembering, ///< It restarts after the approval and still knows it.
    Busy,              ///< Somebody else is being served.
    InProgress,        ///< The line breaks; the payment goes on for a while.
    Slow,              ///< The answer trickles.
    Late,              ///< It is approved after the till has given up; a wish to stop comes too late.
    CrashBefore,       ///< The library dies; the terminal gives the payment up.
    CrashAfter,        ///< The money is taken; the library dies.
    Hang,              ///< The money is taken; the library does not come back, whatever is said to it.
    Flood,             ///< The money is taken; the library talks without end.
    Garbage,           ///< The money is taken; the library answers with what cannot be.
};
inline constexpr int pluginFaultCount = static_cast<int>(PluginFault::Garbage) + 1;

/// How the simulated terminal takes one payment, refund or reversal.
struct PluginScript
{
    PluginScenario scenario = PluginScenario::Approve;
    PluginFault fault = PluginFault::None;
    std::chrono::milliseconds customer{0}; ///< From the request to the card.
    bool waitsForCard = false;             ///< Until presentCard(), instead.
    std::chrono::milliseconds outage{0};   ///< Of a restart; how long an answer trickles or is late.
    Money tip = Money::fromCents(200);     ///< Of the scenario Tip.
    friend bool operator==(const PluginScript &, const PluginScript &) = default;
};

/// One movement of money that really took place at the simulated terminal: the truth that tests compare with.
struct PluginBooking
{
    enum class Kind { Payment, Refund, Reversal };
    Kind kind = Kind::Payment;
    QString id; ///< That of the intent.
    QString transaction;
    Money amount; ///< Taken from the card; negative: given back.
    bool isReversed = false;
    friend bool operator==(const PluginBooking &, const PluginBooking &) = default;
};

} // namespace guichet
