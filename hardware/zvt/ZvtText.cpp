// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtText.h"

#include <QStringDecoder>
#include <algorithm>

namespace guichet {

namespace {

/// CP437 from 0x80 on.
constexpr QStringView upperHalf = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµ"
                                  u"τΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";
static_assert(upperHalf.size() == 128);

bool isHigh(char byte)
{
    return static_cast<quint8>(byte) >= 0x80;
}

bool isUtf8(QByteArrayView text)
{
    QStringDecoder decoder{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};
    const QString decoded = decoder.decode(text);
    return !decoder.hasError() && !decoded.contains(QChar::ReplacementCharacter);
}

/// Control characters in Latin-1, letters in CP437.
bool isOnlyInCp437(char byte)
{
    return isHigh(byte) && static_cast<quint8>(byte) < 0xA0;
}

/// Twice the same: a line is drawn, no word is written.
bool hasRuns(QByteArrayView text)
{
    return std::ranges::adjacent_find(text, [](char one, char other) { return one == other && isHigh(one); }) != text.end();
}

} // namespace

ZvtCharset zvtCharsetOf(QByteArrayView text)
{
    if (isUtf8(text))
        return ZvtCharset::Utf8;
    return std::ranges::any_of(text, isOnlyInCp437) || hasRuns(text) ? ZvtCharset::Cp437 : ZvtCharset::Latin1;
}

QString zvtDecode(QByteArrayView text, ZvtCharset charset)
{
    QString decoded = charset == ZvtCharset::Utf8 ? QString::fromUtf8(text) : QString::fromLatin1(text);
    if (charset == ZvtCharset::Cp437)
        for (QChar &letter : decoded)
            if (letter.unicode() >= 0x80)
                letter = upperHalf[letter.unicode() - 0x80];
    decoded.removeIf([](QChar letter) { return letter.category() == QChar::Other_Control; });
    return decoded;
}

QString zvtDecode(QByteArrayView text)
{
    return zvtDecode(text, zvtCharsetOf(text));
}

} // namespace guichet
