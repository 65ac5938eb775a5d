// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiRequestId.h"

#include "core/base/Clock.h"

#include <QtEndian>

namespace guichet {

namespace {

constexpr qint64 fullTurn = 1'000'000'000;
constexpr qint64 yearStart = 1'767'225'600'000; // 2026-01-01T00:00:00Z

qint64 withinTurn(qint64 number)
{
    return ((number % fullTurn) + fullTurn) % fullTurn;
}

qint64 centiseconds(const QDateTime &at)
{
    const qint64 milliseconds = at.toMSecsSinceEpoch() - yearStart;
    return milliseconds >= 0 ? milliseconds / 10 : -((9 - milliseconds) / 10);
}

} // namespace

QDateTime opiTimeOf(const Id<PaymentIntent> &intent)
{
    const QByteArray bytes = QUuid{intent.toString()}.toRfc4122();
    const auto milliseconds = static_cast<qint64>(qFromBigEndian<quint64>(bytes.constData()) >> 16);
    return QDateTime::fromMSecsSinceEpoch(milliseconds, brussels());
}

qint64 opiRequestId(const Id<PaymentIntent> &intent)
{
    return withinTurn(centiseconds(opiTimeOf(intent)));
}

qint64 opiServiceRequestId(const QDateTime &now)
{
    return withinTurn(centiseconds(now) + fullTurn / 2);
}

bool isEarlierRequest(qint64 candidate, qint64 request)
{
    const qint64 before = withinTurn(request - candidate);
    return candidate >= 0 && candidate < fullTurn && before > 0 && before < fullTurn / 4;
}

} // namespace guichet
