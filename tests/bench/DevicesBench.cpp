// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt's way to a printer on the network, and what a till costs that waits for devices that are not there.
#include "app/guichet/Composition.h"
#include "core/ledger/DocumentStore.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/DeskDevices.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/TerminalDesk.h"
#include "tests/bench/BenchTill.h"
#include "tests/bench/Figure.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

constexpr int settlingMs = 3000;
constexpr int pastUpkeepMs = 30'000; ///< The check and the backup 20 s after the start are work, not idleness.
constexpr int longestPrintMs = 10'000;

double secondsSince(Clock::rep from, Clock::rep to)
{
    return std::chrono::duration<double>(Clock::duration{to - from}).count();
}

/// A printer on loopback that takes everything and knows when the first byte of each connection came.
class FirstBytes
{
public:
    FirstBytes() : m_thread{QThread::create([this] { run(); })}
    {
        m_thread->start();
        while (m_port == 0)
            QThread::msleep(1);
    }
    ~FirstBytes()
    {
        m_isOver = true;
        m_thread->wait();
    }
    FirstBytes(const FirstBytes &) = delete;
    FirstBytes &operator=(const FirstBytes &) = delete;

    QString setting() const { return u"tcp:127.0.0.1:%1"_s.arg(m_port.load()); }
    void forget() { m_first = 0; }
    Clock::rep first() const { return m_first; } ///< 0: none since.
    bool isIdle() const { return m_isIdle; }

private:
    void run()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            fail(u"no port on loopback"_s);
        m_port = server.serverPort();
        while (!m_isOver)
            if (server.waitForNewConnection(20))
                serve(*std::unique_ptr<QTcpSocket>{server.nextPendingConnection()});
    }
    void serve(QTcpSocket &socket)
    {
        m_isIdle = false;
        while (!m_isOver && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(longestPrintMs))) {
            if (m_first == 0)
                m_first = Clock::now().time_since_epoch().count();
            socket.readAll();
        }
        m_isIdle = true;
    }

    std::atomic<int> m_port = 0;
    std::atomic<bool> m_isOver = false;
    std::atomic<bool> m_isIdle = true;
    std::atomic<Clock::rep> m_first = 0;
    std::unique_ptr<QThread> m_thread;
};

template <typename Condition>
bool spinUntil(Condition condition, int milliseconds)
{
    QTimer wake;
    wake.start(1);
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

/// Without her PIN, as elsewhere in the bench.
bool letHerIn(Workplace &workplace)
{
    if (const Result<std::optional<User>> claire = DocumentStore{workplace.db()}.user(u"u5"_s))
        workplace.user = *claire;
    return workplace.user.has_value();
}

bool usePrinters(Workplace &workplace, const QString &printer, const QString &spare)
{
    TillSettings settings = workplace.settings;
    settings.receiptPrinter = printer;
    settings.sparePrinter = spare;
    settings.printAdmissionTickets = false;
    return BackOffice{workplace}.saveSettings(CommandId::generate(), settings).has_value();
}

bool sellFive(Workplace &workplace, int number)
{
    Checkout checkout{workplace};
    for (int line = 0; line < 5; ++line)
        if (!checkout.addProduct(CommandId::generate(), u"p%1"_s.arg(1 + (number * 7 + line * 31) % 200, 3, 10, QChar{u'0'}), 1))
            return false;
    return checkout.pay(CommandId::generate(), {.method = u"cash"_s, .amount = Money::fromCents(50'000)}).has_value();
}

/// Milliseconds from the moment at which the window hears that the sale is validated to its first byte at the printer.
std::vector<double> firstByteSamples(const QString &folder, int sales)
{
    const SystemClock clock;
    TillThread till;
    if (!till.open({.dataFolder = folder, .clock = &clock}))
        fail(u"the till does not open"_s);
    FirstBytes printer;
    if (!till.call([&](Workplace &workplace) { return letHerIn(workplace) && usePrinters(workplace, printer.setting(), {}); }).result())
        fail(u"the printer is not set"_s);
    std::vector<double> samples;
    {
        PrintWorker worker{till};
        for (int number = -3; number < sales; ++number) { // the first ones are not measured
            if (!till.call([number](Workplace &workplace) { return sellFive(workplace, number + 3); }).result())
                fail(u"no sale"_s);
            printer.forget();
            Clock::rep validated = 0;
            till.call([](Workplace &workplace) { return Checkout{workplace}.validate(CommandId::generate()).has_value(); })
                .then(&worker, [&](bool done) {
                    validated = done ? Clock::now().time_since_epoch().count() : 0;
                    worker.wake();
                });
            if (!spinUntil([&] { return printer.first() != 0 && validated != 0; }, longestPrintMs))
                fail(u"nothing came to the printer"_s);
            if (number >= 0)
                samples.push_back(1000 * secondsSince(validated, printer.first()));
            spinUntil([&] { return printer.isIdle(); }, longestPrintMs);
        }
    }
    till.close();
    return samples;
}

/// All devices are set, none is there, and a paper waits for each printer.
bool setAbsentDevices(Workplace &workplace)
{
    const TerminalSettings terminal{.kind = u"zvt-tcp"_s, .address = u"127.0.0.1"_s, .port = 9};
    DeskDevices desk{workplace};
    PrintQueue queue{workplace};
    Paper paper;
    paper.title = u"Essai"_s;
    paper.items = {PaperText{.text = u"Essai"_s}};
    return letHerIn(workplace) && usePrinters(workplace, u"tcp:127.0.0.1:9"_s, u"usb:/dev/usb/no-such-printer"_s) &&
           desk.save(CommandId::generate(), ScannerSettings{.line = u"serial:/dev/no-such-scanner"_s}) &&
           desk.save(CommandId::generate(),
                     DisplaySettings{.kind = u"cd5220"_s, .line = u"serial:/dev/no-such-display"_s, .secondScreen = true}) &&
           desk.save(CommandId::generate(), LabelPrinterSettings{.printer = u"tcp:127.0.0.1:9"_s}) &&
           TerminalDesk{workplace}.save(CommandId::generate(), terminal) && queue.put(paper);
}

double processorSeconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

} // namespace

int runIdleTill(QApplication &application, const QString &folder, int seconds)
{
    Composition composition{application, {.dataFolder = folder, .mode = Mode::Light, .size = {1280, 800}}};
    composition.start();
    if (!spinUntil([&] { return composition.window() != nullptr; }, 60'000))
        return 2;
    if (!composition.till().call([&](Workplace &workplace) { return setAbsentDevices(workplace); }).result())
        return 3;
    Q_EMIT composition.window()->settingsSaved();
    composition.window()->start();
    const int quietAfter = seconds * 1000 + settlingMs < pastUpkeepMs / 2 ? settlingMs : pastUpkeepMs;
    QTimer::singleShot(quietAfter, &application, [&application, seconds] {
        const double before = processorSeconds();
        QTimer::singleShot(seconds * 1000, &application, [before, seconds] {
            std::printf("idle %.4f\n", 100 * (processorSeconds() - before) / seconds);
            std::fflush(stdout);
            std::_Exit(0);
        });
    });
    return QApplication::exec();
}

std::vector<Figure> deviceFigures(const Options &options)
{
    BenchTill till;
    till.close();
    const std::vector<double> samples = firstByteSamples(till.folder(), options.count(1000, 5));
    const int seconds = options.count(20, 2);
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--window"_s, u"idle"_s, till.folder(), QString::number(seconds)});
    if (!child.waitForFinished(120'000))
        fail(u"the idle till did not end"_s);
    const QByteArray line = child.readAllStandardOutput();
    if (!line.startsWith("idle "))
        fail(u"the idle till said nothing: "_s + QString::fromUtf8(child.readAllStandardError()));
    return {{.name = u"validated_to_first_byte_p99"_s, .value = percentile(samples, 99), .unit = u"ms"_s, .bar = 10},
            {.name = u"idle_cpu_devices_absent"_s, .value = line.mid(5).trimmed().toDouble(), .unit = u"% of a core"_s, .bar = 1}};
}

} // namespace guichet::bench
