// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/zvt/ZvtLine.h"
#include "hardware/zvt/ZvtSerialFraming.h"

#include <QDeadlineTimer>

namespace guichet {

/// Framed messages, each acknowledged with ACK or NAK and repeated at most twice (hardware.md §6.1). A message that both ends send at the
/// same time is kept for receive(); one that the other end repeats because our ACK was lost is acknowledged again and not delivered twice.
class ZvtSerialLine final : public ZvtLine
{
public:
    ZvtSerialLine(std::unique_ptr<ByteStream> stream, const ZvtLimits &limits) : m_stream{std::move(stream)}, m_limits{limits} {}
    Result<> open() override;
    Result<> send(const ZvtApdu &apdu, Repeat repeat) override;
    Result<std::optional<ZvtApdu>> receive(std::chrono::milliseconds limit) override;
    void close() override { m_stream->close(); }

private:
    enum class Reply { Acknowledged, Refused, Silence };
    Result<Reply> awaitReply();
    Result<> read(std::chrono::milliseconds limit);
    Result<> say(char control);
    Result<> accept(const QByteArray &apdu, bool mayBeRepeated);

    std::unique_ptr<ByteStream> m_stream;
    ZvtLimits m_limits;
    ZvtSerialReader m_reader;
    QDeadlineTimer m_gap;              ///< T1 of the message that has begun.
    QByteArray m_lastReceived;         ///< To know a repetition.
    std::deque<QByteArray> m_received; ///< Acknowledged, waiting for receive().
};

} // namespace guichet
