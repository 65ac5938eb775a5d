// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/Gs1.h"

#include "core/catalogue/Product.h"
#include "core/scan/Digits.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <vector>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int gtinDigits = 14;
constexpr int euro = 978; // ISO 4217
constexpr qint64 highestPriceCents = 99'999'999;

struct Element
{
    QString ai;
    QString value;
};

/// Whole length of the elements that need no GS behind them, by their first two digits (GS1 General Specifications 7.8.5).
int fixedLength(int firstTwo)
{
    if (firstTwo == 0)
        return 20;
    if (firstTwo <= 3)
        return 16;
    if (firstTwo == 4)
        return 18;
    if (firstTwo >= 11 && firstTwo <= 19)
        return 8;
    if (firstTwo == 20)
        return 4;
    if (firstTwo >= 31 && firstTwo <= 36)
        return 10;
    return firstTwo == 41 ? 16 : 0;
}

/// Digits of an application identifier that begins so; of those that a till does not need it does not matter.
int identifierDigits(const QString &ai)
{
    static const QStringList four{u"31"_s, u"32"_s, u"33"_s, u"34"_s, u"35"_s, u"36"_s, u"39"_s, u"82"_s};
    if (ai == u"41")
        return 3;
    return four.contains(ai) ? 4 : 2;
}

std::unexpected<Error> invalid(const QString &why, const QString &text)
{
    return failure(ErrorCode::BarcodeInvalid, u"GS1: "_s + why, {text});
}

bool isGtin(const QString &digits)
{
    if (digits.size() != gtinDigits || !isDigits(digits))
        return false;
    const int expected = eanCheckDigit(digits.mid(1, 12)) - 3 * digits.front().digitValue(); // its first digit weighs 3
    return (expected + 30) % 10 == digits.back().digitValue();
}

/// Day 00 is the last of the month. Two digits of a year are of this century: nothing a till sells expired in the last.
QDate dateFrom(const QString &yymmdd)
{
    const int year = 2000 + yymmdd.left(2).toInt();
    const int month = yymmdd.mid(2, 2).toInt();
    const int day = yymmdd.mid(4, 2).toInt();
    return day == 0 ? QDate{year, month, 1}.addMonths(1).addDays(-1) : QDate{year, month, day};
}

bool takePrice(Gs1Content &content, const QString &digits, int decimals)
{
    if (!isDigits(digits) || digits.size() > 15)
        return false;
    const qint64 cents = scaledValue(digits.toLongLong(), decimals, 2);
    content.price = Money::fromCents(cents);
    return cents <= highestPriceCents;
}

bool takePieces(Gs1Content &content, const QString &digits)
{
    content.pieces = digits.toInt();
    return isDigits(digits) && digits.size() <= 8 && *content.pieces <= highestPieces;
}

bool takeDate(Gs1Content &content, const QString &digits, bool isBetter)
{
    const QDate date = digits.size() == 6 && isDigits(digits) ? dateFrom(digits) : QDate{};
    if (isBetter || content.expiry.isNull())
        content.expiry = date;
    return date.isValid();
}

/// 310n, 392n, 393n: the last digit of the identifier is the number of decimals.
bool takeMeasure(Gs1Content &content, const Element &element)
{
    const int decimals = element.ai.back().digitValue();
    const QString kind = element.ai.left(3);
    if (kind == u"310") {
        content.grams = scaledValue(element.value.toLongLong(), decimals, 3);
        return element.value.size() == 6 && isDigits(element.value);
    }
    if (kind == u"392")
        return takePrice(content, element.value, decimals);
    if (kind == u"393" && element.value.left(3).toInt() == euro)
        return takePrice(content, element.value.mid(3), decimals);
    return true;
}

/// False: the value is none that the identifier allows.
bool take(Gs1Content &content, const Element &element)
{
    const auto &[ai, value] = element;
    if (ai == u"01" || ai == u"02") {
        if (ai == u"01" || content.gtin.isEmpty())
            content.gtin = value;
        return isGtin(value);
    }
    if (ai == u"10" || ai == u"21") {
        (ai == u"10" ? content.lot : content.serial) = value;
        return !value.isEmpty() && value.size() <= 20;
    }
    if (ai == u"15" || ai == u"17")
        return takeDate(content, value, ai == u"17");
    if (ai == u"30" || ai == u"37")
        return takePieces(content, value);
    return ai.size() != 4 || takeMeasure(content, element);
}

Result<Gs1Content> contentOf(const std::vector<Element> &elements, const QString &text)
{
    Gs1Content content;
    for (const Element &element : elements)
        if (!take(content, element))
            return invalid(u"AI "_s + element.ai, text);
    return content;
}

std::vector<Element> bracketed(const QString &text)
{
    static const QRegularExpression form{u"\\((\\d{2,4})\\)([^(]*)"_s};
    std::vector<Element> elements;
    for (const auto &match : form.globalMatch(text))
        elements.push_back({match.captured(1), match.captured(2)});
    return elements;
}

/// The next element, whole with its identifier, and where the one behind it begins; empty: what stands there is none.
QString nextElement(const QString &text, qsizetype &at)
{
    const QString two = text.mid(at, 2);
    if (two.size() < 2 || !isDigits(two))
        return {};
    const int length = fixedLength(two.toInt());
    const qsizetype separator = text.indexOf(groupSeparator, at);
    const qsizetype end = separator < 0 ? text.size() : separator;
    QString element = text.mid(at, length > 0 ? length : end - at);
    if (length > 0 && (element.size() < length || !isDigits(element)))
        return {};
    at += element.size();
    return element;
}

Result<std::vector<Element>> delivered(const QString &text)
{
    std::vector<Element> elements;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == groupSeparator) {
            ++at;
            continue;
        }
        const QString whole = nextElement(text, at);
        if (whole.isEmpty())
            return invalid(u"no element at %1"_s.arg(at), text);
        const int digits = identifierDigits(whole.left(2));
        elements.push_back({whole.left(digits), whole.mid(digits)});
    }
    return elements;
}

/// Identifier and value by turns, from `/01/` on; empty: there is no product in the path.
std::vector<Element> fromPath(const QStringList &parts)
{
    std::vector<Element> elements;
    const qsizetype start = parts.indexOf(u"01"_s);
    for (qsizetype i = start; start >= 0 && i + 1 < parts.size(); i += 2)
        elements.push_back({parts[i], QUrl::fromPercentEncoding(parts[i + 1].toUtf8())});
    return elements;
}

} // namespace

Result<Gs1Content> gs1FromElements(const QString &text)
{
    if (text.startsWith(u'('))
        return contentOf(bracketed(text), text);
    TRY_LET(elements, delivered(text));
    return contentOf(elements, text);
}

std::optional<Result<Gs1Content>> gs1FromLink(const QString &text)
{
    const QUrl url{text};
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    if (!isWeb || url.host().isEmpty())
        return std::nullopt;
    std::vector<Element> elements = fromPath(url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts));
    if (elements.empty() || !isDigits(elements.front().value))
        return std::nullopt;
    elements.front().value = elements.front().value.rightJustified(gtinDigits, u'0');
    for (const auto &[key, value] : QUrlQuery{url}.queryItems(QUrl::FullyDecoded))
        if (isDigits(key) && key.size() >= 2 && key.size() <= 4)
            elements.push_back({key, value});
    return contentOf(elements, text);
}

} // namespace guichet
