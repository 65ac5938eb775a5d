// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/maskCardData.h"

#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readableDigits = 4;
constexpr qsizetype fewestDigits = 12;
constexpr qsizetype mostDigits = 19;

bool hasCheckDigit(const QString &digits)
{
    int sum = 0;
    for (qsizetype at = digits.size(), position = 0; at-- > 0; ++position) {
        const int digit = digits[at].digitValue() * (position % 2 == 0 ? 1 : 2);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

/// As card schemes begin: never a year of this century.
bool beginsLikeCard(const QString &digits)
{
    static const QRegularExpression scheme{u"^(?:[3-6]|2[2-7])"_s};
    return scheme.match(digits).hasMatch();
}

/// Printed as cards are, in fours (Amex 4-6-5), or with the check digit of one.
bool isGroupedCard(const QString &text)
{
    static const QRegularExpression printed{u"(?<![0-9])[0-9]{4}(?:[^0-9][0-9]{4}[^0-9][0-9]{4}|[^0-9][0-9]{6}[^0-9][0-9]{5})(?![0-9])"_s};
    static const QRegularExpression notDigit{u"[^0-9]"_s};
    QString digits = text;
    digits.remove(notDigit);
    if (digits.size() >= fewestDigits && printed.match(text).hasMatch())
        return true;
    return digits.size() > fewestDigits && digits.size() <= mostDigits && beginsLikeCard(digits) && hasCheckDigit(digits);
}

/// All digits but the last four.
void hideDigits(QString &text, qsizetype from, qsizetype length)
{
    for (qsizetype at = from + length, digits = 0; at-- > from;)
        if (text[at].isDigit() && ++digits > readableDigits)
            text[at] = u'*';
}

/// Groups of three digits or more, one sign between them (`+`: a blank in an address), the last group of any size. Pairs are hexadecimal.
QString withoutGroupedCards(QString message)
{
    static const QRegularExpression groups{
        u"(?<![0-9])(?![0-9]{8}-[0-9]{4}-)(?<![0-9a-f]{8}-)(?<![0-9a-f]{8}-[0-9a-f]{4}-)" // no part of an id
        "[0-9]{3,}(?:[ \\x{A0}+-][0-9]{3,})+(?:[ \\x{A0}+-][0-9]{1,2}(?![0-9]))?"_s};
    for (auto matches = groups.globalMatch(message); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (isGroupedCard(match.captured()))
            hideDigits(message, match.capturedStart(), match.capturedLength());
    }
    return message;
}

} // namespace

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
    return withoutGroupedCards(masked + message.mid(at));
}

QString maskedPan(const QString &pan)
{
    QString masked = pan.left(40);
    hideDigits(masked, 0, masked.size());
    return masked;
}

} // namespace guichet
