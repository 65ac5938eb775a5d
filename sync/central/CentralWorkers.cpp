// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentralWorkers.h"

#include "core/crypto/Crypto.h"

#include <algorithm>

namespace guichet {
namespace {

constexpr qsizetype mostTokens = 10'000;
constexpr std::chrono::milliseconds longestWait{50}; ///< For the thread of the account.

} // namespace

CentralWorkers::Worker::Worker(Centre &centre) : api{centre}
{
    context.moveToThread(&thread);
    thread.start();
}

CentralWorkers::Worker::~Worker()
{
    thread.quit();
    thread.wait();
}

CentralWorkers::CentralWorkers(const std::vector<Centre *> &centres)
{
    Q_ASSERT(!centres.empty());
    for (Centre *centre : centres)
        m_workers.push_back(std::make_unique<Worker>(*centre));
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &CentralWorkers::startNext);
}

CentralWorkers::~CentralWorkers()
{
    m_workers.clear(); // what they still say to this comes to nobody
}

void CentralWorkers::answer(const CentralRequest &request, Take take)
{
    Job job{.request = request, .take = std::move(take), .number = ++m_lastNumber};
    if (CentralApi::isOfTill(request) && !request.authorization.isEmpty())
        job.token = sha256(request.authorization);
    job.since.start();
    m_jobs.push_back(std::move(job));
    startNext();
}

bool CentralWorkers::isBusy() const
{
    return !m_jobs.empty() || std::ranges::any_of(m_workers, [](const auto &worker) { return worker->isBusy; });
}

/// A hint for order and place alone: whose token it is, the centre looks up each time.
std::optional<QString> CentralWorkers::rememberedAccount(const QByteArray &token) const
{
    if (token.isEmpty())
        return QString{};
    const auto known = m_accounts.find(token);
    return known == m_accounts.end() ? std::nullopt : std::optional{*known};
}

void CentralWorkers::remember(const QByteArray &token, const QString &account)
{
    if (account.isEmpty())
        return;
    if (m_accounts.size() >= mostTokens)
        m_accounts.clear();
    m_accounts.insert(token, account);
}

/// The account whose ledger a request writes; empty: it only reads, or it is not known yet.
QString CentralWorkers::writtenBy(const Job &job)
{
    return job.request.method == CentralRequest::Method::Post ? job.account.value_or(QString{}) : QString{};
}

bool CentralWorkers::isWritten(const QString &account) const
{
    return !account.isEmpty() && std::ranges::any_of(m_workers, [&](const auto &worker) { return worker->writes == account; });
}

bool CentralWorkers::mayStart(const Worker &worker, const Job &job) const
{
    if (!job.account)
        return !m_lookedUp.contains(job.token);
    const bool isFirst = &worker == m_workers.front().get();
    return (isFirst || !CentralApi::isRemembered(job.request)) && !isWritten(writtenBy(job));
}

bool CentralWorkers::areAllBusy() const
{
    return std::ranges::all_of(m_workers, [](const auto &worker) { return worker->isBusy; });
}

/// The one on which the ledger is open, or what it has remembered.
CentralWorkers::Worker &CentralWorkers::workerOf(const Job &job) const
{
    const bool isRemembered = CentralApi::isRemembered(job.request);
    return *m_workers[isRemembered ? 0 : qHash(job.account.value_or(QString{})) % m_workers.size()];
}

/// Most answers take less than to open a ledger anew, but nobody waits for a long one.
bool CentralWorkers::waitsFor(const Worker &worker, const Job &job) const
{
    return worker.isBusy && !job.account.value_or(QString{}).isEmpty() && !job.since.hasExpired(longestWait.count());
}

/// That of the account, or any that is free where it does not matter or it has waited for long. None: it may not start yet.
CentralWorkers::Worker *CentralWorkers::workerFor(const Job &job) const
{
    Worker &own = workerOf(job);
    if (!own.isBusy && mayStart(own, job))
        return &own;
    if (waitsFor(own, job))
        return nullptr;
    const auto other = std::ranges::find_if(m_workers, [&](const auto &worker) { return !worker->isBusy && mayStart(*worker, job); });
    return other == m_workers.end() ? nullptr : other->get();
}

void CentralWorkers::startNext()
{
    for (auto job = m_jobs.begin(); job != m_jobs.end() && !areAllBusy();) {
        if (!job->account) // it may have been looked up for another request meanwhile
            job->account = rememberedAccount(job->token);
        Worker *worker = workerFor(*job);
        if (!worker) {
            ++job;
            continue;
        }
        Job next = std::move(*job);
        job = m_jobs.erase(job);
        next.account ? start(*worker, std::move(next)) : lookUp(*worker, std::move(next));
    }
    if (!m_jobs.empty() && !m_patience.isActive())
        m_patience.start(longestWait);
}

void CentralWorkers::start(Worker &worker, Job job)
{
    worker.isBusy = true;
    worker.writes = writtenBy(job);
    QMetaObject::invokeMethod(&worker.context, [this, &worker, job = std::move(job)] {
        const CentralReply reply = worker.api.answer(job.request);
        QMetaObject::invokeMethod(this, [this, &worker, job, reply] { finish(worker, job, reply); });
    });
}

/// Whose token it is, before a thread is chosen: otherwise the ledgers of all would be opened wherever their first requests come to.
void CentralWorkers::lookUp(Worker &worker, Job job)
{
    worker.isBusy = true;
    m_lookedUp.insert(job.token);
    QMetaObject::invokeMethod(&worker.context, [this, &worker, job = std::move(job)] {
        const QString account = worker.api.accountOf(job.request);
        QMetaObject::invokeMethod(this, [this, &worker, job, account] { finishLookUp(worker, job, account); });
    });
}

void CentralWorkers::finishLookUp(Worker &worker, Job job, const QString &account)
{
    worker.isBusy = false;
    m_lookedUp.remove(job.token);
    remember(job.token, account);
    job.account = account;
    m_jobs.insert(std::ranges::upper_bound(m_jobs, job.number, {}, &Job::number), std::move(job));
    startNext();
}

void CentralWorkers::finish(Worker &worker, const Job &job, const CentralReply &reply)
{
    worker.isBusy = false;
    worker.writes.clear();
    startNext();
    job.take(reply);
}

} // namespace guichet
