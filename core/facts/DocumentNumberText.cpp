// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/DocumentNumberText.h"

#include <QRegularExpression>

namespace guichet {

using namespace Qt::StringLiterals;

QString documentNumberText(const DocumentNumber &number)
{
    return number.isNull() ? QString{} : number.series + QString::number(number.number);
}

std::optional<DocumentNumber> documentNumberFromText(const QString &text)
{
    static const QRegularExpression shape{u"\\A([A-OQ-Z](?:[0-9]{1,6}-)?)-?([0-9]{1,9})\\z"_s};
    const QRegularExpressionMatch match = shape.match(text.trimmed().toUpper());
    if (!match.hasMatch())
        return std::nullopt;
    return DocumentNumber{.series = match.captured(1), .number = match.captured(2).toLongLong()};
}

} // namespace guichet
