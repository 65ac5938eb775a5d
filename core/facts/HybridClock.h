// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace guichet {

/// A hybrid logical clock counts within a millisecond (decisions 12).
inline constexpr qint64 hlcPerMillisecond = 65'536;

/// The year 2527: what comes after a clock must not overflow.
inline constexpr qint64 latestHlc = 1LL << 60;

/// So far a till follows the clocks of others: what it writes after that has room up to latestHlc, beyond which nobody believes it.
inline constexpr qint64 lastFollowedHlc = latestHlc - (1LL << 40);

/// The first clock value of an instant.
inline qint64 hlcOf(const QDateTime &at)
{
    return at.toMSecsSinceEpoch() * hlcPerMillisecond;
}
/// The instant of a clock value, in local time; milliseconds.
inline QDateTime instantOf(qint64 hlc)
{
    return QDateTime::fromMSecsSinceEpoch(hlc / hlcPerMillisecond);
}

} // namespace guichet
