// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/client/SyncLedger.h"

#include <functional>

namespace guichet {

/// Lets other threads work on the ledger: the work runs on its thread, in order with everything else there, and is waited for. Internal:
/// there is no ledger any more.
class LedgerAccess
{
public:
    virtual ~LedgerAccess() = default;
    virtual Result<> run(const std::function<Result<>(SyncLedger &)> &work) = 0;
};

/// The two directions of an exchange with the centre. Nothing waits for the line on the ledger thread. On the thread of its client.
class Exchange
{
public:
    Exchange(CentralClient &client, LedgerAccess &ledger, const Clock &clock) : m_client{client}, m_ledger{ledger}, m_clock{clock} {}

    /// All that waits goes up, facts first, in batches; then the centre says what the till may sell without a line. Returns how many facts
    /// the centre has acknowledged. What was sent when the line dropped goes again: the centre passes over what it has.
    /// TillReplaced after the facts: nothing else is taken from this machine.
    Result<int> push();
    /// One page comes down, after up to `wait` when nothing is new. Returns how many facts it brought; `more`: the next page is there;
    /// `isFurther`: it held something and led on.
    struct Pulled
    {
        int facts = 0;
        bool more = false;
        bool isFurther = false;
    };
    Result<Pulled> pull(std::chrono::seconds wait = std::chrono::seconds{0});
    /// pull() until nothing more is there.
    Result<int> pullAll();

private:
    Result<int> pushFacts();
    Result<> pushDocuments();
    Result<> renewAllotments(bool isNews);
    Result<> pushHome();
    Result<bool> isReplaced();
    std::unexpected<Error> refusedPush(const Error &why, qint64 incarnation);
    Result<> send(const SyncOutbox::WaitingFacts &waiting);
    std::unexpected<Error> refusedPull(const Error &why);
    Result<> noteClock(SyncLedger &ledger, const QDateTime &now) const;

    CentralClient &m_client;
    LedgerAccess &m_ledger;
    const Clock &m_clock;
};

} // namespace guichet
