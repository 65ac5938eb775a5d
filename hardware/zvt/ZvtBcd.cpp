// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtBcd.h"

namespace guichet {

QByteArray zvtBcd(qint64 number, int bytes)
{
    QByteArray bcd(bytes, '\0');
    for (int at = bytes - 1; at >= 0; --at) {
        const qint64 pair = number % 100;
        bcd[at] = static_cast<char>((pair / 10) << 4 | pair % 10);
        number /= 100;
    }
    return bcd;
}

std::optional<qint64> zvtNumberFrom(QByteArrayView bcd)
{
    if (bcd.isEmpty() || bcd.size() > 9)
        return std::nullopt;
    qint64 number = 0;
    for (const char byte : bcd) {
        const int high = static_cast<quint8>(byte) >> 4;
        const int low = static_cast<quint8>(byte) & 0x0F;
        if (high > 9 || low > 9)
            return std::nullopt;
        number = number * 100 + high * 10 + low;
    }
    return number;
}

QString zvtDigits(QByteArrayView bcd)
{
    return QString::fromLatin1(bcd.toByteArray().toHex().toUpper());
}

QByteArray zvtVariableLength(qsizetype length, int digits)
{
    QByteArray bytes(digits, '\0');
    for (int at = digits - 1; at >= 0; --at) {
        bytes[at] = static_cast<char>(0xF0 | length % 10);
        length /= 10;
    }
    return bytes;
}

} // namespace guichet
