// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/User.h"
#include "core/till/Attraction.h"
#include "ui/start/StartState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Start)
};

constexpr int enterpriseDigits = 10;
constexpr int shortestIban = 15;

QString printedEnterprise(const QString &typed)
{
    const QString digits = normalisedEnterpriseNumber(typed);
    return u"BE %1.%2.%3"_s.arg(digits.left(4), digits.mid(4, 3), digits.mid(7));
}

FieldNote enterpriseNote(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return {Words::tr("10 chiffres, comme 0xxx.xxx.xxx")};
    if (isValidEnterpriseNumber(typed))
        return {Words::tr("%1 : juste").arg(printedEnterprise(typed)), Tone::Positive};
    const bool whole = std::ranges::count_if(typed, [](QChar c) { return c.isDigit(); }) >= enterpriseDigits;
    return whole ? FieldNote{Words::tr("Ce numéro n’existe pas : vérifiez les chiffres"), Tone::Danger}
                 : FieldNote{Words::tr("Encore quelques chiffres")};
}

FieldNote ibanNote(const QString &typed)
{
    const QString plain = QString{typed}.remove(u' ');
    if (plain.isEmpty())
        return {Words::tr("Pour les virements ; peut rester vide")};
    if (isValidIban(typed))
        return {Words::tr("juste"), Tone::Positive};
    return plain.size() >= shortestIban ? FieldNote{Words::tr("Ce compte n’est pas juste : vérifiez-le"), Tone::Danger}
                                        : FieldNote{Words::tr("Encore quelques caractères")};
}

FieldNote pinNote(const StartInput &input)
{
    if (input.pin.isEmpty())
        return {Words::tr("4 à 8 chiffres, tapés deux fois")};
    if (!isValidPin(input.pin))
        return {Words::tr("4 à 8 chiffres, rien d’autre"), Tone::Danger};
    if (input.pinAgain.isEmpty())
        return {Words::tr("Tapez-le une seconde fois")};
    return input.pin == input.pinAgain ? FieldNote{Words::tr("les deux sont pareils"), Tone::Positive}
                                       : FieldNote{Words::tr("Les deux codes diffèrent"), Tone::Danger};
}

QStringList missingOf(const StartInput &input)
{
    const std::pair<QString, QString> needed[] = {
        {input.legalName, Words::tr("le nom")},        {input.street, Words::tr("la rue")},
        {input.postcode, Words::tr("le code postal")}, {input.city, Words::tr("la localité")},
        {input.tillName, Words::tr("la caisse")},      {input.administrator, Words::tr("l’administrateur")}};
    QStringList missing;
    for (const auto &[value, word] : needed)
        if (value.trimmed().isEmpty())
            missing << word;
    if (!isValidEnterpriseNumber(input.enterpriseNumber))
        missing << Words::tr("le numéro d’entreprise");
    if (!isValidPin(input.pin) || input.pin != input.pinAgain)
        missing << Words::tr("le code PIN");
    if (!input.iban.trimmed().isEmpty() && !isValidIban(input.iban))
        missing << Words::tr("le compte bancaire");
    return missing;
}

} // namespace

StartState presentStart(const StartInput &input)
{
    const QStringList missing = missingOf(input);
    return {.enterprise = enterpriseNote(input.enterpriseNumber),
            .iban = ibanNote(input.iban),
            .pin = pinNote(input),
            .canCreate = missing.isEmpty(),
            .missing = missing.isEmpty() ? QString{} : Words::tr("Il manque : %1").arg(missing.join(u", "_s))};
}

TillCreation creationOf(const StartInput &input)
{
    Attraction attraction;
    attraction.legalName = input.legalName.trimmed();
    attraction.commercialName = attraction.legalName;
    attraction.street = input.street.trimmed();
    attraction.postcode = input.postcode.trimmed();
    attraction.city = input.city.trimmed();
    attraction.enterpriseNumber = normalisedEnterpriseNumber(input.enterpriseNumber);
    attraction.vatLiable = input.vatLiable;
    attraction.iban = QString{input.iban}.remove(u' ').toUpper();
    TillCreation creation;
    creation.attraction = toJson(attraction);
    creation.tillName = input.tillName.trimmed();
    creation.administrator = input.administrator.trimmed();
    creation.administratorEmail = input.email.trimmed();
    creation.pin = input.pin;
    return creation;
}

} // namespace guichet
