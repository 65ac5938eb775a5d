// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "hardware/nexo/NexoLink.h"
#include "hardware/nexo/NexoNotices.h"
#include "hardware/nexo/NexoRequests.h"
#include "hardware/nexo/NexoStatus.h"
#include "hardware/terminal/StopRequest.h"

#include <memory>
#include <mutex>

namespace guichet {

/// A nexo terminal on the LAN, Adyen Terminal API (hardware.md §3). All ids come from the intent's, so that a fresh object can look up what
/// another one sent. What it cannot know: a terminal that approved and then forgot (NotFound, twice, idle) is taken for one that never got
/// the request; its totals show the difference.
class NexoTerminal final : public PaymentTerminal
{
public:
    /// Log and clock outlive it.
    NexoTerminal(NexoProfile profile, DeviceLog &log, const Clock &clock);
    ~NexoTerminal() override;

    QString name() const override { return QStringLiteral("nexo"); }
    /// cancel() and the end of the time limit send an Abort on a second line; the answer is awaited all the same.
    Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) override;
    /// Asks until it is certain; Unknown when the limit is over or cancel() was called.
    Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) override;
    /// Approved: the terminal has accepted to give it back; the bank does so later.
    Result<Charge> reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction) override;
    Result<QString> diagnose() override;
    Result<TerminalTotals> totals(bool endOfDay) override; ///< Timeout also after cancel().
    void cancel() noexcept override { m_stop.ask(); }

    /// Where it listens for notices; 0: it does not.
    quint16 noticePort() const { return m_notices ? m_notices->port() : 0; }

private:
    class Waiting;
    void hear(const NexoNotice &notice);

    NexoProfile m_profile;
    DeviceLog &m_log;
    const Clock &m_clock;
    NexoRequests m_requests{m_profile};
    NexoLink m_link{m_profile, m_log};
    StopRequest m_stop;
    std::mutex m_promptMutex;
    QString m_prompt; ///< What the terminal shows and was not passed on yet.
    std::unique_ptr<NexoNotices> m_notices;
};

} // namespace guichet
