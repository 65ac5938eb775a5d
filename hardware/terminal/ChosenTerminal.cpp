// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/ChosenTerminal.h"

namespace guichet {

/// One call to the driver: no change takes place meanwhile, one that waited takes place at its end.
class ChosenTerminal::Turn
{
public:
    explicit Turn(ChosenTerminal &terminal) : m_terminal{terminal}
    {
        m_terminal.m_turn.lock();
        m_terminal.takeNext();
        m_driver = m_terminal.current();
    }
    ~Turn()
    {
        m_driver.reset();
        m_terminal.m_turn.unlock();
        m_terminal.takeNextWhenIdle(); // what was chosen while this call ran
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    PaymentTerminal &driver() { return *m_driver; }

private:
    ChosenTerminal &m_terminal;
    std::shared_ptr<PaymentTerminal> m_driver;
};

ChosenTerminal::ChosenTerminal() : m_current{m_manual} {}

std::shared_ptr<PaymentTerminal> ChosenTerminal::current() const
{
    const std::lock_guard lock{m_mutex};
    return m_current;
}

void ChosenTerminal::choose(std::shared_ptr<PaymentTerminal> driver)
{
    {
        const std::lock_guard lock{m_mutex};
        m_next = driver ? std::move(driver) : m_manual;
    }
    takeNextWhenIdle();
}

/// In a turn. The driver before ends outside of the lock: that may take a moment.
void ChosenTerminal::takeNext()
{
    std::shared_ptr<PaymentTerminal> before;
    const std::lock_guard lock{m_mutex};
    if (m_next) {
        before = std::move(m_current);
        m_current = std::move(m_next);
        m_next.reset();
    }
}

void ChosenTerminal::takeNextWhenIdle()
{
    if (const std::unique_lock turn{m_turn, std::try_to_lock}; turn)
        takeNext();
}

template <typename Answer>
Result<Answer> ChosenTerminal::noted(Result<Answer> answer) const
{
    if (!answer && m_log)
        m_log->writeError(QStringLiteral("terminal"), answer.error());
    return answer;
}

QString ChosenTerminal::name() const
{
    return current()->name();
}

Result<Charge> ChosenTerminal::charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress)
{
    Turn turn{*this};
    const CashierQuestions::Charging charging{m_questions, progress};
    return noted(turn.driver().charge(intent, amount, progress));
}

Result<Charge> ChosenTerminal::lookUp(const Id<PaymentIntent> &intent, Money amount)
{
    Turn turn{*this};
    return noted(turn.driver().lookUp(intent, amount));
}

Result<Charge> ChosenTerminal::reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction)
{
    Turn turn{*this};
    return noted(turn.driver().reverse(task, amount, transaction));
}

Result<QString> ChosenTerminal::diagnose()
{
    if (const std::unique_lock turn{m_turn, std::try_to_lock}; !turn)
        return failure(ErrorCode::TerminalBusy, QStringLiteral("a call is running"));
    Turn turn{*this};
    return noted(turn.driver().diagnose());
}

Result<TerminalTotals> ChosenTerminal::totals(bool endOfDay)
{
    Turn turn{*this};
    return noted(turn.driver().totals(endOfDay));
}

void ChosenTerminal::cancel() noexcept
{
    current()->cancel();
    m_questions.refuse();
}

AskCashier ChosenTerminal::askCashier()
{
    return [this](const QString &question, std::chrono::milliseconds limit) { return m_questions.ask(question, limit); };
}

} // namespace guichet
