// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiInquiry.h"

#include "hardware/opi/OpiAmount.h"
#include "hardware/opi/OpiRequestId.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds clockDifference = 3min; // between the till's clock and the terminal's

const QStringList &typesOf(Money amount)
{
    static const QStringList taken{u"CardPayment"_s};
    static const QStringList given{u"PaymentRefund"_s, u"PaymentReversal"_s};
    return amount.isNegative() ? given : taken;
}

bool isPayment(const QString &type)
{
    return type.isEmpty() || type == u"CardPayment" || type == u"PaymentRefund" || type == u"PaymentReversal";
}

} // namespace

OpiInquiry::OpiInquiry(const Means &means, const Id<PaymentIntent> &intent, Money amount)
    : m_profile{means.profile}, m_conversation{means.conversation}, m_devices{means.devices}, m_memory{means.memory}, m_stop{means.stop},
      m_asked{.requestId = opiRequestId(intent), .type = typesOf(amount).first(), .amount = amount, .tips = means.profile.tips},
      m_madeAt{opiTimeOf(intent)}
{
    m_conversation.avoid(m_asked.requestId);
}

/// Whose answer the terminal repeats, and what it says.
OpiInquiry::Repeated OpiInquiry::judge(const OpiAnswer &answer) const
{
    if (opiResultFrom(answer.overallResult) == OpiResult::Busy)
        return {.meaning = Meaning::Busy, .charge = {}};
    if (opiResultFrom(answer.overallResult) == OpiResult::PrintLastTicket && !answer.original)
        return {.meaning = Meaning::TicketFirst, .charge = {}};
    const OpiOriginal original = answer.original.value_or(OpiOriginal{});
    bool isNumber = false;
    const qint64 id = original.requestId.toLongLong(&isNumber);
    const bool isOfThisTill = original.workstationId.isEmpty() || original.workstationId == m_profile.workstationId;
    if (!isNumber || !isOfThisTill || !isPayment(original.requestType))
        return {};
    if (id != m_asked.requestId)
        return {.meaning = isEarlierRequest(id, m_asked.requestId) ? Meaning::Earlier : Meaning::Other, .charge = {}};
    OpiAsked asked = m_asked;
    if (!original.requestType.isEmpty() && !typesOf(asked.amount).contains(original.requestType))
        return {.meaning = Meaning::Contradiction, .charge = {}};
    if (!original.requestType.isEmpty())
        asked.type = original.requestType;
    OpiAnswer repeated = answer;
    if (!original.overallResult.isEmpty())
        repeated.overallResult = original.overallResult;
    return {.meaning = Meaning::Ours, .charge = opiChargeFrom(repeated, asked)};
}

Result<OpiInquiry::Repeated> OpiInquiry::askForAnswer()
{
    TRY_LET(answer, m_conversation.ask(OpiRequest::Element::Card, u"RepeatLastMessage"_s, m_profile.limits.service));
    Repeated repeated = judge(answer);
    if (repeated.meaning == Meaning::Ours && repeated.charge.state == ChargeState::Approved)
        m_memory.settle(m_asked.requestId, answer);
    else if (repeated.meaning == Meaning::Ours && repeated.charge.state != ChargeState::Unknown)
        m_memory.settle(m_asked.requestId);
    return repeated;
}

/// Terminals write local time, some with an offset that is not theirs.
bool OpiInquiry::isWithinTime(const QString &timeStamp) const
{
    const QDateTime from = m_madeAt.addMSecs(-std::chrono::milliseconds{clockDifference}.count());
    const QDateTime until = m_madeAt.addMSecs((m_profile.limits.payment + clockDifference).count());
    return std::ranges::any_of(std::array{opiTimeFrom(timeStamp), opiTimeFrom(timeStamp.left(19))},
                               [&](const QDateTime &at) { return at.isValid() && at >= from && at <= until; });
}

bool OpiInquiry::fits(const OpiAnswer &ticket) const
{
    return m_asked.amount.isPositive() && opiResultFrom(ticket.overallResult) == OpiResult::Success && ticket.authorisation &&
           !ticket.authorisation->approvalCode.isEmpty() && ticket.currency == u"EUR" && opiAmountFrom(ticket.amount) == m_asked.amount &&
           isWithinTime(ticket.authorisation->timeStamp) && m_memory.isNewTicket(m_asked.requestId, ticket);
}

Result<std::optional<Charge>> OpiInquiry::askForTicket()
{
    const OpiRequest request = m_conversation.request(OpiRequest::Element::Card, u"TicketReprint"_s);
    m_devices.begin(request.id);
    TRY_LET(ticket, m_conversation.ask(request, m_profile.limits.service));
    if (!fits(ticket))
        return std::optional<Charge>{};
    Charge charge = opiChargeFrom(ticket, m_asked);
    const OpiSlips slips = m_devices.slipsOf(request.id);
    charge.customerSlip = slips.customer;
    charge.merchantSlip = slips.merchant;
    m_memory.settle(m_asked.requestId, ticket);
    return std::optional{charge};
}

Result<bool> OpiInquiry::isIdle()
{
    TRY_LET(answer, m_conversation.askStatus());
    const OpiResult result = opiResultFrom(answer.overallResult);
    return result == OpiResult::Success || result == OpiResult::PrintLastTicket;
}

Result<bool> OpiInquiry::provesAbsence(Meaning meaning)
{
    bool idle = false;
    if (meaning == Meaning::Earlier) {
        TRY_LET(now, isIdle());
        idle = now;
    }
    if (!idle) // it may be busy with this very request
        m_missingSince = QDeadlineTimer{QDeadlineTimer::Forever};
    else if (m_missingSince.isForever())
        m_missingSince = QDeadlineTimer{m_profile.limits.notFoundGap};
    else
        return m_missingSince.hasExpired();
    return false;
}

/// The tickets of a payment whose answer was lost may have come before; else they are printed again.
void OpiInquiry::addSlips(Charge &charge)
{
    OpiSlips slips = m_devices.slipsOf(m_asked.requestId);
    if (slips.isEmpty() && charge.state == ChargeState::Approved && !m_profile.printsItself) {
        const OpiRequest request = m_conversation.request(OpiRequest::Element::Card, u"TicketReprint"_s);
        m_devices.begin(request.id);
        const auto ticket = m_conversation.ask(request, m_profile.limits.service);
        if (ticket && !ticket->stan.isEmpty() && ticket->stan == charge.transaction)
            slips = m_devices.slipsOf(request.id);
    }
    charge.customerSlip = slips.customer;
    charge.merchantSlip = slips.merchant;
}

Charge OpiInquiry::unknown(const QString &why) const
{
    Charge charge = opiChargeWithout(ChargeState::Unknown, why);
    if (const auto journal = m_memory.journalOf(m_asked.requestId); journal && journal->isApproval()) {
        charge.reference = journal->approvalCode;
        charge.text += u"; its journal: %1 %2 %3"_s.arg(opiAmountText(*journal->amount), journal->approvalCode, journal->result);
    }
    return charge;
}

Charge OpiInquiry::notStarted() const
{
    m_memory.settle(m_asked.requestId);
    return opiChargeWithout(ChargeState::NotStarted, u"the terminal knows only earlier payments"_s);
}

Result<Charge> OpiInquiry::run()
{
    for (const QDeadlineTimer deadline{m_profile.limits.lookUp};;) {
        TRY_LET(repeated, askForAnswer());
        if (repeated.meaning == Meaning::Ours && repeated.charge.state != ChargeState::Unknown) {
            addSlips(repeated.charge);
            return repeated.charge;
        }
        if (repeated.meaning == Meaning::Contradiction)
            return unknown(u"the terminal had another request of this number"_s);
        TRY_LET(isAbsent, provesAbsence(repeated.meaning));
        const bool waits = repeated.meaning == Meaning::Busy || repeated.meaning == Meaning::Earlier;
        if (isAbsent || !waits) {
            TRY_LET(ticket, askForTicket());
            if (ticket)
                return *ticket;
        }
        if (isAbsent)
            return notStarted();
        if (!waits && repeated.meaning != Meaning::TicketFirst)
            return unknown(u"the terminal repeats no answer to this"_s);
        if (deadline.hasExpired())
            return unknown(u"still not certain"_s);
        if (m_stop.sleep(repeated.meaning == Meaning::Earlier ? m_profile.limits.notFoundGap : m_profile.limits.busy))
            return unknown(u"stopped asking"_s);
    }
}

} // namespace guichet
