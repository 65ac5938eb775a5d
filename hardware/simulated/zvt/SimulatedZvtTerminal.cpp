// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/zvt/SimulatedZvtTerminal.h"

#include "hardware/simulated/transport/PseudoTerminal.h"
#include "hardware/simulated/transport/nextCall.h"

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto callTurn = 10ms;

} // namespace

SimulatedZvtTerminal::SimulatedZvtTerminal(const SimulatedZvtSettings &settings, const Clock &clock)
    : m_settings{settings}, m_book{m_settings, clock}, m_desk{m_settings, m_book, m_controls}
{}

SimulatedZvtTerminal::~SimulatedZvtTerminal()
{
    m_controls.switchOff();
    if (m_thread.joinable())
        m_thread.join();
}

Result<std::unique_ptr<SimulatedZvtTerminal>> SimulatedZvtTerminal::start(const SimulatedZvtSettings &settings, const Clock &clock)
{
    std::unique_ptr<SimulatedZvtTerminal> terminal{new SimulatedZvtTerminal{settings, clock}};
    std::promise<quint16> promise;
    auto listening = promise.get_future();
    terminal->m_thread = std::thread{&SimulatedZvtTerminal::runTcp, terminal.get(), std::move(promise)};
    const quint16 port = listening.get();
    if (port == 0)
        return failure(ErrorCode::DeviceUnavailable, u"port %1 is taken"_s.arg(settings.port));
    terminal->m_address = u"tcp:127.0.0.1:%1"_s.arg(port);
    return terminal;
}

Result<std::unique_ptr<SimulatedZvtTerminal>> SimulatedZvtTerminal::startSerial(const SimulatedZvtSettings &settings, const Clock &clock)
{
    auto stream = std::make_unique<PseudoTerminal>();
    TRY(stream->open(settings.limits.connect));
    std::unique_ptr<SimulatedZvtTerminal> terminal{new SimulatedZvtTerminal{settings, clock}};
    terminal->m_address = u"serial:"_s + stream->portName();
    terminal->m_thread = std::thread{&SimulatedZvtTerminal::runSerial, terminal.get(), std::move(stream)};
    return terminal;
}

ZvtProfile SimulatedZvtTerminal::profile() const
{
    ZvtProfile profile;
    profile.address = m_address;
    profile.password = m_settings.password;
    profile.limits = m_settings.limits;
    return profile;
}

/// Zero for a port: it could not listen.
void SimulatedZvtTerminal::runTcp(std::promise<quint16> promise)
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, m_settings.port);
    const quint16 port = server.serverPort();
    promise.set_value(port);
    while (!m_controls.isOff() && port != 0) {
        if (!server.isListening() && !server.listen(QHostAddress::LocalHost, port)) // it comes back; the port may still be held
            m_controls.sleep(callTurn);
        else if (auto call = nextCall(server, callTurn))
            serve(std::move(call));
        if (const auto outage = m_desk.takeOutage(); outage > 0ms) {
            server.close();
            m_controls.sleep(outage);
        }
    }
}

void SimulatedZvtTerminal::runSerial(std::unique_ptr<ByteStream> stream)
{
    SimulatedZvtLine line{std::move(stream), true, m_settings, m_controls};
    while (!m_controls.isOff()) {
        m_desk.serve(line);
        m_controls.sleep(m_desk.takeOutage());
    }
}

void SimulatedZvtTerminal::serve(std::unique_ptr<ByteStream> stream)
{
    SimulatedZvtLine line{std::move(stream), false, m_settings, m_controls};
    m_desk.serve(line);
    line.cut();
}

} // namespace guichet
