// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/ErrorCauses.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Causes with figures: what core says, and how it is said to people.
QString withFigures(const QString &cause, Language language)
{
    const bool isDutch = language == Language::Dutch;
    static const QRegularExpression length{u"\\Alonger than ([0-9]+) characters\\z"_s};
    static const QRegularExpression range{u"\\Anot between (-?[0-9]+) and (-?[0-9]+)\\z"_s};
    if (const auto match = length.match(cause); match.hasMatch())
        return (isDutch ? u"dit is te lang (hoogstens %1 tekens)"_s : u"c’est trop long (%1 caractères au plus)"_s).arg(match.captured(1));
    if (const auto match = range.match(cause); match.hasMatch())
        return (isDutch ? u"dit ligt niet tussen %1 en %2"_s : u"ce n’est pas entre %1 et %2"_s).arg(match.captured(1), match.captured(2));
    return {};
}

} // namespace

QString inputCause(const QString &cause, Language language)
{
    static const QHash<QString, QString> french{
        {u"missing"_s, u"il manque quelque chose"_s},
        {u"unknown field"_s, u"ce champ n’existe pas ici"_s},
        {u"not a text"_s, u"ce n’est pas un texte"_s},
        {u"not a whole number"_s, u"ce n’est pas un nombre entier"_s},
        {u"not an amount"_s, u"ce n’est pas un nombre comme 12,80"_s},
        {u"not true or false"_s, u"c’est oui ou non"_s},
        {u"not a date YYYY-MM-DD"_s, u"ce n’est pas une date AAAA-MM-JJ"_s},
        {u"not a time HH:MM"_s, u"ce n’est pas une heure HH:MM"_s},
        {u"not a date or an instant"_s, u"ce n’est ni une date ni un instant"_s},
        {u"not a known name"_s, u"ce mot n’est pas connu ici"_s},
        {u"not a VAT code"_s, u"ce n’est pas un code de TVA (A, B, C, D, E, X)"_s},
        {u"not a list of days 1 to 7"_s, u"les jours vont de 1 (lundi) à 7 (dimanche)"_s},
        {u"not a payment type"_s, u"ce type de paiement n’existe pas"_s},
        {u"unreadable"_s, u"ce fichier n’est pas là, ou ne peut pas être lu"_s},
        {u"not a certificate"_s, u"ce n’est pas un certificat (PEM)"_s},
        {u"not six digits"_s, u"il faut six chiffres"_s},
        {u"not a key"_s, u"une clé n’a ni espace ni signe invisible"_s},
        {u"forbidden characters"_s, u"des caractères ne sont pas permis"_s},
        {u"check digits are wrong"_s, u"les chiffres de contrôle ne sont pas bons"_s},
        {u"not an e-mail"_s, u"ce n’est pas une adresse e-mail"_s},
        {u"not a country"_s, u"ce n’est pas un code de pays comme BE"_s},
        {u"not a language"_s, u"ce n’est pas fr, nl, en ou de"_s},
        {u"too large"_s, u"c’est trop grand"_s},
        {u"not a file"_s, u"ce n’est pas un fichier"_s},
        {u"twice"_s, u"il y est deux fois"_s},
        {u"another command"_s, u"il a déjà servi à une autre commande"_s},
        {u"till number"_s, u"le code d’une caisse va de 00 à Z7"_s},
        {u"not a list of cents"_s, u"ce n’est pas une liste de montants"_s},
        {u"with a reference"_s, u"un moyen qui demande une référence n’a pas de valeurs fixes"_s},
        {u"with a terminal"_s, u"un moyen qui passe par le terminal n’a pas de valeurs fixes"_s},
        {u"of no paper"_s, u"seuls les chèques et les bons ont des valeurs fixes"_s},
        {u"no customer"_s, u"seul un client s’efface"_s},
        {u"no rate"_s, u"il manque un taux pour A, B ou C à la date du jour"_s},
        {u"last administrator"_s, u"il doit rester un administrateur actif, avec un code"_s},
    };
    static const QHash<QString, QString> dutch{
        {u"missing"_s, u"er ontbreekt iets"_s},
        {u"unknown field"_s, u"dit veld bestaat hier niet"_s},
        {u"not a text"_s, u"dit is geen tekst"_s},
        {u"not a whole number"_s, u"dit is geen geheel getal"_s},
        {u"not an amount"_s, u"dit is geen getal zoals 12,80"_s},
        {u"not true or false"_s, u"het is ja of nee"_s},
        {u"not a date YYYY-MM-DD"_s, u"dit is geen datum JJJJ-MM-DD"_s},
        {u"not a time HH:MM"_s, u"dit is geen uur HH:MM"_s},
        {u"not a date or an instant"_s, u"dit is geen datum en geen tijdstip"_s},
        {u"not a known name"_s, u"dit woord is hier niet bekend"_s},
        {u"not a VAT code"_s, u"dit is geen btw-code (A, B, C, D, E, X)"_s},
        {u"not a list of days 1 to 7"_s, u"de dagen gaan van 1 (maandag) tot 7 (zondag)"_s},
        {u"not a payment type"_s, u"deze soort betaling bestaat niet"_s},
        {u"unreadable"_s, u"dit bestand is er niet, of kan niet worden gelezen"_s},
        {u"not a certificate"_s, u"dit is geen certificaat (PEM)"_s},
        {u"not six digits"_s, u"er zijn zes cijfers nodig"_s},
        {u"not a key"_s, u"een sleutel heeft geen spatie en geen onzichtbaar teken"_s},
        {u"forbidden characters"_s, u"sommige tekens zijn niet toegelaten"_s},
        {u"check digits are wrong"_s, u"de controlecijfers kloppen niet"_s},
        {u"not an e-mail"_s, u"dit is geen e-mailadres"_s},
        {u"not a country"_s, u"dit is geen landcode zoals BE"_s},
        {u"not a language"_s, u"dit is niet fr, nl, en of de"_s},
        {u"too large"_s, u"dit is te groot"_s},
        {u"not a file"_s, u"dit is geen bestand"_s},
        {u"twice"_s, u"het staat er twee keer"_s},
        {u"another command"_s, u"het heeft al voor een andere opdracht gediend"_s},
        {u"till number"_s, u"de code van een kassa gaat van 00 tot Z7"_s},
        {u"not a list of cents"_s, u"dit is geen lijst van bedragen"_s},
        {u"with a reference"_s, u"een middel dat een referentie vraagt, heeft geen vaste waarden"_s},
        {u"with a terminal"_s, u"een middel dat over de terminal loopt, heeft geen vaste waarden"_s},
        {u"of no paper"_s, u"alleen cheques en bons hebben vaste waarden"_s},
        {u"no customer"_s, u"alleen een klant wordt gewist"_s},
        {u"no rate"_s, u"er ontbreekt een tarief voor A, B of C op de datum van vandaag"_s},
        {u"last administrator"_s, u"er moet een actieve beheerder blijven, met een code"_s},
    };
    const QString known = (language == Language::Dutch ? dutch : french).value(cause);
    return known.isEmpty() ? withFigures(cause, language) : known;
}

QString approvalWords(const QString &approval)
{
    static const QHash<QString, QString> words{
        {u"give_free"_s, u"Gratuité"_s},
        {u"change_price"_s, u"Prix changé"_s},
        {u"refund"_s, u"Remboursement"_s},
        {u"cancel"_s, u"Annulation"_s},
        {u"change_dossier"_s, u"Dossier changé"_s},
        {u"move_cash"_s, u"Mouvement de caisse"_s},
        {u"open_drawer"_s, u"Ouverture du tiroir"_s},
        {u"force_capacity"_s, u"Vente malgré la jauge ou l’heure"_s},
        {u"correct_payment"_s, u"Correction d’un paiement"_s},
        {u"resolve_payment"_s, u"Décision sur un paiement douteux"_s},
    };
    return words.value(approval);
}

QString sentenceOfCause(ErrorCode code, const QString &cause, Language language)
{
    static constexpr std::array severalCauses{ErrorCode::CorrectionRefused, ErrorCode::DateNotValid, ErrorCode::SlotPassed,
                                              ErrorCode::TillReplaced};
    if (std::ranges::find(severalCauses, code) == severalCauses.end())
        return {};
    static const QHash<QString, QString> french{
        {u"settled"_s, u"Le dossier %1 est soldé : il ne s’annule plus. Remboursez-le."_s},
        {u"deposit"_s, u"Un acompte a été payé pour le dossier %1. Rendez-le d’abord."_s},
        {u"decided"_s, u"Ce paiement de %1 est déjà réglé : il n’y a plus rien à décider."_s},
        {u"certain"_s, u"%1 : c’est déjà payé, cela ne s’enlève plus. Rendez-le au client."_s},
        {u"counted"_s, u"Le %1 est déjà compté."_s},
        {u"lapsed"_s, u"Le devis %1 n’est plus valable. Composez un nouveau panier."_s},
        {u"late"_s, u"L’origine du dossier %1 ne se note plus : sa journée est fermée."_s},
        {u"every"_s, u"%1 : toutes les séances de ce jour sont passées. Choisissez une autre date."_s},
        {u"past"_s, u"Le %1 est déjà passé. Choisissez une autre date."_s},
        {u"too far"_s, u"Le %1 est trop loin. Choisissez une date plus proche."_s},
        {u"told"_s, u"L’origine du dossier %1 est déjà notée."_s},
        {u"value"_s, u"La caisse « %1 » est maintenant sur une autre machine : plus rien ne part d’ici. Remettez cette valeur là."_s},
        {u"new day"_s,
         u"La caisse « %1 » est maintenant sur une autre machine. Ouvrez la journée là : ici, seul un administrateur le peut encore."_s},
    };
    static const QHash<QString, QString> dutch{
        {u"settled"_s, u"Het dossier %1 is vereffend: het wordt niet meer geannuleerd. Betaal het terug."_s},
        {u"deposit"_s, u"Voor het dossier %1 is een voorschot betaald. Geef dat eerst terug."_s},
        {u"decided"_s, u"Deze betaling van %1 is al geregeld: er valt niets meer te beslissen."_s},
        {u"certain"_s, u"%1: dit is al betaald en kan niet meer weg. Geef het terug aan de klant."_s},
        {u"counted"_s, u"De %1 is al geteld."_s},
        {u"lapsed"_s, u"De offerte %1 is niet meer geldig. Maak een nieuw mandje."_s},
        {u"late"_s, u"De herkomst van het dossier %1 wordt niet meer genoteerd: zijn dag is afgesloten."_s},
        {u"every"_s, u"%1: alle tijdstippen van deze dag zijn voorbij. Kies een andere datum."_s},
        {u"past"_s, u"%1 is al voorbij. Kies een andere datum."_s},
        {u"too far"_s, u"%1 is te ver weg. Kies een datum die dichterbij is."_s},
        {u"told"_s, u"De herkomst van het dossier %1 is al genoteerd."_s},
        {u"value"_s, u"De kassa “%1” staat nu op een ander toestel: van hier vertrekt niets meer. Zet deze waarde daar terug."_s},
        {u"new day"_s, u"De kassa “%1” staat nu op een ander toestel. Open de dag daar: hier kan alleen een beheerder dat nog."_s},
    };
    return (language == Language::Dutch ? dutch : french).value(cause);
}

} // namespace guichet
