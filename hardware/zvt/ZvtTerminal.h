// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/ports/PaymentTerminal.h"
#include "hardware/terminal/StopRequest.h"
#include "hardware/zvt/ZvtConversation.h"
#include "hardware/zvt/ZvtMemory.h"

namespace guichet {

/// A ZVT 700 terminal over TCP or a serial line (hardware.md §6). ZVT has no request ids: before each command that moves money the driver
/// reads what the last transaction was and remembers it with the intent, so that a fresh object can look up what another one sent. What it
/// cannot know: a transaction that somebody else makes at the terminal right after ours was lost, of the same amount; and a terminal that
/// has forgotten its last one.
class ZvtTerminal final : public PaymentTerminal
{
public:
    /// Log, memory and clock outlive it; the memory is this terminal's own.
    ZvtTerminal(ZvtProfile profile, DeviceLog &log, DeviceMemory &memory, const Clock &clock);

    QString name() const override { return QStringLiteral("zvt"); }
    /// cancel() and the end of a time limit send an Abort; the end of the command is awaited all the same. Prompts are the terminal's own
    /// words, or empty when it does something and does not say what.
    Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) override;
    /// Asks until it is certain; Unknown when the limit is over or cancel() was called.
    Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) override;
    /// By receipt number, which terminals know until their end of day.
    Result<Charge> reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction) override;
    /// Asks for its state; a diagnosis or an initialisation that it wants is made at once.
    Result<QString> diagnose() override;
    Result<TerminalTotals> totals(bool endOfDay) override; ///< Timeout also after cancel().
    void cancel() noexcept override { m_stop.ask(); }

    /// Lets the terminal be used on its own again.
    Result<> logOff();

private:
    Result<Charge> perform(ZvtRecord record, const ZvtApdu &command, const Progress &progress);
    Result<ZvtBaseline> readBaseline(ZvtConversation &conversation);
    ZvtAnswer ask(ZvtConversation &conversation, const ZvtRecord &record, const ZvtApdu &command, const Progress &progress);
    void keep(const ZvtStatus &status, const ZvtRecord &record);
    Charge conclude(const ZvtAnswer &answer, const ZvtRecord &record);
    Result<> remedy(ZvtConversation &conversation, quint8 state);

    ZvtProfile m_profile;
    DeviceLog &m_log;
    const Clock &m_clock;
    ZvtMemory m_memory;
    ZvtRequests m_requests{m_profile};
    StopRequest m_stop;
};

} // namespace guichet
