// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiTerminal.h"

#include "hardware/opi/OpiInquiry.h"
#include "hardware/opi/OpiRequestId.h"
#include "hardware/opi/OpiTotals.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

/// What happens while a payment is awaited: the terminal's prompts are passed on; when somebody wants it to stop, or a time limit is over,
/// an AbortRequest is sent. Only a request: the answer decides, and may still come for a while.
class OpiTerminal::Waiting
{
public:
    Waiting(OpiTerminal &terminal, const Progress &progress)
        : m_terminal{terminal}, m_progress{progress}, m_total{terminal.m_profile.limits.payment},
          m_quiet{terminal.m_profile.limits.inactivity}, m_answered{terminal.m_devices.answeredCount()}
    {}

    /// False: wait no longer.
    bool operator()()
    {
        passPromptOn();
        noticeLife();
        const bool isOver = m_total.hasExpired() || m_quiet.hasExpired();
        if (isOver && m_gaveUp)
            return false;
        if (!isOver && !m_terminal.m_stop.take())
            return true;
        m_terminal.m_conversation.abort();
        if (isOver)
            giveUp();
        return true;
    }

private:
    void passPromptOn()
    {
        const QString prompt = m_terminal.m_devices.takePrompt();
        if (!prompt.isEmpty() && m_progress)
            m_progress(prompt);
    }

    /// Each device request gives it another while (hardware.md §4.6).
    void noticeLife()
    {
        const quint64 answered = m_terminal.m_devices.answeredCount();
        if (answered != m_answered && !m_gaveUp)
            m_quiet.setRemainingTime(m_terminal.m_profile.limits.inactivity);
        m_answered = answered;
    }

    void giveUp()
    {
        m_gaveUp = true;
        m_quiet = QDeadlineTimer{QDeadlineTimer::Forever};
        m_total.setRemainingTime(m_terminal.m_profile.limits.afterAbort);
    }

    OpiTerminal &m_terminal;
    const Progress &m_progress;
    QDeadlineTimer m_total;
    QDeadlineTimer m_quiet;
    quint64 m_answered;
    bool m_gaveUp = false;
};

OpiTerminal::OpiTerminal(OpiProfile profile, DeviceLog &log, DeviceMemory &memory, const Clock &clock)
    : m_profile{std::move(profile)}, m_log{log}, m_clock{clock}, m_memory{memory, log}
{
    if (m_profile.dialect == OpiDialect::TwoChannels)
        m_channel = std::make_unique<OpiDeviceChannel>(m_profile, m_devices, m_log);
}

OpiTerminal::~OpiTerminal() = default;

Result<> OpiTerminal::listen()
{
    TRY(m_profile.check());
    return m_channel ? m_channel->open() : Result<>{};
}

Result<> OpiTerminal::getReady(const OpiLink::Turn &turn)
{
    TRY(listen());
    return m_conversation.logInOnce(turn);
}

Result<Charge> OpiTerminal::charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress)
{
    if (amount.isZero() || amount.absolute() > largestAmount)
        return failure(ErrorCode::InvalidInput, u"opi: no such amount"_s, {u"amount"_s});
    const QString type = amount.isNegative() ? u"PaymentRefund"_s : u"CardPayment"_s;
    return perform({.requestId = opiRequestId(intent), .type = type, .amount = amount, .tips = m_profile.tips}, {}, progress);
}

Result<Charge> OpiTerminal::reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction)
{
    bool isNumber = false;
    if (transaction.toLongLong(&isNumber) < 0 || !isNumber || amount.isZero() || amount.absolute() > largestAmount)
        return failure(ErrorCode::InvalidInput, u"opi: no such transaction: "_s + transaction, {u"transaction"_s});
    return perform({.requestId = opiRequestId(task), .type = u"PaymentReversal"_s, .amount = -amount.absolute()}, transaction, {});
}

/// What the terminal says was not started may be sent again once its reason is removed: each reason once.
Result<Charge> OpiTerminal::perform(const OpiAsked &asked, const QString &originalStan, const Progress &progress)
{
    m_stop.take();
    if (asked.requestId == m_lastRequest)
        return failure(ErrorCode::TerminalBusy, u"opi: two payments within one centisecond"_s);
    m_conversation.avoid(asked.requestId);
    TRY(getReady());
    const OpiRequest request{.element = OpiRequest::Element::Card,
                             .type = asked.type,
                             .id = asked.requestId,
                             .at = m_clock.now(),
                             .amount = asked.amount.absolute(),
                             .originalStan = originalStan};
    for (std::vector<OpiResult> remedied;;) {
        const auto made = attempt(request, asked, progress);
        if (!made && remedied.empty())
            return std::unexpected(made.error());
        if (!made)
            return opiChargeWithout(ChargeState::NotStarted, made.error().detail);
        const bool again = made->charge.state == ChargeState::NotStarted && std::ranges::count(remedied, made->result) == 0;
        if (!again || !remedy(made->result))
            return made->charge;
        remedied.push_back(made->result);
    }
}

Result<OpiTerminal::Attempt> OpiTerminal::attempt(const OpiRequest &request, const OpiAsked &asked, const Progress &progress)
{
    TRY_LET(line, m_conversation.open());
    if (m_stop.take())
        return Attempt{.charge = opiChargeWithout(ChargeState::NotStarted, u"cancelled before it was sent"_s)};
    m_lastRequest = asked.requestId;
    m_memory.begin(asked.requestId);
    m_devices.begin(asked.requestId);
    Waiting waiting{*this, progress};
    return conclude(m_link.ask(*line, request, QDeadlineTimer{QDeadlineTimer::Forever}, [&waiting] { return waiting(); }), asked);
}

OpiTerminal::Attempt OpiTerminal::conclude(const Result<OpiAnswer> &answer, const OpiAsked &asked)
{
    if (!answer) {
        m_conversation.pauseFor(m_profile.limits.lostLink);
        return {.charge = opiChargeWithout(ChargeState::Unknown, answer.error().detail)};
    }
    Attempt made{.charge = opiChargeFrom(*answer, asked), .result = opiResultFrom(answer->overallResult)};
    m_conversation.pauseFor(made.result == OpiResult::Busy ? m_profile.limits.unavailable : m_profile.limits.betweenRequests);
    const OpiSlips slips = m_devices.slipsOf(asked.requestId);
    made.charge.customerSlip = slips.customer;
    made.charge.merchantSlip = slips.merchant;
    if (made.charge.state == ChargeState::Approved)
        m_memory.settle(asked.requestId, *answer);
    else if (made.charge.state != ChargeState::Unknown)
        m_memory.settle(asked.requestId);
    return made;
}

bool OpiTerminal::remedy(OpiResult result)
{
    if (result == OpiResult::LoggedOut)
        return m_conversation.logIn().has_value();
    if (result != OpiResult::PrintLastTicket)
        return false;
    const OpiRequest reprint = m_conversation.request(OpiRequest::Element::Card, u"TicketReprint"_s);
    m_devices.begin(reprint.id);
    const auto ticket = m_conversation.ask(reprint, m_profile.limits.service);
    m_conversation.pauseFor(m_profile.limits.afterTicket);
    return ticket && opiResultFrom(ticket->overallResult) == OpiResult::Success;
}

Result<Charge> OpiTerminal::lookUp(const Id<PaymentIntent> &intent, Money amount)
{
    m_stop.take();
    TRY(listen());
    return OpiInquiry{
        {.profile = m_profile, .conversation = m_conversation, .devices = m_devices, .memory = m_memory, .stop = m_stop}, intent, amount}
        .run();
}

Result<QString> OpiTerminal::diagnose()
{
    TRY(getReady());
    TRY_LET(answer, m_conversation.askStatus());
    const OpiResult result = opiResultFrom(answer.overallResult);
    const QString words = u"%1 %2"_s.arg(answer.terminalId, opiWords(answer)).trimmed();
    if (result == OpiResult::Success || result == OpiResult::PrintLastTicket) // that is put right when it comes to pay
        return words;
    return failure(result == OpiResult::Busy ? ErrorCode::TerminalBusy : ErrorCode::TerminalUnavailable, u"opi: "_s + words,
                   {m_profile.address});
}

Result<TerminalTotals> OpiTerminal::totals(bool endOfDay)
{
    m_stop.take();
    const OpiLink::Turn untilStopped = [this] { return !m_stop.take(); };
    TRY(getReady(untilStopped));
    const QString closing = m_profile.closesByCloseDay ? u"CloseDay"_s : u"ReconciliationWithClosure"_s;
    const OpiRequest request = m_conversation.request(OpiRequest::Element::Service, endOfDay ? closing : u"Reconciliation"_s);
    m_devices.begin(request.id);
    TRY_LET(answer, m_conversation.ask(request, m_profile.limits.totals, untilStopped));
    if (endOfDay && m_profile.closesByCloseDay)
        m_conversation.forgetLogin();
    if (opiResultFrom(answer.overallResult) != OpiResult::Success)
        return failure(ErrorCode::TerminalUnavailable, u"opi: "_s + opiWords(answer), {m_profile.address});
    TRY_LET(counted, opiTotalsFrom(answer));
    const OpiSlips slips = m_devices.slipsOf(request.id);
    if (endOfDay)
        counted.slip = slips.merchant.isEmpty() ? slips.customer : slips.merchant;
    return counted;
}

} // namespace guichet
