// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiTillDevices.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr size_t keptTickets = 4;
constexpr qsizetype mostLines = 400; // of one ticket, in however many parts it comes

} // namespace

void OpiTillDevices::setQuestion(AskCashier question)
{
    const std::lock_guard lock{m_mutex};
    m_question = std::move(question);
}

void OpiTillDevices::begin(qint64 requestId)
{
    const std::lock_guard lock{m_mutex};
    std::erase_if(m_tickets, [requestId](const Tickets &tickets) { return tickets.requestId == requestId; });
    m_tickets.push_front({.requestId = requestId, .slips = {}});
    if (m_tickets.size() > keptTickets)
        m_tickets.pop_back();
    m_prompt.clear();
}

OpiDeviceResponse OpiTillDevices::answer(const OpiDeviceRequest &request)
{
    OpiDeviceResponse response;
    if (!request.workstationId.isEmpty() && request.workstationId != m_profile.workstationId) {
        response.overallResult = u"Failure"_s; // it is for another till
        response.takesOutputs = false;
        return response;
    }
    for (const OpiOutput &output : request.outputs)
        take(output, request.ofRequest());
    if (request.input)
        response.confirmed = confirm(*request.input);
    if (request.input && !response.confirmed)
        response.overallResult = u"DeviceUnavailable"_s;
    const std::lock_guard lock{m_mutex};
    ++m_answered;
    return response;
}

/// What no device of ours wants (CustomerDisplay, DeliveryBox) is taken all the same: a terminal that is refused an output may give up.
void OpiTillDevices::take(const OpiOutput &output, qint64 ofRequest)
{
    if (output.target == u"CashierDisplay") {
        const std::lock_guard lock{m_mutex};
        m_prompt = output.lines.join(u' ').simplified();
    } else if (output.target == u"E-Journal") {
        if (auto journal = output.journal) {
            journal->requestId = ofRequest;
            m_memory.rememberJournal(*journal);
        }
    } else {
        takeTicket(output, ofRequest);
    }
}

void OpiTillDevices::takeTicket(const OpiOutput &output, qint64 ofRequest)
{
    const bool isMerchants = output.target == m_profile.tickets.merchant || output.ticketType == u"MerchantReceipt";
    if (!isMerchants && output.target != m_profile.tickets.customer)
        return;
    const std::lock_guard lock{m_mutex};
    const auto named = std::ranges::find(m_tickets, ofRequest, &Tickets::requestId);
    const auto whose = ofRequest < 0 ? m_tickets.begin() : named;
    if (whose == m_tickets.end()) {
        m_log.write(u"terminal"_s, DeviceLog::Direction::Note, u"opi: ticket of an unknown request %1"_s.arg(ofRequest));
        return;
    }
    QStringList &lines = isMerchants ? whose->slips.merchant : whose->slips.customer;
    lines += output.lines;
    lines = lines.mid(0, mostLines);
}

std::optional<bool> OpiTillDevices::confirm(const OpiInput &input)
{
    if (input.command != u"GetConfirmation")
        return std::nullopt;
    std::unique_lock lock{m_mutex};
    const AskCashier question = m_question;
    ++m_answered;
    lock.unlock();
    return question && question(input.text.isEmpty() ? u"CONFIRM"_s : input.text, m_profile.limits.question);
}

QString OpiTillDevices::takePrompt()
{
    const std::lock_guard lock{m_mutex};
    return std::exchange(m_prompt, {});
}

OpiSlips OpiTillDevices::slipsOf(qint64 requestId) const
{
    const std::lock_guard lock{m_mutex};
    const auto found = std::ranges::find(m_tickets, requestId, &Tickets::requestId);
    return found == m_tickets.end() ? OpiSlips{} : found->slips;
}

quint64 OpiTillDevices::answeredCount() const
{
    const std::lock_guard lock{m_mutex};
    return m_answered;
}

} // namespace guichet
