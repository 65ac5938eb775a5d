// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/DeviceDesk.h"
#include "app/simulators/DevicesWindow.h"
#include "hardware/display/SerialDisplay.h"
#include "hardware/printer/MakeReceiptPrinter.h"
#include "hardware/scanner/SerialScanner.h"
#include "hardware/terminal/ChosenTerminal.h"
#include "hardware/terminal/MakePaymentTerminal.h"
#include "tests/core/receipt/Samples.h"
#include "tests/hardware/RecordedDevice.h"
#include "tests/support/Catch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 30'000;

ErrorCode refusal(DeviceDesk &desk, const QString &line)
{
    const auto done = desk.run(line);
    INFO(line.toStdString());
    REQUIRE_FALSE(done);
    return done.error().code;
}

QJsonObject must(DeviceDesk &desk, const QString &line)
{
    const auto done = desk.run(line);
    INFO(line.toStdString() << (done ? "" : done.error().detail.toStdString()));
    REQUIRE(done);
    return *done;
}

} // namespace

TEST_CASE("a receipt goes to the printer of a script and is read there as text and as a picture")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    const QString address = must(desk, u"printer tcp"_s)[u"address"_s].toString();
    const auto printer = makeReceiptPrinter({.line = address, .profile = u"epson-tm80"_s});
    REQUIRE(printer);
    REQUIRE((*printer)->print(receiptPaper(samples::context(), samples::cashSale())) == PrintOutcome{});
    must(desk, u"paper until À payer"_s);
    const QJsonObject paper = must(desk, u"paper text"_s);
    CHECK(paper[u"text"_s].toString().contains(u"TICKET DE CAISSE"_s));
    CHECK(paper[u"kicks"_s].toInt() == 1);
    const QTemporaryDir folder;
    must(desk, u"paper save "_s + folder.filePath(u"paper.png"_s));
    CHECK(QImage{folder.filePath(u"paper.png"_s)}.width() == 576);
    must(desk, u"cover open"_s);
    CHECK((*printer)->print(receiptPaper(samples::context(), samples::cashSale())).error().code == ErrorCode::PrinterCoverOpen);
}

TEST_CASE("every word of a script is understood, every other one is refused")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    CHECK(refusal(desk, u"cover open"_s) == ErrorCode::InvalidInput); // no printer yet
    must(desk, u"printer serial"_s);
    must(desk, u"printer tcp"_s);
    for (const QString &line :
         {u"# a remark"_s,    QString{},           u"paper out"_s,        u"paper in"_s,       u"paper low"_s,    u"paper enough"_s,
          u"paper lines 3"_s, u"cover closed"_s,   u"cutter blocked"_s,   u"cutter free"_s,    u"line off"_s,     u"line on"_s,
          u"answers off"_s,   u"answers on"_s,     u"speed 5"_s,          u"hangup 100"_s,     u"hangup never"_s, u"drawer closed"_s,
          u"wait 0"_s,        u"scanner serial"_s, u"scanner scan 123"_s, u"scanner unplug"_s, u"scanner plug"_s, u"display cd5220"_s,
          u"display epson"_s, u"display text"_s,   u"display unplug"_s,   u"display plug"_s})
        must(desk, line);
    for (const QString &line : {u"printer"_s, u"printer usb"_s, u"printer tcp 70000"_s, u"paper"_s, u"paper lines x"_s, u"cover"_s,
                                u"speed -1"_s, u"hangup soon"_s, u"wait 99999"_s, u"dance"_s, u"nexo approve"_s, u"scale"_s, u"scanner"_s,
                                u"scanner scan"_s, u"scanner dance"_s, u"display"_s, u"display led"_s, u"scanner type é"_s})
        CHECK(refusal(desk, line) == ErrorCode::InvalidInput);
    CHECK(refusal(desk, u"paper save /nowhere/at/all.png"_s) == ErrorCode::FileFailed);
}

TEST_CASE("what the scanner of a script sees is heard by the till's driver, after it was pulled out and put back too")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    const QTemporaryDir folder;
    const QString address = must(desk, u"scanner serial "_s + folder.filePath(u"scanner"_s))[u"address"_s].toString();
    CHECK(address == u"serial:"_s + folder.filePath(u"scanner"_s));
    CHECK(refusal(desk, u"scanner serial /nowhere/at/all"_s) == ErrorCode::DeviceUnavailable);
    CHECK(must(desk, u"scanner serial "_s + folder.filePath(u"scanner"_s))[u"address"_s].toString() == address); // again
    RecordedLog log;
    std::mutex mutex;
    QStringList heard;
    SerialScanner scanner{{.line = address},
                          {.scanned =
                               [&](const QString &code) {
                                   const std::lock_guard lock{mutex};
                                   heard << code;
                               }},
                          log};
    const std::unique_ptr<QThread> thread{QThread::create([&] { scanner.run(); })};
    thread->start();
    const auto hears = [&](const QString &code) {
        return QTest::qWaitFor(
            [&] {
                std::ignore = desk.run(u"scanner scan "_s + code);
                QTest::qWait(20);
                const std::lock_guard lock{mutex};
                return heard.contains(u"]E0"_s + code);
            },
            longest);
    };
    CHECK(hears(u"5400141000016"_s));
    must(desk, u"scanner unplug"_s);
    CHECK(refusal(desk, u"scanner scan 5400141000023"_s) == ErrorCode::DeviceUnavailable);
    must(desk, u"scanner plug"_s);
    CHECK(hears(u"5400141000023"_s));
    scanner.stop();
    thread->wait();
}

TEST_CASE("what the till's driver shows is read on the display of a script, in both dialects")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    const QTemporaryDir folder;
    for (const QString &kind : {u"cd5220"_s, u"epson"_s}) {
        const QString address = must(desk, u"display "_s + kind + u' ' + folder.filePath(u"display"_s))[u"address"_s].toString();
        SerialDisplay display{{.kind = kind, .line = address}};
        REQUIRE(display.show({.upper = u"Miel de fleurs  7,50"_s, .lower = u"Total          31,50"_s}));
        must(desk, u"display until 31,50"_s);
        const QJsonObject shown = must(desk, u"display text"_s);
        CHECK(shown[u"upper"_s].toString() == u"Miel de fleurs  7,50"_s);
        must(desk, u"display unplug"_s);
        CHECK_FALSE(QTest::qWaitFor([&] { return display.show({.upper = u"a"_s}).has_value(); }, 50));
        must(desk, u"display plug"_s);
        CHECK(QTest::qWaitFor([&] { return display.show({.upper = u"Bienvenue"_s, .lower = {}}).has_value(); }, longest));
        must(desk, u"display until Bienvenue"_s);
    }
}

TEST_CASE("a scanner that types presses the keys of an American keyboard, Enter at the end")
{
    using Strokes = std::vector<KeyStroke>;
    CHECK(scannerStrokes(u"10aA-"_s).value() ==
          Strokes{{.key = 2}, {.key = 11}, {.key = 30}, {.key = 30, .shift = true}, {.key = 12}, {.key = 28}});
    CHECK(scannerStrokes(u"]E0"_s).value() == Strokes{{.key = 27}, {.key = 18, .shift = true}, {.key = 11}, {.key = 28}});
    CHECK(scannerStrokes(QString{QChar{0x1D}}).value() == Strokes{{.key = 66}, {.key = 28}}); // GS as F8
    CHECK(scannerStrokes(u"é"_s).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("each terminal is switched on by a line, and takes its orders")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    for (const QString &kind : terminalBoothKinds()) {
        INFO(kind.toStdString());
        const QJsonObject settings = must(desk, kind + u" start"_s)[u"terminal"_s].toObject();
        CHECK(settings[u"kind"_s] == kind);
        CHECK_FALSE(settings[u"address"_s].toString().isEmpty());
        for (const QString &words : {u"approve"_s, u"decline"_s, u"partial"_s, u"tip"_s, u"card"_s, u"card wait"_s, u"card now"_s})
            must(desk, kind + u' ' + words);
        for (const QString &fault : desk.terminal(kind)->faults())
            must(desk, kind + u" fault "_s + fault);
        CHECK(must(desk, kind + u" bookings"_s)[u"bookings"_s].toArray().isEmpty());
        CHECK(refusal(desk, kind + u" fault earthquake"_s) == ErrorCode::InvalidInput);
        CHECK(refusal(desk, kind + u" card maybe"_s) == ErrorCode::InvalidInput);
        CHECK(desk.run(kind + u" signature never"_s).has_value() == kind.startsWith(u"opi"));
    }
}

namespace {

/// A till's terminal at a simulated one, reached with the settings that the desk tells.
class DeskTill
{
public:
    /// `options`: of the settings besides.
    explicit DeskTill(const QString &kind, const QJsonObject &options = {})
    {
        const QJsonObject told = must(desk, kind + u" start"_s);
        QJsonObject settings = told[u"terminal"_s].toObject();
        for (auto option = options.begin(); option != options.end(); ++option)
            settings.insert(option.key(), option.value());
        const TerminalNeeds needs{.log = log,
                                  .memory = memory,
                                  .clock = clock,
                                  .folder = {},
                                  .secret = told[u"secret"_s].toString(),
                                  .askCashier = terminal.askCashier()};
        terminal.choose(makePaymentTerminal(terminalSettingsFromJson(settings).value(), needs).value());
    }
    ChargeState pay(const PaymentTerminal::Progress &progress)
    {
        return terminal.charge(Id<PaymentIntent>::generate(), Money::fromCents(1250), progress).value().state;
    }

    SystemClock clock;
    RecordedLog log;
    KeptMemory memory;
    DeviceDesk desk{clock};
    ChosenTerminal terminal;
};

} // namespace

TEST_CASE("what a simulated nexo terminal shows is read by the till with the settings of the desk")
{
    DeskTill till{u"nexo"_s};
    must(till.desk, u"nexo card wait"_s);
    QStringList prompts;
    CHECK(till.pay([&](const QString &prompt) {
        prompts << prompt;
        must(till.desk, u"nexo card"_s);
    }) == ChargeState::Approved);
    CHECK(prompts == QStringList{u"TENDER_CREATED"_s});
}

TEST_CASE("a signature to be checked is asked of the cashier, whose no takes nothing")
{
    const QString kind = GENERATE(u"opi-nl"_s, u"opi-de"_s);
    const bool yes = GENERATE(false, true);
    DeskTill till{kind};
    must(till.desk, kind + u" signature asked"_s);
    const auto outcome = till.pay([&](const QString &prompt) {
        if (prompt == u"Signature OK ?")
            till.terminal.reply(till.terminal.question(), yes);
    });
    CHECK(outcome == (yes ? ChargeState::Approved : ChargeState::Declined));
    CHECK(must(till.desk, kind + u" bookings"_s)[u"bookings"_s].toArray().size() == (yes ? 1 : 0));
    CHECK(refusal(till.desk, kind + u" signature maybe"_s) == ErrorCode::InvalidInput);
}

TEST_CASE("the options of a terminal reach it")
{
    DeskTill opi{u"opi-nl"_s, {{u"opi"_s, QJsonObject{{u"language"_s, u"nl"_s}, {u"shift"_s, 7}, {u"statusByDiagnosis"_s, true}}}}};
    CHECK(opi.terminal.diagnose());
    CHECK(opi.log.count(u"RequestType=\"Diagnosis\""_s) >= 1);
    CHECK(opi.log.count(u"LanguageCode=\"nl\""_s) >= 1);
    CHECK(opi.log.count(u"<ShiftNumber>7</ShiftNumber>"_s) >= 1);
    DeskTill zvt{u"zvt-tcp"_s, {{u"zvt"_s, QJsonObject{{u"configByte"_s, 0x9E}, {u"usesContainers"_s, false}}}}};
    CHECK(zvt.terminal.diagnose());
    CHECK(zvt.log.count(u"9E 09 78"_s) == 1);
    DeskTill old{u"nexo"_s, {{u"hasLegacyCertificate"_s, true}}};
    CHECK_FALSE(old.terminal.diagnose()); // the simulated one has its own name
}

TEST_CASE("guichet-devices runs a script without a window and says how it went")
{
    QProcess program;
    program.start(QStringLiteral(GUICHET_DEVICES), {u"--headless"_s, u"-"_s});
    REQUIRE(program.waitForStarted(longest));
    program.write("printer tcp\npaper out\nzvt-tcp start\ndance\n");
    program.closeWriteChannel();
    REQUIRE(program.waitForFinished(longest));
    CHECK(program.exitCode() == 1);
    const QList<QByteArray> answers = program.readAllStandardOutput().trimmed().split('\n');
    REQUIRE(answers.size() == 4);
    CHECK(QJsonDocument::fromJson(answers[0])[u"address"_s].toString().startsWith(u"tcp:127.0.0.1:"_s));
    CHECK(QJsonDocument::fromJson(answers[2])[u"ok"_s].toBool());
    CHECK(QJsonDocument::fromJson(answers[3])[u"error"_s].toString() == u"invalid_input"_s);
    program.start(QStringLiteral(GUICHET_DEVICES), {u"--headless"_s, u"/nowhere"_s});
    REQUIRE(program.waitForFinished(longest));
    CHECK(program.exitCode() == 3);
}

TEST_CASE("guichet-devices says what it understands, and its version, also where there is no display")
{
    QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"QT_QPA_PLATFORM"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        bare.remove(name);
    for (const QString &word : {u"--help"_s, u"-h"_s, u"--version"_s, u"-v"_s}) {
        QProcess program;
        program.setProcessEnvironment(bare);
        program.start(QStringLiteral(GUICHET_DEVICES), {word});
        REQUIRE(program.waitForFinished(longest));
        CHECK(program.exitStatus() == QProcess::NormalExit);
        CHECK(program.exitCode() == 0);
        CHECK(program.readAllStandardOutput().contains("guichet-devices"));
    }
}

TEST_CASE("the window shows the paper that is printed, and its switches are those of the printer")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    DevicesWindow window{desk};
    window.start();
    window.show();
    REQUIRE(desk.printer());
    const auto printer = makeReceiptPrinter({.line = desk.printer()->address(), .profile = u"epson-tm80"_s});
    REQUIRE(printer);
    REQUIRE((*printer)->print(receiptPaper(samples::context(), samples::cashSale())) == PrintOutcome{});
    const auto *paper = window.findChild<QLabel *>(u"paper"_s);
    REQUIRE(QTest::qWaitFor([&] { return !paper->pixmap(Qt::ReturnByValue).isNull(); }, longest));
    auto *cover = window.findChild<QCheckBox *>(u"cover open"_s);
    REQUIRE(cover);
    cover->click();
    CHECK(desk.printer()->switches().coverOpen);
    cover->click();
    CHECK_FALSE(desk.printer()->switches().coverOpen);
    CHECK(desk.scanner().isPlugged());
    window.findChild<QCheckBox *>(u"scanner unplug"_s)->click();
    CHECK_FALSE(desk.scanner().isPlugged());
    SerialDisplay display{{.kind = u"cd5220"_s, .line = desk.display().setting()}};
    REQUIRE(display.show({.upper = u"Bienvenue"_s, .lower = {}}));
    const auto *glass = window.findChild<QLabel *>(u"display.glass"_s);
    CHECK(QTest::qWaitFor([&] { return glass->text().startsWith(u"Bienvenue"_s); }, longest));
    window.findChild<QPushButton *>(u"zvt-tcp start"_s)->click();
    REQUIRE(desk.terminal(u"zvt-tcp"_s));
}

TEST_CASE("the window is no larger than the screen, and says the password of a terminal and its faults in words")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    DevicesWindow window{desk};
    window.start();
    window.show();
    CHECK(window.width() <= window.screen()->availableSize().width());
    CHECK(window.height() <= window.screen()->availableSize().height());
    window.resize(1024, 700);
    CHECK(window.size() == QSize{1024, 700}); // what does not fit scrolls
    window.findChild<QPushButton *>(u"zvt-tcp start"_s)->click();
    REQUIRE(desk.terminal(u"zvt-tcp"_s));
    CHECK(window.findChild<QLabel *>(u"zvt-tcp state"_s)->text().contains(u"mot de passe : 000000"_s));
    const auto *faults = window.findChild<QComboBox *>(u"zvt-tcp faults"_s);
    REQUIRE(faults->count() == desk.terminal(u"zvt-tcp"_s)->faults().size());
    for (int i = 1; i < faults->count(); ++i) {
        CHECK(desk.terminal(u"zvt-tcp"_s)->faults().contains(faults->itemData(i).toString()));
        CHECK_FALSE(faults->itemText(i).contains(u'_'));
    }
}

TEST_CASE("every fault of every simulated terminal has words of its own")
{
    const SystemClock clock;
    DeviceDesk desk{clock};
    DevicesWindow window{desk};
    for (const QString &kind : {u"nexo"_s, u"opi-nl"_s, u"opi-de"_s, u"plugin"_s}) {
        window.findChild<QPushButton *>(kind + u" start"_s)->click();
        const auto *faults = window.findChild<QComboBox *>(kind + u" faults"_s);
        CAPTURE(kind);
        REQUIRE(faults->count() > 1);
        for (int i = 1; i < faults->count(); ++i)
            CHECK(faults->itemText(i) != faults->itemData(i).toString());
    }
}
