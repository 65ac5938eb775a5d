// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/PrintLane.h"

#include "core/usecases/PrintQueue.h"
#include "hardware/printer/MakeReceiptPrinter.h"

#include <QDir>
#include <QImageReader>

#include <chrono>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The oldest job of a printer, if any, and where it is to be printed.
struct PrintLane::Task
{
    std::optional<PrintJob> job;
    PrinterChoice choice;
    QString logoFile;
    int waiting = 0;
    int doubtful = 0;
};

namespace {

constexpr int largestLogoSide = 4000;
constexpr auto betweenTries = 10s;

/// `logo.png` beside the ledger; null without one. A file of any size cannot fill the memory.
QImage logoIn(const QString &file)
{
    QImageReader reader{file};
    const QSize size = reader.size();
    return size.isValid() && std::max(size.width(), size.height()) <= largestLogoSide ? reader.read() : QImage{};
}

} // namespace

PrintLane::PrintLane(TillThread &till, PrintJob::Printer printer)
    : m_till{till}, m_printerName{printer}, m_context{std::make_unique<QObject>()}
{
    m_thread.setObjectName(printer == PrintJob::Printer::Spare ? u"spare printer"_s : u"printer"_s);
    m_context->moveToThread(&m_thread);
    m_thread.start();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &PrintLane::wake);
}

PrintLane::~PrintLane()
{
    m_stopping = true;
    m_thread.quit();
    m_thread.wait();
}

void PrintLane::forgetPrinter()
{
    m_paperLow = false; // it may be another one
    callOn(m_context.get(), [this] { m_printer.reset(); }).then(this, [this] { wake(); });
}

void PrintLane::wake()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    begin();
}

void PrintLane::begin()
{
    printNext().then(this, [this](const Turn &turn) { finish(turn); });
}

/// On the ledger thread. What ended without being noted is noted first; a person may have decided meanwhile.
Result<PrintLane::Task> PrintLane::takeTask(Workplace &workplace, PrintJob::Printer printer, const std::optional<Ended> &unnoted)
{
    if (unnoted)
        if (const auto done = note(workplace, *unnoted); !done && done.error().code != ErrorCode::NotFound)
            return std::unexpected(done.error());
    PrintQueue queue{workplace};
    const TillSettings &settings = workplace.settings;
    const bool isSpare = printer == PrintJob::Printer::Spare;
    TRY_LET(job, queue.next(printer));
    TRY_LET(waiting, queue.waitingCount());
    TRY_LET(doubtful, queue.doubtfulCount());
    return Task{.job = std::move(job),
                .choice = {.line = isSpare ? settings.sparePrinter : settings.receiptPrinter,
                           .profile = isSpare ? settings.sparePrinterProfile : settings.printerProfile,
                           .drawerPin = isSpare ? 0 : settings.drawerPin,
                           .profiles = QDir{workplace.ledger->folder().path()}.filePath(u"printers.json"_s)},
                .logoFile = QDir{workplace.ledger->folder().path()}.filePath(u"logo.png"_s),
                .waiting = waiting,
                .doubtful = doubtful};
}

Result<> PrintLane::note(Workplace &workplace, const Ended &ended)
{
    PrintQueue queue{workplace};
    if (!ended.outcome)
        return queue.failed(ended.job, ended.outcome.error());
    if (ended.outcome->end == PrintOutcome::End::Printed)
        return queue.printed(ended.job);
    return queue.doubtful(ended.job, ended.outcome->doubt.value_or(Error{.code = ErrorCode::Timeout}));
}

PrintLane::Turn PrintLane::noted(Workplace &workplace, const Ended &ended)
{
    Turn turn{.hadJob = true};
    const PrintQueue queue{workplace};
    if (const auto done = note(workplace, ended); !done) {
        turn.trouble = done.error();
        turn.unnoted = ended;
    } else if (!ended.outcome) {
        turn.trouble = ended.outcome.error();
    }
    turn.waiting = queue.waitingCount().value_or(1);
    turn.doubtful = queue.doubtfulCount().value_or(0);
    return turn;
}

Call<PrintLane::Turn> PrintLane::printNext()
{
    return m_till
        .call([printer = m_printerName, unnoted = m_unnoted](Workplace &workplace) { return takeTask(workplace, printer, unnoted); })
        .then(m_context.get(), [this, waiting = m_waiting, doubtful = m_doubtful, unnoted = m_unnoted](const Result<Task> &task) {
            if (!task)
                return answered(Turn{.waiting = waiting, .doubtful = doubtful, .trouble = task.error(), .unnoted = unnoted});
            if (!task->job)
                return answered(Turn{.waiting = task->waiting, .doubtful = task->doubtful});
            const Ended ended{.job = task->job->id, .outcome = print(*task)};
            return m_till.call([ended](Workplace &workplace) { return noted(workplace, ended); });
        });
}

/// On the printer's thread, as what follows. The ledger is asked, and waited for, right before the first byte.
PrintWatch PrintLane::watchFor(const QString &job)
{
    return {
        .begin = [this, job] { return m_till.call([job](Workplace &workplace) { return PrintQueue{workplace}.sending(job); }).result(); },
        .paperLow = [this](bool low) { QMetaObject::invokeMethod(this, [this, low] { m_paperLow = low; }); },
        .trouble = [this](const Error &trouble) { QMetaObject::invokeMethod(this, [this, trouble] { tell(trouble); }); },
        .stopped = [this] { return m_stopping.load(); }};
}

Result<ReceiptPrinter *> PrintLane::printerOf(const Task &task)
{
    if (!m_printer || m_choice != task.choice) {
        PrinterChoice choice = task.choice;
        if (choice.line == u"screen")
            choice.line = u"none"_s;
        TRY_LET(printer, makeReceiptPrinter(choice, logoIn(task.logoFile)));
        m_printer = std::move(printer);
        m_choice = task.choice;
    }
    return m_printer.get();
}

Result<PrintOutcome> PrintLane::print(const Task &task)
{
    TRY_LET(printer, printerOf(task));
    return printer->print(task.job->paper, watchFor(task.job->id));
}

/// Goes on while it prints.
void PrintLane::finish(const Turn &turn)
{
    m_unnoted = turn.unnoted;
    m_waiting = turn.waiting;
    m_doubtful = turn.doubtful;
    if (turn.hadJob && !turn.trouble)
        return begin();
    m_running = false;
    tell(turn.trouble);
    if (turn.trouble)
        m_retry.start(betweenTries);
    else if (m_again)
        wake();
}

void PrintLane::tell(const std::optional<Error> &trouble)
{
    Q_EMIT stateChanged(m_waiting, m_doubtful, {.trouble = trouble, .paperLow = m_paperLow});
}

} // namespace guichet
