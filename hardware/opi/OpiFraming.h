// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace guichet {

/// A message as it stands on the line (hardware.md §4.1): 4 bytes of length, big-endian, then the XML.
QByteArray opiFrame(const QByteArray &xml);

/// Takes messages out of bytes that arrive in any pieces.
class OpiFrameReader
{
public:
    static constexpr qsizetype mostBytes = 400'000; ///< Of one message; the longest ticket has some ten thousand.

    void feed(const QByteArray &bytes);
    /// The next whole message; none: it has not arrived yet, or the line is broken.
    std::optional<QByteArray> take();
    /// A length of zero or beyond mostBytes: nothing that follows can be understood.
    bool isBroken() const { return m_isBroken; }
    /// Part of a message waits for its rest.
    bool isWithinMessage() const { return !m_isBroken && !m_waiting.isEmpty(); }

private:
    QByteArray m_waiting;
    bool m_isBroken = false;
};

} // namespace guichet
