// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncThread.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <algorithm>
#include <utility>

namespace guichet {

using std::chrono::milliseconds;

SyncThread::SyncThread(LedgerAccess &ledger, SecretStore &secrets, const Clock &clock, const SyncPace &pace)
    : m_ledger{ledger}, m_secrets{secrets}, m_clock{clock}, m_pace{pace}
{
    m_pusher.reset(QThread::create([this] {
        run(SyncDirection::Up, [](Exchange &exchange) -> Result<bool> {
            TRY(exchange.push());
            return false;
        });
    }));
    m_puller.reset(QThread::create([this] {
        run(SyncDirection::Down, [this, isAnswered = false](Exchange &exchange) mutable -> Result<bool> {
            const bool waits = std::exchange(isAnswered, false); // what was wrong is over with the first answer: that one is not waited for
            QElapsedTimer asked;
            asked.start();
            TRY_LET(pulled, exchange.pull(waits ? m_pace.longPoll : std::chrono::seconds{0}));
            isAnswered = true;
            return !waits || pulled.isFurther || asked.elapsed() >= m_pace.lookEvery.count(); // a long poll rests by itself, or is made to
        });
    }));
    m_pusher->start();
    m_puller->start();
}

SyncThread::~SyncThread()
{
    stop();
}

void SyncThread::stop()
{
    {
        const std::scoped_lock lock{m_mutex};
        m_stopped = true;
        for (const auto &client : m_clients)
            if (const auto alive = client.lock())
                alive->stop();
    }
    m_wake.notify_all();
    m_pusher->wait();
    m_puller->wait();
}

void SyncThread::wake()
{
    {
        const std::scoped_lock lock{m_mutex};
        ++m_wakings;
    }
    m_wake.notify_all();
}

/// Who calls does not wake itself: it knows of this waking.
void SyncThread::wakeOther(int &heard)
{
    ++heard;
    wake();
}

/// `heard`: how many wakings this thread knows of; one that came while it worked counts too.
SyncThread::Rested SyncThread::rest(milliseconds time, int &heard)
{
    std::unique_lock lock{m_mutex};
    m_wake.wait_for(lock, time, [&] { return m_stopped || m_wakings != heard; });
    if (m_stopped)
        return Rested::Stopped;
    return std::exchange(heard, m_wakings) == m_wakings ? Rested::Enough : Rested::Woken;
}

std::shared_ptr<CentralClient> SyncThread::connectTo(const CentralAddress &address)
{
    const std::scoped_lock lock{m_mutex};
    auto client = std::make_shared<CentralClient>(address);
    std::erase_if(m_clients, [](const auto &old) { return old.expired(); });
    m_clients.push_back(client);
    if (m_stopped)
        client->stop();
    return client;
}

/// With the till's token. That it is out of reach is said until it can be read.
Result<CentralAddress> SyncThread::address(SyncDirection direction)
{
    KnownCentre centre;
    TRY(m_ledger.run([&](SyncLedger &ledger) -> Result<> {
        TRY_LET(kept, ledger.notes().centre());
        centre = std::move(kept);
        return {};
    }));
    Result<CentralAddress> address = centre.withToken(m_secrets);
    TRY(m_ledger.run([&](SyncLedger &ledger) {
        if (address)
            return ledger.notes().endTrouble(direction, ErrorCode::KeyUnavailable);
        const bool isMissing = address.error().code == ErrorCode::NotFound;
        return ledger.notes().noteTrouble(direction, isMissing ? ErrorCode::NotEnrolled : ErrorCode::KeyUnavailable);
    }));
    return address;
}

std::shared_ptr<CentralClient> SyncThread::connect(SyncDirection direction)
{
    const Result<CentralAddress> found = address(direction);
    return found ? connectTo(*found) : nullptr;
}

void SyncThread::run(SyncDirection direction, const Round &round)
{
    std::shared_ptr<CentralClient> client;
    milliseconds pause = m_pace.firstRest;
    bool hasFailed = false;
    int heard = 0;
    milliseconds next{0};
    for (Rested rested = rest(next, heard); rested != Rested::Stopped; rested = rest(next, heard)) {
        if (rested == Rested::Woken) {
            pause = m_pace.firstRest;
            client.reset(); // perhaps it is another centre now
        }
        client = client ? client : connect(direction);
        const Result<bool> done = client ? turn(round, *client) : failure(ErrorCode::NotEnrolled);
        if (done) {
            next = *done ? milliseconds{0} : m_pace.lookEvery;
            pause = m_pace.firstRest;
            if (std::exchange(hasFailed, false))
                wakeOther(heard); // the line is back
            continue;
        }
        const milliseconds asked = client ? client->retryAfter() : milliseconds{0};
        client.reset(); // where the centre is may have changed
        next = std::max(asked, milliseconds{QRandomGenerator::global()->bounded(qint64{pause.count()} / 2, qint64{pause.count()} + 1)});
        pause = std::min(2 * pause, m_pace.longestRest);
        hasFailed = true;
    }
}

Result<bool> SyncThread::turn(const Round &round, CentralClient &client)
{
    Exchange exchange{client, m_ledger, m_clock};
    return round(exchange);
}

} // namespace guichet
