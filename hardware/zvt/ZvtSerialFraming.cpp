// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtSerialFraming.h"

#include "hardware/zvt/ZvtApdu.h"

namespace guichet {

namespace {

using namespace zvtControl;

constexpr qsizetype longestApdu = ZvtApdu::mostData + 5;

} // namespace

quint16 zvtCrc(QByteArrayView bytes)
{
    quint16 crc = 0;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<quint16>((crc & 1) != 0 ? crc >> 1 ^ 0x8408 : crc >> 1);
    }
    return crc;
}

QByteArray zvtFrame(const QByteArray &apdu)
{
    QByteArray frame;
    frame += dle;
    frame += stx;
    for (const char byte : apdu) {
        if (byte == dle)
            frame += dle;
        frame += byte;
    }
    const quint16 crc = zvtCrc(apdu + etx);
    return frame + dle + etx + static_cast<char>(crc & 0xFF) + static_cast<char>(crc >> 8);
}

void ZvtSerialReader::feed(QByteArrayView bytes)
{
    for (const char byte : bytes)
        feed(byte);
}

std::optional<ZvtSerialReader::Event> ZvtSerialReader::take()
{
    if (m_events.empty())
        return std::nullopt;
    const Event event = m_events.front();
    m_events.pop_front();
    return event;
}

void ZvtSerialReader::reset()
{
    m_state = State::Outside;
    m_apdu.clear();
    m_crc.clear();
}

void ZvtSerialReader::feed(char byte)
{
    switch (m_state) {
    case State::Outside: return feedOutside(byte);
    case State::Begin: return feedBegin(byte);
    case State::Inside: return feedInside(byte);
    case State::Escaped: return feedEscaped(byte);
    case State::Checksum: return feedChecksum(byte);
    }
}

void ZvtSerialReader::feedOutside(char byte)
{
    if (byte == dle)
        m_state = State::Begin;
    else if (byte == ack || byte == nak)
        m_events.push_back({.kind = byte == ack ? Kind::Acknowledged : Kind::NotAcknowledged});
}

void ZvtSerialReader::feedBegin(char byte)
{
    m_state = byte == stx ? State::Inside : State::Outside;
    if (m_state == State::Outside)
        feedOutside(byte);
}

void ZvtSerialReader::feedInside(char byte)
{
    if (byte == dle)
        m_state = State::Escaped;
    else
        append(byte);
}

void ZvtSerialReader::feedEscaped(char byte)
{
    m_state = State::Inside;
    if (byte == dle)
        return append(dle);
    if (byte == etx) {
        m_state = State::Checksum;
        return;
    }
    reset();
    if (byte == stx) // the end of the message before was lost; this is another
        m_state = State::Inside;
    else
        m_events.push_back({.kind = Kind::Broken});
}

void ZvtSerialReader::append(char byte)
{
    m_apdu += byte;
    if (m_apdu.size() <= longestApdu)
        return;
    reset();
    m_events.push_back({.kind = Kind::Broken});
}

void ZvtSerialReader::feedChecksum(char byte)
{
    m_crc += byte;
    if (m_crc.size() < 2)
        return;
    const quint16 crc = zvtCrc(m_apdu + etx);
    const bool isRight = m_crc[0] == static_cast<char>(crc & 0xFF) && m_crc[1] == static_cast<char>(crc >> 8);
    if (isRight && zvtApduFrom(m_apdu))
        m_events.push_back({.kind = Kind::Message, .apdu = m_apdu});
    else
        m_events.push_back({.kind = Kind::Broken});
    reset();
}

} // namespace guichet
