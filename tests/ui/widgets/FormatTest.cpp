// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueJson.h"
#include "tests/support/Catch.h"
#include "ui/format/Countries.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorCauses.h"
#include "ui/format/ErrorText.h"
#include "ui/format/Plural.h"

#include <QJsonArray>
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
    CHECK(
        errorSentence({ErrorCode::CapacityFull, {}, {u"14:30"_s, u"3 places"_s}}) ==
        u"Il ne reste que 3 places pour 14:30. Diminuez la quantité, choisissez une autre séance, ou demandez à un utilisateur de forcer."_s);
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

TEST_CASE("a wrong field says what is wrong with it, in words for people, wherever in the document it stands")
{
    const auto input = [](const QString &cause) { return errorSentence({ErrorCode::InvalidInput, {}, {u"price"_s, cause}}); };
    CHECK(input(u"missing"_s).contains(u"il manque quelque chose"_s));
    CHECK(input(u"resources: 1.price: not an amount"_s).contains(u"ce n’est pas un nombre comme 12,80"_s));
    CHECK(input(u"longer than 40 characters"_s).contains(u"c’est trop long (40 caractères au plus)"_s));
    CHECK(input(u"not between -5 and 100"_s).contains(u"ce n’est pas entre -5 et 100"_s));
    CHECK(input(u"not between 1 and SELECT"_s) == errorSentence({ErrorCode::InvalidInput, {}, {u"price"_s}})); // for programmers only
}

TEST_CASE("whatever a product, a payment method or a formula has wrong, the import says what")
{
    const auto said = [](const auto &read) {
        REQUIRE_FALSE(read);
        const QString cause = read.error().values.value(1);
        CAPTURE(cause);
        CHECK_FALSE(inputCause(cause.section(u": "_s, -1)).isEmpty());
    };
    const auto product = [](const QString &field, const QJsonValue &value) {
        return productFromJson({{u"key"_s, u"p"_s}, {u"name"_s, u"P"_s}, {u"group"_s, u"g"_s}, {field, value}});
    };
    said(product(u"price"_s, u"douze"_s));
    said(product(u"vat"_s, u"Z"_s));
    said(product(u"key"_s, u"a b"_s));
    said(product(u"byWeight"_s, 3));
    said(product(u"wrong"_s, 3));
    said(product(u"reference"_s, 3));
    said(product(u"reference"_s, QString(5000, u'x')));
    said(productFromJson({{u"name"_s, u"P"_s}}));
    Catalogue catalogue;
    said(addDocument(catalogue, DocumentKind::PaymentMethod, {{u"key"_s, u"m"_s}, {u"name"_s, u"M"_s}, {u"type"_s, u"MONOPOLY"_s}}));
    const auto cheque = [&](QJsonObject method) {
        method.insert(u"key"_s, u"m"_s);
        method.insert(u"name"_s, u"M"_s);
        method.insert(u"faceValues"_s, QJsonArray{1000});
        return addDocument(catalogue, DocumentKind::PaymentMethod, method);
    };
    said(cheque({{u"type"_s, u"CHEQUE_OTHER"_s}, {u"needsReference"_s, true}}));
    said(cheque({{u"type"_s, u"CHEQUE_OTHER"_s}, {u"usesTerminal"_s, true}}));
    said(cheque({{u"type"_s, u"CASH"_s}}));
}

TEST_CASE("a correction or a date that is refused says which of its reasons it was")
{
    const auto refused = [](ErrorCode code, const QString &cause) { return errorSentence({code, {}, {u"P2611230101"_s, cause}}); };
    CHECK(refused(ErrorCode::CorrectionRefused, u"settled"_s).startsWith(u"Le dossier P2611230101 est soldé"_s));
    CHECK(refused(ErrorCode::CorrectionRefused, u"deposit"_s).contains(u"Rendez-le d’abord."_s));
    CHECK(refused(ErrorCode::DateNotValid, u"too far"_s).startsWith(u"Le P2611230101 est trop loin."_s));
    CHECK(errorSentence({ErrorCode::TillReplaced, {}, {u"Accueil"_s, u"value"_s}}) ==
          u"La caisse « Accueil » est maintenant sur une autre machine : plus rien ne part d’ici. Remettez cette valeur là.");
    CHECK(
        errorSentence({ErrorCode::TillReplaced, {}, {u"Accueil"_s, u"new day"_s}}) ==
        u"La caisse « Accueil » est maintenant sur une autre machine. Ouvrez la journée là : ici, seul un administrateur le peut encore."_s);
    CHECK(errorSentence({ErrorCode::TillReplaced}).contains(u"fermez la journée"_s));
    CHECK(refused(ErrorCode::StillDue, u"settled"_s) == u"Il reste P2611230101 à payer."_s); // another code has no such cause
}

TEST_CASE("every refusal is said in Dutch too, whatever it names")
{
    CHECK(errorSentence({ErrorCode::CartEmpty}, Language::Dutch) == u"Het mandje is leeg. Voeg eerst een artikel toe."_s);
    QSet<QString> seen;
    for (const ErrorCode code : everyCode) {
        const QString sentence = errorSentence({code}, Language::Dutch);
        CAPTURE(codeName(code).data(), sentence);
        CHECK(sentence.endsWith(u'.'));
        CHECK(sentence != errorSentence({code}));
        CHECK_FALSE(seen.contains(sentence));
        seen.insert(sentence);
        const QString named = errorSentence({code, {}, {u"A"_s, u"B"_s}}, Language::Dutch);
        CHECK_FALSE(named.contains(QRegularExpression{u"%\\d"_s}));
    }
    const auto refused = [](Language language) {
        return errorSentence({ErrorCode::CorrectionRefused, {}, {u"P2611230101"_s, u"settled"_s}}, language);
    };
    CHECK(refused(Language::Dutch).startsWith(u"Het dossier P2611230101 is vereffend"_s));
    CHECK(refused(Language::French) != refused(Language::Dutch));
    CHECK(errorSentence({ErrorCode::InvalidInput, {}, {u"password"_s, u"not six digits"_s}}, Language::Dutch) ==
          u"Wachtwoord: er zijn zes cijfers nodig. Controleer wat u hebt ingevoerd."_s);
    CHECK(
        errorSentence({ErrorCode::InvalidInput, {}, {u"price"_s, u"not between 1 and 9"_s}}, Language::Dutch).contains(u"tussen 1 en 9"_s));
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
