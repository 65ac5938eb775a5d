// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/ManualTerminal.h"

#include "core/money/FormatMoney.h"

#include <optional>

namespace guichet {
using namespace Qt::StringLiterals;

Charge ManualTerminal::scriptedCharge(Money amount)
{
    Script script;
    if (!m_script.empty()) {
        script = m_script.front();
        m_script.pop_front();
    }
    const bool approved = script.state == ChargeState::Approved;
    return {.state = script.state,
            .authorised = approved ? script.authorised.value_or(amount) : Money{},
            .reference = {},
            .text = u"scripted"_s};
}

Result<Charge> ManualTerminal::charge(const Id<PaymentIntent> &, Money amount, const Progress &progress)
{
    std::unique_lock lock{m_mutex};
    if (m_scripted)
        return scriptedCharge(amount);
    if (m_waiting)
        return failure(ErrorCode::TerminalBusy, u"a charge is running"_s);
    m_answer.reset();
    m_cancelled = false;
    m_waiting = true;
    lock.unlock();
    if (progress)
        progress(formatMoney(amount));
    lock.lock();
    m_changed.wait(lock, [this] { return m_answer.has_value() || m_cancelled; });
    m_waiting = false;
    return m_answer.value_or(Charge{.state = ChargeState::Unknown, .authorised = {}, .reference = {}, .text = u"cancelled"_s});
}

Result<Charge> ManualTerminal::lookUp(const Id<PaymentIntent> &, Money)
{
    return failure(ErrorCode::TerminalUnavailable, u"manual terminal: a person must look"_s);
}

Result<Charge> ManualTerminal::reverse(const Id<PaymentIntent> &task, Money amount, const QString &)
{
    return charge(task, -amount, {});
}

Result<QString> ManualTerminal::diagnose()
{
    return QString{};
}

Result<TerminalTotals> ManualTerminal::totals(bool)
{
    return failure(ErrorCode::TerminalUnavailable, u"manual terminal: its totals are on its own paper"_s);
}

void ManualTerminal::cancel() noexcept
{
    const std::lock_guard lock{m_mutex};
    m_cancelled = true;
    m_changed.notify_all();
}

void ManualTerminal::answer(const Charge &charge)
{
    const std::lock_guard lock{m_mutex};
    if (!m_waiting)
        return;
    m_answer = charge;
    m_changed.notify_all();
}

bool ManualTerminal::isWaiting() const
{
    const std::lock_guard lock{m_mutex};
    return m_waiting;
}

void ManualTerminal::setScripted(bool scripted)
{
    const std::lock_guard lock{m_mutex};
    m_scripted = scripted;
}

void ManualTerminal::scriptNext(ChargeState state, std::optional<Money> authorised)
{
    const std::lock_guard lock{m_mutex};
    m_script.push_back({.state = state, .authorised = authorised});
}

} // namespace guichet
