// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/CentralApi.h"

#include <QObject>
#include <QThread>

#include <deque>
#include <memory>

namespace guichet {

/// The threads on which requests are answered, each with a centre of its own, whose connections stay there. Requests are answered in the
/// order in which they came, but of one account only one is written at a time: the others would hold threads only to wait for its row. Each
/// account has a thread that is asked first, so that its ledger need not be opened on all. Lives on the thread of its server.
class CentralWorkers : public QObject
{
    Q_OBJECT

public:
    using Take = std::function<void(const CentralReply &)>;

    /// The centres are used on the workers' threads until it is destroyed.
    explicit CentralWorkers(const std::vector<Centre *> &centres);
    ~CentralWorkers() override;

    /// Calls `take` on this thread when there is an answer; never when this is destroyed before.
    void answer(const CentralRequest &request, Take take);
    bool isBusy() const; ///< Something is not answered yet.

private:
    struct Worker
    {
        explicit Worker(Centre &centre);
        ~Worker();
        CentralApi api;
        QThread thread;
        QObject context; ///< Lives on `thread`.
        bool isBusy = false;
        QString writes = {}; ///< The account whose ledger it writes, if that is known.
    };
    struct Job
    {
        CentralRequest request;
        Take take;
    };
    QString accountOf(const CentralRequest &request) const;
    QString writtenBy(const CentralRequest &request) const;
    bool isWritten(const QString &account) const;
    bool mayStart(const Worker &worker, const Job &job) const;
    Worker *workerFor(const Job &job) const;
    bool areAllBusy() const;
    void startNext();
    void start(Worker &worker, Job job);
    void finish(Worker &worker, const Job &job, const CentralReply &reply);

    std::vector<std::unique_ptr<Worker>> m_workers;
    std::deque<Job> m_jobs;
    QHash<QByteArray, QString> m_accounts; ///< Of tokens, as earlier answers named them, by their hashes.
};

} // namespace guichet
