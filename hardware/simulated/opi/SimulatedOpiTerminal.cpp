// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/opi/SimulatedOpiTerminal.h"

namespace guichet {
using namespace Qt::StringLiterals;

Result<std::unique_ptr<SimulatedOpiTerminal>> SimulatedOpiTerminal::start(const SimulatedOpiSettings &settings, const Clock &clock)
{
    std::unique_ptr<SimulatedOpiTerminal> terminal{new SimulatedOpiTerminal{settings, clock}};
    if (!terminal->m_server.start())
        return failure(ErrorCode::DeviceUnavailable, u"simulated OPI terminal: port %1"_s.arg(settings.port));
    return terminal;
}

OpiProfile SimulatedOpiTerminal::profile() const
{
    const bool isOneSocket = m_settings.dialect == OpiDialect::OneSocket;
    OpiProfile profile = isOneSocket ? OpiProfile::oneSocket(u"127.0.0.1"_s) : OpiProfile::twoChannels(u"127.0.0.1"_s);
    profile.port = m_server.port();
    profile.tillPort = 0;
    profile.tickets = m_settings.tickets;
    return profile;
}

} // namespace guichet
