// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QStringView>
#include <algorithm>

namespace guichet {

/// Most pieces that a code may count.
inline constexpr int highestPieces = 99'999;

/// Whether a text is one or more of 0–9, and nothing else: other scripts have digits too.
inline bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A value with `decimals` decimals, with as many as are wanted, rounded half up: 1250 kg with 3 decimals is 1250 g.
inline qint64 scaledValue(qint64 value, int decimals, int wanted)
{
    for (; decimals < wanted; ++decimals)
        value *= 10;
    for (; decimals > wanted; --decimals)
        value = divRoundHalfUp(value, 10);
    return value;
}

} // namespace guichet
