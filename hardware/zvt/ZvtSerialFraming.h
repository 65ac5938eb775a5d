// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <deque>
#include <optional>

namespace guichet {

/// CRC-16/KERMIT: polynomial 0x8408 reflected, from 0 (hardware.md §6.1).
quint16 zvtCrc(QByteArrayView bytes);
/// A message as it stands on a serial line: DLE STX, the APDU with each DLE doubled, DLE ETX, CRC with the lower byte first.
QByteArray zvtFrame(const QByteArray &apdu);

namespace zvtControl {
inline constexpr char stx = 0x02;
inline constexpr char etx = 0x03;
inline constexpr char ack = 0x06;
inline constexpr char dle = 0x10;
inline constexpr char nak = 0x15;
} // namespace zvtControl

/// Takes what a serial line carries out of bytes that arrive in any pieces. Noise between messages is skipped.
class ZvtSerialReader
{
public:
    enum class Kind { Message, Broken, Acknowledged, NotAcknowledged };
    struct Event
    {
        Kind kind = Kind::Broken;
        QByteArray apdu = {}; ///< Of a message whose CRC and length are right.
        friend bool operator==(const Event &, const Event &) = default;
    };

    void feed(QByteArrayView bytes);
    std::optional<Event> take();
    /// A message has begun and not ended.
    bool isWithinMessage() const { return m_state == State::Inside || m_state == State::Escaped || m_state == State::Checksum; }
    /// Gives the message up that has begun: its rest did not come in time.
    void reset();

private:
    enum class State { Outside, Begin, Inside, Escaped, Checksum };
    void feed(char byte);
    void feedOutside(char byte);
    void feedBegin(char byte);
    void feedInside(char byte);
    void feedEscaped(char byte);
    void feedChecksum(char byte);
    void append(char byte);

    State m_state = State::Outside;
    QByteArray m_apdu;
    QByteArray m_crc;
    std::deque<Event> m_events;
};

} // namespace guichet
