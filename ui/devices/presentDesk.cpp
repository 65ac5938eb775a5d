// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DeskState.h"

#include <ranges>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct DeskWords
{
    Q_DECLARE_TR_FUNCTIONS(DeskDevices)
};

constexpr int shownDeskTroubles = 3;
const QString serialWay = u"serial:"_s;

/// Whether the newest line that tells says that the device is there; none: nothing was said today.
std::optional<bool> isConnected(const QStringList &log)
{
    for (const QString &line : std::views::reverse(log)) {
        if (line.contains(u" -- connected"_s))
            return true;
        if (line.contains(u" -- error"_s))
            return false;
    }
    return std::nullopt;
}

void presentLine(DeviceCardState &card, const QString &port, const std::vector<FoundPort> &ports, const QStringList &log)
{
    const auto connected = isConnected(log);
    card.tone = Tone::Danger;
    if (!port.isEmpty() && !isPlugged(ports, port))
        card.state = DeskWords::tr("Débranché : %1 n’est pas là").arg(port);
    else if (connected && !*connected)
        card.state = DeskWords::tr("Ne répond pas");
    else if (connected) {
        card.state = DeskWords::tr("Relié");
        card.tone = Tone::Positive;
    } else {
        card.state = DeskWords::tr("Pas encore entendu");
        card.tone = Tone::Muted;
    }
}

QString nameAmong(const std::vector<std::pair<QString, QString>> &names, const QString &key)
{
    for (const auto &[known, name] : names)
        if (known == key)
            return name;
    return key;
}

void addLine(DeviceCardState &card, const SerialPlace &place)
{
    if (!place.port.isEmpty())
        card.rows.emplace_back(DeskWords::tr("Port"), place.baud.isEmpty() ? place.port : u"%1 · %2"_s.arg(place.port, place.baud));
}

} // namespace

QString SerialPlace::setting() const
{
    if (port.isEmpty())
        return {};
    return baud.isEmpty() ? serialWay + port : serialWay + port + u':' + baud;
}

SerialPlace serialPlaceOf(const QString &setting)
{
    if (!setting.startsWith(serialWay))
        return {};
    const QString place = setting.mid(serialWay.size());
    return {.port = place.section(u':', 0, 0), .baud = place.section(u':', 1)};
}

std::vector<std::pair<QString, QString>> scannerKeyboardNames()
{
    return {{u"same"_s, DeskWords::tr("comme la caisse")}, {u"us-on-azerty"_s, DeskWords::tr("américain, sur un clavier belge")}};
}

std::vector<std::pair<QString, QString>> displayKindNames()
{
    return {{u"none"_s, DeskWords::tr("aucun")}, {u"cd5220"_s, u"CD5220"_s}, {u"epson"_s, u"Epson (ESC/POS)"_s}};
}

std::vector<std::pair<QString, QString>> displayCharacterNames()
{
    return {{u"cp437"_s, DeskWords::tr("CP437 (sans €)")}, {u"cp858"_s, u"CP858"_s}, {u"wpc1252"_s, u"WPC1252"_s}};
}

std::vector<std::pair<QString, QString>> labelPrinterWayNames()
{
    return {{u"none"_s, DeskWords::tr("aucune")},
            {u"tcp:"_s, DeskWords::tr("imprimante du réseau")},
            {u"usb:"_s, DeskWords::tr("imprimante USB")},
            {u"serial:"_s, DeskWords::tr("imprimante série")}};
}

std::vector<std::pair<QString, QString>> labelRollNames()
{
    std::vector<std::pair<QString, QString>> names;
    for (const LabelFormat &roll : rollFormats())
        names.emplace_back(roll.key, u"%1 × %2 mm"_s.arg(roll.width / 10).arg(roll.height / 10));
    return names;
}

DeviceCardState presentScanner(const ScannerFacts &facts, const std::vector<FoundPort> &ports, const QStringList &log, Language language)
{
    DeviceCardState card;
    const ScannerSettings &settings = facts.settings;
    const SerialPlace place = serialPlaceOf(settings.line);
    const bool hasLine = !settings.line.isEmpty() || !settings.usb.isEmpty();
    if (hasLine)
        presentLine(card, settings.usb.isEmpty() ? place.port : QString{}, ports, log);
    else
        card.state = DeskWords::tr("Un scanner qui tape comme un clavier marche sans réglage");
    card.rows.emplace_back(DeskWords::tr("Le scanner"),
                           hasLine ? DeskWords::tr("a une ligne à lui") : DeskWords::tr("tape comme un clavier"));
    addLine(card, place);
    if (!settings.usb.isEmpty())
        card.rows.emplace_back(DeskWords::tr("Appareil USB"), settings.usb);
    card.rows.emplace_back(DeskWords::tr("Son clavier"), nameAmong(scannerKeyboardNames(), settings.keyboard));
    if (facts.trying)
        card.rows.emplace_back(DeskWords::tr("Essai"), DeskWords::tr("lisez un code maintenant"));
    else if (!facts.lastCode.isEmpty())
        card.rows.emplace_back(DeskWords::tr("Dernier code lu"), facts.lastCode);
    card.troubles = hasLine ? presentTroubles(log, shownDeskTroubles, language) : QStringList{};
    card.actions = {u"scanner.setUp"_s, u"scanner.test"_s};
    return card;
}

DeviceCardState presentDisplay(const DisplaySettings &settings, const std::vector<FoundPort> &ports, const QStringList &log,
                               Language language)
{
    DeviceCardState card;
    const bool hasLine = settings.kind != u"none";
    const SerialPlace place = serialPlaceOf(settings.line);
    if (hasLine)
        presentLine(card, place.port, ports, log);
    else
        card.state = settings.secondScreen ? DeskWords::tr("Le client voit le second écran, s’il y en a un")
                                           : DeskWords::tr("Le client ne voit rien : aucun afficheur n’est réglé");
    card.rows.emplace_back(DeskWords::tr("Afficheur"), nameAmong(displayKindNames(), settings.kind));
    if (hasLine)
        addLine(card, place);
    card.rows.emplace_back(DeskWords::tr("Second écran"), settings.secondScreen ? DeskWords::tr("oui") : DeskWords::tr("non"));
    if (!settings.welcome.isEmpty())
        card.rows.emplace_back(DeskWords::tr("Accueil"), settings.welcome);
    card.troubles = hasLine ? presentTroubles(log, shownDeskTroubles, language) : QStringList{};
    card.actions = {u"display.setUp"_s};
    if (hasLine || settings.secondScreen)
        card.actions << u"display.test"_s;
    return card;
}

DeviceCardState presentLabelPrinter(const LabelPrinterSettings &settings, const std::vector<FoundPort> &ports, const QStringList &log,
                                    Language language)
{
    DeviceCardState card;
    card.actions = {u"labels.setUp"_s};
    const PrinterWay way = printerWayOf(settings.printer);
    if (settings.printer.isEmpty()) {
        card.state = DeskWords::tr("Les étiquettes sortent sur des planches A4");
        return card;
    }
    const QString port = portOf(settings.printer);
    const auto last = log.empty() ? std::nullopt : std::optional{log.back().contains(u" -- error"_s)};
    card.tone = last.value_or(false) ? Tone::Danger : last ? Tone::Positive : Tone::Muted;
    card.state = last.value_or(false) ? DeskWords::tr("Le dernier essai a échoué")
                 : last               ? DeskWords::tr("Prête : les dernières étiquettes sont parties")
                                      : DeskWords::tr("Pas encore essayée");
    if (!port.isEmpty() && !isPlugged(ports, port)) {
        card.tone = Tone::Danger;
        card.state = DeskWords::tr("Débranchée : %1 n’est pas là").arg(port);
    }
    card.rows = {{DeskWords::tr("Les étiquettes sortent"), nameAmong(labelPrinterWayNames(), way.way)},
                 {DeskWords::tr("Adresse"), way.place},
                 {DeskWords::tr("Rouleau"), nameAmong(labelRollNames(), settings.roll)}};
    card.troubles = presentTroubles(log, shownDeskTroubles, language);
    card.actions << u"labels.test"_s;
    return card;
}

} // namespace guichet
