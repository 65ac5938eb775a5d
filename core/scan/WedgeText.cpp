// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/scan/Digits.h"
#include "core/scan/Gs1.h"
#include "core/scan/WedgeReader.h"

#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// What the same key types on a Belgian and on an American keyboard; with Caps Lock, as Linux has it, the four accents are capitals.
const QString belgian = u"&é\"'(§è!çà)-ÉÈÇÀ1234567890°_azertyuiop$*AZERTYUIOPqsdfghjklmùµQSDFGHJKLM%£wxcvbn,;:=WXCVBN?./+"_s;
const QString american = u"1234567890-=2790!@#$%^&*()_+qwertyuiop]}QWERTYUIOPasdfghjkl;'\\ASDFGHJKL:\"|zxcvbnm,./ZXCVBNM<>?"_s;

QString asAmerican(const QString &typed)
{
    QString text;
    for (const QChar c : typed) {
        const qsizetype at = belgian.indexOf(c);
        text += at < 0 ? c : american[at];
    }
    return text;
}

/// Digits, with or without an AIM identifier in front: what most codes of goods are.
bool isNumber(const QString &text)
{
    static const QRegularExpression identifier{u"^\\][A-Za-z][0-9]"_s};
    return isDigits(QString{text}.remove(identifier));
}

/// Caps Lock shows in the letter of the AIM identifier. `]e0` (DataBar, never so short) is `]E0` (EAN) turned round.
bool isCapsLocked(const QString &text)
{
    static const QString capitals = u"ACFGHIKLMQRSTX"_s; // the letters that exist in this case only
    static const QString smalls = u"dz"_s;
    if (text.size() < 4 || text[0] != u']' || !text[2].isDigit())
        return false;
    const bool isShortEan = text[1] == u'e' && text.size() <= 3 + 13;
    return isShortEan || (text[1].isLower() && capitals.contains(text[1].toUpper())) ||
           (text[1].isUpper() && smalls.contains(text[1].toLower()));
}

} // namespace

QString repairedWedgeText(const QString &typed, const ScannerSettings &settings)
{
    QString text = typed;
    const QString retyped = asAmerican(typed);
    if (settings.keyboard == u"us-on-azerty" || (isNumber(retyped) && !isNumber(typed)))
        text = retyped;
    if (isCapsLocked(text))
        text = withOtherCase(text);
    return settings.separator.isEmpty() ? text : text.replace(settings.separator, QString{groupSeparator});
}

} // namespace guichet
