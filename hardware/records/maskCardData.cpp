// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/maskCardData.h"

#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

QString maskCardData(const QString &message)
{
    static const QRegularExpression number{u"([0-9]{9,})([0-9]{4})(?![0-9])([=D^][0-9]+)?"_s};
    QString masked;
    qsizetype at = 0;
    for (auto matches = number.globalMatch(message); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        masked += message.mid(at, match.capturedStart() - at) + QString(match.capturedLength(1), u'*') + match.captured(2);
        if (match.capturedLength(3) > 0)
            masked += match.captured(3).at(0) + QString(match.capturedLength(3) - 1, u'*');
        at = match.capturedEnd();
    }
    return masked + message.mid(at);
}

QString maskedPan(const QString &pan)
{
    QString masked = pan.left(40);
    for (qsizetype at = masked.size(), digits = 0; at-- > 0;)
        if (masked[at].isDigit() && ++digits > 4)
            masked[at] = u'*';
    return masked;
}

} // namespace guichet
