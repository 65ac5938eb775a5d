// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/opi/SimulatedOpiTill.h"

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds tillLimit = 2s;     // it answers at once
constexpr std::chrono::milliseconds cashierLimit = 60s; // a person

bool isSuccess(const std::optional<OpiElement> &response)
{
    return response && response->value(u"OverallResult") == u"Success";
}

} // namespace

SimulatedOpiTill::SimulatedOpiTill(const SimulatedOpiMessages &messages, const OpiTicketTargets &tickets, const SimulatedOpiRequest &of,
                                   SimulatedOpiLine *own, const Address &address, const std::atomic<bool> &isOff)
    : m_messages{messages}, m_tickets{tickets}, m_of{of}, m_own{own}, m_address{address}, m_isOff{isOff}
{}

std::optional<OpiElement> SimulatedOpiTill::request(const QByteArray &xml, std::chrono::milliseconds limit)
{
    if (!m_own && !m_channel && m_address.port != 0) {
        auto stream = std::make_unique<TcpStream>(m_address.host, m_address.port);
        if (stream->open(tillLimit))
            m_channel.emplace(std::move(stream), m_isOff);
    }
    SimulatedOpiLine *line = m_own ? m_own : m_channel ? &*m_channel : nullptr;
    if (!line || !line->send(xml))
        return std::nullopt;
    return line->receive(limit);
}

bool SimulatedOpiTill::show(const QString &text)
{
    return isSuccess(request(m_messages.output(m_of, ++m_number, u"CashierDisplay"_s, {text}), tillLimit));
}

bool SimulatedOpiTill::deliver(const SimulatedOpiRecord &record)
{
    return isSuccess(request(m_messages.journal(m_of, ++m_number, record), tillLimit)) &&
           isSuccess(request(m_messages.output(m_of, ++m_number, m_tickets.merchant, simulatedOpiTicket(record, true)), tillLimit)) &&
           isSuccess(request(m_messages.output(m_of, ++m_number, m_tickets.customer, simulatedOpiTicket(record, false)), tillLimit));
}

bool SimulatedOpiTill::print(const QStringList &lines)
{
    return isSuccess(request(m_messages.output(m_of, ++m_number, m_tickets.merchant, lines), tillLimit));
}

bool SimulatedOpiTill::ask(const QString &question)
{
    const auto response = request(m_messages.question(m_of, ++m_number, question), cashierLimit);
    const OpiElement *yes = response ? response->find(u"InBoolean") : nullptr;
    return yes && yes->ownValue() == u"true";
}

} // namespace guichet
