// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DeskDevices.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TillDesk.h"
#include "tests/ui/pages/DevicesDesk.h"
#include "ui/devices/DeskState.h"
#include "ui/devices/DrawerState.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace guichet {

TEST_CASE("A card shows what was saved at the moment at which the page says that it is")
{
    DevicesDesk devices;
    QStringList shown;
    QObject::connect(devices.page, &DevicesScreen::settingsSaved, devices.page,
                     [&] { shown << devices.wordsOf(u"printer"_s).join(u'|') + u'|' + devices.wordsOf(u"labels"_s).join(u'|'); });
    devices.press(u"printer.setUp"_s);
    devices.choose(u"printer.way"_s, u"tcp:"_s);
    devices.desk.type(u"printer.place"_s, u"192.0.2.30"_s);
    devices.press(u"printer.save"_s);
    devices.press(u"labels.setUp"_s);
    devices.choose(u"labels.way"_s, u"tcp:"_s);
    devices.desk.type(u"labels.place"_s, u"192.0.2.31"_s);
    devices.press(u"labels.save"_s);
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].contains(u"192.0.2.30"_s));
    CHECK(shown[1].contains(u"192.0.2.31"_s));
}

TEST_CASE("A USB printer is found, chosen with one tap, and seen to be unplugged and back by itself")
{
    DevicesDesk devices;
    const FoundPort node{.kind = FoundPort::Kind::PrinterNode, .path = u"/dev/usb/lp0"_s, .title = {}};
    devices.bench.plug(node);
    devices.enter();
    devices.press(u"printer.setUp"_s);
    devices.choose(u"printer.way"_s, u"usb:"_s);
    devices.desk.pictures(u"devices-printer"_s);
    devices.press(u"chip./dev/usb/lp0"_s);
    devices.choose(u"printer.profile"_s, u"generic58"_s);
    QSignalSpy saved{devices.page, &DevicesScreen::settingsSaved};
    devices.press(u"printer.save"_s);
    const TillSettings settings = devices.desk.ask([](Workplace &workplace) { return workplace.settings; });
    CHECK(settings.receiptPrinter == u"usb:/dev/usb/lp0"_s);
    CHECK(settings.printerProfile == u"generic58"_s);
    CHECK(saved.count() == 1);
    CHECK(devices.says(u"printer.state"_s) == u"Prête : rien n’attend"_s);
    devices.bench.unplugAll();
    CHECK(devices.desk.waitFor([&] { return devices.says(u"printer.state"_s).startsWith(u"Débranchée"_s); }));
    devices.bench.plug(node);
    CHECK(devices.desk.waitFor([&] { return devices.says(u"printer.state"_s).startsWith(u"Prête"_s); }));
}

TEST_CASE("A scanner with a port of its own is set, seen, and tried by scanning")
{
    DevicesDesk devices;
    CHECK(devices.says(u"scanner.state"_s) == u"Un scanner qui tape comme un clavier marche sans réglage"_s);
    devices.press(u"scanner.setUp"_s);
    devices.choose(u"scanner.way"_s, u"line"_s);
    devices.press(u"scanner.save"_s);
    const auto scanner = [&] { return *devices.desk.ask([](Workplace &workplace) { return DeskDevices{workplace}.scanner(); }); };
    CHECK(scanner() == ScannerSettings{}); // no port: typed as before
    devices.press(u"scanner.setUp"_s);
    devices.choose(u"scanner.way"_s, u"line"_s);
    devices.desk.type(u"scanner.port"_s, u"/dev/ttyACM0"_s);
    devices.desk.type(u"scanner.gap"_s, u"vite"_s);
    devices.press(u"scanner.save"_s);
    CHECK_FALSE(devices.says(u"device.words"_s).isEmpty());
    devices.desk.type(u"scanner.gap"_s, u"50"_s);
    devices.press(u"scanner.save"_s);
    CHECK(scanner().line == u"serial:/dev/ttyACM0"_s);
    CHECK(scanner().longestGapMs == 50);
    CHECK(devices.says(u"scanner.state"_s) == u"Débranché : /dev/ttyACM0 n’est pas là"_s);
    devices.bench.plug({.kind = FoundPort::Kind::Serial, .path = u"/dev/ttyACM0"_s, .title = {}});
    devices.bench.log = {u"2026-11-26T10:00:00 scanner -- connected"_s};
    CHECK(devices.desk.waitFor([&] { return devices.says(u"scanner.state"_s) == u"Relié"_s; }));
    devices.bench.log << u"2026-11-26T10:05:00.000 scanner -- error device_unavailable: /dev/ttyACM0"_s;
    CHECK(devices.desk.waitFor([&] { return devices.says(u"scanner.state"_s) == u"Ne répond pas"_s; }));
    CHECK(devices.says(u"scanner.troubles"_s).startsWith(u"10:05 · "_s));
    devices.press(u"scanner.test"_s);
    CHECK(devices.page->takeScan(u"5901234123457"_s)); // not sold
    devices.settle();
    const auto words = devices.desk.findChildren<QLabel *>();
    CHECK(std::ranges::any_of(words, [](const QLabel *label) { return label->text() == u"5901234123457"_s; }));
}

TEST_CASE("What the customer sees is set on its form and tried with one button")
{
    DevicesDesk devices;
    CHECK_FALSE(devices.desk.button(u"display.test"_s)->isEnabled());
    devices.press(u"display.setUp"_s);
    devices.choose(u"display.kind"_s, u"epson"_s);
    devices.press(u"display.save"_s);
    CHECK_FALSE(devices.says(u"device.words"_s).isEmpty()); // it has no port yet
    devices.desk.type(u"display.port"_s, u"/dev/ttyUSB0"_s);
    devices.desk.type(u"display.baud"_s, u"19200"_s);
    QSignalSpy saved{devices.page, &DevicesScreen::settingsSaved};
    devices.press(u"display.save"_s);
    CHECK(saved.count() == 1);
    const auto display = *devices.desk.ask([](Workplace &workplace) { return DeskDevices{workplace}.display(); });
    CHECK(display.kind == u"epson"_s);
    CHECK(display.line == u"serial:/dev/ttyUSB0:19200"_s);
    QSignalSpy tried{devices.page, &DevicesScreen::displayTestWanted};
    devices.press(u"display.test"_s);
    CHECK(tried.count() == 1);
}

TEST_CASE("A test page goes to the printer through its queue; what keeps it waiting is said")
{
    DevicesDesk devices;
    devices.press(u"printer.setUp"_s);
    devices.choose(u"printer.way"_s, u"tcp:"_s);
    devices.desk.type(u"printer.place"_s, u"192.0.2.10:9100"_s);
    devices.press(u"printer.save"_s);
    devices.press(u"printer.test"_s);
    const auto jobs = *devices.desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting(); });
    REQUIRE(jobs.size() == 1);
    CHECK(jobs.front().paper.title == u"PAGE D’ESSAI"_s);
    devices.page->showPrinting({.waiting = 1, .receipt = {.trouble = Error{.code = ErrorCode::PrinterOutOfPaper}}});
    CHECK(devices.says(u"printer.state"_s).contains(u"papier"_s));
    devices.page->showPrinting({.receipt = {.paperLow = true}});
    CHECK(devices.says(u"printer.state"_s) == u"Prête : le papier est bientôt fini"_s);
    devices.page->showPrinting({});
    CHECK(devices.says(u"printer.state"_s) == u"Prête : rien n’attend"_s);
}

TEST_CASE("What devices said is read on the page, their last errors on their cards, and all of it leaves in a file")
{
    FakeDeviceBench bench;
    bench.log = {u"2026-11-25T10:00:00.000 terminal -> 06 00"_s,
                 u"2026-11-25T10:05:00.000 terminal -- error terminal_unavailable: connection refused"_s,
                 u"2026-11-25T10:06:00.000 printer -- error Il n’y a plus de papier."_s};
    const QStringList terminal = presentTroubles(bench.log.filter(u" terminal "_s), 3);
    REQUIRE(terminal.size() == 1);
    CHECK(terminal.front().startsWith(u"10:05 · Le terminal de paiement ne répond pas"_s));
    CHECK(presentTroubles(bench.log.filter(u" printer "_s), 3) == QStringList{u"10:06 · Il n’y a plus de papier."_s});

    DevicesDesk devices;
    devices.bench.log = bench.log;
    devices.enter();
    CHECK(devices.desk.findChild<QPlainTextEdit *>(u"devices.log"_s)->toPlainText() == bench.log.join(u'\n'));
    devices.press(u"devices.export"_s);
    devices.desk.findChild<QLineEdit *>(u"log.folder"_s)->setText(u"/media/stick"_s);
    devices.press(u"log.save"_s);
    CHECK(devices.bench.exportedTo == QStringList{u"/media/stick/guichet-2026-11-25.log"_s});
}

TEST_CASE("Each way to a printer is written as it was read")
{
    const QString setting = GENERATE(u"screen"_s, u"tcp:192.0.2.10:9100"_s, u"usb:/dev/usb/lp0"_s, u"serial:/dev/ttyUSB0:9600"_s,
                                     u"serial:COM3:38400:xon"_s, u"file:/x"_s);
    CHECK(printerWayOf(setting).setting() == setting);
}

TEST_CASE("A printer on a serial line says when it is full as its cable is wired, which is asked on its form")
{
    DevicesDesk devices;
    devices.press(u"printer.setUp"_s);
    CHECK_FALSE(devices.desk.findChild<QComboBox *>(u"printer.flow"_s)->isVisible());
    devices.choose(u"printer.way"_s, u"serial:"_s);
    CHECK(devices.desk.findChild<QComboBox *>(u"printer.flow"_s)->isVisible());
    devices.desk.type(u"printer.place"_s, u"/dev/ttyS0:19200"_s);
    devices.desk.pictures(u"devices-printer-serial"_s);
    devices.press(u"printer.save"_s);
    const auto printer = [&] { return devices.desk.ask([](Workplace &workplace) { return workplace.settings.receiptPrinter; }); };
    CHECK(printer() == u"serial:/dev/ttyS0:19200:rts"_s);
    devices.press(u"printer.setUp"_s);
    devices.choose(u"printer.flow"_s, u"none"_s);
    devices.press(u"printer.save"_s);
    CHECK(printer() == u"serial:/dev/ttyS0:19200:none"_s);
    devices.press(u"labels.setUp"_s);
    devices.choose(u"labels.way"_s, u"serial:"_s);
    devices.desk.type(u"labels.place"_s, u"/dev/ttyS1"_s);
    devices.choose(u"labels.flow"_s, u"xon"_s);
    devices.press(u"labels.save"_s);
    CHECK(devices.desk.ask([](Workplace &workplace) { return DeskDevices{workplace}.labelPrinter(); })->printer ==
          u"serial:/dev/ttyS1:xon"_s);
}

TEST_CASE("The spare printer has its card, its form and its test page, and may be none again")
{
    DevicesDesk devices;
    const auto settings = [&] { return devices.desk.ask([](Workplace &workplace) { return workplace.settings; }); };
    const TillSettings before = settings();
    CHECK(devices.says(u"spare.state"_s).startsWith(u"Aucune"_s));
    CHECK_FALSE(devices.desk.button(u"spare.test"_s)->isEnabled());
    devices.press(u"spare.setUp"_s);
    devices.choose(u"spare.way"_s, u"tcp:"_s);
    devices.press(u"spare.save"_s);
    CHECK(devices.says(u"device.words"_s) == u"Il manque l’adresse de l’imprimante."_s);
    devices.desk.type(u"spare.place"_s, u"192.0.2.11"_s);
    devices.choose(u"spare.profile"_s, u"generic58"_s);
    devices.press(u"spare.save"_s);
    CHECK(settings().sparePrinter == u"tcp:192.0.2.11"_s);
    CHECK(settings().sparePrinterProfile == u"generic58"_s);
    CHECK(settings().receiptPrinter == before.receiptPrinter);
    CHECK(devices.says(u"spare.state"_s) == u"Prête"_s);
    devices.press(u"spare.test"_s);
    const auto jobs = *devices.desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting(); });
    REQUIRE(jobs.size() == 1);
    CHECK(jobs.front().printer == PrintJob::Printer::Spare);
    devices.press(u"spare.codePages"_s);
    CHECK(devices.bench.codePagesOn == QStringList{u"tcp:192.0.2.11 generic58"_s});
    devices.page->showPrinting({.waiting = 1, .spare = {.trouble = Error{.code = ErrorCode::PrinterCoverOpen}}});
    CHECK(devices.says(u"spare.state"_s).contains(u"capot"_s));
    CHECK_FALSE(devices.says(u"printer.state"_s).contains(u"capot"_s));
    devices.bench.printerAnswers = {{.model = u"EPSON TM-T20II"_s, .paperLow = true}};
    devices.press(u"spare.ask"_s);
    CHECK(devices.wordsOf(u"spare"_s).contains(u"EPSON TM-T20II · prête, le papier est bientôt fini"_s));
    devices.desk.pictures(u"devices-spare"_s);
    devices.press(u"spare.setUp"_s);
    devices.choose(u"spare.way"_s, u"screen"_s);
    devices.press(u"spare.save"_s);
    CHECK(settings().sparePrinter.isEmpty());
}

TEST_CASE("A device is plugged in under whatever name the technician chose for it")
{
    const QString kept = u"/dev/guichet/printer-X1"_s;
    const std::vector<FoundPort> ports{{FoundPort::Kind::PrinterNode, kept, u"EPSON TM-T20II"_s},
                                       {FoundPort::Kind::Named, u"/dev/scanner"_s, {}}};
    const PrinterFacts printer{.printer = u"usb:"_s + kept};
    CHECK(presentPrinter(printer, ports, {}).tone == Tone::Positive);
    CHECK(presentPrinter(printer, {}, {}).state == u"Débranchée : /dev/guichet/printer-X1 n’est pas là"_s);
    const ScannerFacts scanner{.settings = {.line = u"serial:/dev/scanner:9600"_s}};
    CHECK(presentScanner(scanner, ports, {}).tone == Tone::Muted);
    CHECK(presentScanner(scanner, {}, {}).tone == Tone::Danger);
    CHECK(presentPrinter({.printer = u"serial:/dev/scanner:9600:rts"_s}, ports, {}).tone == Tone::Positive);
}

TEST_CASE("The drawer is opened by one pin and the other, its contact is read, and both are kept")
{
    DevicesDesk devices;
    devices.press(u"printer.setUp"_s);
    devices.choose(u"printer.way"_s, u"tcp:"_s);
    devices.desk.type(u"printer.place"_s, u"192.0.2.30"_s);
    devices.press(u"printer.save"_s);
    devices.bench.printerAnswers = {{.drawerLevel = false}, {.drawerLevel = true}, {.model = u"EPSON TM-T20II"_s, .drawerLevel = false}};
    devices.press(u"printer.drawerSetUp"_s);
    devices.desk.pictures(u"devices-drawer"_s);
    devices.press(u"drawer.pin2"_s);
    CHECK(devices.says(u"drawer.words"_s) == u"Le tiroir s’est-il ouvert ?"_s);
    CHECK_FALSE(devices.desk.button(u"drawer.pin5"_s)->isEnabled());
    devices.press(u"drawer.no"_s);
    CHECK(devices.says(u"drawer.words"_s).startsWith(u"Essayez l’autre broche"_s));
    devices.press(u"drawer.pin5"_s);
    devices.desk.pictures(u"devices-drawer-open"_s);
    devices.press(u"drawer.yes"_s);
    CHECK(devices.says(u"drawer.words"_s) == u"Refermez maintenant le tiroir."_s);
    devices.press(u"drawer.isClosed"_s);
    CHECK(devices.says(u"drawer.words"_s) == u"C’est noté. La caisse sait maintenant si le tiroir est ouvert."_s);
    const TillSettings settings = devices.desk.ask([](Workplace &workplace) { return workplace.settings; });
    CHECK(settings.drawerPin == 5);
    CHECK(settings.drawerSensor == u"low"_s);
    const Report report = *devices.desk.ask([](Workplace &workplace) { return TillDesk{workplace}.preview(); });
    REQUIRE(report.drawerOpenings.size() == 1);
    CHECK(report.drawerOpenings.front().count == 2); // each opening without a sale is recorded
    std::vector<int> pins;
    const auto jobs = *devices.desk.ask([](Workplace &workplace) { return PrintQueue{workplace}.waiting(); });
    for (const PrintJob &job : jobs)
        pins.push_back(job.paper.drawerPin);
    CHECK(pins == std::vector{2, 5});
    CHECK(devices.page->goBack());
    devices.press(u"printer.ask"_s);
    const QStringList words = devices.wordsOf(u"printer"_s);
    CHECK(words.contains(u"EPSON TM-T20II · prête"_s));
    CHECK(words.contains(u"ouvert"_s));
    CHECK(words.contains(u"par la broche 5 · son contact est lu"_s));
    devices.desk.pictures(u"devices-drawer-known"_s);
}

TEST_CASE("What the contact of a drawer means is found out, or that it means nothing")
{
    const auto found = [](std::optional<bool> open, std::optional<bool> closed) {
        DrawerFacts facts;
        takeDrawerLevel(facts, open);
        if (facts.step == DrawerFacts::Step::Close)
            takeDrawerLevel(facts, closed);
        CHECK(facts.step == DrawerFacts::Step::Found);
        return facts.sensor;
    };
    CHECK(found(true, false) == u"high"_s);
    CHECK(found(false, true) == u"low"_s);
    CHECK(found(true, true) == u"none"_s);
    CHECK(found({}, {}).isEmpty());
    CHECK(found(true, {}).isEmpty());
}

TEST_CASE("A printer of labels is set on its form, prints a label to try it, and says what is missing")
{
    DevicesDesk devices;
    devices.press(u"labels.setUp"_s);
    devices.choose(u"labels.way"_s, u"tcp:"_s);
    devices.press(u"labels.save"_s);
    CHECK(devices.says(u"device.words"_s) == u"Il manque l’adresse de l’imprimante."_s);
    devices.desk.type(u"labels.place"_s, u"192.0.2.20"_s);
    devices.choose(u"labels.roll"_s, u"40x25"_s);
    devices.desk.pictures(u"devices-labels"_s);
    devices.press(u"labels.save"_s);
    const auto settings = *devices.desk.ask([](Workplace &workplace) { return DeskDevices{workplace}.labelPrinter(); });
    CHECK(settings == LabelPrinterSettings{.printer = u"tcp:192.0.2.20"_s, .roll = u"40x25"_s});
    devices.press(u"labels.test"_s);
    REQUIRE(devices.bench.printed.size() == 1);
    CHECK(isValidEan(devices.bench.printed.front().label.barcode));
    devices.bench.labelTrouble = Error{.code = ErrorCode::LabelPrinterOpen};
    devices.press(u"labels.test"_s);
    CHECK(devices.desk.navigator.refusals.back() == ErrorCode::LabelPrinterOpen);
    const DeviceCardState card =
        presentLabelPrinter({.printer = u"usb:/dev/usb/lp3"_s}, {}, {u"2026-11-25 14:10:00.000 labels -- error labels_out: x"_s});
    CHECK(card.tone == Tone::Danger);
    CHECK(card.state == u"Débranchée : /dev/usb/lp3 n’est pas là"_s);
    CHECK(card.troubles.size() == 1);
}

} // namespace guichet
