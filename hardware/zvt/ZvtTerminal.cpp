// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtTerminal.h"

#include "hardware/zvt/ZvtInquiry.h"
#include "hardware/zvt/ZvtResult.h"
#include "hardware/zvt/ZvtTotals.h"

namespace guichet {
using namespace Qt::StringLiterals;

using End = ZvtAnswer::End;
using Kind = ZvtRecord::Kind;

namespace {

constexpr quint8 wantsInitialisation = 0x51;
constexpr quint8 wantsDiagnosis = 0xC2;

bool isAmount(Money amount)
{
    return !amount.isZero() && amount.absolute() <= largestAmount;
}

} // namespace

ZvtTerminal::ZvtTerminal(ZvtProfile profile, DeviceLog &log, DeviceMemory &memory, const Clock &clock)
    : m_profile{std::move(profile)}, m_log{log}, m_clock{clock}, m_memory{memory, log}
{}

Result<Charge> ZvtTerminal::charge(const Id<PaymentIntent> &intent, Money amount, const Progress &progress)
{
    if (!isAmount(amount))
        return failure(ErrorCode::InvalidInput, u"zvt: no such amount"_s, {u"amount"_s});
    const bool isRefund = amount.isNegative();
    const ZvtRecord record{.intent = intent, .kind = isRefund ? Kind::Refund : Kind::Payment, .amount = amount.absolute()};
    return perform(record, isRefund ? m_requests.refund(record.amount) : m_requests.authorisation(record.amount), progress);
}

Result<Charge> ZvtTerminal::reverse(const Id<PaymentIntent> &task, Money amount, const QString &transaction)
{
    bool isNumber = false;
    const int receipt = transaction.toInt(&isNumber);
    if (!isNumber || receipt < 1 || receipt > 9999 || !isAmount(amount))
        return failure(ErrorCode::InvalidInput, u"zvt: no such transaction: "_s + transaction, {u"transaction"_s});
    const ZvtRecord record{.intent = task, .kind = Kind::Reversal, .amount = amount.absolute()};
    return perform(record, m_requests.reversal(receipt, record.amount), {});
}

Result<Charge> ZvtTerminal::perform(ZvtRecord record, const ZvtApdu &command, const Progress &progress)
{
    m_stop.take();
    ZvtConversation conversation{m_profile, m_log};
    TRY(conversation.open());
    TRY_LET(before, readBaseline(conversation));
    record.before = before;
    record.at = m_clock.now();
    TRY(m_memory.begin(record));
    if (m_stop.take())
        return zvtChargeWithout(ChargeState::NotStarted, u"cancelled before it was sent"_s);
    return conclude(ask(conversation, record, command, progress), record);
}

/// A terminal that cannot repeat a receipt takes payments all the same; a doubtful one is then for a person.
Result<ZvtBaseline> ZvtTerminal::readBaseline(ZvtConversation &conversation)
{
    const ZvtAnswer answer = conversation.ask(m_requests.repeatReceipt());
    const bool isBusy = answer.end != End::Lost && answer.end != End::Completed && zvtResultOf(answer.code) == ZvtResult::Busy;
    if (answer.end == End::Lost || isBusy)
        return std::unexpected(zvtErrorOf(answer, m_profile.address));
    return answer.end == End::Completed && !answer.isGarbled ? ZvtBaseline::of(answer.status) : ZvtBaseline{};
}

ZvtAnswer ZvtTerminal::ask(ZvtConversation &conversation, const ZvtRecord &record, const ZvtApdu &command, const Progress &progress)
{
    const ZvtWatch watch{.progress = progress,
                         .takesStop = [this] { return m_stop.take(); },
                         .keep = [this, &record](const ZvtStatus &status) { keep(status, record); },
                         .movesMoney = true};
    return conversation.ask(command, watch);
}

/// What is another's, or says another amount, would only mislead the inquiry.
void ZvtTerminal::keep(const ZvtStatus &status, const ZvtRecord &record)
{
    if (!record.before.isStill(status) && zvtAuthorised(status, record, m_profile.takesPartialApprovals))
        m_memory.keepAnswer(record.intent, status);
}

Charge ZvtTerminal::conclude(const ZvtAnswer &answer, const ZvtRecord &record)
{
    const Charge charge = zvtChargeFrom(answer, record, m_profile.takesPartialApprovals);
    if (charge.state == ChargeState::Declined || charge.state == ChargeState::NotStarted)
        m_memory.dropAnswer(record.intent);
    if (charge.state == ChargeState::Approved && charge.card.at.isValid())
        m_memory.keepClock(std::chrono::seconds{m_clock.now().secsTo(charge.card.at)});
    return charge;
}

Result<Charge> ZvtTerminal::lookUp(const Id<PaymentIntent> &intent, Money amount)
{
    m_stop.take();
    return ZvtInquiry{{.profile = m_profile, .memory = m_memory, .log = m_log, .stop = m_stop}, intent, amount}.run();
}

Result<QString> ZvtTerminal::diagnose()
{
    ZvtConversation conversation{m_profile, m_log};
    TRY(conversation.open());
    TRY_LET(asked, conversation.demand(m_requests.statusEnquiry()));
    ZvtState state = zvtStateFrom(asked.completion);
    if (state.code == wantsDiagnosis || state.code == wantsInitialisation) {
        TRY(remedy(conversation, state.code));
        TRY_LET(again, conversation.demand(m_requests.statusEnquiry()));
        state = zvtStateFrom(again.completion);
    }
    if (state.isReady())
        return zvtStateWords(state);
    return failure(state.isBusy() ? ErrorCode::TerminalBusy : ErrorCode::TerminalUnavailable, u"zvt: "_s + zvtStateWords(state),
                   {m_profile.address});
}

Result<> ZvtTerminal::remedy(ZvtConversation &conversation, quint8 state)
{
    TRY(conversation.demand(state == wantsDiagnosis ? ZvtRequests::diagnosis() : m_requests.initialisation()));
    return {};
}

Result<TerminalTotals> ZvtTerminal::totals(bool endOfDay)
{
    m_stop.take();
    ZvtConversation conversation{m_profile, m_log};
    TRY(conversation.open());
    TRY_LET(answer, conversation.demand(endOfDay ? m_requests.endOfDay() : m_requests.turnoverTotals(),
                                        {.takesStop = [this] { return m_stop.take(); }}));
    TRY_LET(counted, zvtTotalsFrom(answer.status.value_or(ZvtStatus{})));
    if (endOfDay)
        counted.slip = answer.slips.administration + answer.slips.merchant + answer.slips.customer;
    return counted;
}

Result<> ZvtTerminal::logOff()
{
    ZvtConversation conversation{m_profile, m_log};
    TRY(conversation.connect());
    TRY(conversation.demand(ZvtRequests::logOff(), {.endsWhenAccepted = true}));
    return {};
}

} // namespace guichet
