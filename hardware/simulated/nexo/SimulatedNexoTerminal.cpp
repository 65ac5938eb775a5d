// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/nexo/SimulatedNexoTerminal.h"

#include <openssl/crypto.h>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

QString leafName(const QString &poiId)
{
    NexoProfile profile;
    profile.poiId = poiId;
    profile.isLive = false;
    return profile.peerName();
}

} // namespace

Result<std::unique_ptr<SimulatedNexoTerminal>> SimulatedNexoTerminal::start(const SimulatedNexoSettings &settings, const Clock &clock)
{
    TRY_LET(certificate, makeSimulatedCertificate(leafName(settings.poiId)));
    std::unique_ptr<SimulatedNexoTerminal> terminal{new SimulatedNexoTerminal{settings, std::move(certificate)}};
    terminal->m_server = std::make_unique<SimulatedNexoServer>(settings, terminal->m_certificate, clock);
    terminal->m_server->moveToThread(&terminal->m_thread);
    bool listening = false;
    terminal->call([&, server = terminal->m_server.get()] {
        listening = server->start();
        terminal->m_port = server->serverPort();
    });
    if (!listening)
        return failure(ErrorCode::DeviceUnavailable, u"simulated nexo terminal: port %1"_s.arg(settings.port));
    return terminal;
}

SimulatedNexoTerminal::SimulatedNexoTerminal(const SimulatedNexoSettings &settings, SimulatedCertificate certificate)
    : m_settings{settings}, m_certificate{std::move(certificate)}, m_context{std::make_unique<QObject>()}
{
    m_context->moveToThread(&m_thread);
    m_thread.setObjectName(u"nexo terminal"_s);
    m_thread.start();
}

SimulatedNexoTerminal::~SimulatedNexoTerminal()
{
    call([this] {
        m_server.reset();
        OPENSSL_thread_stop(); // what OpenSSL keeps for this thread; Qt does not wait until the system would end it
    });
    m_thread.quit();
    m_thread.wait();
}

NexoProfile SimulatedNexoTerminal::profile(const QString &saleId) const
{
    NexoProfile profile;
    profile.host = u"127.0.0.1"_s;
    profile.port = m_port;
    profile.poiId = m_settings.poiId;
    profile.saleId = saleId;
    profile.isLive = false;
    profile.rootPem = m_certificate.root;
    profile.key = m_settings.key;
    return profile;
}

void SimulatedNexoTerminal::setScript(const NexoScript &standing)
{
    call([&] { m_server->setStanding(standing); });
}

void SimulatedNexoTerminal::scriptNext(const NexoScript &script)
{
    call([&] { m_server->scriptNext(script); });
}

void SimulatedNexoTerminal::presentCard()
{
    call([this] { m_server->presentCard(); });
}

bool SimulatedNexoTerminal::isServing() const
{
    bool serving = false;
    call([&] { serving = m_server->isServing(); });
    return serving;
}

void SimulatedNexoTerminal::sendNoticesTo(quint16 port)
{
    call([this, port] { m_server->setNoticePort(port); });
}

std::vector<NexoBooking> SimulatedNexoTerminal::bookings() const
{
    std::vector<NexoBooking> bookings;
    call([&] { bookings = m_server->book().bookings(); });
    return bookings;
}

int SimulatedNexoTerminal::arrivals(const QString &serviceId) const
{
    int count = 0;
    call([&] { count = m_server->arrivals(serviceId); });
    return count;
}

} // namespace guichet
