// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/Allocation.h"

#include "tests/support/Catch.h"
#include "tests/support/Property.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace guichet;

namespace {

std::vector<Money> moneys(std::initializer_list<qint64> cents)
{
    std::vector<Money> result;
    for (const qint64 value : cents)
        result.push_back(Money::fromCents(value));
    return result;
}

Money sum(const std::vector<Money> &parts)
{
    return std::accumulate(parts.begin(), parts.end(), Money{});
}

std::vector<Money> anyWeights()
{
    return *rc::gen::suchThat(rc::gen::container<std::vector<Money>>(
                                  rc::gen::map(anyMoney(Money::fromCents(10'000'000)), [](Money money) { return money.absolute(); })),
                              [](const std::vector<Money> &weights) { return !weights.empty(); });
}

} // namespace

TEST_CASE("ties give the odd cents to the earlier parts")
{
    REQUIRE(allocate(Money::fromCents(1), moneys({1, 1, 1})) == moneys({1, 0, 0}));
    REQUIRE(allocate(Money::fromCents(200), moneys({1, 1, 1})) == moneys({67, 67, 66}));
    REQUIRE(allocateEvenly(Money::fromCents(1000), 3) == moneys({334, 333, 333}));
    REQUIRE(allocateEvenly(Money::fromCents(-2), 3) == moneys({-1, -1, 0}));
}

TEST_CASE("the largest remainder takes the odd cent, whatever its place")
{
    REQUIRE(allocate(Money::fromCents(10), moneys({1, 2, 4})) == moneys({1, 3, 6}));
    REQUIRE(allocate(Money::fromCents(1), moneys({1, 1, 2})) == moneys({0, 0, 1}));
}

TEST_CASE("a part of no weight gets nothing, unless no part has any: then the first takes all")
{
    REQUIRE(allocate(Money::fromCents(5), moneys({0, 3, 0})) == moneys({0, 5, 0}));
    REQUIRE(allocate(Money::fromCents(5), moneys({0, 0})) == moneys({5, 0}));
    REQUIRE(allocate(Money::fromCents(-5), moneys({0, 0})) == moneys({-5, 0}));
    REQUIRE(allocate(Money::fromCents(5), {}).empty());
}

TEST_CASE("the parts add up, each is within a cent of its due, and a negative amount mirrors")
{
    property("allocate", [] {
        const Money amount = *anyMoney();
        const std::vector<Money> weights = anyWeights();
        const std::vector<Money> parts = allocate(amount, weights);
        RC_ASSERT(parts.size() == weights.size());
        RC_ASSERT(sum(parts) == amount);
        const std::vector<Money> mirrored = allocate(-amount, weights);
        for (size_t i = 0; i < parts.size(); ++i)
            RC_ASSERT(mirrored[i] == -parts[i]);
        const qint64 whole = sum(weights).cents();
        for (size_t i = 0; whole > 0 && i < parts.size(); ++i) {
            const qint64 error = parts[i].cents() * whole - amount.cents() * weights[i].cents();
            RC_ASSERT((error < 0 ? -error : error) < whole);
        }
    });
}

TEST_CASE("the largest amounts are shared without overflow")
{
    const std::vector<Money> weights(7, Money::fromCents(largestAmount.cents() / 7));
    REQUIRE(sum(allocate(largestAmount, weights)) == largestAmount);
    REQUIRE(allocate(largestAmount, {largestAmount, largestAmount}) == std::vector(2, Money::fromCents(largestAmount.cents() / 2)));
}

TEST_CASE("whatever a Money can hold is shared without overflow")
{
    const Money huge = Money::fromCents(std::numeric_limits<qint64>::max());
    const Money third = Money::fromCents(huge.cents() / 3);
    REQUIRE(sum(allocate(huge, {third, third, third})) == huge);
    REQUIRE(allocate(huge, {huge}) == std::vector{huge});
    property("allocate, far beyond any sale", [] {
        const Money amount = *anyMoney(Money::fromCents(qint64{1} << 62));
        std::vector<Money> weights;
        for (int left = *rc::gen::inRange(1, 5); left > 0; --left)
            weights.push_back((*anyMoney(Money::fromCents(qint64{1} << 60))).absolute());
        const std::vector<Money> parts = allocate(amount, weights);
        RC_ASSERT(sum(parts) == amount);
        for (const Money part : parts)
            RC_ASSERT(part.absolute() <= amount.absolute());
    });
}

TEST_CASE("equal units differ by a cent at most, the first ones having it")
{
    property("allocateEvenly", [] {
        const Money amount = *anyMoney();
        const int count = *rc::gen::inRange(1, 200);
        std::vector<Money> parts = allocateEvenly(amount.absolute(), count);
        RC_ASSERT(sum(parts) == amount.absolute());
        RC_ASSERT(std::ranges::is_sorted(parts, std::ranges::greater{}));
        RC_ASSERT(parts.front() - parts.back() <= Money::fromCents(1));
    });
}
