// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "hardware/terminal/TipCeiling.h"

#include <chrono>

namespace guichet {

/// How long the driver waits (hardware.md §4.6). Tests divide them.
struct OpiLimits
{
    std::chrono::milliseconds connect{3'000};
    std::chrono::milliseconds write{5'000};           ///< Without progress.
    std::chrono::milliseconds payment{300'000};       ///< For the answer to a payment, refund or reversal in all; then it is aborted.
    std::chrono::milliseconds inactivity{120'000};    ///< Without an answer or a device request; then it is aborted.
    std::chrono::milliseconds afterAbort{10'000};     ///< After having given up: the answer may still come.
    std::chrono::milliseconds service{30'000};        ///< For the answer to Login, GetStatus, RepeatLastMessage, TicketReprint.
    std::chrono::milliseconds abort{5'000};           ///< For the answer to an AbortRequest.
    std::chrono::milliseconds totals{120'000};        ///< For the answer to a reconciliation.
    std::chrono::milliseconds betweenRequests{1'000}; ///< From the end of one to the next.
    std::chrono::milliseconds unavailable{5'000};     ///< From a DeviceUnavailable to the next one.
    std::chrono::milliseconds afterTicket{5'000};     ///< From a TicketReprint to the payment that had to wait for it.
    std::chrono::milliseconds lostLink{4'000};        ///< From a lost payment to the first question about it.
    std::chrono::milliseconds busy{3'000};            ///< Between two questions to a terminal that is busy.
    std::chrono::milliseconds notFoundGap{5'000};     ///< At least, between the two answers that together mean: never started.
    std::chrono::milliseconds lookUp{330'000};        ///< One lookUp() in all; what is still in progress then is unknown.
    std::chrono::milliseconds question{60'000};       ///< For the cashier's answer to a question of the terminal; then it is no.
    std::chrono::milliseconds deviceFrame{10'000};    ///< For the rest of a device request that has begun.

    /// Those of a terminal that lives `divisor` times as fast. What computers need among themselves keeps at least a second.
    OpiLimits dividedBy(int divisor) const;
    friend bool operator==(const OpiLimits &, const OpiLimits &) = default;
};

/// Where the terminal sends its device requests (hardware.md §4.1).
enum class OpiDialect {
    TwoChannels, ///< OPI-NL: it connects to the till.
    OneSocket,   ///< OPI-DE: on the connection of the payment.
};

/// Which output carries which ticket: it differs by dialect (hardware.md §4.4).
struct OpiTicketTargets
{
    QString customer = QStringLiteral("Printer");
    QString merchant = QStringLiteral("JournalPrinter");
    friend bool operator==(const OpiTicketTargets &, const OpiTicketTargets &) = default;
};

/// An OPI terminal on the LAN, as plain values (hardware.md §4). Nothing is encrypted: a network of its own.
struct OpiProfile
{
    OpiDialect dialect = OpiDialect::TwoChannels;
    QString address;         ///< Of the terminal: IPv4 or IPv6, fixed or reserved. Device requests from elsewhere are refused.
    quint16 port = 4100;     ///< Its channel 0.
    quint16 tillPort = 4102; ///< Where the till listens for channel 1; 0: any free port. One per terminal.
    QString workstationId = QStringLiteral("1"); ///< This till, in the terminal's eyes.
    QString language = QStringLiteral("fr");     ///< nl, fr, de, en: of the terminal's texts.
    int shift = 1;                               ///< 1–999.
    QString clerk = QStringLiteral("1");
    bool printsItself = false;      ///< The terminal has a printer; else it sends the tickets to us.
    bool closesByCloseDay = false;  ///< End of day by CloseDay, else by ReconciliationWithClosure.
    bool abortsByService = false;   ///< AbortRequest is a ServiceRequest, else a CardServiceRequest.
    bool statusByDiagnosis = false; ///< It knows no GetStatus.
    OpiTicketTargets tickets;
    TipCeiling tips;
    OpiLimits limits;

    static OpiProfile twoChannels(const QString &address);
    static OpiProfile oneSocket(const QString &address);
    /// InvalidInput, naming the field that is missing or wrong.
    Result<> check() const;
    friend bool operator==(const OpiProfile &, const OpiProfile &) = default;
};

} // namespace guichet
