// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/Attraction.h"

#include "core/base/JsonReader.h"

#include <QRegularExpression>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// Remainder of a decimal number of any length.
int remainder97(const QString &digits)
{
    int rest = 0;
    for (const QChar digit : digits)
        rest = (rest * 10 + (digit.unicode() - u'0')) % 97;
    return rest;
}

QString withoutSpaces(const QString &typed)
{
    QString compact;
    for (const QChar c : typed)
        if (!c.isSpace())
            compact += c.toUpper();
    return compact;
}

/// Letters count 10 to 35, as ISO 7064 asks.
QString lettersAsNumbers(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        digits += c.isDigit() ? QString{c} : QString::number(c.unicode() - u'A' + 10);
    return digits;
}

void checkNumbers(JsonReader &reader, const Attraction &attraction)
{
    if (!isValidEnterpriseNumber(attraction.enterpriseNumber))
        reader.refuse(u"enterpriseNumber"_s, u"check digits are wrong"_s);
    if (!attraction.iban.isEmpty() && !isValidIban(attraction.iban))
        reader.refuse(u"iban"_s, u"check digits are wrong"_s);
}

void readFooter(JsonReader &reader, Attraction &attraction)
{
    const QJsonObject footer = reader.object(u"receiptFooter"_s);
    JsonReader texts{footer, u"receiptFooter"_s};
    for (const Language language : {Language::French, Language::Dutch, Language::English, Language::German})
        attraction.receiptFooter.set(language, texts.string(languageCode(language), {}, 500));
    if (const auto read = texts.finish(); !read)
        reader.refuse(u"receiptFooter"_s, read.error().detail);
}

} // namespace

QString normalisedEnterpriseNumber(const QString &typed)
{
    static const QRegularExpression shape{u"^(?:BE)?([01][0-9]{9})$"_s};
    const QString compact = withoutSpaces(typed).remove(u'.');
    const QRegularExpressionMatch match = shape.match(compact);
    if (!match.hasMatch())
        return {};
    const QString digits = match.captured(1);
    const bool checks = 97 - remainder97(digits.left(8)) == digits.right(2).toInt();
    return checks ? digits : QString{};
}

bool isValidEnterpriseNumber(const QString &typed)
{
    return !normalisedEnterpriseNumber(typed).isEmpty();
}

bool isValidIban(const QString &typed)
{
    static const QRegularExpression shape{u"^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$"_s};
    const QString iban = withoutSpaces(typed);
    if (!shape.match(iban).hasMatch() || (iban.startsWith(u"BE"_s) && iban.size() != 16))
        return false;
    return remainder97(lettersAsNumbers(iban.mid(4) + iban.left(4))) == 1;
}

QJsonObject toJson(const Attraction &attraction)
{
    return {{u"legalName"_s, attraction.legalName},
            {u"commercialName"_s, attraction.commercialName},
            {u"street"_s, attraction.street},
            {u"postcode"_s, attraction.postcode},
            {u"city"_s, attraction.city},
            {u"country"_s, attraction.country},
            {u"enterpriseNumber"_s, attraction.enterpriseNumber},
            {u"vatLiable"_s, attraction.vatLiable},
            {u"establishmentUnit"_s, attraction.establishmentUnit},
            {u"iban"_s, attraction.iban},
            {u"telephone"_s, attraction.telephone},
            {u"email"_s, attraction.email},
            {u"web"_s, attraction.web},
            {u"receiptFooter"_s, attraction.receiptFooter.toJson()}};
}

Result<Attraction> attractionFromJson(const QJsonObject &document)
{
    JsonReader reader{document};
    Attraction attraction;
    attraction.legalName = reader.requiredString(u"legalName"_s, 200);
    attraction.commercialName = reader.string(u"commercialName"_s, {}, 200);
    attraction.street = reader.string(u"street"_s, {}, 200);
    attraction.postcode = reader.string(u"postcode"_s, {}, 12);
    attraction.city = reader.string(u"city"_s, {}, 100);
    attraction.country = reader.string(u"country"_s, u"BE"_s, 2);
    const QString typed = reader.requiredString(u"enterpriseNumber"_s, 40);
    attraction.enterpriseNumber = normalisedEnterpriseNumber(typed);
    attraction.vatLiable = reader.boolean(u"vatLiable"_s, true);
    attraction.establishmentUnit = reader.string(u"establishmentUnit"_s, {}, 20);
    attraction.iban = withoutSpaces(reader.string(u"iban"_s, {}, 50));
    attraction.telephone = reader.string(u"telephone"_s, {}, 40);
    attraction.email = reader.string(u"email"_s, {}, 254);
    attraction.web = reader.string(u"web"_s, {}, 200);
    readFooter(reader, attraction);
    checkNumbers(reader, attraction);
    TRY(reader.finish());
    return attraction;
}

} // namespace guichet
