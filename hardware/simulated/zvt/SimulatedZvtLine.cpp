// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/zvt/SimulatedZvtLine.h"

#include <QDeadlineTimer>
#include <algorithm>

namespace guichet {
using namespace std::chrono_literals;

namespace {

constexpr auto lineTurn = 5ms;
constexpr quint8 tooLate = 0x83;

} // namespace

SimulatedZvtLine::SimulatedZvtLine(std::unique_ptr<ByteStream> stream, bool isSerial, const SimulatedZvtSettings &settings,
                                   const SimulatedZvtControls &controls)
    : m_settings{settings}, m_controls{controls}, m_stream{stream.get()},
      m_line{isSerial ? makeZvtSerialLine(std::move(stream), settings.limits) : makeZvtTcpLine(std::move(stream), settings.limits)},
      m_isSerial{isSerial}
{}

std::optional<ZvtApdu> SimulatedZvtLine::receive(std::chrono::milliseconds limit)
{
    if (m_hasEnded)
        return std::nullopt;
    const auto apdu = m_line->receive(limit);
    m_hasEnded = !apdu && !m_isSerial;
    return apdu ? *apdu : std::nullopt;
}

std::optional<ZvtApdu> SimulatedZvtLine::nextCommand(std::chrono::milliseconds limit)
{
    auto apdu = receive(limit);
    if (!apdu || apdu->isAnswer())
        return std::nullopt;
    if (apdu->command == ZvtCommand::Abort)
        m_isAbortAsked = true;
    else
        m_isSilent = false;
    return apdu;
}

void SimulatedZvtLine::answer(const ZvtApdu &apdu)
{
    shout(apdu);
}

bool SimulatedZvtLine::tell(const ZvtApdu &apdu)
{
    shout(apdu);
    return awaitAcknowledgement();
}

bool SimulatedZvtLine::tellAll(const std::vector<ZvtApdu> &apdus)
{
    return std::ranges::all_of(apdus, [this](const ZvtApdu &apdu) { return tell(apdu); });
}

bool SimulatedZvtLine::trickle(const ZvtApdu &apdu, std::chrono::milliseconds duration)
{
    const QByteArray bytes = toBytes(apdu);
    if (m_isSerial) // its bytes must not be too far apart
        m_controls.sleep(duration);
    if (m_isSerial)
        return tell(apdu);
    for (qsizetype at = 0; at < bytes.size() && !m_hasEnded; at += 10) {
        m_hasEnded = !m_stream->write(bytes.mid(at, 10), m_settings.limits.write);
        m_controls.sleep(duration * 10 / bytes.size());
    }
    return awaitAcknowledgement();
}

void SimulatedZvtLine::shout(const ZvtApdu &apdu)
{
    if (m_hasEnded || m_isSilent)
        return;
    const bool isSent = m_line->send(apdu, ZvtLine::Repeat::WhenSilent).has_value();
    m_hasEnded = !isSent && !m_isSerial;
}

void SimulatedZvtLine::shoutGarbage()
{
    if (!m_hasEnded)
        std::ignore = m_stream->write(QByteArray::fromHex("7b22ff00c0deba5e10021003"), m_settings.limits.write);
}

bool SimulatedZvtLine::awaitAcknowledgement()
{
    for (const QDeadlineTimer deadline{m_settings.limits.response}; !deadline.hasExpired() && !m_hasEnded && !m_isSilent;) {
        if (m_controls.isOff())
            return false;
        const auto apdu = receive(lineTurn);
        if (apdu && apdu->isAnswer())
            return apdu->isAccepted();
        if (apdu && apdu->command == ZvtCommand::Abort)
            m_isAbortAsked = true;
    }
    return false;
}

void SimulatedZvtLine::cut()
{
    if (m_isSerial) {
        m_isSilent = true;
        return;
    }
    m_line->close();
    m_hasEnded = true;
}

void SimulatedZvtLine::answerAbort(bool isInTime)
{
    m_isAbortAsked = false;
    shout(isInTime ? ZvtApdu{} : zvtRefusal(tooLate));
}

} // namespace guichet
