// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Exchange.h"

#include <QThread>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace guichet {

/// How often and how patiently a till speaks with its centre.
struct SyncPace
{
    std::chrono::milliseconds lookEvery{500}; ///< For own facts to push.
    std::chrono::milliseconds firstRest{
        1'000}; ///< After a failure; doubled each time, with a random part, so that tills do not come as one.
    std::chrono::milliseconds longestRest{10'000}; ///< So soon a till notices that the line is back: what waited is to be up in 30 s.
    std::chrono::seconds longPoll = protocol::longestWait;
};

/// Exchanges with the centre in the background: one thread pushes, one waits for what others did. Selling never waits for either (SYN-1).
class SyncThread
{
public:
    /// All outlive it. Begins at once; a till that is not enrolled is asked again now and then.
    SyncThread(LedgerAccess &ledger, SecretStore &secrets, const Clock &clock, const SyncPace &pace = {});
    ~SyncThread();
    /// Whatever rests looks again at once, as if nothing had failed: the till has just been enrolled, or the line is back. From any thread.
    void wake();
    /// Ends both; the request under way is broken off.
    void stop();

private:
    /// One direction: what it does each time, → whether to go on at once.
    using Round = std::function<Result<bool>(Exchange &)>;
    void run(SyncDirection direction, const Round &round);
    enum class Rested { Enough, Woken, Stopped };
    Rested rest(std::chrono::milliseconds time, int &heard);
    void wakeOther(int &heard);
    Result<bool> turn(const Round &round, CentralClient &client);
    Result<CentralAddress> address(SyncDirection direction);
    std::shared_ptr<CentralClient> connect(SyncDirection direction);
    std::shared_ptr<CentralClient> connectTo(const CentralAddress &address);

    LedgerAccess &m_ledger;
    SecretStore &m_secrets;
    const Clock &m_clock;
    SyncPace m_pace;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    int m_wakings = 0;
    std::vector<std::weak_ptr<CentralClient>> m_clients; ///< To be stopped.
    std::unique_ptr<QThread> m_pusher;
    std::unique_ptr<QThread> m_puller;
};

} // namespace guichet
