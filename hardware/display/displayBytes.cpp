// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/display/displayBytes.h"

#include "hardware/escpos/Characters.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

const QByteArray initialise = "\x1B\x40"_ba;
const QByteArray clear = "\x0C"_ba;

/// Bytes 80h to A7h of code page 437: all the letters of our languages that it has.
const QString upperHalf437 = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº"_s;

std::optional<char> byteOf(const QString &characters, QChar c)
{
    if (characters != u"cp437")
        return byteFor(characters == u"cp858" ? CharacterSet::Cp858 : CharacterSet::Wpc1252, c);
    if (c >= u' ' && c <= u'~')
        return static_cast<char>(c.unicode());
    const qsizetype at = upperHalf437.indexOf(c);
    return at < 0 ? std::nullopt : std::optional{static_cast<char>(0x80 + at)};
}

/// Without its accent, if that helps: À → A.
QByteArray bytesOf(const QString &characters, QChar c)
{
    if (const auto byte = byteOf(characters, c))
        return {1, *byte};
    if (c == u'€')
        return "EUR"_ba;
    QByteArray bytes;
    for (const QChar part : simplified(c).normalized(QString::NormalizationForm_KD))
        if (const auto byte = part == c ? std::nullopt : byteOf(characters, part))
            bytes += *byte;
    if (bytes.isEmpty())
        return c.isMark() ? QByteArray{} : c.isSpace() ? " "_ba : "?"_ba;
    return bytes;
}

QByteArray filledLine(const QString &characters, const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += bytesOf(characters, c);
    return bytes.leftJustified(displayColumns, ' ', true);
}

/// `1B 74 n`, as Epson numbers them.
QByteArray selectCharacters(const QString &characters)
{
    const char number = characters == u"cp437" ? 0 : characters == u"cp858" ? 19 : 16;
    return "\x1Bt"_ba + number;
}

} // namespace

QByteArray displayStart(const DisplaySettings &settings)
{
    if (settings.kind == u"none")
        return {};
    return settings.kind == u"epson" ? initialise + selectCharacters(settings.characters) + clear : initialise + clear;
}

QByteArray displayLines(const DisplaySettings &settings, const DisplayText &text)
{
    const QByteArray upper = filledLine(settings.characters, text.upper);
    const QByteArray lower = filledLine(settings.characters, text.lower);
    if (settings.kind == u"cd5220")
        return "\x1BQA"_ba + upper + "\x0D\x1BQB"_ba + lower + "\x0D"_ba;
    if (settings.kind == u"epson")
        return "\x1F$\x01\x01"_ba + upper + "\x1F$\x01\x02"_ba + lower;
    return {};
}

QChar displayCharacter(const QString &characters, char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    if (characters != u"cp437")
        return characterFor(characters == u"cp858" ? CharacterSet::Cp858 : CharacterSet::Wpc1252, byte);
    if (code < 0x80)
        return QLatin1Char{byte};
    return code - 0x80 < upperHalf437.size() ? upperHalf437[code - 0x80] : QChar::ReplacementCharacter;
}

} // namespace guichet
