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
    m_jobs.push_back({.request = request, .take = std::move(take), .account = rememberedAccount(request)});
    startNext();
}

bool CentralWorkers::isBusy() const
{
    return !m_jobs.empty() || std::ranges::any_of(m_workers, [](const auto &worker) { return worker->isBusy; });
}

/// A hint for order and place alone: whose token it is, the centre looks up each time.
std::optional<QString> CentralWorkers::rememberedAccount(const CentralRequest &request) const
{
    if (request.authorization.isEmpty())
        return QString{};
    const auto known = m_accounts.find(sha256(request.authorization));
    return known == m_accounts.end() ? std::nullopt : std::optional{*known};
}

void CentralWorkers::remember(const CentralRequest &request, const QString &account)
{
    if (m_accounts.size() >= mostTokens)
        m_accounts.clear();
    if (!account.isEmpty() && !request.authorization.isEmpty())
        m_accounts.insert(sha256(request.authorization), account);
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
    const bool isFirst = &worker == m_workers.front().get();
    return (isFirst || !job.account || !CentralApi::isRemembered(job.request)) && !isWritten(writtenBy(job));
}

bool CentralWorkers::areAllBusy() const
{
    return std::ranges::all_of(m_workers, [](const auto &worker) { return worker->isBusy; });
}

/// Most answers take less than to open a ledger anew; what takes longer holds up nobody else.
bool CentralWorkers::isWorthWaitingFor(const Worker &worker, const Job &job) const
{
    return worker.isBusy && !job.account.value_or(QString{}).isEmpty() && !worker.busyFor.hasExpired(longestWait.count());
}

/// That of the account, or any that is free where it does not matter or that one is busy for long. None: it may not start yet.
CentralWorkers::Worker *CentralWorkers::workerFor(const Job &job) const
{
    const size_t first = qHash(job.account.value_or(QString{})) % m_workers.size();
    if (isWorthWaitingFor(*m_workers[first], job))
        return nullptr;
    for (size_t i = 0; i < m_workers.size(); ++i) {
        Worker &worker = *m_workers[(first + i) % m_workers.size()];
        if (!worker.isBusy && mayStart(worker, job))
            return &worker;
    }
    return nullptr;
}

void CentralWorkers::startNext()
{
    for (auto job = m_jobs.begin(); job != m_jobs.end() && !areAllBusy();) {
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
    worker.busyFor.start();
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
    worker.busyFor.start();
    QMetaObject::invokeMethod(&worker.context, [this, &worker, job = std::move(job)] {
        const QString account = worker.api.accountOf(job.request);
        QMetaObject::invokeMethod(this, [this, &worker, job, account] { finishLookUp(worker, job, account); });
    });
}

void CentralWorkers::finishLookUp(Worker &worker, Job job, const QString &account)
{
    worker.isBusy = false;
    remember(job.request, account);
    job.account = account;
    m_jobs.push_front(std::move(job)); // it was the first
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
