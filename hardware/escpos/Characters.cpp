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

// As CP858 but for the byte that became the euro.
const QString cp850 = QString{cp858}.replace(u'€', u'ı');
const QString cp437 = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ"
                      u"áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
                      u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                      u"αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ "_s;

/// ISO 8859-15 is Latin-1 with eight other characters.
struct Replaced
{
    char16_t byte;
    char16_t character;
};
constexpr Replaced iso8859_15[] = {{0xA4, u'€'}, {0xA6, u'Š'}, {0xA8, u'š'}, {0xB4, u'Ž'},
                                   {0xB8, u'ž'}, {0xBC, u'Œ'}, {0xBD, u'œ'}, {0xBE, u'Ÿ'}};

bool isLatin1(QChar character)
{
    return character >= QChar{0xA1} && character <= QChar{0xFF} && character != QChar{0xAD};
}

std::optional<char> latin9Byte(QChar character)
{
    for (const Replaced &one : iso8859_15) {
        if (character == one.character)
            return static_cast<char>(one.byte);
        if (character == one.byte)
            return std::nullopt;
    }
    return isLatin1(character) ? std::optional{character.toLatin1()} : std::nullopt;
}

QChar latin9Character(int value)
{
    for (const Replaced &one : iso8859_15)
        if (value == one.byte)
            return one.character;
    return value < 0xA0 ? QChar{QChar::ReplacementCharacter} : QChar{value};
}

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
    switch (set) {
    case CharacterSet::Cp858: return found(cp858, character);
    case CharacterSet::Cp850: return found(cp850, character);
    case CharacterSet::Cp437: return found(cp437, character);
    case CharacterSet::Iso8859_15: return latin9Byte(character);
    case CharacterSet::Wpc1252:
        return isLatin1(character) ? std::optional{character.toLatin1()} : found(wpc1252, character); // Latin-1 from A0h on
    }
    Q_UNREACHABLE();
}

QChar characterFor(CharacterSet set, char byte)
{
    const int value = static_cast<unsigned char>(byte);
    if (value < 0x80 || (set == CharacterSet::Wpc1252 && value >= 0xA0))
        return QChar{value};
    if (set == CharacterSet::Iso8859_15)
        return latin9Character(value);
    const QString &upperHalf = set == CharacterSet::Cp858   ? cp858
                               : set == CharacterSet::Cp850 ? cp850
                               : set == CharacterSet::Cp437 ? cp437
                                                            : wpc1252;
    const QChar character = upperHalf.at(value - 0x80);
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

const char *nameOf(CharacterSet set)
{
    switch (set) {
    case CharacterSet::Wpc1252: return "WPC1252";
    case CharacterSet::Cp858: return "CP858";
    case CharacterSet::Cp850: return "CP850";
    case CharacterSet::Cp437: return "CP437";
    case CharacterSet::Iso8859_15: return "ISO8859-15";
    }
    Q_UNREACHABLE();
}

} // namespace guichet
