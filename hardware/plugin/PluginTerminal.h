// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/plugin/PluginHost.h"
#include "hardware/plugin/PluginOutcome.h"
#include "hardware/terminal/StopRequest.h"

namespace guichet {

/// A terminal that a vendor's library speaks to (HW-3), in a process of its own: a library that dies, hangs, floods or lies makes a payment
/// unknown and nothing worse. All ids are the intent's, so that a fresh process can look up what another one sent.
class PluginTerminal final : public PaymentTerminal
{
public:
    /// The log outlives it.
    PluginTerminal(PluginProfile profile, DeviceLog &log) : m_profile{std::move(profile)}, m_host{m_profile, log} {}

    QString name() const override { return QStringLiteral("plugin"); }
    Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) override;
    /// Asks until it is certain; Unknown when the limit is over or cancel() was called.
    Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) override;
    Result<Charge> reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction) override;
    Result<QString> diagnose() override;
    /// cancel() ends the waiting: TerminalUnavailable, Timeout.
    Result<TerminalTotals> totals(bool endOfDay) override;
    void cancel() noexcept override { m_stop.ask(); }

private:
    class Waiting;
    Result<Charge> perform(const QJsonObject &call, const PluginAsked &asked, std::chrono::milliseconds limit, const Progress &progress);
    Result<PluginAnswer> askAbout(const PluginAsked &asked);
    Result<bool> isIdle();
    /// Whoever asks questions only, waits no longer once somebody wants to go.
    PluginWatch untilStopped();

    PluginProfile m_profile;
    PluginHost m_host;
    StopRequest m_stop;
};

} // namespace guichet
