// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/Report.h"

#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

QString ZNumber::toString() const
{
    return incarnation == 1 ? QString::number(number) : u"%1-%2"_s.arg(incarnation).arg(number);
}

std::optional<ZNumber> ZNumber::fromString(const QString &text)
{
    static const QRegularExpression form{u"^(?:([1-9][0-9]{0,5})-)?([1-9][0-9]{0,14})$"_s};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString incarnation = match.captured(1);
    return ZNumber{.number = match.captured(2).toLongLong(), .incarnation = incarnation.isEmpty() ? 1 : incarnation.toLongLong()};
}

int TerminalComparison::terminalCount() const
{
    int count = 0;
    for (const NamedTotal &row : rows)
        count += row.count;
    return count;
}

Money TerminalComparison::terminalAmount() const
{
    Money sum;
    for (const NamedTotal &row : rows)
        sum += row.amount;
    return sum;
}

Money Report::identityLeft() const
{
    return net + giftSold + advancesReceived + receivablesPaid + excess + tips + roundingUp + roundingDown;
}

Money Report::identityRight() const
{
    Money tenders = receivablesCreated - advancesUsed;
    for (const MethodTotal &method : methods)
        tenders += method.total();
    return tenders;
}

} // namespace guichet
