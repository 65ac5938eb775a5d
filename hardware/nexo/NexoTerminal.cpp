// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoTerminal.h"

#include "hardware/nexo/NexoInquiry.h"

#include <QDeadlineTimer>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours neverReached{1}; // Waiting below ends it much earlier

Charge without(ChargeState state, const QString &text)
{
    return {.state = state, .authorised = {}, .reference = {}, .text = text};
}

} // namespace

/// What happens while a payment is awaited: the terminal's prompts are passed on; when somebody wants it to stop, or its time is over, an
/// Abort is sent. Only a request: the answer decides, and may still come for a while.
class NexoTerminal::Waiting
{
public:
    Waiting(NexoTerminal &terminal, const Id<PaymentIntent> &intent, const Progress &progress)
        : m_terminal{terminal}, m_intent{intent}, m_progress{progress}, m_deadline{terminal.m_profile.limits.payment}
    {}

    /// False: wait no longer.
    bool operator()()
    {
        passPromptOn();
        const bool over = m_deadline.hasExpired();
        if (over && m_gaveUp)
            return false;
        if (!over && !m_terminal.m_stop.take())
            return true;
        std::ignore = m_terminal.m_link.tell(m_terminal.m_requests.abort(m_intent), m_terminal.m_profile.limits.abort);
        if (over) {
            m_gaveUp = true;
            m_deadline.setRemainingTime(m_terminal.m_profile.limits.afterAbort);
        }
        return true;
    }

private:
    void passPromptOn()
    {
        std::unique_lock lock{m_terminal.m_promptMutex};
        const QString prompt = std::exchange(m_terminal.m_prompt, {});
        lock.unlock();
        if (!prompt.isEmpty() && m_progress)
            m_progress(prompt);
    }

    NexoTerminal &m_terminal;
    Id<PaymentIntent> m_intent;
    const Progress &m_progress;
    QDeadlineTimer m_deadline;
    bool m_gaveUp = false;
};

NexoTerminal::NexoTerminal(NexoProfile profile, DeviceLog &log, const Clock &clock)
    : m_profile{std::move(profile)}, m_log{log}, m_clock{clock}
{
    if (m_profile.noticePort)
        m_notices = std::make_unique<NexoNotices>(m_profile, m_log, [this](const NexoNotice &notice) { hear(notice); });
}

NexoTerminal::~NexoTerminal() = default;

void NexoTerminal::hear(const NexoNotice &notice)
{
    const std::lock_guard lock{m_promptMutex};
    if (notice.isDisplay)
        m_prompt = notice.text;
}

Result<Charge> NexoTerminal::charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress)
{
    if (amount.isZero() || amount.absolute() > largestAmount)
        return failure(ErrorCode::InvalidInput, u"nexo: no such amount"_s, {u"amount"_s});
    m_stop.take();
    TRY_LET(line, m_link.open());
    if (m_stop.take())
        return without(ChargeState::NotStarted, u"cancelled before it was sent"_s);
    const NexoMessage request = m_requests.payment(intent, amount, m_clock.now());
    hear({.isDisplay = true, .text = {}}); // what it showed before is old
    Waiting waiting{*this, intent, progress};
    const auto answer = m_link.ask(*line, request, neverReached, [&waiting] { return waiting(); });
    if (!answer)
        return without(ChargeState::Unknown, answer.error().detail);
    return nexoChargeFrom(*answer, {.request = request.header, .reference = intent.toString(), .amount = amount, .tips = m_profile.tips},
                          false);
}

Result<Charge> NexoTerminal::lookUp(const Id<PaymentIntent> &intent, Money amount)
{
    m_stop.take();
    return NexoInquiry{m_profile, m_link, m_stop, intent, amount}.run();
}

Result<Charge> NexoTerminal::reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction)
{
    const auto original = NexoTransaction::fromString(transaction);
    if (!original)
        return failure(ErrorCode::InvalidInput, u"nexo: no such transaction: "_s + transaction, {u"transaction"_s});
    TRY_LET(line, m_link.open());
    const NexoMessage request = m_requests.reversal(task, *original, m_clock.now());
    const auto answer = m_link.ask(*line, request, m_profile.limits.reversal);
    if (!answer)
        return without(ChargeState::Unknown, answer.error().detail);
    return nexoChargeFrom(*answer, {.request = request.header, .reference = task.toString(), .amount = -amount.absolute()}, false);
}

Result<QString> NexoTerminal::diagnose()
{
    TRY_LET(answer, m_link.ask(m_requests.diagnosis(), m_profile.limits.status));
    const NexoHealth health = nexoHealthFrom(answer);
    if (health.isIdle)
        return health.words;
    return failure(health.isBusy ? ErrorCode::TerminalBusy : ErrorCode::TerminalUnavailable, u"nexo: "_s + health.words, {m_profile.poiId});
}

Result<TerminalTotals> NexoTerminal::totals(bool endOfDay)
{
    m_stop.take();
    const NexoMessage request = endOfDay ? m_requests.endOfDay() : m_requests.totals();
    const auto limit = endOfDay ? m_profile.limits.endOfDay : m_profile.limits.totals;
    TRY_LET(answer, m_link.ask(request, limit, [this] { return !m_stop.take(); }));
    return nexoTotalsFrom(answer);
}

} // namespace guichet
