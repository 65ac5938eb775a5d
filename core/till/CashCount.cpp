// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/CashCount.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mostPieces = 100'000;

std::optional<int> denominationNamed(const QString &name)
{
    for (const int denomination : denominations)
        if (QString::number(denomination) == name)
            return denomination;
    return std::nullopt;
}

} // namespace

void CashCount::set(int denomination, int pieces)
{
    if (pieces == 0)
        m_pieces.remove(denomination);
    else
        m_pieces.insert(denomination, pieces);
}

Money CashCount::total() const
{
    Money sum;
    for (auto it = m_pieces.begin(); it != m_pieces.end(); ++it)
        sum += Money::fromCents(it.key()) * it.value();
    return sum;
}

Result<CashCount> CashCount::fromJson(const QJsonObject &object)
{
    CashCount count;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const std::optional<int> denomination = denominationNamed(it.key());
        if (!denomination)
            return failure(ErrorCode::AmountInvalid, u"no such denomination: "_s + it.key().left(20));
        const qint64 pieces = it.value().toInteger(-1);
        if (pieces < 0 || pieces > mostPieces)
            return failure(ErrorCode::AmountInvalid, u"pieces of %1 out of range"_s.arg(it.key()));
        count.set(*denomination, static_cast<int>(pieces));
    }
    return count;
}

QJsonObject CashCount::toJson() const
{
    QJsonObject object;
    for (auto it = m_pieces.begin(); it != m_pieces.end(); ++it)
        object.insert(QString::number(it.key()), it.value());
    return object;
}

} // namespace guichet
