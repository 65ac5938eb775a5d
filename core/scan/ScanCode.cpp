// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/ScanCode.h"

#include "core/base/Text.h"
#include "core/catalogue/Product.h"

#include <QDate>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

using DigitTable = std::array<int, 10>;
constexpr DigitTable twoMinus{0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
constexpr DigitTable three{0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
constexpr DigitTable fivePlus{0, 5, 1, 6, 2, 7, 3, 8, 4, 9};
constexpr DigitTable fiveMinus{0, 5, 9, 4, 8, 3, 7, 2, 6, 1};

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

struct Bare
{
    QString text;
    bool saidEan = false; ///< The AIM identifier says that it is an EAN or UPC.
};

/// Takes the AIM identifier off: `]` + letter + digit (hardware.md §8.3).
Bare withoutAimIdentifier(const QString &text)
{
    const bool hasIdentifier = text.size() > 3 && text[0] == u']' && text[1].isLetter() && text[2].isDigit();
    if (!hasIdentifier)
        return {.text = text};
    return {.text = text.mid(3), .saidEan = text[1] == u'E'};
}

/// GTIN-14 of a GS1 element string `01…` in brackets or after FNC1, as the EAN-13 that products carry; empty when there is none.
QString gtinOf(const QString &text)
{
    static const QRegularExpression element{u"^(?:\\(01\\)|\\x{1D}01)(\\d{14})"_s};
    static const QRegularExpression link{u"^https?://[^/]+/(?:.*/)?01/(\\d{14})(?:[/?].*)?$"_s};
    for (const QRegularExpression &form : {element, link})
        if (const auto match = form.match(text); match.hasMatch())
            return match.captured(1).startsWith(u'0') ? match.captured(1).mid(1) : match.captured(1);
    return {};
}

qint64 scaled(qint64 value, int decimals, int wanted)
{
    for (; decimals < wanted; ++decimals)
        value *= 10;
    for (; decimals > wanted; --decimals)
        value = divRoundHalfUp(value, 10);
    return value;
}

bool hasLayout(const QString &text, const EmbeddedCodeLayout &layout)
{
    const qsizetype length = layout.prefix.size() + layout.itemDigits + (layout.verifier ? 1 : 0) + layout.valueDigits + 1;
    return length == 13 && !layout.prefix.isEmpty() && text.startsWith(layout.prefix);
}

/// An in-store code as products carry it: the value digits zero, with and without its check digit.
QStringList embeddedCandidates(const QString &text, qsizetype valueAt)
{
    const QString head = text.left(valueAt);
    const QString zeroed = head.leftJustified(12, u'0');
    return {zeroed + QString::number(eanCheckDigit(zeroed)), head, text};
}

Result<ScanCode> readEmbedded(const QString &text, const EmbeddedCodeLayout &layout)
{
    const qsizetype valueAt = layout.prefix.size() + layout.itemDigits + (layout.verifier ? 1 : 0);
    const QString digits = text.mid(valueAt, layout.valueDigits);
    const QString item = text.mid(layout.prefix.size(), layout.itemDigits);
    if (layout.verifier && priceVerifier(digits) != text[valueAt - 1].digitValue())
        return failure(ErrorCode::BarcodeInvalid, u"price verifier"_s, {text});
    ScanCode code{.kind = ScanCode::Kind::Embedded, .text = text, .item = item};
    code.candidates = embeddedCandidates(text, layout.prefix.size() + layout.itemDigits) + QStringList{item};
    if (layout.field == EmbeddedCodeLayout::Field::Price)
        code.price = Money::fromCents(scaled(digits.toLongLong(), layout.decimals, 2));
    else
        code.grams = scaled(digits.toLongLong(), layout.decimals, 3);
    return code;
}

/// UPC-A is an EAN-13 that begins with 0: products may carry either form.
QStringList articleCandidates(const QString &text)
{
    if (text.size() == 12)
        return {text, u'0' + text};
    if (text.size() == 13 && text.startsWith(u'0'))
        return {text, text.mid(1)};
    return {text};
}

Result<ScanCode> readArticle(const QString &text, const QList<EmbeddedCodeLayout> &layouts)
{
    const auto layout = std::ranges::find_if(layouts, [&](const EmbeddedCodeLayout &l) { return text.size() == 13 && hasLayout(text, l); });
    if (layout != layouts.end())
        return readEmbedded(text, *layout);
    return ScanCode{.kind = ScanCode::Kind::Article, .text = text, .candidates = articleCandidates(text)};
}

Result<QString> acceptable(const QString &raw)
{
    if (raw.size() > longestScan)
        return failure(ErrorCode::InvalidInput, u"scan of %1 characters"_s.arg(raw.size()), {u"code"_s});
    const QString text = raw.trimmed();
    const bool control = std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control && c != QChar{0x1D}; });
    if (text.isEmpty() || control || hasForbiddenCharacters(text))
        return failure(ErrorCode::InvalidInput, u"scan is empty or holds control characters"_s, {u"code"_s});
    return text;
}

bool hasEanLength(const QString &text)
{
    return isDigits(text) && (text.size() == 8 || text.size() == 12 || text.size() == 13);
}

} // namespace

int priceVerifier(const QString &digits)
{
    if (!isDigits(digits))
        return -1;
    const auto at = [&](qsizetype i, const DigitTable &table) { return table.at(static_cast<size_t>(digits[i].digitValue())); };
    if (digits.size() == 4)
        return (at(0, twoMinus) + at(1, twoMinus) + at(2, three) + at(3, fiveMinus)) * 3 % 10;
    if (digits.size() != 5)
        return -1;
    const int sum = at(0, fivePlus) + at(1, twoMinus) + at(2, fiveMinus) + at(3, fivePlus) + at(4, twoMinus);
    const auto digit = std::ranges::find(fiveMinus, (10 - sum % 10) % 10);
    return static_cast<int>(digit - fiveMinus.begin());
}

bool looksLikeDossierNumber(const QString &text)
{
    static const QRegularExpression form{u"^[Pp](\\d{6})[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{4,12}$"_s};
    const auto match = form.match(text);
    return match.hasMatch() && QDate::fromString(u"20"_s + match.captured(1), u"yyyyMMdd"_s).isValid();
}

Result<ScanCode> parseScanCode(const QString &raw, const QList<EmbeddedCodeLayout> &layouts)
{
    TRY_LET(accepted, acceptable(raw));
    const Bare bare = withoutAimIdentifier(accepted);
    const QString gtin = gtinOf(bare.text);
    const QString text = gtin.isEmpty() ? bare.text : gtin;
    if (isValidEan(text))
        return readArticle(text, layouts);
    if (bare.saidEan)
        return failure(ErrorCode::BarcodeInvalid, u"check digit"_s, {text});
    if (looksLikeDossierNumber(text))
        return ScanCode{.kind = ScanCode::Kind::Dossier, .text = text.toUpper()};
    return ScanCode{.kind = ScanCode::Kind::Text, .text = text, .candidates = {text}, .misread = hasEanLength(text)};
}

} // namespace guichet
