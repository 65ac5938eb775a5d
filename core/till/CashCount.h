// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/money/Money.h"

#include <QJsonObject>
#include <QMap>
#include <array>

namespace guichet {

/// Euro notes and coins in cents, descending; 1 and 2 cent coins remain legal tender.
inline constexpr std::array<int, 15> denominations{50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1};

/// What a drawer holds: denomination in cents → pieces.
class CashCount
{
public:
    void set(int denomination, int pieces);
    int pieces(int denomination) const { return m_pieces.value(denomination); }
    Money total() const;
    bool isEmpty() const { return m_pieces.isEmpty(); }
    /// {"5000":2,"200":10}; unknown denominations, negative or more than 100 000 pieces are refused (AmountInvalid).
    static Result<CashCount> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    friend bool operator==(const CashCount &, const CashCount &) = default;

private:
    QMap<int, int> m_pieces;
};

} // namespace guichet
