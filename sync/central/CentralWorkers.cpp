// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentralWorkers.h"

#include "core/crypto/Crypto.h"

#include <algorithm>

namespace guichet {
namespace {

constexpr qsizetype mostTokens = 10'000;

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
}

CentralWorkers::~CentralWorkers()
{
    m_workers.clear(); // what they still say to this comes to nobody
}

void CentralWorkers::answer(const CentralRequest &request, Take take)
{
    m_jobs.push_back({.request = request, .take = std::move(take)});
    startNext();
}

bool CentralWorkers::isBusy() const
{
    return !m_jobs.empty() || std::ranges::any_of(m_workers, [](const auto &worker) { return worker->isBusy; });
}

/// As far as earlier answers tell; empty: not known. A hint for order and place alone: whose token it is, the centre looks up each time.
QString CentralWorkers::accountOf(const CentralRequest &request) const
{
    return m_accounts.value(sha256(request.authorization));
}

/// The account whose ledger a request writes; empty: not known, or it only reads.
QString CentralWorkers::writtenBy(const CentralRequest &request) const
{
    return request.method == CentralRequest::Method::Post ? accountOf(request) : QString{};
}

bool CentralWorkers::isWritten(const QString &account) const
{
    return !account.isEmpty() && std::ranges::any_of(m_workers, [&](const auto &worker) { return worker->writes == account; });
}

bool CentralWorkers::mayStart(const Worker &worker, const Job &job) const
{
    const bool isFirst = &worker == m_workers.front().get();
    return (isFirst || !CentralApi::isRemembered(job.request)) && !isWritten(writtenBy(job.request));
}

bool CentralWorkers::areAllBusy() const
{
    return std::ranges::all_of(m_workers, [](const auto &worker) { return worker->isBusy; });
}

/// That of the account when it is free, else any other that is: a ledger that is open is quicker, but nobody waits for it. None: it may not
/// start yet.
CentralWorkers::Worker *CentralWorkers::workerFor(const Job &job) const
{
    const size_t first = qHash(accountOf(job.request)) % m_workers.size();
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
        start(*worker, std::move(next));
    }
}

void CentralWorkers::start(Worker &worker, Job job)
{
    worker.isBusy = true;
    worker.writes = writtenBy(job.request);
    QMetaObject::invokeMethod(&worker.context, [this, &worker, job = std::move(job)] {
        const CentralReply reply = worker.api.answer(job.request);
        QMetaObject::invokeMethod(this, [this, &worker, job, reply] { finish(worker, job, reply); });
    });
}

void CentralWorkers::finish(Worker &worker, const Job &job, const CentralReply &reply)
{
    worker.isBusy = false;
    worker.writes.clear();
    if (m_accounts.size() >= mostTokens)
        m_accounts.clear();
    if (!reply.account.isEmpty() && !job.request.authorization.isEmpty())
        m_accounts.insert(sha256(job.request.authorization), reply.account);
    startNext();
    job.take(reply);
}

} // namespace guichet
