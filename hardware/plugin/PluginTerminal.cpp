// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/plugin/PluginTerminal.h"

#include "core/base/Text.h"
#include "hardware/terminal/AbsenceProof.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours endedByWaiting{1}; // Waiting ends it much earlier

Charge chargeWithout(ChargeState state, const QString &text)
{
    return {.state = state, .authorised = {}, .reference = {}, .text = text};
}

QJsonObject callOf(const QString &what, const Id<PaymentIntent> &intent, Money amount, const QString &transaction = {})
{
    return {{u"do"_s, what}, {u"intent"_s, intent.toString()}, {u"cents"_s, amount.cents()}, {u"transaction"_s, transaction}};
}

bool canMove(Money amount)
{
    return !amount.isZero() && amount.absolute() <= largestAmount;
}

} // namespace

/// While money moves: when somebody wants it to stop, or its time is over, the library is asked to. Only a request: the answer decides, and
/// may still come for a while.
class PluginTerminal::Waiting
{
public:
    Waiting(PluginTerminal &terminal, std::chrono::milliseconds limit) : m_terminal{terminal}, m_deadline{limit} {}

    /// False: wait no longer.
    bool operator()()
    {
        const bool isOver = m_deadline.hasExpired();
        if (isOver && m_gaveUp)
            return false;
        if (!isOver && !m_terminal.m_stop.take())
            return true;
        m_terminal.m_host.requestStop();
        if (isOver) {
            m_gaveUp = true;
            m_deadline.setRemainingTime(m_terminal.m_profile.limits.afterStop);
        }
        return true;
    }

private:
    PluginTerminal &m_terminal;
    QDeadlineTimer m_deadline;
    bool m_gaveUp = false;
};

Result<Charge> PluginTerminal::perform(const QJsonObject &call, const PluginAsked &asked, std::chrono::milliseconds limit,
                                       const Progress &progress)
{
    m_stop.take();
    TRY(m_host.start());
    if (m_stop.take())
        return chargeWithout(ChargeState::NotStarted, u"cancelled before it was sent"_s);
    Waiting waiting{*this, limit};
    const auto reply = m_host.ask(call, endedByWaiting, {.turn = [&waiting] { return waiting(); }, .progress = progress});
    if (!reply)
        return chargeWithout(ChargeState::Unknown, reply.error().detail);
    const QString status = (*reply)[u"status"_s].toString();
    if (status == u"busy" || status == u"unavailable")
        return chargeWithout(ChargeState::NotStarted, printable(status + u' ' + (*reply)[u"words"_s].toString()));
    if (status != u"ok")
        return chargeWithout(ChargeState::Unknown, u"no such status"_s);
    return pluginAnswerFrom((*reply)[u"result"_s].toObject(), asked).charge;
}

Result<Charge> PluginTerminal::charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress)
{
    if (!canMove(amount))
        return failure(ErrorCode::InvalidInput, u"plugin: no such amount"_s, {u"amount"_s});
    return perform(callOf(u"charge"_s, intent, amount), {.intent = intent, .amount = amount, .tips = m_profile.tips},
                   m_profile.limits.payment, progress);
}

Result<Charge> PluginTerminal::reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction)
{
    if (!canMove(amount) || transaction.isEmpty())
        return failure(ErrorCode::InvalidInput, u"plugin: no such transaction: "_s + transaction, {u"transaction"_s});
    return perform(callOf(u"reverse"_s, task, amount, transaction), {.intent = task, .amount = -amount}, m_profile.limits.reversal, {});
}

PluginWatch PluginTerminal::untilStopped()
{
    return {.turn = [this] { return !m_stop.take(); }};
}

Result<PluginAnswer> PluginTerminal::askAbout(const PluginAsked &asked)
{
    TRY(m_host.start());
    TRY_LET(reply, m_host.demand(callOf(u"look_up"_s, asked.intent, asked.amount), m_profile.limits.status, untilStopped()));
    return pluginAnswerFrom(reply[u"result"_s].toObject(), asked);
}

Result<bool> PluginTerminal::isIdle()
{
    TRY_LET(reply, m_host.ask({{u"do"_s, u"diagnose"_s}}, m_profile.limits.status, untilStopped()));
    return reply[u"status"_s].toString() == u"ok";
}

Result<Charge> PluginTerminal::lookUp(const Id<PaymentIntent> &intent, Money amount)
{
    m_stop.take();
    AbsenceProof proof{m_profile.limits.notFoundGap};
    for (const QDeadlineTimer deadline{m_profile.limits.lookUp};;) {
        TRY_LET(answer, askAbout({.intent = intent, .amount = amount, .tips = m_profile.tips}));
        const bool isMissing = answer.charge.state == ChargeState::NotStarted;
        if (!isMissing && !answer.isInProgress)
            return answer.charge;
        if (isMissing) {
            TRY_LET(idle, isIdle());
            if (proof.isComplete(idle))
                return answer.charge;
        } else
            proof.refute();
        if (deadline.hasExpired())
            return chargeWithout(ChargeState::Unknown, u"still not certain"_s);
        if (m_stop.sleep(isMissing ? m_profile.limits.notFoundGap : m_profile.limits.statusPause))
            return chargeWithout(ChargeState::Unknown, u"stopped asking"_s);
    }
}

Result<QString> PluginTerminal::diagnose()
{
    m_stop.take();
    TRY(m_host.start());
    TRY_LET(reply, m_host.demand({{u"do"_s, u"diagnose"_s}}, m_profile.limits.status, untilStopped()));
    return printable(reply[u"words"_s].toString());
}

Result<TerminalTotals> PluginTerminal::totals(bool endOfDay)
{
    m_stop.take();
    TRY(m_host.start());
    TRY_LET(reply, m_host.demand({{u"do"_s, u"totals"_s}, {u"endOfDay"_s, endOfDay}},
                                 endOfDay ? m_profile.limits.endOfDay : m_profile.limits.totals, untilStopped()));
    return pluginTotalsFrom(reply);
}

} // namespace guichet
