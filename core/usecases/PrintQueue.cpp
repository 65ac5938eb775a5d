// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PrintQueue.h"

#include "core/ledger/WorkingStore.h"
#include "core/receipt/PrintedAgain.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

using State = PrintJob::State;
using Change = std::function<Result<>(PrintJob &)>;

constexpr int drawerSeconds = 60;

bool isDrawerOnly(const PrintJob &job)
{
    return job.paper.items.empty();
}

QString noted(const Error &error)
{
    return error.detail.isEmpty() ? QString{codeName(error.code)} : u"%1: %2"_s.arg(codeName(error.code), error.detail);
}

/// Reads a job in one of the states, changes it, writes it back.
Result<> changeJob(Workplace &workplace, const QString &id, std::initializer_list<State> states, const Change &change)
{
    return inTransaction(workplace.db(), [&]() -> Result<> {
        WorkingStore working{workplace.db()};
        TRY_LET(job, working.job(id));
        if (std::ranges::find(states, job.state) == states.end())
            return failure(ErrorCode::NotFound, u"print job in another state: "_s + id);
        TRY(change(job));
        return working.updateJob(job);
    });
}

/// Takes note of trouble: in the journal once, however often the printer is tried again.
Result<> noteTrouble(Workplace &workplace, PrintJob &job, const Error &error)
{
    ++job.attempts;
    const bool isFirst = job.lastError.isEmpty();
    job.lastError = noted(error);
    if (!isFirst)
        return {};
    const QString cause = job.lastError.section(u':', 0, 0); // the rest may hold the address of a device
    TRY(workplace.journal().appendTechnical(TechnicalEvent::PrintFailed, {{u"job"_s, job.id}, {u"error"_s, cause}}));
    return {};
}

} // namespace

Result<QString> PrintQueue::put(const Paper &paper)
{
    return m_workplace.spool(paper);
}

Result<std::optional<PrintJob>> PrintQueue::next(PrintJob::Printer printer)
{
    WorkingStore working{m_workplace.db()};
    TRY_LET(job, working.nextJob(printer));
    if (!job || !job->paper.openDrawer || job->at.secsTo(m_workplace.now()) < drawerSeconds)
        return job;
    job->paper.openDrawer = false;
    if (!isDrawerOnly(*job))
        return job;
    TRY(discard(job->id));
    return next(printer);
}

Result<PrintJob> PrintQueue::job(const QString &id) const
{
    return WorkingStore{m_workplace.db()}.job(id);
}

Result<std::vector<PrintJob>> PrintQueue::waiting() const
{
    return WorkingStore{m_workplace.db()}.openJobs();
}

Result<int> PrintQueue::waitingCount() const
{
    return WorkingStore{m_workplace.db()}.openJobCount();
}

Result<int> PrintQueue::doubtfulCount() const
{
    return WorkingStore{m_workplace.db()}.doubtfulJobCount();
}

Result<> PrintQueue::sending(const QString &id)
{
    return changeJob(m_workplace, id, {State::Waiting}, [](PrintJob &job) -> Result<> {
        job.state = State::Sending;
        return {};
    });
}

Result<> PrintQueue::printed(const QString &id)
{
    return changeJob(m_workplace, id, {State::Waiting, State::Sending}, [](PrintJob &job) -> Result<> {
        job.state = State::Printed;
        ++job.attempts;
        job.lastError.clear();
        return {};
    });
}

Result<> PrintQueue::failed(const QString &id, const Error &error)
{
    return changeJob(m_workplace, id, {State::Waiting, State::Sending}, [&](PrintJob &job) -> Result<> {
        job.state = isDrawerOnly(job) ? State::Discarded : State::Waiting;
        return noteTrouble(m_workplace, job, error);
    });
}

Result<> PrintQueue::doubtful(const QString &id, const Error &error)
{
    return changeJob(m_workplace, id, {State::Sending}, [&](PrintJob &job) -> Result<> {
        job.state = isDrawerOnly(job) ? State::Discarded : State::Doubtful;
        return noteTrouble(m_workplace, job, error);
    });
}

Result<> PrintQueue::discard(const QString &id)
{
    return changeJob(m_workplace, id, {State::Waiting, State::Doubtful}, [](PrintJob &job) -> Result<> {
        job.state = State::Discarded;
        return {};
    });
}

Result<> PrintQueue::confirmPrinted(const QString &id)
{
    return changeJob(m_workplace, id, {State::Doubtful}, [](PrintJob &job) -> Result<> {
        job.state = State::Printed;
        return {};
    });
}

Result<QString> PrintQueue::printAgain(const QString &id)
{
    return inTransaction(m_workplace.db(), [&]() -> Result<QString> {
        QString again;
        TRY(changeJob(m_workplace, id, {State::Doubtful}, [&](PrintJob &job) -> Result<> {
            job.state = State::Discarded;
            TRY_LET(put, m_workplace.spool(printedAgain(job.paper)));
            again = put;
            return {};
        }));
        TRY(m_workplace.journal().appendTechnical(TechnicalEvent::PrintedAgain, {{u"job"_s, id}, {u"again"_s, again}}));
        return again;
    });
}

Result<> PrintQueue::sendTo(const QString &id, PrintJob::Printer printer)
{
    return changeJob(m_workplace, id, {State::Waiting}, [&](PrintJob &job) -> Result<> {
        job.printer = printer;
        return {};
    });
}

} // namespace guichet
