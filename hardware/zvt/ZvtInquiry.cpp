// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtInquiry.h"

#include "hardware/zvt/ZvtResult.h"

namespace guichet {
using namespace Qt::StringLiterals;

using End = ZvtAnswer::End;

namespace {

bool isBusy(const ZvtAnswer &answer)
{
    return (answer.end == End::Refused || answer.end == End::Failed) && zvtResultOf(answer.code) == ZvtResult::Busy;
}

} // namespace

Result<Charge> ZvtInquiry::run()
{
    const auto record = m_means.memory.find(m_intent);
    if (!record && m_means.memory.isKnownNeverSent(m_intent))
        return zvtChargeWithout(ChargeState::NotStarted, u"never sent"_s);
    if (!record)
        return zvtChargeWithout(ChargeState::Unknown, u"nothing is remembered of it"_s);
    if (record->amount != m_amount.absolute())
        return zvtChargeWithout(ChargeState::Unknown, u"another amount was sent"_s);
    return ask(*record);
}

Result<Charge> ZvtInquiry::ask(const ZvtRecord &record)
{
    for (const QDeadlineTimer deadline{m_means.profile.limits.lookUp};;) {
        TRY_LET(now, round(record));
        if (now.found == Found::Ours || now.found == Found::Other)
            return now.charge;
        if (provesAbsence(now)) {
            m_means.memory.dropAnswer(m_intent);
            return zvtChargeWithout(ChargeState::NotStarted, u"the last transaction is the one before"_s);
        }
        if (deadline.hasExpired())
            return zvtChargeWithout(ChargeState::Unknown, u"still not certain"_s);
        if (m_means.stop.sleep(now.found == Found::Busy ? m_means.profile.limits.busy : m_means.profile.limits.notFoundGap))
            return zvtChargeWithout(ChargeState::Unknown, u"stopped asking"_s);
    }
}

Result<ZvtInquiry::Round> ZvtInquiry::round(const ZvtRecord &record)
{
    ZvtConversation conversation{m_means.profile, m_means.log};
    const auto opened = conversation.open();
    if (!opened && opened.error().code == ErrorCode::TerminalBusy)
        return Round{.found = Found::Busy};
    TRY(opened);
    const ZvtAnswer answer = conversation.ask(ZvtRequests{m_means.profile}.repeatReceipt());
    if (isBusy(answer))
        return Round{.found = Found::Busy};
    if (answer.end == End::Lost)
        return std::unexpected(zvtErrorOf(answer, m_means.profile.address));
    if (answer.end != End::Completed || answer.isGarbled)
        return Round{.charge = zvtChargeWithout(ChargeState::Unknown, u"no last transaction: "_s + zvtResultWords(answer.code))};
    return judge(conversation, record, answer.status);
}

Result<ZvtInquiry::Round> ZvtInquiry::judge(ZvtConversation &conversation, const ZvtRecord &record, const std::optional<ZvtStatus> &last)
{
    const ZvtLimits &limits = m_means.profile.limits;
    const ZvtExpected expected{.record = record,
                               .clock = m_means.memory.clock(),
                               .mostDuration = limits.command + limits.afterAbort,
                               .clockDifference = limits.clockDifference};
    const ZvtRelation relation = zvtRelate(last, expected);
    if (relation == ZvtRelation::Unchanged) {
        TRY_LET(idle, isIdle(conversation));
        return Round{.found = Found::Unchanged, .isIdle = idle};
    }
    const bool isOfAnother = last && last->receipt && m_means.memory.isOfAnother(m_intent, *last->receipt);
    if (relation == ZvtRelation::Ours && !isOfAnother)
        return ours(conversation, record, *last);
    Charge charge = zvtChargeWithout(ChargeState::Unknown, u"the last transaction is another"_s);
    if (last)
        charge.text += u": receipt %1, %2"_s.arg(last->receipt.value_or(0)).arg(zvtResultWords(last->result.value_or(0xFF)));
    return Round{.charge = charge};
}

/// The slips of an approval are asked for once more: the first ones may be lost.
ZvtInquiry::Round ZvtInquiry::ours(ZvtConversation &conversation, const ZvtRecord &record, const ZvtStatus &last)
{
    if (last.result != quint8{0}) {
        m_means.memory.dropAnswer(m_intent);
        return {.found = Found::Ours, .charge = zvtCharge(ChargeState::Declined, last, record, {})};
    }
    m_means.memory.keepAnswer(m_intent, last);
    Round round{.found = Found::Ours, .charge = zvtCharge(ChargeState::Approved, last, record, last.amount.value_or(record.amount))};
    if ((m_means.profile.configByte & 0x02) == 0) // the terminal prints
        return round;
    const ZvtAnswer again = conversation.ask(ZvtRequests{m_means.profile}.repeatReceipt(true));
    if (again.end != End::Completed || !again.status || again.status->receipt != last.receipt)
        return round;
    round.charge.customerSlip = again.slips.customer;
    round.charge.merchantSlip = again.slips.merchant;
    round.charge.signatureRequired = round.charge.signatureRequired || again.slips.signatureRequired;
    return round;
}

Result<bool> ZvtInquiry::isIdle(ZvtConversation &conversation) const
{
    const ZvtAnswer answer = conversation.ask(ZvtRequests{m_means.profile}.statusEnquiry());
    if (answer.end == End::Lost)
        return std::unexpected(zvtErrorOf(answer, m_means.profile.address));
    return answer.end == End::Completed && zvtStateFrom(answer.completion).isReady();
}

bool ZvtInquiry::provesAbsence(const Round &round)
{
    if (round.found != Found::Unchanged || !round.isIdle) // it may be busy with this very command
        m_unchangedSince = QDeadlineTimer{QDeadlineTimer::Forever};
    else if (m_unchangedSince.isForever())
        m_unchangedSince = QDeadlineTimer{m_means.profile.limits.notFoundGap};
    else
        return m_unchangedSince.hasExpired();
    return false;
}

} // namespace guichet
