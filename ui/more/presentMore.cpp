// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"
#include "ui/more/MoreState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(More)
};

TileState tile(const QString &id, const QString &title, const QString &subLine, const QColor &colour)
{
    return {.id = id, .title = title, .subLine = subLine, .groupColour = colour};
}

TileSection presentCash(bool faded)
{
    const QColor colour{0x0B, 0x6E, 0x5F};
    TileSection section{.title = Words::tr("Le tiroir"),
                        .tiles = {tile(u"cashIn"_s, Words::tr("Entrée d’argent"), Words::tr("monnaie, appoint"), colour),
                                  tile(u"cashOut"_s, Words::tr("Sortie d’argent"), Words::tr("achat, dépannage"), colour),
                                  tile(u"cashDrop"_s, Words::tr("Vers la banque"), Words::tr("alléger le tiroir"), colour),
                                  tile(u"drawer"_s, Words::tr("Ouvrir le tiroir"), Words::tr("sans vente, avec un motif"), colour)}};
    for (TileState &state : section.tiles)
        state.faded = faded;
    return section;
}

TileSection presentDesk(const MoreFacts &facts, Language language)
{
    const QColor colour{0x1B, 0x62, 0xA6};
    TileState parked = tile(u"parked"_s, Words::tr("Paniers gardés"), Words::tr("les reprendre"), colour);
    if (facts.parked > 0)
        parked.subLine = counted(facts.parked, Words::tr("panier"), Words::tr("paniers"), language);
    return {.title = Words::tr("Le comptoir"),
            .tiles = {tile(u"gift"_s, Words::tr("Cartes cadeaux"), Words::tr("et chèques : solde, vente"), colour), parked,
                      tile(u"stock"_s, Words::tr("Stock"), Words::tr("réassort, inventaire, casse"), colour),
                      tile(u"report"_s, Words::tr("X et Z"), Words::tr("en cours et précédents"), colour)}};
}

TileSection presentWatch(const MoreFacts &facts, Language language)
{
    const QColor colour{0xB2, 0x6A, 0x00};
    TileState printing = tile(u"printing"_s, Words::tr("Impressions"), Words::tr("dernier reçu, file d’attente"), colour);
    if (facts.waitingJobs > 0) {
        printing.subLine = counted(facts.waitingJobs, Words::tr("document en attente"), Words::tr("documents en attente"), language);
    }
    TileState doubtful = tile(u"doubtful"_s, Words::tr("Paiements sans réponse"), Words::tr("aucun"), colour);
    if (!facts.doubtful.empty()) {
        doubtful.subLine.clear();
        doubtful.notice =
            counted(static_cast<qint64>(facts.doubtful.size()), Words::tr("paiement à régler"), Words::tr("paiements à régler"), language);
        doubtful.noticeTone = Tone::Danger;
    }
    TileSection section{.title = Words::tr("À surveiller"), .tiles = {printing, doubtful}};
    if (facts.centre.enrolled)
        section.tiles.push_back(presentCentreTile(facts.centre, std::ssize(facts.conflicts), colour, language, facts.overuse));
    if (!facts.waitingUsers.empty())
        section.tiles.push_back(presentUsersTile(std::ssize(facts.waitingUsers), colour, language));
    return section;
}

TileSection presentHouse(const MoreFacts &facts, Language language)
{
    const QColor colour{0x5B, 0x64, 0x72};
    TileState training =
        tile(u"training"_s, facts.till.training ? Words::tr("Quitter le mode école") : Words::tr("Mode école"),
             facts.till.training ? Words::tr("revenir aux vraies ventes") : Words::tr("s’exercer sans rien compter"), colour);
    TileState settings = tile(u"settings"_s, Words::tr("Réglages"), Words::tr("affichage, sons, billets"), colour);
    TileState devices = tile(u"devices"_s, Words::tr("Périphériques"), Words::tr("état, essai, réglages"), colour);
    settings.faded = !facts.maySetUp;
    devices.faded = !facts.maySetUp;
    TileSection section{.title = Words::tr("La maison"), .tiles = {training, settings, devices}};
    if (!facts.centre.enrolled && facts.mayEnrol) { // nothing to watch yet: it is set up once
        section.tiles.push_back(presentCentreTile(facts.centre, 0, colour, language));
        section.tiles.back().faded = !facts.maySetUp;
    }
    section.tiles.push_back(tile(u"help"_s, Words::tr("Aide"), Words::tr("F1, et les touches du clavier"), colour));
    section.tiles.push_back(tile(u"about"_s, Words::tr("À propos"), Words::tr("version et clé de la caisse"), colour));
    return section;
}

} // namespace

std::vector<TileSection> presentMore(const MoreFacts &facts, Language language)
{
    const bool closed = facts.till.phase == TillState::Phase::Closed;
    return {presentCash(closed), presentDesk(facts, language), presentWatch(facts, language), presentHouse(facts, language)};
}

QMap<QString, DoubtfulChoice> choicesAmong(const std::vector<PaymentIntent> &intents)
{
    QMap<QString, DoubtfulChoice> choices;
    for (const PaymentIntent &intent : intents)
        choices[intent.id.toString()] = {.words = decisionWords(intent),
                                         .canGiveBack = intent.late && intent.authorised.isPositive() && !intent.transaction.isEmpty()};
    return choices;
}

namespace {

QString whatOf(const PaymentIntent &intent)
{
    if (intent.late)
        return intent.asked.isNegative() ? Words::tr("remboursement fait après coup") : Words::tr("paiement accepté après coup");
    if (!intent.undoes.isNull())
        return Words::tr("annulation d’un paiement");
    return intent.asked.isNegative() ? Words::tr("remboursement") : Words::tr("paiement");
}

} // namespace

std::vector<TableRow> presentDoubtful(const std::vector<PaymentIntent> &intents, const Catalogue &catalogue, Language language)
{
    std::vector<TableRow> rows;
    for (const PaymentIntent &intent : intents) {
        const PaymentMethod *method = catalogue.paymentMethod(intent.method);
        const Money amount = intent.late ? intent.authorised : intent.asked;
        rows.push_back({.id = intent.id.toString(),
                        .cells = {formatDateTime(intent.at), whatOf(intent), method ? method->name.in(language) : intent.method,
                                  formatMoney(amount.absolute(), EuroSign::Shown, language)},
                        .cellTones = {Tone::Muted, Tone::Normal, Tone::Normal, Tone::Warning}});
    }
    return rows;
}

} // namespace guichet
