// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Anchor.h"

#include <QRegularExpression>

namespace guichet {

using namespace Qt::StringLiterals;

Result<Anchor> Anchor::fromString(const QString &text)
{
    static const QRegularExpression form{u"^(?:(\\d{1,6})/)?(\\d{1,15}):([0-9a-fA-F]{16,64})$"_s};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return failure(ErrorCode::InvalidInput, u"an anchor is NUMBER:HASH"_s, {text});
    return Anchor{
        .incarnation = match.captured(1).toLongLong(), .number = match.captured(2).toLongLong(), .hash = match.captured(3).toLower()};
}

QString Anchor::toString() const
{
    const QString position = incarnation == 0 ? QString::number(number) : u"%1/%2"_s.arg(incarnation).arg(number);
    return position + u':' + hash;
}

} // namespace guichet
