// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Crockford.h"

namespace guichet {
namespace {

constexpr QLatin1String digits{"0123456789ABCDEFGHJKMNPQRSTVWXYZ"};
constexpr qsizetype longestNumber = 12; // 60 bits

} // namespace

int crockfordDigit(QChar character)
{
    return static_cast<int>(digits.indexOf(character));
}

QString crockford(qint64 value, int width)
{
    QString text;
    for (qint64 rest = value; rest > 0; rest /= digits.size())
        text.prepend(digits[rest % digits.size()]);
    return text.rightJustified(width, u'0');
}

std::optional<qint64> fromCrockford(QStringView text)
{
    if (text.isEmpty() || text.size() > longestNumber)
        return std::nullopt;
    qint64 value = 0;
    for (const QChar character : text) {
        const int digit = crockfordDigit(character);
        if (digit < 0)
            return std::nullopt;
        value = value * digits.size() + digit;
    }
    return value;
}

} // namespace guichet
