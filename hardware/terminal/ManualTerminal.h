// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/TerminalAttendant.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace guichet {

/// A card terminal without link to the till (PAY-4): the cashier keys the amount on it and says what it showed. charge() waits on the
/// device thread until answer() or cancel() from another one. Scripted (guichet-tool, tests) it never waits.
class ManualTerminal final : public PaymentTerminal, public TerminalAttendant
{
public:
    QString name() const override { return QStringLiteral("manual"); }
    /// Shows the amount as prompt and waits. Cancelled, it is Unknown: nobody has said what the terminal showed.
    Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) override;
    /// Always TerminalUnavailable: there is no link, a person must look at the terminal.
    Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) override;
    /// There is no link: the person gives it back by hand, as for a charge.
    Result<Charge> reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction) override;
    Result<QString> diagnose() override;                   ///< Always ready: the person looks.
    Result<TerminalTotals> totals(bool endOfDay) override; ///< Always TerminalUnavailable.
    void cancel() noexcept override;

    /// What the terminal showed, said by a person. Ignored when no charge is waiting. From any thread.
    void answer(const Charge &charge) override;
    /// True while charge() waits for a person. From any thread.
    bool isWaiting() const override;
    void reply(QuestionNumber, bool) override {}
    QuestionNumber question() const override { return QuestionNumber::None; } ///< There is no link to ask over.

    /// Scripted: charges are answered at once with what scriptNext() queued, else approved for the asked amount.
    void setScripted(bool scripted);
    /// What the next charge answers; `authorised` none: the asked amount.
    void scriptNext(ChargeState state, std::optional<Money> authorised = {});

private:
    struct Script
    {
        ChargeState state = ChargeState::Approved;
        std::optional<Money> authorised;
    };
    Charge scriptedCharge(Money amount);

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Script> m_script;
    std::optional<Charge> m_answer;
    bool m_waiting = false;
    bool m_cancelled = false;
    bool m_scripted = false;
};

} // namespace guichet
