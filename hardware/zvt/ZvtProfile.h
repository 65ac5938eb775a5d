// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <chrono>

namespace guichet {

/// How long the driver waits (hardware.md §6.1). Tests divide them.
struct ZvtLimits
{
    std::chrono::milliseconds connect{3'000};
    std::chrono::milliseconds write{5'000};             ///< Without progress.
    std::chrono::milliseconds byteGap{200};             ///< T1, serial: between two bytes of a message.
    std::chrono::milliseconds acknowledgement{5'000};   ///< T2, serial: for ACK or NAK.
    std::chrono::milliseconds message{5'000};           ///< TCP: for the rest of a message that has begun.
    std::chrono::milliseconds response{5'000};          ///< T3: from a command to `80 00` or `84 xx`.
    std::chrono::milliseconds completion{180'000};      ///< T4: then to the next word of the terminal; each one begins it anew.
    std::chrono::milliseconds minute{60'000};           ///< The unit in which the terminal may change T4.
    std::chrono::milliseconds command{600'000};         ///< One command in all; a payment is aborted then.
    std::chrono::milliseconds afterAbort{10'000};       ///< After having given up: the result may still come.
    std::chrono::milliseconds busy{2'000};              ///< Between two questions to a terminal that is busy.
    std::chrono::milliseconds notFoundGap{5'000};       ///< At least, between the two answers that together mean: never started.
    std::chrono::milliseconds lookUp{330'000};          ///< One lookUp() in all; what is still in progress then is unknown.
    std::chrono::milliseconds clockDifference{300'000}; ///< Between the till's clock and the terminal's, as last seen.

    /// Those of a terminal that lives `divisor` times as fast. What computers need among themselves keeps at least a second, serial gaps
    /// and clocks stay.
    ZvtLimits dividedBy(int divisor) const;
    friend bool operator==(const ZvtLimits &, const ZvtLimits &) = default;
};

/// A ZVT terminal, as plain values (hardware.md §6). Nothing is encrypted: a serial line or a network of its own.
struct ZvtProfile
{
    QString address;                             ///< `tcp:192.0.2.10:20007`, the port may be left out; `serial:/dev/ttyS0:9600`.
    QString password = QStringLiteral("000000"); ///< Six digits.
    quint8 configByte = 0xBE;                    ///< Of the registration (hardware.md §6.2).
    bool usesContainers = true;                  ///< Asks for text blocks and UTF-8; very old terminals refuse that.
    bool takesPartialApprovals = false;          ///< Says so to the terminal; a smaller amount is then an approval.
    bool namesAmountOfReversal = true;           ///< It must then be right; very old terminals refuse that.
    int lineWidth = 42;                          ///< Characters on our paper.
    int stopBits = 2;                            ///< Serial.
    ZvtLimits limits;

    bool isSerial() const { return address.startsWith(u"serial:"); }
    /// InvalidInput, naming the field that is missing or wrong.
    Result<> check() const;
    friend bool operator==(const ZvtProfile &, const ZvtProfile &) = default;
};

} // namespace guichet
