// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/PrintWorker.h"

#include "core/usecases/PrintQueue.h"
#include "hardware/printer/MakeReceiptPrinter.h"
#include "hardware/printer/NullPrinter.h"
#include "ui/format/ErrorText.h"

#include <chrono>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The oldest job and where it is to be printed.
struct NextJob
{
    std::optional<PrintJob> job;
    QString setting;
    QString profile;
    int waiting = 0;
};

Result<NextJob> nextJob(Workplace &workplace)
{
    const PrintQueue queue{workplace};
    TRY_LET(job, queue.next());
    TRY_LET(waiting, queue.waitingCount());
    return NextJob{.job = std::move(job),
                   .setting = workplace.settings.receiptPrinter,
                   .profile = workplace.settings.printerProfile,
                   .waiting = waiting};
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
    m_thread.quit();
    m_thread.wait();
}

void PrintWorker::forgetPrinter()
{
    callOn(m_context.get(), [this] { m_printer.reset(); }).then(this, [this] { wake(); });
}

void PrintWorker::wake()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_again = false;
    printNext().then(this, [this](const Turn &turn) { finish(turn); });
}

/// On the printer's thread.
Result<> PrintWorker::print(const QString &setting, const QString &profile, const Paper &paper)
{
    const QString wanted = setting + u'\n' + profile;
    if (!m_printer || m_printerSetting != wanted) {
        TRY_LET(made, makeReceiptPrinter(setting == u"screen" ? u"none"_s : setting, profile));
        m_printer = std::move(made);
        m_printerSetting = wanted;
    }
    if (paper.items.empty())
        return paper.openDrawer ? m_printer->openDrawer() : Result<>{};
    return m_printer->print(paper);
}

Call<PrintWorker::Turn> PrintWorker::printNext()
{
    return m_till.call([](Workplace &workplace) { return nextJob(workplace); }).then(m_context.get(), [this](const Result<NextJob> &next) {
        if (!next)
            return answered(Turn{{}, next.error()});
        if (!next->job)
            return answered(Turn{next->waiting, {}});
        const Result<> printed = printOnce(next->setting, next->profile, *next->job);
        return m_till.call([printed, id = next->job->id, waiting = next->waiting](Workplace &workplace) {
            PrintQueue queue{workplace};
            const Result<> noted = printed ? queue.printed(id) : queue.failed(id, printed.error());
            if (printed && noted)
                return Turn{waiting - 1, {}};
            return Turn{waiting, printed ? noted.error() : printed.error()};
        });
    });
}

/// On the printer's thread. A job whose end could not be noted comes again: what is on paper is not printed twice.
Result<> PrintWorker::printOnce(const QString &setting, const QString &profile, const PrintJob &job)
{
    if (job.id == m_onPaper)
        return {};
    TRY(print(setting, profile, job.paper));
    m_onPaper = job.id;
    return {};
}

void PrintWorker::finish(const Turn &turn)
{
    m_running = false;
    m_waiting = turn.waiting.value_or(m_waiting);
    Q_EMIT stateChanged(m_waiting, turn.trouble ? errorSentence(*turn.trouble) : QString{});
    if (turn.trouble)
        m_retry.start(10s);
    else if (m_waiting > 0 || m_again)
        wake();
}

} // namespace guichet
