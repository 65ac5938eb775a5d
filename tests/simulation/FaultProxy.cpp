// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/FaultProxy.h"

#include <QHostAddress>
#include <QPointer>
#include <QTimer>
#include <memory>

namespace guichet {
namespace {

constexpr int longestDelay = 30; ///< Milliseconds.
constexpr qsizetype mostHeld = 5;

/// The first whole message in `bytes`, or nothing. Both sides say how long a body is.
QByteArray wholeMessage(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return {};
    const qsizetype field = bytes.first(head).toLower().indexOf("content-length:");
    const qint64 body = field < 0 ? 0 : bytes.sliced(field + 15, head - field - 15).split('\r').first().trimmed().toLongLong();
    return bytes.size() >= head + 4 + body ? bytes.first(head + 4 + body) : QByteArray{};
}

QByteArray answerWith(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

} // namespace

FaultProxy::FaultProxy(quint32 seed) : m_random{seed}
{
    listen(QHostAddress::LocalHost);
}

void FaultProxy::setFaults(int percent)
{
    m_percent = percent;
    while (percent == 0 && !m_held.isEmpty())
        releaseOne();
}

void FaultProxy::incomingConnection(qintptr descriptor)
{
    auto *const client = new QTcpSocket{this};
    connect(client, &QTcpSocket::readyRead, this, [this, client] { look(*client); });
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    client->setSocketDescriptor(descriptor);
}

void FaultProxy::look(QTcpSocket &client)
{
    const QByteArray request = wholeMessage(client.peek(client.bytesAvailable()));
    if (request.isEmpty())
        return;
    client.skip(request.size());
    pass(client, request);
}

Fault FaultProxy::draw()
{
    const bool isFaulty = below(100) < m_percent;
    const Fault fault = isFaulty ? static_cast<Fault>(1 + below(kindsOfFault - 1)) : Fault::None;
    ++m_drawn[fault];
    return fault;
}

void FaultProxy::pass(QTcpSocket &client, const QByteArray &request)
{
    const QPointer<QTcpSocket> heard{&client};
    const auto hear = [heard](const QByteArray &answer) {
        if (!heard)
            return; // it hung up meanwhile
        heard->write(answer);
        if (answer.isEmpty())
            heard->abort();
    };
    const auto hearHalf = [heard](const QByteArray &answer) {
        if (!heard)
            return;
        heard->write(answer.first(answer.size() / 2));
        heard->disconnectFromHost();
    };
    const auto drop = [heard](const QByteArray &) {
        if (heard)
            heard->abort();
    };
    if (m_percent > 0 && !m_held.isEmpty() && below(2) == 0)
        releaseOne();
    switch (draw()) {
    case Fault::None: return forward(request, hear);
    case Fault::LostRequest: return drop({});
    case Fault::LostAnswer: return forward(request, drop);
    case Fault::Twice: return forward(request, [this, request, hear](const QByteArray &) { forward(request, hear); });
    case Fault::Late:
        if (m_held.size() < mostHeld)
            m_held.append(request);
        return drop({});
    case Fault::Delayed: return QTimer::singleShot(1 + below(longestDelay), this, [this, request, hear] { forward(request, hear); });
    case Fault::CutRequest: sayHalf(request); return drop({});
    case Fault::CutAnswer: return forward(request, hearHalf);
    case Fault::WrongJson: return forward(request, [this, hear](const QByteArray &answer) { hear(somethingElse(answer)); });
    case Fault::Killed:
        forward(request, drop);
        if (m_kill)
            QTimer::singleShot(below(5), this, [this] { m_kill(); });
    }
}

/// An answer that is none comes as nothing.
void FaultProxy::forward(const QByteArray &request, const Use &use)
{
    auto *const upstream = new QTcpSocket{this};
    const auto answer = std::make_shared<QByteArray>();
    const auto isOver = std::make_shared<bool>(false);
    const auto end = [upstream, isOver, use](const QByteArray &heard) {
        if (*isOver)
            return;
        *isOver = true;
        upstream->deleteLater();
        use(heard);
    };
    connect(upstream, &QTcpSocket::connected, upstream, [upstream, request] { upstream->write(request); });
    connect(upstream, &QTcpSocket::readyRead, upstream, [upstream, answer, end] {
        *answer += upstream->readAll();
        if (const QByteArray whole = wholeMessage(*answer); !whole.isEmpty())
            end(whole);
    });
    connect(upstream, &QTcpSocket::disconnected, upstream, [end] { end({}); });
    connect(upstream, &QTcpSocket::errorOccurred, upstream, [end] { end({}); });
    upstream->connectToHost(QHostAddress::LocalHost, nextTarget());
}

void FaultProxy::sayHalf(const QByteArray &request)
{
    auto *const upstream = new QTcpSocket{this};
    connect(upstream, &QTcpSocket::connected, upstream, [upstream, request] {
        upstream->write(request.first(request.size() / 2));
        upstream->disconnectFromHost();
    });
    connect(upstream, &QTcpSocket::disconnected, upstream, &QObject::deleteLater);
    connect(upstream, &QTcpSocket::errorOccurred, upstream, &QObject::deleteLater);
    upstream->connectToHost(QHostAddress::LocalHost, nextTarget());
}

/// Any of those that were held back: they come in another order than they were sent.
void FaultProxy::releaseOne()
{
    forward(m_held.takeAt(below(static_cast<int>(m_held.size()))), [](const QByteArray &) {});
}

QByteArray FaultProxy::somethingElse(const QByteArray &answer)
{
    const QByteArray body = answer.sliced(std::max<qsizetype>(answer.indexOf("\r\n\r\n"), 0));
    switch (below(5)) {
    case 0: return answerWith("200 OK", "{");
    case 1: return answerWith("200 OK", "[1, 2, 3]");
    case 2: return answerWith("200 OK", R"({"cursor": "soon", "number": 1e400, "taken": [[[[]]]]})");
    case 3: return answerWith("502 Bad Gateway", "<html>nobody here</html>");
    default: return answerWith("200 OK", body.first(body.size() / 2).trimmed());
    }
}

} // namespace guichet
