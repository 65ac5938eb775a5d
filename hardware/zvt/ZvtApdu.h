// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace guichet {

/// Class and instruction of what till and terminal say to each other (hardware.md §6.2, §6.3). The lower half of a refusal is its reason.
enum class ZvtCommand : quint16 {
    SetClock = 0x0401,
    StatusInformation = 0x040F,
    IntermediateStatus = 0x04FF,
    StatusEnquiry = 0x0501,
    Registration = 0x0600,
    Authorisation = 0x0601,
    LogOff = 0x0602,
    Completion = 0x060F,
    TurnoverTotals = 0x0610,
    Failure = 0x061E, ///< The terminal's word for a command that came to nothing.
    RepeatReceipt = 0x0620,
    Reversal = 0x0630,
    Refund = 0x0631,
    EndOfDay = 0x0650,
    Diagnosis = 0x0670,
    Initialisation = 0x0693,
    Abort = 0x06B0,
    PrintLine = 0x06D1,
    PrintTextBlock = 0x06D3,
    Accepted = 0x8000,
    AcceptedToo = 0x8400,
};

/// One request or answer: class, instruction, data.
struct ZvtApdu
{
    static constexpr qsizetype mostData = 0xFFFF;

    ZvtCommand command = ZvtCommand::Accepted;
    QByteArray data = {};

    quint8 classByte() const { return static_cast<quint8>(static_cast<quint16>(command) >> 8); }
    quint8 instruction() const { return static_cast<quint8>(static_cast<quint16>(command) & 0xFF); }
    /// `80 00` or `84 xx`: an answer, not a command.
    bool isAnswer() const { return classByte() == 0x80 || classByte() == 0x84; }
    bool isAccepted() const { return command == ZvtCommand::Accepted || command == ZvtCommand::AcceptedToo; }
    friend bool operator==(const ZvtApdu &, const ZvtApdu &) = default;
};

/// `84 xx 00`: refused for that reason (hardware.md §6.4).
ZvtApdu zvtRefusal(quint8 reason);

/// As it stands on a TCP line: length in one byte, from 255 on `FF` and two bytes, the lower first. `data` ≤ mostData.
QByteArray toBytes(const ZvtApdu &apdu);
/// The inverse for exactly one message. None: it is shorter or longer than it says.
std::optional<ZvtApdu> zvtApduFrom(QByteArrayView bytes);

/// Takes messages out of bytes that arrive split and merged in any way (hardware.md §6.1). Every sequence of bytes means something, so that
/// a broken line shows only in what the messages say.
class ZvtApduReader
{
public:
    void feed(const QByteArray &bytes) { m_waiting += bytes; }
    /// The next whole message; none: it has not arrived yet.
    std::optional<ZvtApdu> take();
    /// Part of a message waits for its rest.
    bool isWithinMessage() const { return !m_waiting.isEmpty(); }

private:
    QByteArray m_waiting;
};

} // namespace guichet
