// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/MoreState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

} // namespace

std::vector<HelpTopic> helpTopics()
{
    return {
        {u"sell"_s, HelpWords::tr("Vendre"),
         HelpWords::tr(
             "Touchez « + Adulte » sur une offre : le billet va sur le prochain départ. Touchez l’offre elle-même pour choisir le "
             "jour, l’heure et le nombre. "
             "Scannez les articles : le panier se remplit, où que soit l’écran. Tapez 3 avant de scanner pour en mettre trois.")},
        {u"line"_s, HelpWords::tr("Changer une ligne"),
         HelpWords::tr(
             "Touchez une ligne du panier : − et + changent le nombre, « Gratuité » et « Prix » demandent un motif et l’accord d’un "
             "utilisateur.")},
        {u"pay"_s, HelpWords::tr("Encaisser"),
         HelpWords::tr("« PAYER », puis le moyen. En espèces, touchez le billet reçu : la monnaie à rendre s’affiche en grand. Plusieurs "
                       "moyens se suivent : "
                       "tapez le montant de chacun. Si le terminal ne répond pas, dites ce qu’il montre ; « je ne sais pas » est une bonne "
                       "réponse.")},
        {u"park"_s, HelpWords::tr("Garder un panier"),
         HelpWords::tr(
             "« Garder » met le panier de côté sous un nom. Le reprendre : « Reprendre » avec un panier vide, ou Plus, Paniers gardés.")},
        {u"refund"_s, HelpWords::tr("Rembourser"),
         HelpWords::tr(
             "Scannez le reçu ou cherchez le dossier, puis « Rembourser » : choisissez les unités, le motif et le moyen. Le reçu de "
             "remboursement s’imprime.")},
        {u"print"_s, HelpWords::tr("Réimprimer"),
         HelpWords::tr(
             "Plus, Impressions, Dernier reçu ; ou la page du dossier. Toute copie porte DUPLICATA et est comptée. Une imprimante en "
             "panne ne perd rien : "
             "le document attend.")},
        {u"close"_s, HelpWords::tr("Fermer la journée"),
         HelpWords::tr("« FERMER » : comptez le tiroir, touchez chaque moyen pour noter ce que disent le terminal et les bons. Un écart se "
                       "note, il n’empêche jamais "
                       "de fermer. Le Z s’imprime et s’enregistre en PDF.")},
        {u"training"_s, HelpWords::tr("S’exercer"),
         HelpWords::tr(
             "Plus, Mode école : tout se fait comme en vrai, rien n’est compté, les reçus le disent. Quittez-le de la même façon.")}};
}

std::vector<std::pair<QString, QString>> keyList()
{
    return {{u"F1"_s, HelpWords::tr("cette aide")},
            {u"F12"_s, HelpWords::tr("l’action principale : payer, valider, fermer")},
            {HelpWords::tr("Échap"), HelpWords::tr("revenir sans rien changer")},
            {u"Tab"_s, HelpWords::tr("aller d’un champ à l’autre")},
            {HelpWords::tr("Entrée"), HelpWords::tr("presser ce qui a le cadre")},
            {u"Alt"_s, HelpWords::tr("tenu : montre la touche de chaque bouton")},
            {HelpWords::tr("0 à 9"), HelpWords::tr("hors d’un champ : multiplient le prochain scan, 3 ×")}};
}

} // namespace guichet
