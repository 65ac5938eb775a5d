// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/NoticeText.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// clang-format off
QString frenchAlert(TillAlert alert)
{
    switch (alert) {
    case TillAlert::JournalDefect: return u"Le journal de la caisse présente un défaut. Vendez normalement et appelez le technicien."_s;
    case TillAlert::SignaturePending: return u"Signature en attente : la clé de la caisse n’est pas accessible. Les ventes sont gardées et seront signées."_s;
    case TillAlert::WriteFailing: return u"La caisse n’arrive plus à écrire dans son journal. Vérifiez la place sur le disque ou appelez le technicien."_s;
    case TillAlert::CheckFailing: return u"Le journal de la caisse n’a pas pu être vérifié. La caisse réessaie chaque heure."_s;
    case TillAlert::BackupFailing: return u"La sauvegarde n’a pas pu être faite. La caisse réessaie chaque heure ; prévenez un responsable si cela dure."_s;
    }
    Q_UNREACHABLE();
}

QString dutchAlert(TillAlert alert)
{
    switch (alert) {
    case TillAlert::JournalDefect: return u"Het journaal van de kassa vertoont een fout. Verkoop gewoon verder en bel de technicus."_s;
    case TillAlert::SignaturePending: return u"Handtekening in afwachting: de sleutel van de kassa is niet bereikbaar. De verkopen blijven bewaard en worden later ondertekend."_s;
    case TillAlert::WriteFailing: return u"De kassa kan niet meer in haar journaal schrijven. Controleer de plaats op de schijf of bel de technicus."_s;
    case TillAlert::CheckFailing: return u"Het journaal van de kassa kon niet worden gecontroleerd. De kassa probeert het elk uur opnieuw."_s;
    case TillAlert::BackupFailing: return u"De reservekopie kon niet worden gemaakt. De kassa probeert het elk uur opnieuw; verwittig een verantwoordelijke als het blijft duren."_s;
    }
    Q_UNREACHABLE();
}
// clang-format on

} // namespace

QString alertSentence(TillAlert alert, Language language)
{
    return language == Language::Dutch ? dutchAlert(alert) : frenchAlert(alert);
}

QStringList alertSentences(const std::vector<TillAlert> &alerts, Language language)
{
    QStringList sentences;
    for (const TillAlert alert : alerts)
        sentences.append(alertSentence(alert, language));
    return sentences;
}

QStringList stockSentences(const std::vector<StockBelowZero> &products, Language language)
{
    const QString sentence = language == Language::Dutch ? u"Negatieve voorraad: %1 (%2)"_s : u"Stock négatif : %1 (%2)"_s;
    QStringList sentences;
    for (const StockBelowZero &product : products)
        sentences.append(sentence.arg(product.title.in(language)).arg(product.level));
    return sentences;
}

} // namespace guichet
