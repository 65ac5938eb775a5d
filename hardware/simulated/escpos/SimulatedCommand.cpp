// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/escpos/SimulatedCommand.h"

#include <algorithm>
#include <cstring>

namespace guichet {
namespace {

/// To the byte 0 that ends a list; one that does not end is cut off.
qsizetype untilNul(const QByteArray &bytes, qsizetype from, qsizetype most)
{
    const qsizetype end = bytes.indexOf('\0', from);
    if (end >= 0 && end - from <= most)
        return end + 1;
    return bytes.size() - from > most ? from + most : bytes.size() + 1;
}

qsizetype lengthOfEscape(const QByteArray &bytes)
{
    switch (byteAt(bytes, 1)) {
    case '@':
    case '2':
    case 'L':
    case 'i':
    case 'm': return 2;
    case 'p': return 5;
    case '$':
    case '\\':
    case 'c': return 4;
    case 'D': return untilNul(bytes, 2, 33);
    case '*': return bytes.size() < 5 ? 5 : 5 + wordAt(bytes, 3) * (byteAt(bytes, 2) >= 32 ? 3 : 1);
    default: return byteAt(bytes, 1) != 0 && std::strchr("!-EGJMRSTUVadert{ 3", byteAt(bytes, 1)) ? 3 : 2;
    }
}

qsizetype lengthOfGroup(const QByteArray &bytes)
{
    switch (byteAt(bytes, 1)) {
    case 'V': return bytes.size() < 3 ? 3 : byteAt(bytes, 2) >= 65 ? 4 : 3;
    case 'L':
    case 'W':
    case 'P': return 4;
    case '(': return bytes.size() < 5 ? 5 : 5 + wordAt(bytes, 3);
    case 'v': return 8;
    case 'k':
        if (bytes.size() < 4)
            return 4;
        return byteAt(bytes, 2) >= 65 ? 4 + byteAt(bytes, 3) : untilNul(bytes, 3, 256);
    case ':': return 2;
    default: return byteAt(bytes, 1) != 0 && std::strchr("!BHIabfhrw/", byteAt(bytes, 1)) ? 3 : 2;
    }
}

} // namespace

qsizetype simulatedRealTimeLength(const QByteArray &bytes, qsizetype from)
{
    if (byteAt(bytes, from) != 0x10)
        return 0;
    switch (byteAt(bytes, from + 1)) {
    case 0x04:
    case 0x05: return 3;
    case 0x14: return 5;
    default: return 0;
    }
}

qsizetype simulatedCommandLength(const QByteArray &bytes)
{
    switch (byteAt(bytes, 0)) {
    case 0x10: return bytes.size() < 2 ? 2 : std::max<qsizetype>(1, simulatedRealTimeLength(bytes, 0));
    case 0x1B: return bytes.size() < 2 ? 2 : lengthOfEscape(bytes);
    case 0x1D: return bytes.size() < 2 ? 2 : lengthOfGroup(bytes);
    case 0x1C:
        if (byteAt(bytes, 1) == '(')
            return bytes.size() < 5 ? 5 : 5 + wordAt(bytes, 3);
        return byteAt(bytes, 1) == '!' || byteAt(bytes, 1) == 'S' ? 3 : byteAt(bytes, 1) == 'p' ? 4 : 2;
    default: return 1;
    }
}

} // namespace guichet
