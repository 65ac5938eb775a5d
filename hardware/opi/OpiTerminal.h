// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "hardware/opi/OpiConversation.h"
#include "hardware/opi/OpiDeviceChannel.h"
#include "hardware/opi/OpiMemory.h"
#include "hardware/opi/OpiOutcome.h"

#include <memory>

namespace guichet {

/// An OPI terminal on the LAN: CCV, Nexi and others (hardware.md §4). Ids come from the intents, so that a fresh object can look up what
/// another one sent; what is remembered are the number of the last ticket and the last journal. What it cannot know: a terminal that
/// approved and then says, twice and idle, that its last payment was an earlier one, is believed; its totals show the difference.
class OpiTerminal final : public PaymentTerminal
{
public:
    /// Log, memory and clock outlive it; the memory is this terminal's own.
    OpiTerminal(OpiProfile profile, DeviceLog &log, DeviceMemory &memory, const Clock &clock);
    ~OpiTerminal() override;

    QString name() const override { return QStringLiteral("opi"); }
    /// cancel() and the end of a time limit send an AbortRequest on a second line; the answer is awaited all the same. Two intents made
    /// within one centisecond would have one RequestID: TerminalBusy for the second.
    Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) override;
    /// Asks until it is certain; Unknown when the limit is over or cancel() was called.
    Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) override;
    /// Most terminals give only the last transaction back, and only the same day.
    Result<Charge> reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction) override;
    Result<QString> diagnose() override;
    Result<TerminalTotals> totals(bool endOfDay) override; ///< Timeout also after cancel().
    void cancel() noexcept override { m_stop.ask(); }

    Result<> logIn() { return m_conversation.logIn(); }
    Result<> logOff() { return m_conversation.logOff(); }
    /// Who answers the terminal's questions. Before the first payment.
    void setQuestion(AskCashier question) { m_devices.setQuestion(std::move(question)); }
    /// Listens for channel 1 already, as it does before it sends anything. TerminalUnavailable: the port is taken.
    Result<> listen();
    /// Where it listens; 0: it does not.
    quint16 devicePort() const { return m_channel ? m_channel->port() : 0; }

private:
    class Waiting;
    struct Attempt
    {
        Charge charge;
        OpiResult result = OpiResult::Unclear;
    };
    Result<Charge> perform(const OpiAsked &asked, const QString &originalStan, const Progress &progress);
    Result<Attempt> attempt(const OpiRequest &request, const OpiAsked &asked, const Progress &progress);
    Attempt conclude(const Result<OpiAnswer> &answer, const OpiAsked &asked);
    /// Whether what kept the payment from starting has been put right.
    bool remedy(OpiResult result);
    Result<> getReady(const OpiLink::Turn &turn = {});

    OpiProfile m_profile;
    DeviceLog &m_log;
    const Clock &m_clock;
    OpiMemory m_memory;
    OpiTillDevices m_devices{m_profile, m_memory, m_log};
    OpiLink m_link{m_profile, m_devices, m_log};
    OpiConversation m_conversation{m_profile, m_link, m_clock};
    StopRequest m_stop;
    std::unique_ptr<OpiDeviceChannel> m_channel; ///< None: the dialect has none.
    qint64 m_lastRequest = -1;                   ///< Of the last payment, refund or reversal.
};

} // namespace guichet
