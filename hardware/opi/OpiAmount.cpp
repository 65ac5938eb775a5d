// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiAmount.h"

#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

QString opiAmountText(Money amount)
{
    const qint64 cents = amount.absolute().cents();
    return u"%1%2.%3"_s.arg(amount.isNegative() ? u"-"_s : QString{}).arg(cents / 100).arg(cents % 100, 2, 10, QChar{u'0'});
}

std::optional<Money> opiAmountFrom(const QString &text)
{
    static const QRegularExpression form{u"^(-?)([0-9]{1,8})(?:\\.([0-9]{1,2})0{0,8})?$"_s};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 cents = match.captured(2).toLongLong() * 100 + match.captured(3).leftJustified(2, u'0').toLongLong();
    if (cents > largestAmount.cents())
        return std::nullopt;
    return Money::fromCents(match.captured(1).isEmpty() ? cents : -cents);
}

} // namespace guichet
