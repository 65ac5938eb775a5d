// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

/// An amount as tests write it: `cents(1250)` is 12,50 €.
constexpr guichet::Money cents(qint64 value)
{
    return guichet::Money::fromCents(value);
}
