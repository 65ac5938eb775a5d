// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/ScreenShots.h"

#include "app/guichet/ScreenStates.h"
#include "app/tool/ScriptSession.h"
#include "core/usecases/PrinterDesk.h"
#include "ui/start/FirstStartScreen.h"
#include "ui/start/StartFailureScreen.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BigButton.h"

#include <QDir>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstdio>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString start = u"2026-11-25T10:05:00+01:00"_s;

/// A morning's sales, so that reports and lists have something to show.
const QByteArrayList &morning()
{
    static const QByteArrayList script{
        R"({"do":"create","demo":true,"secretStore":"file"})",
        R"({"do":"login","user":"Claire","pin":"5555"})",
        R"({"do":"open","float":25000})",
        R"({"do":"add","formula":"grotte","units":[{"resource":"adulte","quantity":2},{"resource":"enfant","quantity":2}]})",
        R"({"do":"pay","method":"cash","amount":10000})",
        R"({"do":"validate"})",
        R"({"do":"add","formula":"grotte-safari","slot":"11:00","units":[{"resource":"adulte","quantity":2}]})",
        R"({"do":"scan","code":"2900000000025"})",
        R"({"do":"pay","method":"bancontact"})",
        R"({"do":"validate"})",
        R"({"do":"add","product":"p317","quantity":2})",
        R"({"do":"add","product":"p319","quantity":1})",
        R"({"do":"pay","method":"card"})",
        R"({"do":"validate"})",
        R"({"do":"add","formula":"groupe-scolaire","date":"2026-11-27","slot":"10:30","units":[{"resource":"groupe-eleve","quantity":42}],"supplements":[{"supplement":"guide","quantity":1}]})",
        R"({"do":"client","country":"BE","postcode":"5000","name":"École du Val","email":"ecole@val.example"})",
        R"({"do":"validate","due":{"deposit":10000,"on":"2026-11-27"}})",
        R"({"do":"refund","dossier":"R2","lines":[{"line":2,"quantity":1}],"method":"bancontact","reason":"retour"})",
        R"({"do":"add","product":"p040"})",
        R"({"do":"park","name":"Famille en attente"})",
        R"({"do":"cash","kind":"out","amount":1250,"reason":"achat"})",
    };
    return script;
}

bool makeDemo(const QString &data, QTextStream &errors)
{
    ScriptSession session{data, fromRfc3339(start)};
    for (const QByteArray &line : morning()) {
        const QJsonObject answer = session.run(line);
        if (answer[u"ok"_s].toBool())
            continue;
        errors << "demo: " << line << " -> " << QJsonDocument{answer}.toJson(QJsonDocument::Compact) << '\n';
        return false;
    }
    return true;
}

void drawFirstStart(const QDir &folder, const QSize &size)
{
    FirstStartScreen screen;
    screen.resize(size);
    screen.show();
    QCoreApplication::processEvents();
    screen.grab().save(folder.filePath(u"premier-demarrage.png"_s));
    screen.findChild<BigButton *>(u"start.own"_s)->click();
    QCoreApplication::processEvents();
    screen.grab().save(folder.filePath(u"premier-demarrage-attraction.png"_s));
    screen.findChild<BigButton *>(u"start.back"_s)->click();
    screen.findChild<BigButton *>(u"start.replace"_s)->click();
    screen.findChild<QLineEdit *>(u"replace.address"_s)->setText(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s); // as scanned
    QCoreApplication::processEvents();
    screen.grab().save(folder.filePath(u"premier-demarrage-remplacer.png"_s));
}

void drawStartFailure(const QString &file, const QSize &size, Language language)
{
    StartFailureScreen screen;
    screen.render(presentStartFailure({.code = ErrorCode::DatabaseCorrupt, .detail = u"quick_check"_s}, u"/home/caisse/guichet"_s,
                                      fromRfc3339(start).addDays(-1), language));
    screen.resize(size);
    screen.show();
    QCoreApplication::processEvents();
    screen.grab().save(file);
}

void fillCart(ScreenAlbum &album)
{
    album.ask([](Workplace &workplace) {
        Checkout checkout{workplace};
        const auto lines = checkout.add({}, {.formula = u"grotte"_s, .units = {{u"adulte"_s, 2}, {u"enfant"_s, 2}}});
        const auto postcard = checkout.addProduct({}, u"p151"_s, 1);
        std::ignore = checkout.addProduct({}, u"p002"_s, 1);
        if (postcard)
            std::ignore = checkout.giveFree({}, *postcard, 1, u"geste"_s);
        std::ignore = checkout.applyPromoCode({}, u"DIX10"_s);
        return lines.has_value();
    });
}

void drawSelling(ScreenAlbum &album)
{
    album.keep(u"connexion"_s);
    drawLockedOut(album);
    album.ask([](Workplace &workplace) {
        workplace.interrupted = true; // as after a power cut: said once, to the first who comes
        return Staff{workplace}.logIn(u"Claire"_s, u"5555"_s).has_value();
    });
    album.window().start();
    album.keep(u"vente-apres-coupure"_s);
    album.go(Place::Sale);
    album.keep(u"vente-vide"_s);
    fillCart(album);
    album.go(Place::Sale);
    album.keep(u"vente"_s);
    if (album.press(u"tile.kayak-7.kayak1"_s))
        album.keep(u"vente-refus-ou-ajout"_s);
    if (album.press(u"tile.grotte"_s))
        album.keep(u"vente-formule"_s);
    album.press(u"chip.14:30"_s);
    if (album.press(u"plus"_s))
        album.keep(u"vente-formule-choix"_s);
    album.go(Place::Sale);
    album.press(u"sheetBack"_s);
    if (album.press(u"promo"_s))
        album.keep(u"vente-code-promo"_s);
    album.go(Place::Sale);
    album.press(u"sheetBack"_s);
}

/// Goods that ask something before they are in the cart (SELL-2).
void drawGoods(ScreenAlbum &album)
{
    album.scan(u"2900000002227"_s);
    album.press(u"pad.3"_s);
    album.press(u"pad.5"_s);
    album.press(u"pad.0"_s);
    album.keep(u"vente-poids"_s);
    album.press(u"sheetBack"_s);
    album.scan(u"4006381333931"_s);
    album.keep(u"vente-code-inconnu"_s);
    if (album.press(u"toastAction"_s))
        album.keep(u"vente-nouveau-produit"_s);
    album.press(u"sheetBack"_s);
}

/// A departure that is full, for a manager to force with a reason (SELL-4).
void drawForcing(ScreenAlbum &album)
{
    const auto filled = album.ask([](Workplace &workplace) {
        return Checkout{workplace}.add({}, {.formula = u"grotte"_s, .slot = {14, 30}, .units = {{u"adulte"_s, 60}}});
    });
    album.go(Place::Sale);
    album.press(u"tile.grotte"_s);
    album.press(u"chip.14:30"_s);
    album.press(u"plus"_s);
    album.press(u"chip.retard"_s);
    album.keep(u"vente-forcer"_s);
    album.press(u"sheetBack"_s);
    if (filled)
        album.ask([line = filled->front()](Workplace &workplace) { return Checkout{workplace}.remove({}, line).has_value(); });
    album.go(Place::Sale);
}

void drawPayment(ScreenAlbum &album)
{
    drawPaymentSheets(album);
    drawCardPayment(album);
    album.go(Place::Payment);
    album.keep(u"paiement"_s);
    album.go(Place::Payment, u"client"_s);
    album.keep(u"paiement-client"_s);
    drawSold(album);
}

/// A sheet that was begun, and the goods that one searches.
void drawLabels(ScreenAlbum &album)
{
    album.go(Place::Labels, u"p002\np040\np151\np317"_s);
    album.write(u"labels.search"_s, u"loup"_s);
    album.keep(u"etiquettes"_s);
    if (album.press(u"labels.print"_s))
        album.keep(u"etiquettes-imprimer"_s);
    album.press(u"sheetBack"_s);
}

/// The page, and each form with the fields of a device that is linked.
void drawDevices(ScreenAlbum &album)
{
    struct Form
    {
        QString subject;
        QString list;
        QString key;
        QString picture;
    };
    album.go(Place::Devices);
    album.keep(u"peripheriques"_s);
    album.reveal(u"devices.log"_s);
    album.keep(u"peripheriques-journal"_s);
    if (album.press(u"devices.export"_s))
        album.keep(u"peripheriques-assistance"_s);
    album.closeSheet();
    album.reveal(u"terminal.test"_s);
    for (const Form &form : std::initializer_list<Form>{{u"terminal"_s, u"terminal.kind"_s, u"nexo"_s, u"peripheriques-terminal"_s},
                                                        {u"printer"_s, u"printer.way"_s, u"tcp:"_s, u"peripheriques-imprimante"_s},
                                                        {u"scanner"_s, u"scanner.way"_s, u"line"_s, u"peripheriques-scanner"_s},
                                                        {u"display"_s, u"display.kind"_s, u"epson"_s, u"peripheriques-afficheur"_s},
                                                        {u"labels"_s, u"labels.way"_s, u"tcp:"_s, u"peripheriques-etiquettes"_s}}) {
        album.go(Place::Devices, form.subject);
        album.choose(form.list, form.key);
        album.keep(form.picture);
    }
    album.ask([](Workplace &workplace) {
        return PrinterDesk{workplace}
            .save(CommandId::generate(), PrintJob::Printer::Receipt, u"usb:/dev/usb/lp0"_s, u"epson-tm80"_s)
            .has_value();
    });
    album.go(Place::Devices);
    album.press(u"sheetBack"_s);
    album.press(u"printer.drawerSetUp"_s);
    album.keep(u"peripheriques-tiroir"_s);
    album.press(u"sheetBack"_s);
    album.ask([](Workplace &workplace) {
        return PrinterDesk{workplace}.save(CommandId::generate(), PrintJob::Printer::Receipt, u"screen"_s, u"generic80"_s).has_value();
    });
}

void drawDay(ScreenAlbum &album)
{
    album.go(Place::Dossiers);
    album.keep(u"dossiers"_s);
    album.go(Place::Dossiers, u"R2"_s);
    album.keep(u"dossier"_s);
    if (album.press(u"dossier.refund"_s))
        album.keep(u"dossier-rembourser"_s);
    album.closeSheet();
    drawDossierSheets(album);
    album.go(Place::Dossiers, u"P2611250104"_s);
    album.press(u"sheetBack"_s);
    album.keep(u"dossier-a-encaisser"_s);
    album.go(Place::Report);
    album.keep(u"rapport-x"_s);
    album.go(Place::Parked);
    album.keep(u"paniers-gardes"_s);
    album.go(Place::Gift);
    album.keep(u"cadeau"_s);
    drawGift(album);
    album.go(Place::Stock);
    album.go(Place::Stock, u"p002"_s);
    album.keep(u"stock"_s);
    if (album.press(u"stock.restock"_s))
        album.keep(u"stock-reassort"_s);
    album.press(u"sheetBack"_s);
    if (album.press(u"stock.export"_s))
        album.keep(u"stock-export"_s);
    album.closeSheet();
    drawLabels(album);
    album.go(Place::Printing);
    album.keep(u"impression"_s);
    album.go(Place::Help);
    album.keep(u"plus"_s);
    album.go(Place::Help, u"settings"_s);
    album.keep(u"reglages"_s);
    drawDevices(album);
    drawMore(album);
    album.go(Place::Help, u"help"_s);
    album.keep(u"aide"_s);
    album.go(Place::Closing);
    album.keep(u"fermeture"_s);
    for (int note = 0; note < 3; ++note)
        album.press(u"plus"_s); // the first row: 100 €
    album.press(u"closing.allRight"_s);
    album.press(u"closing.close"_s);
    album.keep(u"fermeture-avertie"_s);
    album.press(u"closing.close"_s);
    album.keep(u"fermeture-faite"_s);
    album.go(Place::Report);
    album.keep(u"rapport-z"_s);
    album.window().start();
    album.keep(u"ouverture"_s);
    drawLateClosing(album);
}

} // namespace

int drawScreens(QApplication &application, const QString &folder, const StartOptions &options)
{
    QTextStream errors{stderr};
    QTemporaryDir data;
    const QDir out{folder};
    if (!out.mkpath(u"."_s) || !data.isValid()) {
        errors << "guichet: " << folder << ": dossier impossible à créer\n";
        return 1;
    }
    StartOptions own = options;
    own.dataFolder = data.filePath(u"till"_s);
    own.clock = fromRfc3339(start).addSecs(2 * 3600);
    own.mode = options.mode.value_or(Mode::Light);
    own.language = options.language.value_or(Language::French);
    own.speaksAsUser = false; // the pictures speak one language
    own.size = options.size.isValid() ? options.size : QSize{1280, 800};
    applyTheme(application, *own.mode);
    drawFirstStart(out, own.size);
    drawStartFailure(out.filePath(u"demarrage-impossible.png"_s), own.size, *own.language);
    if (!makeDemo(own.dataFolder, errors))
        return 1;
    Composition composition{application, own};
    composition.start();
    ScreenAlbum album{composition, out, *own.language};
    if (!album.waitForWindow()) {
        errors << "guichet: la caisse n’a pas pu s’ouvrir\n";
        return 1;
    }
    drawSelling(album);
    drawGoods(album);
    drawForcing(album);
    drawLineSheets(album);
    drawSearches(album);
    drawWindowStates(album);
    drawPayment(album);
    drawDay(album);
    for (const QString &control : album.unnamed())
        errors << "guichet: a control without a name: " << control << '\n';
    QTextStream{stdout} << out.absolutePath() << '\n';
    return album.failed() || !album.unnamed().isEmpty() ? 1 : 0;
}

} // namespace guichet
