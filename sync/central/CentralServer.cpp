// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that knows Qt HttpServer, whose interface moves from version to version (decisions 29).
#include "sync/central/CentralServer.h"

#include <QHttpServerRequest>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int mostConnections = 512;
constexpr qint64 largestRequest = protocol::largestBody + 64 * 1024; ///< With its head.
constexpr auto longestSilence = 60s;                                 ///< Of a connection that neither asks nor waits.
constexpr auto tickEvery = 250ms;

/// A connection that cannot fill the memory: what one request sends is counted, and one that says nothing for long is closed.
class CountedSocket : public QTcpSocket
{
public:
    explicit CountedSocket(QObject *parent) : QTcpSocket{parent}
    {
        m_silence.setSingleShot(true);
        m_silence.callOnTimeout(this, [this] { abort(); });
        m_silence.start(longestSilence);
    }

    /// A request is whole: the next one counts from nothing. While its answer is made nobody is silent.
    void requestTaken()
    {
        m_taken = 0;
        m_silence.stop();
    }
    void answered() { m_silence.start(longestSilence); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 read = QTcpSocket::readData(data, maxSize);
        m_taken += std::max<qint64>(read, 0);
        if (m_taken > largestRequest)
            QMetaObject::invokeMethod(this, [this] { abort(); }, Qt::QueuedConnection);
        return read;
    }

private:
    QTimer m_silence;
    qint64 m_taken = 0;
};

/// So many connections and no more.
class CountedServer : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new CountedSocket{this};
        const bool isOne = findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly).size() <= mostConnections;
        if (!socket->setSocketDescriptor(descriptor) || !isOne) {
            delete socket;
            return;
        }
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        addPendingConnection(socket);
    }
};

CentralRequest::Method methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get: return CentralRequest::Method::Get;
    case QHttpServerRequest::Method::Post: return CentralRequest::Method::Post;
    default: return CentralRequest::Method::Other;
    }
}

CentralRequest centralRequest(const QHttpServerRequest &request)
{
    CentralRequest asked{.method = methodOf(request),
                         .path = request.url().path(),
                         .query = {},
                         .authorization = request.value("authorization"),
                         .encoding = request.value("content-encoding"),
                         .body = request.body()};
    for (const auto &[name, value] : request.query().queryItems())
        asked.query.insert(name, value);
    return asked;
}

void write(QTcpSocket &socket, const CentralReply &reply)
{
    const QByteArray body = QJsonDocument{reply.json}.toJson(QJsonDocument::Compact);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " \r\nContent-Type: application/json\r\nCache-Control: no-store\r\n";
    head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    socket.write(head + body);
    if (auto *counted = dynamic_cast<CountedSocket *>(&socket))
        counted->answered();
}

} // namespace

CentralServer::CentralServer(Centre &centre, QObject *parent) : QAbstractHttpServer{parent}, m_api{centre}
{
    m_clock.start();
    m_context.moveToThread(&m_thread);
    m_thread.start();
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &CentralServer::endWaits);
    m_tick.start();
}

CentralServer::~CentralServer()
{
    m_thread.quit();
    m_thread.wait();
}

Result<quint16> CentralServer::start(const QHostAddress &address, quint16 port)
{
    auto *server = new CountedServer{this};
    if (!server->listen(address, port))
        return failure(ErrorCode::CentreUnreachable, server->errorString());
    bind(server);
    return server->serverPort();
}

bool CentralServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    if (auto *counted = dynamic_cast<CountedSocket *>(socket))
        counted->requestTaken();
    ask(socket, centralRequest(request));
    return true;
}

void CentralServer::missingHandler(const QHttpServerRequest &, QTcpSocket *) {} // handleRequest() takes all

void CentralServer::ask(const QPointer<QTcpSocket> &socket, const CentralRequest &request)
{
    QMetaObject::invokeMethod(&m_context, [this, socket, request] {
        const CentralReply reply = m_api.answer(request);
        QMetaObject::invokeMethod(this, [this, socket, request, reply] { take(socket, request, reply); });
    });
}

void CentralServer::take(const QPointer<QTcpSocket> &socket, const CentralRequest &request, const CentralReply &reply)
{
    if (!reply.grown.isEmpty())
        wake(reply.grown);
    if (!socket)
        return; // it has hung up
    if (reply.waitsFor.isEmpty())
        return write(*socket, reply);
    const auto wait = std::chrono::seconds{request.query.value(u"wait"_s).toInt()};
    const qint64 until = m_clock.elapsed() + std::chrono::milliseconds{wait}.count();
    m_waiting.push_back({.socket = socket, .request = request, .account = reply.waitsFor, .untilMs = until});
}

/// Asked again, a request waits for what is left of its time.
void CentralServer::wake(const QString &account)
{
    const auto woken = std::ranges::stable_partition(m_waiting, [&](const Waiting &one) { return one.account != account; });
    const std::vector<Waiting> asked{woken.begin(), woken.end()};
    m_waiting.erase(woken.begin(), woken.end());
    for (Waiting one : asked) {
        const qint64 left = std::max<qint64>((one.untilMs - m_clock.elapsed()) / 1000, 0);
        one.request.query.insert(u"wait"_s, QString::number(left));
        ask(one.socket, one.request);
    }
}

void CentralServer::endWaits()
{
    const qint64 now = m_clock.elapsed();
    const auto over = std::ranges::stable_partition(m_waiting, [now](const Waiting &one) { return one.socket && one.untilMs > now; });
    const std::vector<Waiting> ended{over.begin(), over.end()};
    m_waiting.erase(over.begin(), over.end());
    for (Waiting one : ended) {
        one.request.query.insert(u"wait"_s, u"0"_s);
        ask(one.socket, one.request);
    }
}

} // namespace guichet
