// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtApdu.h"

namespace guichet {

namespace {

constexpr qsizetype shortHeader = 3;
constexpr qsizetype longHeader = 5;
constexpr quint8 longMark = 0xFF;

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<quint8>(bytes[at]);
}

/// Where the data begins and ends.
struct Extent
{
    qsizetype header = 0;
    qsizetype data = 0;
    qsizetype whole() const { return header + data; }
};

/// None: the header has not arrived yet.
std::optional<Extent> extentOf(QByteArrayView bytes)
{
    if (bytes.size() < shortHeader)
        return std::nullopt;
    if (byteAt(bytes, 2) != longMark)
        return Extent{.header = shortHeader, .data = byteAt(bytes, 2)};
    if (bytes.size() < longHeader)
        return std::nullopt;
    return Extent{.header = longHeader, .data = byteAt(bytes, 3) | byteAt(bytes, 4) << 8};
}

ZvtApdu apduIn(QByteArrayView bytes, const Extent &extent)
{
    return {.command = static_cast<ZvtCommand>(byteAt(bytes, 0) << 8 | byteAt(bytes, 1)),
            .data = bytes.sliced(extent.header, extent.data).toByteArray()};
}

} // namespace

ZvtApdu zvtRefusal(quint8 reason)
{
    return {.command = static_cast<ZvtCommand>(0x8400 | reason)};
}

QByteArray toBytes(const ZvtApdu &apdu)
{
    QByteArray bytes;
    bytes += static_cast<char>(apdu.classByte());
    bytes += static_cast<char>(apdu.instruction());
    if (apdu.data.size() < longMark) {
        bytes += static_cast<char>(apdu.data.size());
    } else {
        bytes += static_cast<char>(longMark);
        bytes += static_cast<char>(apdu.data.size() & 0xFF);
        bytes += static_cast<char>(apdu.data.size() >> 8);
    }
    return bytes + apdu.data;
}

std::optional<ZvtApdu> zvtApduFrom(QByteArrayView bytes)
{
    const auto extent = extentOf(bytes);
    if (!extent || extent->whole() != bytes.size())
        return std::nullopt;
    return apduIn(bytes, *extent);
}

std::optional<ZvtApdu> ZvtApduReader::take()
{
    const auto extent = extentOf(m_waiting);
    if (!extent || m_waiting.size() < extent->whole())
        return std::nullopt;
    const ZvtApdu apdu = apduIn(m_waiting, *extent);
    m_waiting.remove(0, extent->whole());
    return apdu;
}

} // namespace guichet
