// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Product.h"

#include <algorithm>
#include <ranges>

namespace guichet {
namespace {

bool isDigits(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The GS1 check digit: weights 3, 1, 3 … from the right.
int checkDigit(QStringView digits)
{
    int sum = 0;
    int weight = 3;
    for (const QChar digit : std::views::reverse(digits)) {
        sum += digit.digitValue() * weight;
        weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
}

} // namespace

int eanCheckDigit(const QString &digits)
{
    const bool right = (digits.size() == 7 || digits.size() == 12) && isDigits(digits);
    return right ? checkDigit(digits) : -1;
}

bool isValidEan(const QString &code)
{
    const bool shape = (code.size() == 8 || code.size() == 12 || code.size() == 13) && isDigits(code);
    return shape && checkDigit(QStringView{code}.chopped(1)) == code.back().digitValue();
}

} // namespace guichet
