// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Plural.h"

namespace guichet {

namespace {

QString grouped(qint64 count)
{
    QString digits = QString::number(count);
    const qsizetype first = count < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QChar{0x202F});
    return digits;
}

} // namespace

bool isSingular(qint64 count, Language language)
{
    return language == Language::French ? qAbs(count) < 2 : count == 1;
}

QString counted(qint64 count, const QString &singular, const QString &plural, Language language)
{
    return grouped(count) + u' ' + (isSingular(count, language) ? singular : plural);
}

} // namespace guichet
