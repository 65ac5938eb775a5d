// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtTcpLine.h"

namespace guichet {
using namespace Qt::StringLiterals;

Result<> ZvtTcpLine::open()
{
    m_reader = {};
    return m_stream->open(m_limits.connect);
}

Result<> ZvtTcpLine::send(const ZvtApdu &apdu, Repeat)
{
    return m_stream->write(toBytes(apdu), m_limits.write);
}

Result<std::optional<ZvtApdu>> ZvtTcpLine::receive(std::chrono::milliseconds limit)
{
    if (auto apdu = m_reader.take())
        return apdu;
    const bool hadBegun = m_reader.isWithinMessage();
    TRY_LET(bytes, m_stream->read(limit));
    m_reader.feed(bytes);
    if (!hadBegun)
        m_rest.setRemainingTime(m_limits.message);
    auto apdu = m_reader.take();
    if (apdu)
        m_rest.setRemainingTime(m_limits.message); // of the next one, which may have come with it
    else if (m_reader.isWithinMessage() && m_rest.hasExpired())
        return failure(ErrorCode::DeviceAnswerInvalid, m_stream->name() + u": half a message"_s, {m_stream->name()});
    return apdu;
}

} // namespace guichet
