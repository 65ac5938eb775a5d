// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <QString>
#include <optional>

namespace guichet {

/// `12.95`, `-0.50`: always two decimals and a dot (hardware.md §4.2).
QString opiAmountText(Money amount);
/// The inverse; also `12` and `39.5`. None: not an amount, a fraction of a cent, more than `largestAmount`.
std::optional<Money> opiAmountFrom(const QString &text);

} // namespace guichet
