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

/// The account whose ledger a request writes, as far as earlier answers tell; empty: not known, or it only reads. A hint for the order
/// alone: whose token it is, the centre looks up each time.
QString CentralWorkers::writtenBy(const CentralRequest &request) const
{
    return request.method == CentralRequest::Method::Post ? m_accounts.value(sha256(request.authorization)) : QString{};
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

void CentralWorkers::startNext()
{
    for (const auto &worker : m_workers) {
        if (worker->isBusy)
            continue;
        const auto next = std::ranges::find_if(m_jobs, [&](const Job &job) { return mayStart(*worker, job); });
        if (next == m_jobs.end())
            continue;
        Job job = std::move(*next);
        m_jobs.erase(next);
        start(*worker, std::move(job));
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
