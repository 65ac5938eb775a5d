// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"
#include "hardware/zvt/ZvtMemory.h"
#include "hardware/zvt/ZvtProfile.h"

#include <QString>
#include <chrono>

namespace guichet {

/// What the customer, the card and the bank make of a payment. Whatever is scripted to be approved, an amount that ends in 5 cents below
/// ten
/// (`…,05`) is declined, and a part is approved only to a till that takes it.
enum class ZvtScenario { Approve, Decline, Partial, Tip };

/// What goes wrong with the line or the terminal (hardware.md §6.5, §10). On a serial line, which cannot be cut, the terminal falls silent.
enum class ZvtFault {
    None,
    CutBeforeRead,     ///< The line breaks; the terminal never sees the command.
    CutAfterRead,      ///< The terminal accepts it, does nothing and hangs up.
    CutAfterApproval,  ///< The bank has approved; the line breaks before the result.
    NotAcknowledged,   ///< The result leaves; the line breaks before the till's acknowledgement.
    CutAfterStore,     ///< The result is acknowledged; the line breaks before the completion.
    DuplicateAnswer,   ///< The result comes twice.
    OtherAmount,       ///< The result says one euro more than was taken.
    OtherPayment,      ///< The result is that of the transaction before.
    RebootForgetting,  ///< It restarts before the payment and does not make it.
    RebootRemembering, ///< It restarts after the approval.
    Busy,              ///< Somebody else is being served.
    InProgress,        ///< The line breaks; the payment goes on for a while.
    Slow,              ///< The result trickles.
    Garbage,           ///< The bank has approved; what follows is no ZVT.
    AbortTooLate,      ///< An abort finds the payment approved.
};
inline constexpr int zvtFaultCount = static_cast<int>(ZvtFault::AbortTooLate) + 1;

/// How the simulated terminal takes one payment, refund or reversal.
struct ZvtScript
{
    ZvtScenario scenario = ZvtScenario::Approve;
    ZvtFault fault = ZvtFault::None;
    std::chrono::milliseconds customer{0}; ///< From the command to the card.
    bool waitsForCard = false;             ///< Until presentCard(), instead.
    std::chrono::milliseconds outage{0};   ///< Of a restart; how long a result trickles.
    Money tip = Money::fromCents(200);     ///< Of the scenario Tip.
    quint8 refusal = 0x05;                 ///< The result of a declined one.
    friend bool operator==(const ZvtScript &, const ZvtScript &) = default;
};

/// What a simulated ZVT terminal is told at its start.
struct SimulatedZvtSettings
{
    quint16 port = 0; ///< TCP; 0: any free one.
    QString terminalId = QStringLiteral("29001234");
    QString password = QStringLiteral("000000");
    bool reversesWhenNotAcknowledged = true; ///< As the specification wants; newer terminals leave it to the till (hardware.md §6.5).
    bool numbersRefusals = true;             ///< A declined payment takes a receipt number.
    bool writesUtf8 = true;                  ///< Else Latin-1, and does not say so.
    bool showsWords = true;                  ///< Else its progress is codes alone.
    bool sendsWholeCardNumber = false;       ///< As terminals before PCI did.
    std::chrono::seconds clockAhead{0};
    ZvtLimits limits;
};

/// One movement of money that really took place at the simulated terminal: the truth that tests compare with.
struct ZvtBooking
{
    ZvtRecord::Kind kind = ZvtRecord::Kind::Payment;
    int receipt = 0;       ///< 0: not stored yet.
    Money amount;          ///< Taken from the card; negative: given back.
    bool isUndone = false; ///< The terminal has reversed it by itself.
    bool isReversed = false;
    friend bool operator==(const ZvtBooking &, const ZvtBooking &) = default;
};

} // namespace guichet
