// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/Characters.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// The upper halves; a blank marks a byte that the set leaves open (80h + index).
const QString wpc1252 = u"€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"_s;
const QString cp858 = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ"
                      u"áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
                      u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀"
                      u"ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■ "_s;

std::optional<char> found(const QString &upperHalf, QChar character)
{
    const qsizetype index = character == u' ' ? -1 : upperHalf.indexOf(character);
    if (index < 0)
        return std::nullopt;
    return static_cast<char>(0x80 + index);
}

bool isAscii(QChar character)
{
    return character >= QChar{0x20} && character <= QChar{0x7E};
}

} // namespace

std::optional<char> byteFor(CharacterSet set, QChar character)
{
    if (isAscii(character))
        return character.toLatin1();
    if (set == CharacterSet::Cp858)
        return found(cp858, character);
    if (character >= QChar{0xA1} && character <= QChar{0xFF} && character != QChar{0xAD}) // 1252 is Latin-1 from A0h on
        return character.toLatin1();
    return found(wpc1252, character);
}

QChar characterFor(CharacterSet set, char byte)
{
    const int value = static_cast<unsigned char>(byte);
    if (value < 0x80 || (set == CharacterSet::Wpc1252 && value >= 0xA0))
        return QChar{value};
    const QChar character = (set == CharacterSet::Cp858 ? cp858 : wpc1252).at(value - 0x80);
    return character == u' ' ? QChar{QChar::ReplacementCharacter} : character;
}

QString simplified(QChar character)
{
    switch (character.unicode()) {
    case u'‘':
    case u'’':
    case u'‚': return u"'"_s;
    case u'“':
    case u'”':
    case u'„': return u"\""_s;
    case u'–':
    case u'—':
    case u'‑': return u"-"_s;
    case u'…': return u"..."_s;
    case u'œ': return u"oe"_s;
    case u'Œ': return u"OE"_s;
    case u'•': return u"*"_s;
    case u'ß': return u"ss"_s;
    case u'Ÿ': return u"Y"_s;
    default: return QString{character};
    }
}

} // namespace guichet
