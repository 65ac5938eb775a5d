// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Id.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <atomic>

namespace guichet {
namespace {

constexpr int counterBits = 12; ///< Below the milliseconds: what is made in one stays in its order (RFC 9562 §6.2, method 1).

/// Milliseconds and counter of the next id: always more than those of the one before, also when the clock goes back.
quint64 nextTick()
{
    static std::atomic<quint64> last = 0;
    const quint64 now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch()) << counterBits;
    quint64 before = last;
    quint64 tick = 0;
    do
        tick = std::max(now, before + 1);
    while (!last.compare_exchange_weak(before, tick));
    return tick;
}

} // namespace

QUuid makeUuidV7()
{
    const quint64 tick = nextTick();
    quint64 words[2] = {tick >> counterBits << 16, QRandomGenerator::system()->generate64()};
    words[0] |= 0x7000U | (tick & 0x0FFFU);
    words[1] = (words[1] & 0x3FFF'FFFF'FFFF'FFFFU) | 0x8000'0000'0000'0000U;
    char bytes[16];
    qToBigEndian(words[0], bytes);
    qToBigEndian(words[1], bytes + 8);
    return QUuid::fromRfc4122(QByteArrayView{bytes, 16});
}

} // namespace guichet
