// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/RunOn.h"
#include "core/usecases/Workplace.h"

#include <QObject>
#include <QThread>
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

    /// Opens the till on the thread and waits for it. Errors as Workplace::open().
    Result<> open(const WorkplaceOptions &options);
    void close();

    /// Runs `work(Workplace &)` on the ledger thread: `till.call([](Workplace &w) { return Checkout{w}.view(); }).then(this, …)`. Only
    /// after open().
    template <typename Work>
    auto call(Work work)
    {
        return runOn(m_context.get(), [this, work = std::move(work)]() mutable { return work(*m_workplace); });
    }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< Lives on m_thread.
    std::unique_ptr<Workplace> m_workplace;
};

} // namespace guichet
