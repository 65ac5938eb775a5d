// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtSerialLine.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 3;
using Heard = ZvtSerialReader::Kind;

} // namespace

Result<> ZvtSerialLine::open()
{
    m_reader = {};
    m_received.clear();
    m_lastReceived.clear();
    return m_stream->open(m_limits.connect);
}

Result<> ZvtSerialLine::send(const ZvtApdu &apdu, Repeat repeat)
{
    const QByteArray frame = zvtFrame(toBytes(apdu));
    for (int attempt = 0; attempt < attempts; ++attempt) {
        TRY(m_stream->write(frame, m_limits.write));
        TRY_LET(reply, awaitReply());
        if (reply == Reply::Acknowledged)
            return {};
        if (reply == Reply::Silence && repeat == Repeat::OnlyWhenRefused)
            break;
    }
    return failure(ErrorCode::Timeout, m_stream->name() + u": not acknowledged"_s, {m_stream->name()});
}

/// A message in place of the acknowledgement says that ours has arrived, unless it repeats the one before.
Result<ZvtSerialLine::Reply> ZvtSerialLine::awaitReply()
{
    bool hasSpoken = false;
    for (const QDeadlineTimer deadline{m_limits.acknowledgement}; !deadline.hasExpired();) {
        TRY(read(std::min(m_limits.byteGap, std::chrono::milliseconds{deadline.remainingTime()})));
        while (const auto event = m_reader.take()) {
            if (event->kind == Heard::Acknowledged)
                return Reply::Acknowledged;
            if (event->kind == Heard::NotAcknowledged)
                return Reply::Refused;
            TRY(event->kind == Heard::Broken ? say(zvtControl::nak) : accept(event->apdu, true));
            hasSpoken |= !m_received.empty();
        }
    }
    return hasSpoken ? Reply::Acknowledged : Reply::Silence;
}

Result<std::optional<ZvtApdu>> ZvtSerialLine::receive(std::chrono::milliseconds limit)
{
    if (m_received.empty())
        TRY(read(limit));
    while (const auto event = m_received.empty() ? m_reader.take() : std::nullopt) {
        if (event->kind == Heard::Acknowledged || event->kind == Heard::NotAcknowledged) // too late
            continue;
        TRY(event->kind == Heard::Broken ? say(zvtControl::nak) : accept(event->apdu, false));
    }
    if (m_received.empty())
        return std::optional<ZvtApdu>{};
    const QByteArray apdu = m_received.front();
    m_received.pop_front();
    return zvtApduFrom(apdu);
}

/// Reads what there is; a message that has begun and does not go on is given up.
Result<> ZvtSerialLine::read(std::chrono::milliseconds limit)
{
    const auto turn = m_reader.isWithinMessage() ? std::min(limit, m_limits.byteGap) : limit;
    TRY_LET(bytes, m_stream->read(turn));
    m_reader.feed(bytes);
    if (!bytes.isEmpty())
        m_gap.setRemainingTime(m_limits.byteGap);
    if (!m_reader.isWithinMessage() || !m_gap.hasExpired())
        return {};
    m_reader.reset();
    return say(zvtControl::nak);
}

Result<> ZvtSerialLine::say(char control)
{
    return m_stream->write(QByteArray(1, control), m_limits.write);
}

Result<> ZvtSerialLine::accept(const QByteArray &apdu, bool mayBeRepeated)
{
    TRY(say(zvtControl::ack));
    if (mayBeRepeated && apdu == m_lastReceived)
        return {};
    m_lastReceived = apdu;
    m_received.push_back(apdu);
    return {};
}

} // namespace guichet
