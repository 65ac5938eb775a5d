// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/TerminalPrompt.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct TerminalPrompts
{
    Q_DECLARE_TR_FUNCTIONS(TerminalPrompts)
};

struct StepWords
{
    QLatin1String step;
    const char *sentence;
};

/// Those of nexo (Adyen's display notices), then those that ZVT and OPI have besides.
constexpr std::array stepWords{
    StepWords{"TENDER_CREATED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Présentez la carte")},
    StepWords{"PROVIDE_CARD_DETAILS"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Présentez la carte")},
    StepWords{"CARD_INSERTED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Carte lue")},
    StepWords{"CARD_PRESENTED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Carte lue")},
    StepWords{"CARD_SWIPED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Carte lue")},
    StepWords{"CARD_DETAILS_PROVIDED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Carte lue")},
    StepWords{"WAIT_FOR_APP_SELECTION"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client choisit sur le terminal")},
    StepWords{"APPLICATION_SELECTED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client a choisi")},
    StepWords{"ASK_GRATUITY"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client choisit un pourboire")},
    StepWords{"GRATUITY_ENTERED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client a choisi")},
    StepWords{"ASK_DCC"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client choisit la devise")},
    StepWords{"DCC_ACCEPTED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client a choisi")},
    StepWords{"DCC_REJECTED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client a choisi")},
    StepWords{"WAIT_FOR_PIN"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client tape son code")},
    StepWords{"PIN_DIGIT_ENTERED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client tape son code")},
    StepWords{"PIN_ENTERED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Code tapé, la banque répond bientôt")},
    StepWords{"ASK_SIGNATURE"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client signe")},
    StepWords{"CHECK_SIGNATURE"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Vérifiez la signature")},
    StepWords{"SIGNATURE_CHECKED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Signature vérifiée")},
    StepWords{"PRINT_RECEIPT"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal prépare son ticket")},
    StepWords{"RECEIPT_PRINTED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le ticket du terminal est prêt")},
    StepWords{"REMOVE_CARD"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Retirez la carte")},
    StepWords{"CARD_REMOVED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Carte retirée")},
    StepWords{"TENDER_FINAL"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal a terminé")},
    StepWords{"WAIT"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Un instant…")},
    StepWords{"CONFIRM_AMOUNT"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le client confirme le montant")},
    StepWords{"WAIT_FOR_HOST"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal attend la banque")},
    StepWords{"REVERSING"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal annule un paiement de lui-même")},
    StepWords{"SENDING_LATER"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal envoie d’anciens paiements")},
    StepWords{"ENDING_DAY"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal fait sa clôture")},
    StepWords{"CARD_REFUSED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Cette carte n’est pas acceptée")},
    StepWords{"CARD_EXPIRED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Cette carte n’est plus valable")},
    StepWords{"CARD_UNREADABLE"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Carte illisible")},
    StepWords{"WRONG_PIN"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Code faux")},
    StepWords{"NO_CREDIT"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "La carte n’a pas assez de crédit")},
    StepWords{"FAULT"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal a un problème")},
    StepWords{"CONFIRM"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Le terminal demande une confirmation")},
    StepWords{"APPROVED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Accepté")},
    StepWords{"DECLINED"_L1, QT_TRANSLATE_NOOP("TerminalPrompts", "Refusé")},
};

QString sentenceOfStep(const QString &step)
{
    const auto *const known = std::ranges::find(stepWords, step, &StepWords::step);
    return known == stepWords.end() ? QString{} : TerminalPrompts::tr(known->sentence);
}

bool isNameOfStep(const QString &prompt)
{
    static const QRegularExpression name{u"^[A-Z]+(_[A-Z]+)+$"_s};
    return name.match(prompt).hasMatch();
}

} // namespace

QString terminalPrompt(const QString &prompt)
{
    QStringList sentences;
    for (const QString &part : prompt.split(u' ', Qt::SkipEmptyParts))
        sentences.push_back(sentenceOfStep(part));
    if (!sentences.contains(QString{}))
        return sentences.join(u" · "_s);
    return isNameOfStep(prompt) ? TerminalPrompts::tr("Suivez ce que montre le terminal") : prompt;
}

} // namespace guichet
