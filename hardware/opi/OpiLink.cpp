// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiLink.h"

#include "hardware/opi/OpiFraming.h"
#include "hardware/transport/TcpStream.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds turnLength{50};

std::chrono::milliseconds turnWithin(const QDeadlineTimer &deadline)
{
    if (deadline.isForever())
        return turnLength;
    return std::clamp(std::chrono::milliseconds{deadline.remainingTime()}, 1ms, turnLength);
}

} // namespace

Result<std::unique_ptr<ByteStream>> OpiLink::open()
{
    TRY(m_profile.check());
    auto line = std::make_unique<TcpStream>(m_profile.address, m_profile.port);
    const auto opened = line->open(m_profile.limits.connect);
    if (opened)
        return line;
    note(opened.error().detail);
    return failure(ErrorCode::TerminalUnavailable, u"opi: "_s + opened.error().detail, {m_profile.address});
}

Result<> OpiLink::send(ByteStream &line, const QByteArray &xml)
{
    m_log.write(u"terminal"_s, DeviceLog::Direction::Sent, opiReadable(xml));
    return line.write(opiFrame(xml), m_profile.limits.write);
}

bool OpiLink::isAnswerTo(const OpiRequest &request, const OpiAnswer &answer) const
{
    bool isNumber = false;
    const bool sameId = answer.requestId.toLongLong(&isNumber) == request.id && isNumber;
    const bool sameTill = answer.workstationId.isEmpty() || answer.workstationId == m_profile.workstationId;
    const bool sameElement = answer.element == request.element || request.type == u"AbortRequest"; // which one: no two agree
    return sameId && sameTill && sameElement && answer.requestType == request.type;
}

Result<std::optional<OpiAnswer>> OpiLink::take(ByteStream &line, const QByteArray &xml, const OpiRequest &request)
{
    m_log.write(u"terminal"_s, DeviceLog::Direction::Received, opiReadable(xml));
    TRY_LET(root, readOpiXml(xml));
    if (root.name == u"DeviceRequest") {
        TRY_LET(asked, opiDeviceRequestFrom(root));
        TRY(send(line, toXml(m_devices.answer(asked), asked)));
        return std::optional<OpiAnswer>{};
    }
    TRY_LET(answer, opiAnswerFrom(root));
    if (isAnswerTo(request, answer))
        return std::optional{answer};
    note(u"opi: answer to another request"_s);
    return std::optional<OpiAnswer>{};
}

Result<OpiAnswer> OpiLink::exchange(ByteStream &line, const OpiRequest &request, const QDeadlineTimer &deadline, const Turn &turn)
{
    TRY(send(line, toXml(request, m_profile)));
    for (OpiFrameReader reader;;) {
        while (const auto xml = reader.take()) {
            TRY_LET(answer, take(line, *xml, request));
            if (answer)
                return *answer;
        }
        if (reader.isBroken())
            return failure(ErrorCode::DeviceAnswerInvalid, u"opi: a length that cannot be"_s);
        if (deadline.hasExpired() || (turn && !turn()))
            return failure(ErrorCode::Timeout, u"opi: no answer to "_s + request.type);
        TRY_LET(bytes, line.read(turnWithin(deadline)));
        reader.feed(bytes);
    }
}

Result<OpiAnswer> OpiLink::ask(ByteStream &line, const OpiRequest &request, const QDeadlineTimer &deadline, const Turn &turn)
{
    auto answer = exchange(line, request, deadline, turn);
    if (answer)
        return answer;
    note(answer.error().detail);
    const bool isLost = answer.error().code == ErrorCode::DeviceUnavailable;
    return failure(isLost ? ErrorCode::TerminalUnavailable : answer.error().code, answer.error().detail, {m_profile.address});
}

} // namespace guichet
