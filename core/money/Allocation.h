// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Money.h"

#include <vector>

namespace guichet {

/// Shares `amount` in proportion to `weights` by largest remainder, in cents; ties go to the earlier weight (belgium.md §2.4, decisions 6).
/// The shares always add up to `amount`. All weights must be ≥ 0 and their sum an amount that a Money can hold; when all are zero the
/// first share takes the whole. Negative amounts mirror.
std::vector<Money> allocate(Money amount, const std::vector<Money> &weights);

/// Shares `amount` over `parts` equal units: the first ones take the odd cents.
std::vector<Money> allocateEvenly(Money amount, int parts);

} // namespace guichet
