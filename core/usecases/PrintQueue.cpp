// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/PrintQueue.h"

#include "core/ledger/WorkingStore.h"
#include "core/usecases/Workplace.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// Once, however often the printer is tried again.
Result<> recordFailure(Workplace &workplace, const PrintJob &job)
{
    const QString cause = job.lastError.section(u':', 0, 0); // the rest may hold the address of a device
    TRY(workplace.journal().appendTechnical(TechnicalEvent::PrintFailed, {{u"job"_s, job.id}, {u"error"_s, cause}}));
    return {};
}

/// Reads a job, changes it, writes it back.
Result<> changeJob(Workplace &workplace, const QString &id, const std::function<void(PrintJob &)> &change)
{
    return inTransaction(workplace.db(), [&]() -> Result<> {
        WorkingStore working{workplace.db()};
        TRY_LET(job, working.job(id));
        const bool failedBefore = job.state == PrintJob::State::Failed;
        change(job);
        TRY(working.updateJob(job));
        return job.state == PrintJob::State::Failed && !failedBefore ? recordFailure(workplace, job) : Result<>{};
    });
}

} // namespace

Result<QString> PrintQueue::put(const Paper &paper)
{
    return m_workplace.spool(paper);
}

Result<std::optional<PrintJob>> PrintQueue::next() const
{
    return WorkingStore{m_workplace.db()}.nextJob();
}

Result<PrintJob> PrintQueue::job(const QString &id) const
{
    return WorkingStore{m_workplace.db()}.job(id);
}

Result<std::vector<PrintJob>> PrintQueue::waiting() const
{
    return WorkingStore{m_workplace.db()}.waitingJobs();
}

Result<int> PrintQueue::waitingCount() const
{
    return WorkingStore{m_workplace.db()}.waitingJobCount();
}

Result<> PrintQueue::printed(const QString &id)
{
    return changeJob(m_workplace, id, [](PrintJob &job) {
        job.state = PrintJob::State::Printed;
        ++job.attempts;
        job.lastError.clear();
    });
}

Result<> PrintQueue::failed(const QString &id, const Error &error)
{
    return changeJob(m_workplace, id, [&](PrintJob &job) {
        job.state = PrintJob::State::Failed;
        ++job.attempts;
        job.lastError = error.detail.isEmpty() ? QString{codeName(error.code)} : u"%1: %2"_s.arg(codeName(error.code), error.detail);
    });
}

Result<> PrintQueue::discard(const QString &id)
{
    return changeJob(m_workplace, id, [](PrintJob &job) { job.state = PrintJob::State::Discarded; });
}

} // namespace guichet
