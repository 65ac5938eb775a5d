// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Call.h"
#include "core/usecases/Workplace.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>

namespace guichet {

/// The ledger thread: it owns the Workplace, and so the writing connection. Work runs on it in order; values cross, objects do not.
class TillThread
{
public:
    TillThread();
    /// Ends the work under way, closes the ledger, joins the thread.
    ~TillThread();
    TillThread(const TillThread &) = delete;
    TillThread &operator=(const TillThread &) = delete;

    /// Opens the till on the thread. Errors as Workplace::open().
    Call<Result<>> beginOpen(const WorkplaceOptions &options);
    /// The same, waited for.
    Result<> open(const WorkplaceOptions &options) { return beginOpen(options).result(); }
    /// Waits for all that was asked so far: whoever asked may be destroyed afterwards.
    void drain();
    /// Ends the till. What is asked afterwards is dropped.
    void close();

    /// Runs `work(Workplace &)` on the ledger thread: `till.call([](Workplace &w) { return Checkout{w}.view(); }).then(this, …)`. While no
    /// till is open nothing runs, and what follows does not run either.
    template <typename Work>
    auto call(Work work)
    {
        using Answer = std::invoke_result_t<Work, Workplace &>;
        return Call<Answer>{[this, landing = calls::Landing{m_context.get()}, work = std::move(work)](Call<Answer>::Hear hear) mutable {
            landing.run([this, work = std::move(work), hear = std::move(hear)]() mutable {
                if (m_workplace)
                    calls::pass(hear, work, *m_workplace);
            });
        }};
    }

    /// call() of work on nothing but the cart in the making, which writes no fact: its commits do not wait for the disk, which has its time
    /// when the answer is out (docs/decisions/0030).
    template <typename Work>
    auto callUnsynced(Work work)
    {
        return call([this, work = std::move(work)](Workplace &workplace) mutable {
            const UnsyncedCommits unsynced{workplace.db()};
            m_syncing->start();
            return work(workplace);
        });
    }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< Lives on m_thread.
    QTimer *m_syncing;                  ///< Of m_context: runs out when the disk has its time.
    std::unique_ptr<Workplace> m_workplace;
};

} // namespace guichet
