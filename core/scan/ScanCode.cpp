// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/ScanCode.h"

#include "core/base/Text.h"
#include "core/catalogue/Product.h"
#include "core/scan/Digits.h"
#include "core/scan/EmbeddedCode.h"
#include "core/scan/Gs1.h"

#include <QDate>
#include <QRegularExpression>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// A scan without its AIM identifier: `]` + letter + digit (hardware.md §8.3).
struct Bare
{
    QString text;
    QString symbology = {}; ///< `E0`; empty: the scanner does not say.
    bool saysEan() const { return symbology.startsWith(u'E'); }
    bool saysGs1() const { return symbology == u"C1" || symbology == u"d2" || symbology == u"Q3" || symbology == u"e0"; }
};

Bare withoutAimIdentifier(const QString &text)
{
    const bool hasIdentifier = text.size() > 3 && text[0] == u']' && text[1].isLetter() && text[2].isDigit();
    if (!hasIdentifier)
        return {.text = text};
    return {.text = text.mid(3), .symbology = text.mid(1, 2)};
}

/// The UPC-A that a UPC-E of eight digits stands for (GS1 General Specifications 5.2.2.4); empty: it stands for none.
QString expandedUpcE(const QString &text)
{
    if (text.size() != 8 || !isDigits(text) || text[0].digitValue() > 1)
        return {};
    const QString d = text.mid(1, 6);
    QString middle;
    switch (d[5].digitValue()) {
    case 0:
    case 1:
    case 2: middle = d.left(2) + d[5] + u"0000"_s + d.mid(2, 3); break;
    case 3: middle = d.left(3) + u"00000"_s + d.mid(3, 2); break;
    case 4: middle = d.left(4) + u"00000"_s + d[4]; break;
    default: middle = d.left(5) + u"0000"_s + d[5];
    }
    const QString expanded = text[0] + middle + text[7];
    return isValidEan(expanded) ? expanded : QString{};
}

/// A GTIN in each length that products carry it in: without its leading zeros too.
QStringList articleCandidates(const QString &text)
{
    QStringList candidates{text};
    if (text.size() == 12)
        candidates << u'0' + text;
    if (text.size() == 13 && text.startsWith(u'0'))
        candidates << text.mid(1);
    if (text.size() == 13 && text.startsWith(u"00000"))
        candidates << text.mid(5);
    return candidates;
}

Result<ScanCode> readArticle(const QString &text, const QList<EmbeddedCodeLayout> &layouts)
{
    TRY_LET(embedded, readEmbeddedCode(text, layouts));
    if (!embedded)
        return ScanCode{.kind = ScanCode::Kind::Article, .text = text, .candidates = articleCandidates(text)};
    return ScanCode{.kind = ScanCode::Kind::Embedded,
                    .text = text,
                    .candidates = embedded->candidates,
                    .item = embedded->item,
                    .price = embedded->price,
                    .grams = embedded->grams,
                    .pieces = embedded->pieces};
}

/// What the code itself says of price, weight and pieces goes before what is in the digits of an in-store number.
Result<ScanCode> readGs1(const Gs1Content &content, const QString &text, const QList<EmbeddedCodeLayout> &layouts)
{
    if (content.gtin.isEmpty())
        return ScanCode{.kind = ScanCode::Kind::Text, .text = text, .candidates = {text}};
    TRY_LET(code, readArticle(content.gtin.startsWith(u'0') ? content.gtin.mid(1) : content.gtin, layouts));
    code.price = content.price ? content.price : code.price;
    code.grams = content.grams ? content.grams : code.grams;
    code.pieces = content.pieces ? content.pieces : code.pieces;
    return code;
}

/// None: it is no GS1 code.
std::optional<Result<Gs1Content>> gs1ContentOf(const Bare &bare)
{
    static const QRegularExpression bracketed{u"^\\(0[12]\\)\\d{14}"_s};
    if (bare.saysGs1() || bare.text.startsWith(groupSeparator) || bracketed.match(bare.text).hasMatch())
        return gs1FromElements(bare.text);
    return gs1FromLink(bare.text);
}

/// The digits of an EAN, UPC or ITF-14, as products carry them; empty: it is none.
QString articleNumber(const Bare &bare)
{
    const QString &text = bare.text;
    const bool hasAddOn = bare.symbology == u"E3" && (text.size() == 15 || text.size() == 18);
    const QString main = hasAddOn ? text.left(13) : text;
    if (bare.symbology == u"E0" && main.size() == 8)
        return expandedUpcE(main);
    if (isValidEan(main))
        return main;
    if (bare.symbology.startsWith(u'I') && main.size() == 14 && gs1FromElements(u"01"_s + main))
        return main.startsWith(u'0') ? main.mid(1) : main;
    return expandedUpcE(main);
}

/// Caps Lock turns the letters of a wedge scanner round: a product's own code is found all the same.
QStringList textCandidates(const QString &text)
{
    const QString other = withOtherCase(text);
    return other == text ? QStringList{text} : QStringList{text, other};
}

Result<QString> acceptable(const QString &raw)
{
    if (raw.size() > longestScan)
        return failure(ErrorCode::InvalidInput, u"scan of %1 characters"_s.arg(raw.size()), {u"code"_s});
    qsizetype start = 0; // not trimmed(): a GS in front is white space to it
    qsizetype end = raw.size();
    const auto isMargin = [](QChar c) { return c.isSpace() && c != groupSeparator; };
    while (start < end && isMargin(raw[start]))
        ++start;
    while (end > start && isMargin(raw[end - 1]))
        --end;
    const QString text = raw.mid(start, end - start);
    const bool control = std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control && c != groupSeparator; });
    if (text.isEmpty() || control || hasForbiddenCharacters(text))
        return failure(ErrorCode::InvalidInput, u"scan is empty or holds control characters"_s, {u"code"_s});
    return text;
}

bool hasEanLength(const QString &text)
{
    return isDigits(text) && (text.size() == 8 || text.size() == 12 || text.size() == 13);
}

} // namespace

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
    if (const auto gs1 = gs1ContentOf(bare)) {
        TRY_LET(content, *gs1);
        return readGs1(content, bare.text, layouts);
    }
    if (const QString article = articleNumber(bare); !article.isEmpty())
        return readArticle(article, layouts);
    if (bare.saysEan())
        return failure(ErrorCode::BarcodeInvalid, u"check digit"_s, {bare.text});
    if (looksLikeDossierNumber(bare.text))
        return ScanCode{.kind = ScanCode::Kind::Dossier, .text = bare.text.toUpper()};
    return ScanCode{
        .kind = ScanCode::Kind::Text, .text = bare.text, .candidates = textCandidates(bare.text), .misread = hasEanLength(bare.text)};
}

} // namespace guichet
