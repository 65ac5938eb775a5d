// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Id.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QtEndian>

namespace guichet {

QUuid makeUuidV7()
{
    const quint64 milliseconds = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    quint64 words[2] = {QRandomGenerator::system()->generate64(), QRandomGenerator::system()->generate64()};
    words[0] = (milliseconds << 16) | 0x7000U | (words[0] & 0x0FFFU);
    words[1] = (words[1] & 0x3FFF'FFFF'FFFF'FFFFU) | 0x8000'0000'0000'0000U;
    char bytes[16];
    qToBigEndian(words[0], bytes);
    qToBigEndian(words[1], bytes + 8);
    return QUuid::fromRfc4122(QByteArrayView{bytes, 16});
}

} // namespace guichet
