// SPDX-License-Identifier: GPL-3.0-or-later
// Whole processes: start to painted sale screen and memory, against a bare window with 60 buttons; and scan to painted line.
#include "app/guichet/Composition.h"
#include "core/ledger/DocumentStore.h"
#include "core/usecases/DeskDevices.h"
#include "hardware/simulated/scanner/SimulatedScanner.h"
#include "tests/bench/BenchTill.h"
#include "tests/bench/Figure.h"
#include "ui/widgets/AmountLabel.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGridLayout>
#include <QKeyEvent>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QWindow>

#include <cstdio>

namespace guichet::bench {
namespace {

using namespace Qt::StringLiterals;

double residentMegabytes()
{
    QFile status{u"/proc/self/status"_s};
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

/// Tells the parent that the screen is painted, and ends.
void announce()
{
    std::printf("painted %.3f\n", residentMegabytes());
    std::fflush(stdout);
    std::_Exit(0);
}

/// Sees the next paint of a widget.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) : m_widget{widget} { widget->installEventFilter(this); }
    ~PaintWatch() override { m_widget->removeEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    QWidget *m_widget;
};

template <typename Condition>
bool spin(Condition condition, int milliseconds = 20'000)
{
    QTimer wake; // so that a condition that no event brings is seen
    wake.start(2);
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

int runBare(QApplication &application)
{
    QWidget window;
    auto *layout = new QGridLayout{&window};
    for (int i = 0; i < 60; ++i)
        layout->addWidget(new QPushButton{u"Touche %1"_s.arg(i)}, i / 10, i % 10);
    window.resize(1280, 800);
    const PaintWatch watch{&window};
    window.show();
    if (!spin([&watch] { return watch.painted; }))
        return 2;
    announce();
    return QApplication::exec();
    Q_UNUSED(application)
}

/// Without her PIN: Argon2id takes the time that it is set to take, on any machine and with any program.
bool letClaireIn(Workplace &workplace)
{
    const Result<std::optional<User>> claire = DocumentStore{workplace.db()}.user(u"u5"_s);
    if (claire)
        workplace.user = *claire;
    return workplace.user.has_value();
}

/// Brings a composition to its sale screen, with somebody at it.
bool showSale(Composition &composition)
{
    composition.start();
    if (!spin([&composition] { return composition.window() != nullptr; }))
        return false;
    const bool in = composition.till().call(letClaireIn).result();
    composition.window()->start();
    auto *shelf = composition.window()->findChild<QWidget *>(u"shelf"_s);
    return in && spin([&] {
               shelf = shelf ? shelf : composition.window()->findChild<QWidget *>(u"shelf"_s);
               return composition.window()->place() == Place::Sale && shelf && shelf->findChild<QWidget *>(u"tile.grotte"_s) != nullptr;
           });
}

int runTill(QApplication &application, const QString &folder)
{
    Composition composition{application, {.dataFolder = folder, .mode = Mode::Light, .size = {1280, 800}}};
    if (!showSale(composition))
        return 2;
    const PaintWatch watch{composition.window()->findChild<QWidget *>(u"tile.grotte"_s)};
    if (!spin([&watch] { return watch.painted; }, 3000))
        composition.window()->grab();
    announce();
    return QApplication::exec();
}

struct Start
{
    double milliseconds = 0;
    double megabytes = 0;
};

/// Starts a child of this program and waits for its word.
Start startChild(const QStringList &arguments)
{
    QProcess child;
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(), QStringList{u"--window"_s} + arguments);
    if (!child.waitForReadyRead(60'000))
        fail(u"the child said nothing: "_s + QString::fromUtf8(child.readAllStandardError()));
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const QByteArray line = child.readAllStandardOutput();
    child.waitForFinished();
    if (!line.startsWith("painted "))
        fail(QString::fromUtf8(line));
    return {milliseconds, line.mid(8).trimmed().toDouble()};
}

/// The middle of several starts of each child, by turns: what else the machine does hits both.
std::vector<Start> medianStarts(const std::vector<QStringList> &children, int runs)
{
    std::vector<std::vector<double>> times(children.size());
    std::vector<Start> starts(children.size());
    for (int run = 0; run < runs; ++run)
        for (size_t child = 0; child < children.size(); ++child) {
            starts[child] = startChild(children[child]);
            times[child].push_back(starts[child].milliseconds);
        }
    for (size_t child = 0; child < children.size(); ++child)
        starts[child].milliseconds = percentile(times[child], 50);
    return starts;
}

void sendScan(QWindow *window, const QString &code)
{
    for (const QChar c : code) {
        QKeyEvent press{QEvent::KeyPress, c.toUpper().unicode(), Qt::NoModifier, QString{c}};
        QCoreApplication::sendEvent(window, &press);
    }
    QKeyEvent enter{QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s};
    QCoreApplication::sendEvent(window, &enter);
}

using Scan = std::function<void(Composition &composition)>;

/// Milliseconds from the last byte of each scan to its painted line, 40 lines in the cart.
std::vector<double> scanSamples(const QString &folder, int scans, const Scan &scan)
{
    Composition composition{*qobject_cast<QApplication *>(QCoreApplication::instance()),
                            {.dataFolder = folder, .mode = Mode::Light, .size = {1280, 800}}};
    if (!showSale(composition))
        fail(u"no sale screen"_s);
    composition.till()
        .call([](Workplace &workplace) {
            for (int i = 1; i <= 40; ++i)
                std::ignore = Checkout{workplace}.addProduct({}, u"p%1"_s.arg(i + 100, 3, 10, QChar{u'0'}), 1);
        })
        .result();
    composition.window()->go(Place::Sale);
    auto *total = composition.window()->findChild<AmountLabel *>(u"total"_s);
    spin([total] { return !total->amount().isZero(); });
    const Money first = total->amount();
    scan(composition); // not measured: it may put the scanner in
    if (!spin([&] { return total->amount() != first; }, 10'000))
        fail(u"the first scan was not taken"_s);
    std::vector<double> samples;
    for (int i = 0; i < scans; ++i) {
        const Money before = total->amount();
        PaintWatch watch{total};
        samples.push_back(secondsOf([&] {
                              scan(composition);
                              if (!spin([&] { return total->amount() != before && watch.painted; }, 3000))
                                  fail(u"the scan was not painted"_s);
                          }) *
                          1000);
        spin([] { return false; }, 30);
    }
    return samples;
}

std::vector<double> typedScans(const QString &folder, int scans)
{
    return scanSamples(folder, scans, [](Composition &composition) { sendScan(composition.window()->windowHandle(), u"2900000000018"_s); });
}

/// The settings name the port before the till starts, as after a visit of the technician.
std::vector<double> serialScans(const QString &folder, int scans)
{
    SimulatedScanner scanner{folder + u"/bench-scanner"_s};
    if (!scanner.plugIn())
        fail(u"no pseudo-terminal"_s);
    bool isSet = false;
    return scanSamples(folder, scans, [&](Composition &composition) {
        if (!std::exchange(isSet, true)) {
            composition.till()
                .call([&](Workplace &workplace) {
                    if (!DeskDevices{workplace}.save(CommandId::generate(), ScannerSettings{.line = scanner.setting()}))
                        fail(u"the scanner is not set"_s);
                })
                .result();
            Q_EMIT composition.window()->settingsSaved();
            spin([] { return false; }, 1000); // its thread has opened the port
        }
        if (!scanner.scan(u"2900000000018"_s))
            fail(u"the scanner cannot send"_s);
    });
}

} // namespace

int runWindowChild(int argc, char **argv, const QStringList &words)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{argc, argv};
    const QString kind = words.value(0);
    if (kind == u"idle")
        return runIdleTill(application, words.value(1), words.value(2).toInt());
    return kind == u"bare" ? runBare(application) : runTill(application, words.value(1));
}

std::vector<Figure> windowFigures(const Options &options)
{
    BenchTill till{options.count(49'660, 200), options.count(365, 2)};
    till.close();
    const std::vector<Start> starts = medianStarts({{u"bare"_s}, {u"till"_s, till.folder()}}, options.count(15, 2));
    const Start &bare = starts[0];
    const Start &window = starts[1];
    const std::vector<double> scans = typedScans(till.folder(), options.count(300, 5));
    const std::vector<double> serial = serialScans(till.folder(), options.count(300, 5));
    return {{.name = u"start_to_sale_screen"_s, .value = window.milliseconds, .unit = u"ms"_s, .reference = bare.milliseconds, .bar = 3},
            {.name = u"memory_of_sale_screen"_s, .value = window.megabytes, .unit = u"MB"_s, .reference = bare.megabytes, .bar = 2.5},
            {.name = u"scan_to_painted_line_p99"_s, .value = percentile(scans, 99), .unit = u"ms"_s, .bar = 8},
            {.name = u"serial_scan_to_painted_line_p99"_s, .value = percentile(serial, 99), .unit = u"ms"_s, .bar = 10}};
}

} // namespace guichet::bench
