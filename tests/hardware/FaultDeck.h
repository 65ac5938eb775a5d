// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <random>
#include <vector>

namespace guichet {

/// What goes wrong in a soak, charge by charge: each of the faults `times` times, nothing (the first enumerator, None) `sound` times,
/// shuffled. `faultCount` counts None.
template <typename Fault>
std::vector<Fault> faultDeck(int faultCount, int times, int sound, std::mt19937 &random)
{
    std::vector<Fault> deck(static_cast<size_t>(sound), Fault{});
    for (int fault = 1; fault < faultCount; ++fault)
        deck.insert(deck.end(), static_cast<size_t>(times), static_cast<Fault>(fault));
    std::ranges::shuffle(deck, random);
    return deck;
}

} // namespace guichet
