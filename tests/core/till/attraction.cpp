// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/Attraction.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

Attraction anAttraction()
{
    Attraction attraction;
    attraction.legalName = u"Grottes de Test ASBL"_s;
    attraction.commercialName = u"Les Grottes"_s;
    attraction.street = u"Rue du Gouffre 1"_s;
    attraction.postcode = u"5000"_s;
    attraction.city = u"Namur"_s;
    attraction.enterpriseNumber = u"0123456749"_s;
    attraction.vatLiable = false;
    attraction.establishmentUnit = u"2123456789"_s;
    attraction.iban = u"BE68539007547034"_s;
    attraction.telephone = u"+32 81 00 00 00"_s;
    attraction.email = u"info@example.org"_s;
    attraction.web = u"www.example.org"_s;
    attraction.receiptFooter = LocalizedText{u"Merci !"_s};
    attraction.receiptFooter.set(Language::Dutch, u"Bedankt!"_s);
    return attraction;
}

} // namespace

TEST_CASE("an enterprise number is ten digits whose last two check")
{
    CHECK(isValidEnterpriseNumber(u"0123456749"_s)); // 97 − 1234567 mod 97 = 49
    CHECK(isValidEnterpriseNumber(u"BE 0123.456.749"_s));
    CHECK(isValidEnterpriseNumber(u"be0123456749"_s));
    CHECK(normalisedEnterpriseNumber(u" BE 0123.456.749 "_s) == u"0123456749"_s);
    CHECK(isValidEnterpriseNumber(u"1000000021"_s)); // 97 − 10000000 mod 97 = 21
}

TEST_CASE("a wrong enterprise number is refused")
{
    CHECK_FALSE(isValidEnterpriseNumber(u"0123456748"_s));
    CHECK_FALSE(isValidEnterpriseNumber(u"2123456749"_s));
    CHECK_FALSE(isValidEnterpriseNumber(u"123456749"_s));
    CHECK_FALSE(isValidEnterpriseNumber(u"01234567490"_s));
    CHECK_FALSE(isValidEnterpriseNumber(u"FR0123456749"_s));
    CHECK_FALSE(isValidEnterpriseNumber({}));
    CHECK(normalisedEnterpriseNumber(u"0123456748"_s).isEmpty());
}

TEST_CASE("an IBAN is checked by ISO 13616")
{
    CHECK(isValidIban(u"BE68539007547034"_s));
    CHECK(isValidIban(u"be68 5390 0754 7034"_s));
    CHECK(isValidIban(u"NL91ABNA0417164300"_s));
    CHECK_FALSE(isValidIban(u"BE68539007547035"_s));
    CHECK_FALSE(isValidIban(u"BE6853900754703"_s));
    CHECK_FALSE(isValidIban(u"BE68-5390-0754-7034"_s));
    CHECK_FALSE(isValidIban({}));
}

TEST_CASE("an attraction read back is the attraction written")
{
    const auto read = attractionFromJson(toJson(anAttraction()));
    REQUIRE(read);
    CHECK(*read == anAttraction());
}

TEST_CASE("the numbers of an attraction are kept as digits however they were typed")
{
    QJsonObject document = toJson(anAttraction());
    document.insert(u"enterpriseNumber"_s, u"BE 0123.456.749"_s);
    document.insert(u"iban"_s, u"BE68 5390 0754 7034"_s);
    const auto read = attractionFromJson(document);
    REQUIRE(read);
    CHECK(*read == anAttraction());
}

TEST_CASE("an attraction with a wrong number, an unknown field or no name is refused")
{
    const auto refused = [](const QString &field, const QJsonValue &value) {
        QJsonObject document = toJson(anAttraction());
        document.insert(field, value);
        const auto read = attractionFromJson(document);
        return !read && read.error().code == ErrorCode::InvalidInput;
    };
    CHECK(refused(u"enterpriseNumber"_s, u"0123456748"_s));
    CHECK(refused(u"iban"_s, u"BE68539007547035"_s));
    CHECK(refused(u"legalName"_s, u""_s));
    CHECK(refused(u"colour"_s, u"red"_s));
    CHECK(refused(u"receiptFooter"_s, QJsonObject{{u"it"_s, u"Grazie"_s}}));
    CHECK_FALSE(refused(u"iban"_s, u""_s));
}
