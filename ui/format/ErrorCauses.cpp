// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/ErrorCauses.h"

#include <QHash>
#include <QRegularExpression>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Causes with figures: what core says, and how it is said to people.
QString withFigures(const QString &cause)
{
    static const QRegularExpression length{u"\\Alonger than ([0-9]+) characters\\z"_s};
    static const QRegularExpression range{u"\\Anot between (-?[0-9]+) and (-?[0-9]+)\\z"_s};
    if (const auto match = length.match(cause); match.hasMatch())
        return u"c’est trop long (%1 caractères au plus)"_s.arg(match.captured(1));
    if (const auto match = range.match(cause); match.hasMatch())
        return u"ce n’est pas entre %1 et %2"_s.arg(match.captured(1), match.captured(2));
    return {};
}

} // namespace

QString inputCause(const QString &cause)
{
    static const QHash<QString, QString> causes{
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
        {u"no rate"_s, u"il manque un taux pour A, B ou C à la date du jour"_s},
        {u"last administrator"_s, u"il doit rester un administrateur actif, avec un code"_s},
    };
    const QString known = causes.value(cause);
    return known.isEmpty() ? withFigures(cause) : known;
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

QString sentenceOfCause(ErrorCode code, const QString &cause)
{
    if (code != ErrorCode::CorrectionRefused && code != ErrorCode::DateNotValid && code != ErrorCode::SlotPassed)
        return {};
    static const QHash<QString, QString> sentences{
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
    };
    return sentences.value(cause);
}

} // namespace guichet
