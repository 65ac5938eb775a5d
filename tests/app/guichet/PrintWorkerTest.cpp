// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/PrintWorker.h"
#include "core/ledger/Query.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillCreation.h"
#include "hardware/simulated/escpos/SimulatedPrinter.h"
#include "tests/app/guichet/WaitFor.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Paper paperOf(const QString &line)
{
    Paper paper;
    paper.title = line;
    for (int i = 0; i < 8; ++i)
        paper.items.push_back(PaperText{.text = u"Ligne %1"_s.arg(i)});
    paper.items.push_back(PaperText{.text = line});
    return paper;
}

/// A demo till on disk, and on a thread while it is open.
class PrintingTill
{
public:
    PrintingTill()
    {
        TillCreation creation;
        creation.demo = true;
        creation.secretStore = u"file"_s;
        REQUIRE(createTill(folder.path(), creation, clock));
        open();
    }
    void open()
    {
        thread = std::make_unique<TillThread>();
        REQUIRE(thread->open({.dataFolder = folder.path(), .clock = &clock}));
    }
    void close() { thread.reset(); }
    template <typename Work>
    auto ask(Work work)
    {
        return thread->call(std::move(work)).result();
    }
    void use(const QString &printer, const QString &spare = {})
    {
        REQUIRE(ask([&](Workplace &workplace) -> Result<> {
            TRY(Staff{workplace}.logIn(u"Claire"_s, u"5555"_s));
            TillSettings settings = workplace.settings;
            settings.receiptPrinter = printer;
            settings.printerProfile = settings.sparePrinterProfile = u"epson-tm80"_s;
            settings.sparePrinter = spare;
            return BackOffice{workplace}.saveSettings(CommandId::generate(), settings);
        }));
    }
    QString put(const Paper &paper)
    {
        return *ask([&](Workplace &workplace) { return PrintQueue{workplace}.put(paper); });
    }
    PrintJob::State stateOf(const QString &job)
    {
        return ask([&](Workplace &workplace) { return PrintQueue{workplace}.job(job); })->state;
    }

    QTemporaryDir folder;
    SimulatedClock clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)};
    std::unique_ptr<TillThread> thread;
};

struct Told
{
    explicit Told(PrintWorker &worker)
    {
        QObject::connect(&worker, &PrintWorker::stateChanged, [this](const PrintingState &state) {
            ++times;
            waiting = state.waiting;
            doubtful = state.doubtful;
            trouble = state.trouble();
            paperLow = state.paperLow();
        });
    }
    int times = 0;
    int waiting = -1;
    int doubtful = -1;
    std::optional<Error> trouble;
    bool paperLow = false;
};

} // namespace

TEST_CASE("A paper is on paper once, whichever statement of the spool fails")
{
    const QTemporaryDir papers;
    PrintingTill till;
    till.use(u"file:"_s + papers.path());
    till.put(paperOf(u"Essai"_s));
    PrintWorker worker{*till.thread};
    Told told{worker};
    int statement = 0;
    do { // each statement of a turn fails once
        REQUIRE(statement < 80);
        till.ask([statement](Workplace &) { failNthQueryForTest(statement); });
        const int before = told.times;
        worker.wake();
        REQUIRE(waitFor([&] { return told.times > before; }));
        ++statement;
    } while (told.waiting != 0 || told.trouble.has_value());
    till.ask([](Workplace &) { failNthQueryForTest(-1); });
    CHECK(statement > 5);
    CHECK(QDir{papers.path()}.entryList({u"*.bin"_s}).size() == 1);
}

TEST_CASE("A job without proof waits for a person, and the next one is printed meanwhile")
{
    const auto simulated = *SimulatedPrinter::start();
    PrintingTill till;
    till.use(simulated->address());
    const QString first = till.put(paperOf(u"PREMIER"_s));
    const QString second = till.put(paperOf(u"DEUXIEME"_s));
    PrintWorker worker{*till.thread};
    Told told{worker};
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.closesAfter = 60; });
    worker.wake();
    REQUIRE(waitFor([&] { return till.stateOf(first) == PrintJob::State::Doubtful; }));
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.closesAfter.reset(); });
    REQUIRE(waitFor([&] {
        worker.wake();
        return till.stateOf(second) != PrintJob::State::Waiting && till.stateOf(second) != PrintJob::State::Sending;
    }));
    REQUIRE(waitFor([&] { return told.doubtful > 0 && told.waiting == told.doubtful; }));
    CHECK(till.stateOf(first) == PrintJob::State::Doubtful);
}

TEST_CASE("What ails the receipt printer does not keep a paper from the spare one")
{
    const auto broken = *SimulatedPrinter::start();
    const auto spare = *SimulatedPrinter::start();
    broken->change([](SimulatedPrinterSwitches &switches) { switches.coverOpen = true; });
    PrintingTill till;
    till.use(broken->address(), spare->address());
    const QString stays = till.put(paperOf(u"RESTE"_s));
    const QString goes = till.put(paperOf(u"PART"_s));
    PrintWorker worker{*till.thread};
    Told told{worker};
    worker.wake();
    REQUIRE(waitFor([&] { return told.times > 0; }));
    REQUIRE(told.trouble);
    CHECK(told.trouble->code == ErrorCode::PrinterCoverOpen);
    CHECK(told.waiting == 2);
    REQUIRE(till.ask([&](Workplace &workplace) { return PrintQueue{workplace}.sendTo(goes, PrintJob::Printer::Spare); }));
    worker.wake();
    REQUIRE(waitFor([&] { return till.stateOf(goes) == PrintJob::State::Printed; }));
    CHECK(spare->text().contains(u"PART"_s));
    CHECK(till.stateOf(stays) == PrintJob::State::Waiting);
    broken->change([](SimulatedPrinterSwitches &switches) { switches.coverOpen = false; });
    worker.wake();
    REQUIRE(waitFor([&] { return till.stateOf(stays) == PrintJob::State::Printed; }));
    CHECK(broken->text().count(u"RESTE"_s) == 1);
}

TEST_CASE("A printer that is waited for in the middle of a paper does not hold up the other one")
{
    const auto waited = *SimulatedPrinter::start();
    const auto spare = *SimulatedPrinter::start();
    waited->change([](SimulatedPrinterSwitches &switches) { switches.linesOfPaper = 3; }); // it is waited for a minute
    PrintingTill till;
    till.use(waited->address(), spare->address());
    const QString stays = till.put(paperOf(u"RESTE"_s));
    PrintWorker worker{*till.thread};
    worker.wake();
    REQUIRE(waitFor([&] { return waited->switches().paperOut; }));
    const QString goes = till.put(paperOf(u"PART"_s));
    REQUIRE(till.ask([&](Workplace &workplace) { return PrintQueue{workplace}.sendTo(goes, PrintJob::Printer::Spare); }));
    worker.wake();
    REQUIRE(waitFor([&] { return till.stateOf(goes) == PrintJob::State::Printed; }));
    CHECK(till.stateOf(stays) == PrintJob::State::Sending); // still
    waited->change([](SimulatedPrinterSwitches &switches) { switches = {}; });
    REQUIRE(waitFor([&] { return till.stateOf(stays) == PrintJob::State::Printed; }));
    CHECK(waited->text().count(u"RESTE"_s) == 1);
}

TEST_CASE("A roll that ends soon is told while it still prints, and no more once it was changed")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.paperLow = true; });
    PrintingTill till;
    till.use(simulated->address());
    PrintWorker worker{*till.thread};
    Told told{worker};
    const auto print = [&] {
        const QString job = till.put(paperOf(u"Essai"_s));
        worker.wake();
        REQUIRE(waitFor([&] { return till.stateOf(job) == PrintJob::State::Printed && told.waiting == 0; }));
    };
    print();
    CHECK(waitFor([&] { return told.paperLow; }));
    CHECK_FALSE(told.trouble);
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.paperLow = false; });
    print();
    CHECK(waitFor([&] { return !told.paperLow; }));
}

TEST_CASE("A printer that is switched off and on again prints what waited, by itself")
{
    std::unique_ptr<SimulatedPrinter> simulated = *SimulatedPrinter::start();
    const QString address = simulated->address();
    PrintingTill till;
    till.use(address);
    simulated.reset();
    const QString job = till.put(paperOf(u"PLUS TARD"_s));
    PrintWorker worker{*till.thread};
    Told told{worker};
    worker.wake();
    REQUIRE(waitFor([&] { return told.trouble.has_value(); }));
    CHECK(till.stateOf(job) == PrintJob::State::Waiting);
    simulated = *SimulatedPrinter::start({.port = static_cast<quint16>(address.section(u':', 2, 2).toInt())});
    REQUIRE(waitFor([&] { return till.stateOf(job) == PrintJob::State::Printed; })); // within the ten seconds between two tries
    CHECK(simulated->text().count(u"PLUS TARD"_s) == 1);
}

TEST_CASE("The logo beside the ledger is printed")
{
    const auto simulated = *SimulatedPrinter::start();
    PrintingTill till;
    QImage logo{200, 60, QImage::Format_RGB32};
    logo.fill(Qt::black);
    REQUIRE(logo.save(till.folder.filePath(u"logo.png"_s)));
    till.use(simulated->address());
    Paper paper = paperOf(u"LOGO"_s);
    paper.items.insert(paper.items.begin(), PaperLogo{});
    const QString job = till.put(paper);
    PrintWorker worker{*till.thread};
    worker.wake();
    REQUIRE(waitFor([&] { return till.stateOf(job) == PrintJob::State::Printed; }));
    const QImage sheet = simulated->sheets().front().image;
    CHECK(qGray(sheet.pixel(sheet.width() / 2, 30)) == 0);
    CHECK(qGray(sheet.pixel(20, 30)) == 255);
}

TEST_CASE("A till that is killed while it prints finds the paper doubtful, and never prints it again by itself")
{
    const auto simulated = *SimulatedPrinter::start();
    simulated->change([](SimulatedPrinterSwitches &switches) { switches.linesOfPaper = 3; });
    PrintingTill till;
    const QString job = till.put(paperOf(u"UNE SEULE FOIS"_s));
    till.use(simulated->address());
    till.close();
    const auto start = [&](QProcess &guichet) {
        guichet.start(QStringLiteral(GUICHET_PROGRAM), {u"--data"_s, till.folder.path(), u"--size"_s, u"1024x768"_s});
        REQUIRE(guichet.waitForStarted(longestWait));
    };
    {
        QProcess killed;
        start(killed);
        REQUIRE(waitFor([&] { return simulated->switches().paperOut; })); // in the middle of it
        killed.kill();
        REQUIRE(killed.waitForFinished(longestWait));
    }
    simulated->change([](SimulatedPrinterSwitches &switches) { switches = {}; });
    REQUIRE(waitFor([&] { return simulated->text().contains(u"UNE SEULE FOIS"_s); })); // what the printer held comes out
    till.open();
    CHECK(till.stateOf(job) == PrintJob::State::Doubtful);
    const QString next = till.put(paperOf(u"SUIVANT"_s));
    till.close();
    {
        QProcess again;
        start(again);
        REQUIRE(waitFor([&] { return simulated->text().contains(u"SUIVANT"_s); }));
        again.kill();
        REQUIRE(again.waitForFinished(longestWait));
    }
    CHECK(simulated->text().count(u"UNE SEULE FOIS"_s) == 1);
    till.open();
    CHECK(till.stateOf(job) == PrintJob::State::Doubtful);
    CHECK(till.stateOf(next) != PrintJob::State::Waiting);
}

TEST_CASE("A till that is asked to end, as by a logout, ends in order: the next start finds nothing that was cut off")
{
    const auto simulated = *SimulatedPrinter::start();
    PrintingTill till;
    till.put(paperOf(u"EN MARCHE"_s));
    till.use(simulated->address());
    till.close();
    QProcess guichet;
    guichet.start(QStringLiteral(GUICHET_PROGRAM), {u"--data"_s, till.folder.path(), u"--size"_s, u"1024x768"_s});
    REQUIRE(guichet.waitForStarted(longestWait));
    REQUIRE(waitFor([&] { return simulated->text().contains(u"EN MARCHE"_s); }));
    guichet.terminate();
    REQUIRE(guichet.waitForFinished(longestWait));
    CHECK(guichet.exitStatus() == QProcess::NormalExit);
    CHECK(guichet.exitCode() == 0);
    till.open();
    CHECK_FALSE(till.thread->call([](Workplace &workplace) { return workplace.interrupted; }).result());
}

} // namespace guichet
