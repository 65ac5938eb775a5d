// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/opi/SimulatedOpiServer.h"

#include <QNetworkProxy>
#include <QTcpServer>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int acceptMilliseconds = 50;
constexpr auto requestLimit = 10s; ///< From the connection to its request.

} // namespace

/// Collects connections for threads of their own.
class SimulatedOpiServer::Listener final : public QTcpServer
{
public:
    Listener() { setProxy(QNetworkProxy::NoProxy); }
    std::vector<qintptr> take() { return std::exchange(m_descriptors, {}); }

protected:
    void incomingConnection(qintptr descriptor) override { m_descriptors.push_back(descriptor); }

private:
    std::vector<qintptr> m_descriptors;
};

SimulatedOpiServer::SimulatedOpiServer(const SimulatedOpiSettings &settings, const Clock &clock)
    : m_settings{settings}, m_messages{settings}, m_book{clock}, m_isLoggedIn{settings.isLoggedIn}
{}

SimulatedOpiServer::~SimulatedOpiServer()
{
    m_isOff = true;
    m_changed.notify_all();
    if (m_acceptor.joinable())
        m_acceptor.join();
}

bool SimulatedOpiServer::start()
{
    std::promise<bool> listening;
    m_acceptor = std::thread{[this, &listening] { accept(listening); }};
    return listening.get_future().get();
}

void SimulatedOpiServer::accept(std::promise<bool> &listening)
{
    Listener listener;
    const bool started = listener.listen(QHostAddress::LocalHost, m_settings.port);
    m_port = listener.serverPort();
    listening.set_value(started);
    while (started && !m_isOff) {
        stayAway(listener);
        listener.waitForNewConnection(acceptMilliseconds);
        for (const qintptr descriptor : listener.take())
            m_connections.push_back(std::async(std::launch::async, [this, descriptor] { serve(descriptor); }));
        std::erase_if(m_connections, [](const auto &connection) { return connection.wait_for(0s) == std::future_status::ready; });
    }
    m_connections.clear(); // waits for them
}

/// A restart, when one is due: nobody answers for a while.
void SimulatedOpiServer::stayAway(Listener &listener)
{
    std::unique_lock lock{m_mutex};
    const auto outage = std::exchange(m_outage, std::nullopt);
    lock.unlock();
    if (!outage)
        return;
    listener.close();
    sleep(*outage);
    while (!m_isOff && !listener.listen(QHostAddress::LocalHost, m_port))
        sleep(10ms);
}

void SimulatedOpiServer::reboot(std::chrono::milliseconds outage)
{
    const std::lock_guard lock{m_mutex};
    m_isLoggedIn = false;
    m_outage = outage;
}

/// False: it was switched off meanwhile.
bool SimulatedOpiServer::sleep(std::chrono::milliseconds duration)
{
    std::unique_lock lock{m_mutex};
    return !m_changed.wait_for(lock, duration, [this] { return m_isOff.load(); });
}

void SimulatedOpiServer::serve(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    SimulatedOpiLine line{std::make_unique<TcpStream>(std::move(socket)), m_isOff};
    const auto root = line.receive(requestLimit);
    const auto request = root ? simulatedOpiRequestFrom(*root) : std::nullopt;
    if (request)
        handle(line, *request);
}

void SimulatedOpiServer::handle(SimulatedOpiLine &line, const SimulatedOpiRequest &request)
{
    if (isPayment(request))
        pay(line, request);
    else if (request.type == u"TicketReprint")
        reprint(line, request);
    else if (request.type == u"AbortRequest")
        line.send(abort(request));
    else if (request.type == u"RepeatLastMessage")
        line.send(repeat(request));
    else
        serveDesk(line, request);
}

void SimulatedOpiServer::serveDesk(SimulatedOpiLine &line, const SimulatedOpiRequest &request)
{
    const QByteArray answer = answerService(request);
    const bool closes = request.type == u"ReconciliationWithClosure" || request.type == u"CloseDay";
    if (closes && answer.contains("\"Success\""))
        tillOf(request, line).print({u"CLOTURE"_s, u"Terminal "_s + m_settings.terminalId});
    line.send(answer);
}

QByteArray SimulatedOpiServer::answerService(const SimulatedOpiRequest &request)
{
    const std::lock_guard lock{m_mutex};
    if (m_isBusy)
        return m_messages.answer(request, u"DeviceUnavailable"_s);
    if (request.type == u"Login" || request.type == u"Logoff") {
        m_isLoggedIn = request.type == u"Login";
        return m_messages.answer(request, u"Success"_s);
    }
    if (!m_isLoggedIn)
        return m_messages.answer(request, u"LoggedOut"_s);
    if (request.type == u"GetStatus" || request.type == u"Diagnosis")
        return m_messages.answer(request, u"Success"_s, u"simulated terminal, ready"_s);
    if (request.type == u"CloseDay")
        m_isLoggedIn = false;
    if (request.type == u"Reconciliation" || request.type == u"ReconciliationWithClosure" || request.type == u"CloseDay")
        return m_messages.answer(request, m_book.totals(request.type != u"Reconciliation"));
    return m_messages.answer(request, u"ValidationError"_s, request.type);
}

QByteArray SimulatedOpiServer::abort(const SimulatedOpiRequest &request)
{
    const std::lock_guard lock{m_mutex};
    m_isCardThere = m_isCardThere || (m_isWaitingForCard && m_isAbortTooLate);
    if (!m_isWaitingForCard || m_isAbortTooLate) {
        m_changed.notify_all();
        return m_messages.answer(request, u"DeviceUnavailable"_s);
    }
    m_givenUp = u"Aborted"_s;
    m_changed.notify_all();
    return m_messages.answer(request, u"Success"_s);
}

QByteArray SimulatedOpiServer::repeat(const SimulatedOpiRequest &request) const
{
    const std::lock_guard lock{m_mutex};
    if (m_isBusy)
        return m_messages.answer(request, u"DeviceUnavailable"_s);
    if (!m_isLoggedIn)
        return m_messages.answer(request, u"LoggedOut"_s);
    if (!m_book.last())
        return m_messages.answer(request, u"Failure"_s, u"nothing to repeat"_s);
    return m_messages.answer(request, *m_book.last(), true);
}

SimulatedOpiTill SimulatedOpiServer::tillOf(const SimulatedOpiRequest &request, SimulatedOpiLine &line) const
{
    const std::lock_guard lock{m_mutex};
    SimulatedOpiLine *own = m_settings.dialect == OpiDialect::OneSocket ? &line : nullptr;
    return {m_messages, m_settings.tickets, request, own, m_till, m_isOff};
}

void SimulatedOpiServer::reprint(SimulatedOpiLine &line, const SimulatedOpiRequest &request)
{
    std::unique_lock lock{m_mutex};
    const QString refusal = m_isBusy ? u"DeviceUnavailable"_s : m_isLoggedIn ? QString{} : u"LoggedOut"_s;
    const auto ticket = m_book.lastTicket();
    lock.unlock();
    if (!refusal.isEmpty() || !ticket) {
        line.send(m_messages.answer(request, refusal.isEmpty() ? u"Failure"_s : refusal));
        return;
    }
    SimulatedOpiTill till = tillOf(request, line);
    const bool delivered = !request.tillPrints || till.deliver(*ticket);
    lock.lock();
    m_isTicketPending = m_isTicketPending && !delivered;
    lock.unlock();
    line.send(delivered ? m_messages.answer(request, *ticket, false) : m_messages.answer(request, u"PartialFailure"_s));
}

void SimulatedOpiServer::setTill(const SimulatedOpiTill::Address &address)
{
    const std::lock_guard lock{m_mutex};
    m_till = address;
}

void SimulatedOpiServer::setStanding(const OpiScript &script)
{
    const std::lock_guard lock{m_mutex};
    m_standing = script;
}

void SimulatedOpiServer::scriptNext(const OpiScript &script)
{
    const std::lock_guard lock{m_mutex};
    m_next.push_back(script);
}

void SimulatedOpiServer::presentCard()
{
    const std::lock_guard lock{m_mutex};
    m_isCardThere = m_isWaitingForCard;
    m_changed.notify_all();
}

bool SimulatedOpiServer::isServing() const
{
    const std::lock_guard lock{m_mutex};
    return m_isBusy;
}

QString SimulatedOpiServer::display() const
{
    const std::lock_guard lock{m_mutex};
    return m_display;
}

std::vector<OpiBooking> SimulatedOpiServer::bookings() const
{
    const std::lock_guard lock{m_mutex};
    return m_book.bookings();
}

int SimulatedOpiServer::arrivals(qint64 requestId) const
{
    const std::lock_guard lock{m_mutex};
    return m_arrivals.value(requestId);
}

} // namespace guichet
