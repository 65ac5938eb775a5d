// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoInquiry.h"

namespace guichet {
using namespace Qt::StringLiterals;

using State = NexoStatus::State;

namespace {

Charge without(ChargeState state, const QString &text)
{
    return {.state = state, .authorised = {}, .reference = {}, .text = text};
}

} // namespace

NexoInquiry::NexoInquiry(const NexoProfile &profile, NexoLink &link, StopRequest &stop, const Id<PaymentIntent> &intent, Money amount)
    : m_profile{profile}, m_link{link}, m_stop{stop}, m_requests{profile}, m_intent{intent}, m_amount{amount},
      m_absence{profile.limits.notFoundGap}
{}

Result<NexoStatus> NexoInquiry::ask(const QString &category)
{
    NexoAsked asked{.request = {}, .reference = m_intent.toString(), .amount = m_amount, .tips = m_profile.tips};
    asked.request.category = category;
    asked.request.serviceId = nexoServiceId(m_intent);
    asked.request.saleId = m_profile.saleId;
    asked.request.poiId = m_profile.poiId;
    if (category == u"Reversal")
        asked.amount = -m_amount.absolute();
    TRY_LET(answer, m_link.ask(m_requests.status(m_intent, category), m_profile.limits.status));
    return nexoStatusFrom(answer, asked);
}

Result<NexoStatus> NexoInquiry::ask()
{
    TRY_LET(payment, ask(u"Payment"_s));
    if (payment.state != State::NotFound)
        return payment;
    return ask(u"Reversal"_s);
}

Result<bool> NexoInquiry::isIdle()
{
    TRY_LET(answer, m_link.ask(m_requests.diagnosis(), m_profile.limits.status));
    return nexoHealthFrom(answer).isIdle;
}

Result<bool> NexoInquiry::proves(const NexoStatus &status)
{
    if (status.state != State::NotFound) {
        m_absence.refute();
        return false;
    }
    TRY_LET(idle, isIdle());
    return m_absence.isComplete(idle);
}

Result<Charge> NexoInquiry::run()
{
    for (const QDeadlineTimer deadline{m_profile.limits.lookUp};;) {
        TRY_LET(status, ask());
        if (status.state == State::Answered || status.state == State::Unclear)
            return status.charge;
        TRY_LET(neverStarted, proves(status));
        if (neverStarted)
            return without(ChargeState::NotStarted, u"not found"_s);
        if (deadline.hasExpired())
            return without(ChargeState::Unknown, u"still not certain"_s);
        if (m_stop.sleep(status.state == State::NotFound ? m_profile.limits.notFoundGap : m_profile.limits.statusPause))
            return without(ChargeState::Unknown, u"stopped asking"_s);
    }
}

} // namespace guichet
