// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/Allocation.h"

#include <algorithm>
#include <numeric>

namespace guichet {
namespace {

struct Share
{
    size_t index;
    qint64 floor;
    qint64 remainder;
};

__extension__ using Wide = __int128; // holds the product of any two amounts

/// Exact a·b/c with the remainder; no share exceeds the amount, since no weight exceeds their sum.
Share shareOf(size_t index, qint64 amount, qint64 weight, qint64 sum)
{
    const Wide product = Wide{amount} * weight;
    return {index, static_cast<qint64>(product / sum), static_cast<qint64>(product % sum)};
}

} // namespace

std::vector<Money> allocate(Money amount, const std::vector<Money> &weights)
{
    if (weights.empty())
        return {};
    if (amount.isNegative()) {
        std::vector<Money> mirrored = allocate(-amount, weights);
        std::ranges::transform(mirrored, mirrored.begin(), [](Money share) { return -share; });
        return mirrored;
    }
    const qint64 sum = std::accumulate(weights.begin(), weights.end(), Money{}).cents();
    std::vector<Money> result(weights.size());
    if (sum == 0) {
        result.front() = amount;
        return result;
    }
    std::vector<Share> shares;
    qint64 rest = amount.cents();
    for (size_t i = 0; i < weights.size(); ++i) {
        shares.push_back(shareOf(i, amount.cents(), weights[i].cents(), sum));
        rest -= shares.back().floor;
    }
    std::ranges::stable_sort(shares, std::ranges::greater{}, &Share::remainder);
    for (const Share &share : shares)
        result[share.index] = Money::fromCents(share.floor + (rest-- > 0 ? 1 : 0));
    return result;
}

std::vector<Money> allocateEvenly(Money amount, int parts)
{
    return allocate(amount, std::vector<Money>(static_cast<size_t>(parts), Money::fromCents(1)));
}

} // namespace guichet
