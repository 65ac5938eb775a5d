// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace guichet {

/// A byte of a command; 0 beyond its end.
inline unsigned char byteAt(const QByteArray &bytes, qsizetype index)
{
    return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0;
}
/// Two bytes, the low one first.
inline int wordAt(const QByteArray &bytes, qsizetype index)
{
    return byteAt(bytes, index) + 256 * byteAt(bytes, index + 1);
}

/// The length of the command at the front (hardware.md §7.1), without the rows of a picture; more than there are bytes: it is not whole
/// yet.
qsizetype simulatedCommandLength(const QByteArray &bytes);
/// The length of the real-time command (`10 04 n`, `10 05 n`, `10 14 …`) that begins there; 0: none.
qsizetype simulatedRealTimeLength(const QByteArray &bytes, qsizetype from);

} // namespace guichet
