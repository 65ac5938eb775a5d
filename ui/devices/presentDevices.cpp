// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/till/NexoRoot.h"
#include "ui/devices/DevicesState.h"
#include "ui/devices/DrawerState.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/format/Plural.h"

#include <QRegularExpression>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Devices)
};

constexpr int shownTroubles = 3;
constexpr int pemLine = 64;
constexpr int rawPort = 9100;

QString nameIn(const std::vector<std::pair<QString, QString>> &names, const QString &key)
{
    const auto found = std::ranges::find(names, key, &std::pair<QString, QString>::first);
    return found == names.end() ? key : found->second;
}

QString addressOf(const TerminalSettings &settings)
{
    if (settings.port > 0 && settings.kind != u"zvt-serial")
        return u"%1:%2"_s.arg(settings.address).arg(settings.port);
    return settings.address;
}

void setState(DeviceCardState &card, const QString &words, Tone tone)
{
    card.state = words;
    card.tone = tone;
}

void presentTerminalState(DeviceCardState &card, const TerminalFacts &facts, const std::vector<FoundPort> &ports, Language language)
{
    const TerminalSettings &settings = facts.settings;
    if (settings.kind == u"manual")
        return setState(card, Words::tr("Sans liaison : le caissier tape le montant sur le terminal"), Tone::Muted);
    if (facts.trying)
        return setState(card, Words::tr("Essai en cours …"), Tone::Muted);
    if (facts.refused)
        return setState(card, Words::tr("Réglages incomplets : %1").arg(errorSentence(*facts.refused, language)), Tone::Danger);
    if (settings.kind == u"zvt-serial" && !isPlugged(ports, settings.address))
        return setState(card, Words::tr("Débranché : %1 n’est pas là").arg(settings.address), Tone::Danger);
    if (!facts.lastTry)
        return setState(card, Words::tr("Pas encore essayé"), Tone::Muted);
    const QString time = formatTime(facts.lastTry->at.time());
    if (facts.lastTry->answer)
        return setState(card, Words::tr("Prêt à %1").arg(time), Tone::Positive);
    setState(card, u"%1 · %2"_s.arg(time, errorSentence(facts.lastTry->answer.error(), language)), Tone::Danger);
}

/// Whose root was pasted: a terminal is believed on its word.
QString rootWords(const TerminalSettings &settings)
{
    const QByteArray fingerprint = certificateFingerprint(settings.rootPem);
    const NexoRoot root = nexoRootOf(fingerprint);
    switch (root) {
    case NexoRoot::None: return Words::tr("aucun");
    case NexoRoot::Live:
        return settings.isLive ? Words::tr("celui d’Adyen")
                               : Words::tr("Attention : celui d’Adyen pour les vrais paiements, pas pour l’essai");
    case NexoRoot::Test:
        return settings.isLive ? Words::tr("Attention : celui d’Adyen pour l’essai, pas pour de vrais paiements")
                               : Words::tr("celui d’Adyen pour l’essai");
    case NexoRoot::Other: break;
    }
    return Words::tr("Attention : aucun des deux d’Adyen (empreinte %1…). Vérifiez d’où il vient.")
        .arg(QString::fromLatin1(fingerprint.left(16)));
}

void presentTotals(DeviceCardState &card, const Result<TerminalTotals> &totals, Language language)
{
    if (!totals) {
        card.totals.emplace_back(Words::tr("Totaux"), errorSentence(totals.error(), language));
        return;
    }
    const auto words = [language](int count, Money amount) {
        return u"%1 · %2"_s.arg(counted(count, Words::tr("opération"), Words::tr("opérations"), language),
                                formatMoney(amount, EuroSign::Shown, language));
    };
    int count = 0;
    Money sum;
    for (const TerminalTotals::Row &row : totals->rows) {
        card.totals.emplace_back(row.brand, words(row.count, row.amount));
        count += row.count;
        sum += row.amount;
    }
    card.totals.emplace_back(Words::tr("Total du terminal"), words(count, sum));
}

void presentPrinterState(DeviceCardState &card, const PrinterFacts &facts, const PrinterWay &way, const std::vector<FoundPort> &ports,
                         Language language)
{
    const QString port = portOf(facts.printer);
    if (way.way == u"screen")
        setState(card,
                 facts.isSpare ? Words::tr("Aucune : tout attend l’imprimante des reçus")
                               : Words::tr("Pas d’imprimante : les reçus restent à l’écran"),
                 Tone::Muted);
    else if (!port.isEmpty() && !isPlugged(ports, port))
        setState(card, Words::tr("Débranchée : %1 n’est pas là").arg(port), Tone::Danger);
    else if (facts.asking)
        setState(card, Words::tr("Essai en cours …"), Tone::Muted);
    else if (!facts.trouble.isEmpty())
        setState(card, facts.trouble, Tone::Danger);
    else if (facts.waiting > 0)
        setState(card, counted(facts.waiting, Words::tr("document en attente"), Words::tr("documents en attente"), language), Tone::Muted);
    else if (facts.paperLow)
        setState(card, Words::tr("Prête : le papier est bientôt fini"), Tone::Warning);
    else
        setState(card, facts.isSpare ? Words::tr("Prête") : Words::tr("Prête : rien n’attend"), Tone::Positive);
}

/// What it says of itself, and of the drawer where its contact is understood.
void presentPrinterAnswer(DeviceCardState &card, const PrinterFacts &facts, Language language)
{
    if (!facts.answer)
        return;
    const QString label = Words::tr("L’imprimante dit");
    if (!*facts.answer)
        return card.rows.emplace_back(label, errorSentence(facts.answer->error(), language)), void();
    if (!**facts.answer)
        return card.rows.emplace_back(label, Words::tr("rien : ce modèle ne répond pas")), void();
    const PrinterAnswer &said = ***facts.answer;
    const QString fine = said.paperLow ? Words::tr("prête, le papier est bientôt fini") : Words::tr("prête");
    const QString ready = said.trouble ? errorSentence(*said.trouble, language) : fine;
    card.rows.emplace_back(label, said.model.isEmpty() ? ready : u"%1 · %2"_s.arg(said.model, ready));
    if (facts.drawerSensor == u"high" || facts.drawerSensor == u"low")
        card.rows.emplace_back(Words::tr("Tiroir"),
                               said.drawerLevel == (facts.drawerSensor == u"high") ? Words::tr("ouvert") : Words::tr("fermé"));
}

} // namespace

QString portOf(const QString &setting)
{
    const PrinterWay way = printerWayOf(setting);
    return printerPortKind(way.way) ? way.place.section(u':', 0, 0) : QString{};
}

bool isPlugged(const std::vector<FoundPort> &ports, const QString &path)
{
    return std::ranges::any_of(ports, [&](const FoundPort &port) { return port.path == path; });
}

QStringList linesOfDevice(const QStringList &log, const QString &device)
{
    return log.filter(u' ' + device + u' ');
}

std::vector<std::pair<QString, QString>> terminalKindNames()
{
    return {{u"manual"_s, Words::tr("sans liaison")},
            {u"nexo"_s, Words::tr("Adyen (nexo)")},
            {u"opi-nl"_s, Words::tr("CCV, Nexi (OPI, deux liaisons)")},
            {u"opi-de"_s, Words::tr("CCV (OPI, une liaison)")},
            {u"zvt-tcp"_s, Words::tr("ZVT par le réseau")},
            {u"zvt-serial"_s, Words::tr("ZVT par câble série")},
            {u"plugin"_s, Words::tr("module d’un fabricant")}};
}

QString secretWord(const QString &kind)
{
    const QString name = terminalName(kind);
    if (name == u"nexo")
        return Words::tr("Phrase secrète");
    if (name == u"zvt")
        return Words::tr("Mot de passe");
    return name == u"plugin" ? Words::tr("Secret") : QString{};
}

QString pemOf(const QString &text)
{
    static const QRegularExpression certificate{u"-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----"_s};
    static const QRegularExpression notBase64{u"[^A-Za-z0-9+/=]"_s};
    QString pem;
    auto found = certificate.globalMatch(text);
    while (found.hasNext()) {
        QString body = found.next().captured(1).remove(notBase64);
        pem += u"-----BEGIN CERTIFICATE-----\n"_s;
        for (; !body.isEmpty(); body.remove(0, pemLine))
            pem += body.left(pemLine) + u'\n';
        pem += u"-----END CERTIFICATE-----\n"_s;
    }
    return pem.isEmpty() ? text.trimmed() : pem;
}

std::vector<std::pair<QString, QString>> printerWayNames()
{
    return {{u"screen"_s, Words::tr("à l’écran seulement")},
            {u"tcp:"_s, Words::tr("imprimante du réseau")},
            {u"usb:"_s, Words::tr("imprimante USB")},
            {u"serial:"_s, Words::tr("imprimante série")},
            {u"file:"_s, Words::tr("dossier de l’ordinateur")}};
}

std::vector<std::pair<QString, QString>> sparePrinterWayNames()
{
    auto names = printerWayNames();
    names.front().second = Words::tr("aucune");
    return names;
}

QString printerPlaceExample(const QString &way)
{
    if (way == u"tcp:")
        return u"192.0.2.10:9100"_s;
    if (way == u"usb:")
        return u"/dev/usb/lp0"_s;
    return way == u"serial:" ? u"/dev/ttyUSB0"_s : u"/home/caisse/recus"_s;
}

std::optional<FoundPort::Kind> printerPortKind(const QString &way)
{
    if (way == u"usb:")
        return FoundPort::Kind::PrinterNode;
    return way == u"serial:" ? std::optional{FoundPort::Kind::Serial} : std::nullopt;
}

std::pair<QString, int> rawPlaceOf(const QString &place)
{
    const qsizetype colon = place.lastIndexOf(u':');
    const bool hasPort = colon > 0 && !place.endsWith(u']') && place.indexOf(u':') == colon;
    if (!hasPort)
        return {place, rawPort};
    bool isNumber = false;
    const int port = place.mid(colon + 1).toInt(&isNumber);
    return {place.left(colon), isNumber ? port : 0};
}

std::vector<std::pair<QString, QString>> printerFlowNames()
{
    return {{u"rts"_s, Words::tr("par les fils du câble (RTS/CTS)")},
            {u"xon"_s, Words::tr("par des caractères (XON/XOFF)")},
            {u"none"_s, Words::tr("elle ne le dit pas")}};
}

QString PrinterWay::setting() const
{
    if (way == u"screen")
        return way;
    const bool saysFlow = way == u"serial:" && !flow.isEmpty();
    return saysFlow ? way + place + u':' + flow : way + place;
}

PrinterWay printerWayOf(const QString &setting)
{
    PrinterWay found;
    for (const auto &[way, name] : printerWayNames())
        if (way != u"screen" && setting.startsWith(way))
            found = {.way = way, .place = setting.mid(way.size())};
    if (found.way != u"serial:")
        return found;
    for (const auto &[flow, name] : printerFlowNames())
        if (found.place.endsWith(u':' + flow)) {
            found.flow = flow;
            found.place.chop(flow.size() + 1);
        }
    return found;
}

QStringList presentTroubles(const QStringList &log, int count, Language language)
{
    static const QString mark = u" -- error "_s;
    QStringList words;
    for (auto line = log.crbegin(); line != log.crend() && words.size() < count; ++line) {
        const qsizetype at = line->indexOf(mark);
        if (at < 0)
            continue;
        const QString text = line->mid(at + mark.size());
        const auto code = errorCodeNamed(text.section(u':', 0, 0));
        const QString sentence = code ? errorSentence({.code = *code}, language) : text;
        words << u"%1 · %2"_s.arg(line->mid(11, 5), sentence);
    }
    return words;
}

DeviceCardState presentTerminal(const TerminalFacts &facts, const std::vector<FoundPort> &ports, const QStringList &log, Language language)
{
    DeviceCardState card;
    const TerminalSettings &settings = facts.settings;
    presentTerminalState(card, facts, ports, language);
    card.rows.emplace_back(Words::tr("Sorte"), nameIn(terminalKindNames(), settings.kind));
    card.actions = {u"terminal.setUp"_s};
    if (settings.kind == u"manual")
        return card;
    if (settings.kind == u"plugin")
        card.rows.emplace_back(Words::tr("Module"), settings.library);
    if (!settings.address.isEmpty())
        card.rows.emplace_back(Words::tr("Adresse"), addressOf(settings));
    if (settings.kind == u"nexo") {
        card.rows.emplace_back(Words::tr("Numéro du terminal"), settings.poiId);
        card.rows.emplace_back(Words::tr("Certificat racine"), rootWords(settings));
    }
    if (const QString secret = secretWord(settings.kind); !secret.isEmpty())
        card.rows.emplace_back(secret, facts.secretKept ? Words::tr("gardé en lieu sûr") : Words::tr("aucun"));
    card.rows.emplace_back(Words::tr("À la fermeture"), settings.endsDay ? Words::tr("termine aussi la journée du terminal")
                                                                         : Words::tr("la journée du terminal continue"));
    if (facts.lastTry && facts.lastTry->answer && !facts.lastTry->answer->isEmpty())
        card.rows.emplace_back(Words::tr("Le terminal dit"), *facts.lastTry->answer);
    if (facts.doubts > 0)
        card.rows.emplace_back(Words::tr("Sans réponse"), counted(facts.doubts, Words::tr("paiement"), Words::tr("paiements"), language));
    card.troubles = presentTroubles(log, shownTroubles, language);
    if (facts.totals)
        presentTotals(card, *facts.totals, language);
    if (!facts.trying)
        card.actions << u"terminal.test"_s << u"terminal.totals"_s;
    if (!facts.trying && facts.doubts > 0)
        card.actions << u"terminal.ask"_s;
    return card;
}

DeviceCardState presentPrinter(const PrinterFacts &facts, const std::vector<FoundPort> &ports, const QStringList &log, Language language)
{
    DeviceCardState card;
    const PrinterWay way = printerWayOf(facts.printer);
    presentPrinterState(card, facts, way, ports, language);
    const QString name = facts.isSpare ? u"spare."_s : u"printer."_s;
    card.rows.emplace_back(facts.isSpare ? Words::tr("Elle imprime") : Words::tr("Les reçus sortent"),
                           facts.isSpare ? Words::tr("ce qu’on lui envoie, dans Impressions") : nameIn(printerWayNames(), way.way));
    card.actions = {name + u"setUp"_s};
    if (way.way == u"screen")
        return card;
    card.rows.emplace_back(way.way == u"file:" ? Words::tr("Dossier") : Words::tr("Adresse"), way.place);
    card.rows.emplace_back(Words::tr("Modèle"), facts.profile);
    const bool hasDrawer = way.way != u"file:" && !facts.isSpare;
    if (hasDrawer)
        card.rows.emplace_back(Words::tr("Le tiroir s’ouvre"), drawerWords(facts.drawerPin, facts.drawerSensor));
    presentPrinterAnswer(card, facts, language);
    if (facts.waiting > 0)
        card.rows.emplace_back(Words::tr("En attente"), QString::number(facts.waiting));
    card.troubles = presentTroubles(log, shownTroubles, language);
    card.actions << name + u"test"_s;
    if (!facts.isSpare)
        card.actions << name + u"drawer"_s;
    if (hasDrawer)
        card.actions << name + u"drawerSetUp"_s;
    if (way.way != u"file:" && !facts.asking)
        card.actions << name + u"ask"_s << name + u"codePages"_s;
    return card;
}

} // namespace guichet
