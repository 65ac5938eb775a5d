// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/terminal/CashierQuestions.h"
#include "hardware/terminal/ManualTerminal.h"

#include <memory>
#include <mutex>

namespace guichet {

/// The terminal of the settings: stands where the till expects one for its whole life, while the driver behind it may change. One call at
/// a time; a change waits until no call runs. From any thread. At first the manual one.
class ChosenTerminal final : public PaymentTerminal, public TerminalAttendant
{
public:
    ChosenTerminal();

    /// What calls fail with is noted there, as `error CODE: detail` of the device `terminal`. It outlives this; before the first call.
    void noteErrorsIn(DeviceLog &log) { m_log = &log; }
    /// Null: the manual one. Takes effect now, or at the end of the call that runs.
    void choose(std::shared_ptr<PaymentTerminal> driver);
    /// The one without link, for scripts.
    ManualTerminal &manual() { return *m_manual; }

    QString name() const override;
    Result<Charge> charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress) override;
    Result<Charge> lookUp(const Id<PaymentIntent> &intent, Money amount) override;
    Result<Charge> reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction) override;
    Result<QString> diagnose() override; ///< TerminalBusy at once while another call runs.
    Result<TerminalTotals> totals(bool endOfDay) override;
    void cancel() noexcept override;

    void answer(const Charge &charge) override { m_manual->answer(charge); }
    bool isWaiting() const override { return m_manual->isWaiting(); } ///< Never with another terminal: nobody is asked then.
    void reply(QuestionNumber question, bool yes) override { m_questions.reply(question, yes); }
    QuestionNumber question() const override { return m_questions.question(); }
    /// Whom drivers ask (TerminalNeeds::askCashier); as long as this lives.
    AskCashier askCashier();

private:
    class Turn;
    std::shared_ptr<PaymentTerminal> current() const;
    void takeNext();
    void takeNextWhenIdle();
    template <typename Answer>
    Result<Answer> noted(Result<Answer> answer) const;

    DeviceLog *m_log = nullptr;
    std::shared_ptr<ManualTerminal> m_manual = std::make_shared<ManualTerminal>();
    CashierQuestions m_questions;
    std::mutex m_turn;          ///< Held while a driver works.
    mutable std::mutex m_mutex; ///< Of the two below; never held for long.
    std::shared_ptr<PaymentTerminal> m_current;
    std::shared_ptr<PaymentTerminal> m_next; ///< None: no change is waiting.
};

/// Stands for a terminal whose settings do not do: says why, and never sends anything.
class MissingTerminal final : public PaymentTerminal
{
public:
    MissingTerminal(QString name, Error why) : m_name{std::move(name)}, m_why{std::move(why)} {}
    QString name() const override { return m_name; }
    Result<Charge> charge(const Id<PaymentIntent> &, Money, const Progress &) override { return std::unexpected{m_why}; }
    Result<Charge> lookUp(const Id<PaymentIntent> &, Money) override { return std::unexpected{m_why}; }
    Result<Charge> reverse(const Id<PaymentIntent> &, Money, const QString &) override { return std::unexpected{m_why}; }
    Result<QString> diagnose() override { return std::unexpected{m_why}; }
    Result<TerminalTotals> totals(bool) override { return std::unexpected{m_why}; }
    void cancel() noexcept override {}

private:
    QString m_name;
    Error m_why;
};

} // namespace guichet
