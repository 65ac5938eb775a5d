// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/transport/ByteStream.h"
#include "hardware/zvt/ZvtApdu.h"
#include "hardware/zvt/ZvtProfile.h"

namespace guichet {

inline constexpr quint16 zvtPort = 20'007;

/// A line that carries messages, from the till's end or the terminal's. Blocking; used on one thread. Errors: DeviceUnavailable (refused,
/// lost), Timeout, DeviceAnswerInvalid (what comes is no ZVT).
class ZvtLine
{
public:
    /// What may be done when a serial message is not acknowledged at all: it may have arrived all the same.
    enum class Repeat { WhenSilent, OnlyWhenRefused };

    virtual ~ZvtLine() = default;
    virtual Result<> open() = 0;
    /// After an error it may have arrived.
    virtual Result<> send(const ZvtApdu &apdu, Repeat repeat = Repeat::WhenSilent) = 0;
    /// The next message; none: no whole one has come in time.
    virtual Result<std::optional<ZvtApdu>> receive(std::chrono::milliseconds limit) = 0;
    virtual void close() = 0;
};

/// Messages over TCP, over serial, or over what the address of the profile says; a stream that is open already stays so.
std::unique_ptr<ZvtLine> makeZvtTcpLine(std::unique_ptr<ByteStream> stream, const ZvtLimits &limits);
std::unique_ptr<ZvtLine> makeZvtSerialLine(std::unique_ptr<ByteStream> stream, const ZvtLimits &limits);
Result<std::unique_ptr<ZvtLine>> makeZvtLine(const ZvtProfile &profile);

} // namespace guichet
