// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/opi/SimulatedOpiLine.h"
#include "hardware/simulated/opi/SimulatedOpiMessages.h"

namespace guichet {

/// The till, as a simulated terminal uses its devices during one request: over channel 1, or between the request and its answer.
class SimulatedOpiTill
{
public:
    /// Where channel 1 leads; port 0: nowhere.
    struct Address
    {
        QString host = QStringLiteral("127.0.0.1");
        quint16 port = 0;
    };
    /// `own`: the line of the request, or null for channel 1. All outlive it.
    SimulatedOpiTill(const SimulatedOpiMessages &messages, const OpiTicketTargets &tickets, const SimulatedOpiRequest &of,
                     SimulatedOpiLine *own, const Address &address, const std::atomic<bool> &isOff);

    /// False: the till did not answer, or refused.
    bool show(const QString &text);
    bool deliver(const SimulatedOpiRecord &record); ///< Journal and both tickets.
    bool print(const QStringList &lines);           ///< For the merchant.
    bool ask(const QString &question);              ///< True: the cashier says yes.

private:
    /// The response; none: the till is not there.
    std::optional<OpiElement> request(const QByteArray &xml, std::chrono::milliseconds limit);

    const SimulatedOpiMessages &m_messages;
    const OpiTicketTargets &m_tickets;
    const SimulatedOpiRequest &m_of;
    SimulatedOpiLine *m_own;
    Address m_address;
    const std::atomic<bool> &m_isOff;
    std::optional<SimulatedOpiLine> m_channel;
    int m_number = 0;
};

} // namespace guichet
