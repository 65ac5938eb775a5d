// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/PrintWorker.h"

#include "core/usecases/PrintQueue.h"
#include "hardware/printer/MakeReceiptPrinter.h"

#include <QDir>
#include <QImageReader>

#include <chrono>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The oldest job of a printer, if any, and where it is to be printed.
struct PrintWorker::Task
{
    std::optional<PrintJob> job;
    QString setting;
    QString profile;
    QString logoFile;
    int waiting = 0;
    int doubtful = 0;
};

namespace {

constexpr int largestLogoSide = 4000;

/// `logo.png` beside the ledger; null without one. A file of any size cannot fill the memory.
QImage logoIn(const QString &file)
{
    QImageReader reader{file};
    const QSize size = reader.size();
    return size.isValid() && std::max(size.width(), size.height()) <= largestLogoSide ? reader.read() : QImage{};
}

} // namespace

PrintWorker::PrintWorker(TillThread &till, QObject *parent) : QObject{parent}, m_till{till}, m_context{std::make_unique<QObject>()}
{
    m_thread.setObjectName(u"printer"_s);
    m_context->moveToThread(&m_thread);
    m_thread.start();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &PrintWorker::wake);
}

PrintWorker::~PrintWorker()
{
    m_stopping = true;
    m_thread.quit();
    m_thread.wait();
}

void PrintWorker::forgetPrinter()
{
    callOn(m_context.get(), [this] { m_printers.clear(); }).then(this, [this] { wake(); });
}

void PrintWorker::wake()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    m_trouble.reset();
    m_printer = PrintJob::Printer::Receipt;
    begin();
}

void PrintWorker::begin()
{
    printNext().then(this, [this](const Turn &turn) { finish(turn); });
}

/// On the ledger thread. What ended without being noted is noted first; a person may have decided meanwhile.
Result<PrintWorker::Task> PrintWorker::takeTask(Workplace &workplace, PrintJob::Printer printer, const std::optional<Ended> &unnoted)
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
                .setting = isSpare ? settings.sparePrinter : settings.receiptPrinter,
                .profile = isSpare ? settings.sparePrinterProfile : settings.printerProfile,
                .logoFile = QDir{workplace.ledger->folder().path()}.filePath(u"logo.png"_s),
                .waiting = waiting,
                .doubtful = doubtful};
}

Result<> PrintWorker::note(Workplace &workplace, const Ended &ended)
{
    PrintQueue queue{workplace};
    if (!ended.outcome)
        return queue.failed(ended.job, ended.outcome.error());
    if (ended.outcome->end == PrintOutcome::End::Printed)
        return queue.printed(ended.job);
    return queue.doubtful(ended.job, ended.outcome->doubt.value_or(Error{.code = ErrorCode::Timeout}));
}

PrintWorker::Turn PrintWorker::noted(Workplace &workplace, const Ended &ended)
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

Call<PrintWorker::Turn> PrintWorker::printNext()
{
    return m_till.call([printer = m_printer, unnoted = m_unnoted](Workplace &workplace) { return takeTask(workplace, printer, unnoted); })
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
PrintWatch PrintWorker::watchFor(const QString &job)
{
    return {
        .begin = [this, job] { return m_till.call([job](Workplace &workplace) { return PrintQueue{workplace}.sending(job); }).result(); },
        .trouble = [this](const Error &trouble) { QMetaObject::invokeMethod(this, [this, trouble] { tell(trouble); }); },
        .stopped = [this] { return m_stopping.load(); }};
}

Result<ReceiptPrinter *> PrintWorker::printerOf(const Task &task)
{
    MadePrinter &made = m_printers[task.job->printer];
    const QString wanted = task.setting + u'\n' + task.profile;
    if (!made.printer || made.setting != wanted) {
        TRY_LET(printer, makeReceiptPrinter(task.setting == u"screen" ? u"none"_s : task.setting, task.profile, logoIn(task.logoFile)));
        made = {.setting = wanted, .printer = std::move(printer)};
    }
    return made.printer.get();
}

Result<PrintOutcome> PrintWorker::print(const Task &task)
{
    TRY_LET(printer, printerOf(task));
    return printer->print(task.job->paper, watchFor(task.job->id));
}

/// Goes on with the same printer while it prints, then with the other one.
void PrintWorker::finish(const Turn &turn)
{
    m_unnoted = turn.unnoted;
    m_waiting = turn.waiting;
    m_doubtful = turn.doubtful;
    if (turn.trouble && !m_trouble)
        m_trouble = turn.trouble;
    if (turn.hadJob && !turn.trouble)
        return begin();
    if (m_printer == PrintJob::Printer::Receipt && !turn.unnoted) {
        m_printer = PrintJob::Printer::Spare;
        return begin();
    }
    m_running = false;
    tell(m_trouble);
    if (m_trouble)
        m_retry.start(10s);
    else if (m_again)
        wake();
}

void PrintWorker::tell(const std::optional<Error> &trouble)
{
    Q_EMIT stateChanged(m_waiting, m_doubtful, trouble);
}

} // namespace guichet
