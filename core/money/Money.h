// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <compare>

namespace guichet {

/// An amount in euro cents. No way in from `double`.
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fromCents(qint64 cents) { return Money{cents}; }
    constexpr qint64 cents() const { return m_cents; }

    constexpr bool isZero() const { return m_cents == 0; }
    constexpr bool isNegative() const { return m_cents < 0; }
    constexpr bool isPositive() const { return m_cents > 0; }
    constexpr Money absolute() const { return Money{m_cents < 0 ? -m_cents : m_cents}; }

    constexpr Money operator-() const { return Money{-m_cents}; }
    constexpr Money &operator+=(Money other)
    {
        m_cents += other.m_cents;
        return *this;
    }
    constexpr Money &operator-=(Money other)
    {
        m_cents -= other.m_cents;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return a += b; }
    friend constexpr Money operator-(Money a, Money b) { return a -= b; }
    friend constexpr Money operator*(Money a, qint64 times) { return Money{a.m_cents * times}; }
    friend constexpr auto operator<=>(const Money &, const Money &) = default;

private:
    constexpr explicit Money(qint64 cents) : m_cents{cents} {}
    qint64 m_cents = 0;
};

/// Nothing in a till is larger, so that sums of millions of lines cannot overflow: ±10 000 000,00 €.
inline constexpr Money largestAmount = Money::fromCents(1'000'000'000);

/// Quotient rounded to the nearest, halves away from zero: the only rounding of money (belgium.md §2.3). `divisor` > 0.
constexpr qint64 divRoundHalfUp(qint64 dividend, qint64 divisor)
{
    const qint64 half = divisor / 2;
    return dividend >= 0 ? (dividend + half) / divisor : -((-dividend + half) / divisor);
}

/// A part of a whole in basis points: 6 % = 600. Never a `double`.
class BasisPoints
{
public:
    constexpr BasisPoints() = default;
    constexpr explicit BasisPoints(qint64 value) : m_value{value} {}
    constexpr qint64 value() const { return m_value; }
    friend constexpr auto operator<=>(const BasisPoints &, const BasisPoints &) = default;

private:
    qint64 m_value = 0;
};

/// `part` of `whole`, half-up.
constexpr Money portionOf(Money whole, BasisPoints part)
{
    return Money::fromCents(divRoundHalfUp(whole.cents() * part.value(), 10'000));
}

} // namespace guichet
