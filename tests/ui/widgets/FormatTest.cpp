// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "ui/format/Countries.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/format/Plural.h"

#include <QRegularExpression>
#include <QSet>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const std::vector<ErrorCode> everyCode{
#define GUICHET_ERROR(Name, name) ErrorCode::Name,
#include "core/base/ErrorCodes.def"
#undef GUICHET_ERROR
};

} // namespace

TEST_CASE("every refusal has a sentence of its own that ends with a full stop and names no machinery")
{
    QSet<QString> seen;
    const QRegularExpression technical{
        u"\\b(SQL|sqlite|json|database|null|error|code=|exception|hash|thread|port|timeout|base de données)\\b|%\\d|_"_s,
        QRegularExpression::CaseInsensitiveOption};
    for (const ErrorCode code : everyCode) {
        const QString sentence = errorSentence({code, u"SQLITE_BUSY 5"_s, {}});
        CAPTURE(codeName(code).data(), sentence);
        CHECK(sentence.size() > 10);
        CHECK(sentence.endsWith(u'.'));
        CHECK(sentence[0].isUpper());
        CHECK_FALSE(technical.match(sentence).hasMatch());
        CHECK_FALSE(seen.contains(sentence));
        seen.insert(sentence);
    }
}

TEST_CASE("a sentence names what the refusal names, and leaves no gap whatever it names")
{
    CHECK(errorSentence({ErrorCode::StillDue, {}, {u"18,80 €"_s}}) == u"Il reste 18,80 € à payer."_s);
    CHECK(errorSentence({ErrorCode::StillDue, {}, {}}) == u"Il reste un montant à payer."_s);
    CHECK(errorSentence({ErrorCode::CapacityFull, {}, {u"14:30"_s, u"3 places"_s}}) ==
          u"Il ne reste que 3 places pour 14:30. Diminuez la quantité, ou choisissez une autre séance."_s);
    for (const ErrorCode code : everyCode)
        for (const QStringList &values :
             {QStringList{u"A"_s}, QStringList{u"%2"_s, u"%1"_s}, QStringList{u""_s}, QStringList{u"A"_s, u"B"_s, u"C"_s}}) {
            const QString sentence = errorSentence({code, {}, values});
            CAPTURE(sentence);
            CHECK_FALSE(sentence.contains(u"%3"_s));
            CHECK((values.contains(u"%2"_s) || !sentence.contains(QRegularExpression{u"%\\d"_s})));
        }
}

TEST_CASE("a wrong field is named as the screen names it, and not at all by a word for programmers")
{
    CHECK(errorSentence({ErrorCode::InvalidInput, {}, {u"iban"_s}}).startsWith(u"IBAN"_s));
    CHECK(errorSentence({ErrorCode::InvalidInput, {}, {u"lineUuid"_s}}) == errorSentence({ErrorCode::InvalidInput}));
}

TEST_CASE("selling and paying are refused in Dutch too, the rest in French")
{
    CHECK(errorSentence({ErrorCode::CartEmpty}, Language::Dutch) == u"Het mandje is leeg. Voeg eerst een artikel toe."_s);
    CHECK(errorSentence({ErrorCode::DiskFull}, Language::Dutch) == errorSentence({ErrorCode::DiskFull}));
}

TEST_CASE("dates are written as in Belgium")
{
    const QDate day{2026, 11, 23};
    CHECK(formatDate(day) == u"lun. 23/11/2026"_s);
    CHECK(formatDate(day, Language::Dutch) == u"ma 23/11/2026"_s);
    CHECK(formatShortDate(day) == u"23/11/2026"_s);
    CHECK(formatLongDate(day) == u"lundi 23 novembre 2026"_s);
    CHECK(formatTime(QTime{9, 5}) == u"09:05"_s);
    CHECK(formatDateTime(QDateTime{{2026, 7, 1}, {12, 0}, Qt::UTC}) == u"01/07/2026 14:00"_s);
    CHECK(formatDate({}).isEmpty());
    CHECK(formatTime({}).isEmpty());
    CHECK(relativeDay({}, day).isEmpty());
}

TEST_CASE("near days have names, across the end of a year")
{
    const QDate eve{2026, 12, 31};
    CHECK(relativeDay(eve, eve) == u"aujourd’hui"_s);
    CHECK(relativeDay(eve.addDays(1), eve) == u"demain"_s);
    CHECK(relativeDay(eve.addDays(-1), eve) == u"hier"_s);
    CHECK(relativeDay(eve.addDays(2), eve) == u"sam. 02/01/2027"_s);
    CHECK(chipDay(eve, eve) == u"Aujourd’hui"_s);
    CHECK(chipDay(eve.addDays(2), eve) == u"sam. 02/01"_s);
    CHECK(relativeDay(eve, eve, Language::Dutch) == u"vandaag"_s);
}

TEST_CASE("figures take the singular at 0 and 1 in French, at 1 alone in Dutch")
{
    CHECK(counted(0, u"article"_s, u"articles"_s) == u"0 article"_s);
    CHECK(counted(1, u"article"_s, u"articles"_s) == u"1 article"_s);
    CHECK(counted(6, u"article"_s, u"articles"_s) == u"6 articles"_s);
    CHECK(counted(1'234'567, u"article"_s, u"articles"_s) == u"1\u202F234\u202F567 articles"_s);
    CHECK(counted(-1'234, u"article"_s, u"articles"_s) == u"-1\u202F234 articles"_s);
    CHECK(counted(0, u"artikel"_s, u"artikelen"_s, Language::Dutch) == u"0 artikelen"_s);
}

TEST_CASE("Belgium is the first country, each country is there once and has a name")
{
    QSet<QString> codes;
    for (const Country &country : countries()) {
        CHECK(country.code.size() == 2);
        CHECK(country.name.size() > 1);
        CHECK_FALSE(codes.contains(country.code));
        codes.insert(country.code);
    }
    CHECK(codes.size() > 190);
    CHECK(countries().front().name == u"Belgique"_s);
    CHECK(countryName(u"nl"_s) == u"Pays-Bas"_s);
    CHECK(countryName(u"??"_s) == u"??"_s);
    CHECK(dutchProvinces().size() == 12);
}
