// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/CentralApi.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QThread>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace guichet {

/// The threads on which requests are answered, each with a centre of its own, whose connections stay there. Requests are answered in the
/// order in which they came, but of one account only one is written at a time: the others would hold threads only to wait for its row. Each
/// account has a thread of its own choice, on which its ledger is open: another answers only whom that one keeps waiting for long, as
/// opening a ledger takes longer than most answers. Lives on the thread of its server.
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
        QByteArray token = {};          ///< Its hash; empty: it is asked without.
        std::optional<QString> account; ///< Whose ledger it is about; empty: nobody's; none: not looked up yet.
        qint64 number = 0;              ///< In the order in which they came.
        QElapsedTimer since = {};       ///< It came.
    };
    std::optional<QString> rememberedAccount(const QByteArray &token) const;
    void remember(const QByteArray &token, const QString &account);
    static QString writtenBy(const Job &job);
    bool isWritten(const QString &account) const;
    bool mayStart(const Worker &worker, const Job &job) const;
    bool waitsFor(const Worker &worker, const Job &job) const;
    Worker &workerOf(const Job &job) const;
    Worker *workerFor(const Job &job) const;
    bool areAllBusy() const;
    void startNext();
    void start(Worker &worker, Job job);
    void lookUp(Worker &worker, Job job);
    void finishLookUp(Worker &worker, Job job, const QString &account);
    void finish(Worker &worker, const Job &job, const CentralReply &reply);

    std::vector<std::unique_ptr<Worker>> m_workers;
    std::deque<Job> m_jobs; ///< In their order.
    qint64 m_lastNumber = 0;
    QHash<QByteArray, QString> m_accounts; ///< Of tokens, by their hashes.
    QSet<QByteArray> m_lookedUp;           ///< Tokens that are being looked up.
    QTimer m_patience;                     ///< Whoever waits for the thread of its account waits no longer.
};

} // namespace guichet
