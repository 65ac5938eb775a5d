// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/GuardedConnection.h"

#include <QSslSocket>

namespace guichet {
namespace {

using namespace std::chrono_literals;

constexpr auto lingering = 2s; ///< For a refused sender to read why, before the connection is cut.

/// What may still be here of an answer when its reader asks again: of the answer nothing, but TLS may have a record of its own to say.
constexpr qint64 mostUnsent = 16 * 1024;

/// Status, and a word for its log.
QByteArray refusalOf(Limit limit)
{
    switch (limit) {
    case Limit::HeadSize: return "431 head_too_large";
    case Limit::BodySize: return "413 body_too_large";
    case Limit::Memory: return "503 busy";
    default: return "400 malformed_request";
    }
}

} // namespace

GuardedConnection::GuardedConnection(QTcpSocket &socket, std::shared_ptr<ConnectionRules> rules)
    : QObject{&socket}, m_socket{socket}, m_rules{std::move(rules)}, m_watch{m_rules->limits}
{
    m_limit.setSingleShot(true);
    m_limit.callOnTimeout(this, &GuardedConnection::timeOut);
    m_limit.start(m_rules->limits.headTime);
    connect(&socket, &QTcpSocket::readyRead, this, &GuardedConnection::look);
    connect(&socket, &QTcpSocket::bytesWritten, this, &GuardedConnection::followAnswer);
    if (const auto *tls = qobject_cast<QSslSocket *>(&socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &GuardedConnection::followAnswer);
    connect(&socket, &QTcpSocket::disconnected, &socket, &QObject::deleteLater);
}

GuardedConnection::~GuardedConnection()
{
    releaseBody();
}

GuardedConnection *GuardedConnection::of(QTcpSocket *socket)
{
    return socket->findChild<GuardedConnection *>(QString{}, Qt::FindDirectChildrenOnly);
}

qint64 GuardedConnection::unsentOf(const QTcpSocket &socket)
{
    const auto *tls = qobject_cast<const QSslSocket *>(&socket);
    return socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

bool GuardedConnection::requestTaken(qint64 bodySize)
{
    const bool wasSeen = m_watch.stage() == RequestWatch::Stage::Whole && m_watch.bodySize() == bodySize;
    m_answering = wasSeen && !m_refused;
    if (m_answering)
        m_limit.stop();
    else if (!m_refused)
        drop();
    return m_answering;
}

void GuardedConnection::answered()
{
    m_answering = false;
    m_answered.start();
    releaseBody();
    m_watch.next();
    if (!m_refused) // else it is about to be cut
        m_limit.start(m_rules->limits.idleTime);
}

/// A slow line may take its time, as long as something moves; but not for ever.
void GuardedConnection::followAnswer()
{
    const bool isSending = m_answered.isValid() && m_watch.stage() == RequestWatch::Stage::Between && !m_refused;
    if (isSending && !m_answered.hasExpired(m_rules->limits.answerTime.count()))
        m_limit.start(m_rules->limits.idleTime);
}

void GuardedConnection::look()
{
    if (m_refused)
        discard();
    else if (m_answering)
        drop(); // answers of requests that overtake each other would be mixed up
    else
        takeBytes();
}

void GuardedConnection::takeBytes()
{
    const RequestWatch::Stage before = m_watch.stage();
    const std::optional<Limit> met = m_watch.take(m_socket.peek(m_socket.bytesAvailable()));
    const RequestWatch::Stage after = m_watch.stage();
    if (met)
        return refuse(*met);
    const bool headBegins = before == RequestWatch::Stage::Between && after != before;
    const bool headEnds = before < RequestWatch::Stage::Body && after >= RequestWatch::Stage::Body;
    if (headBegins && unsentOf(m_socket) > mostUnsent) { // answers would pile up here
        m_rules->met(Limit::Slow);
        return drop();
    }
    if (headBegins)
        m_limit.start(m_rules->limits.headTime);
    if (!headEnds)
        return;
    if (!reserveBody())
        return refuse(Limit::Memory);
    m_limit.start(m_rules->limits.bodyTime);
}

bool GuardedConnection::reserveBody()
{
    if (m_rules->bodies + m_watch.bodySize() > m_rules->limits.bodiesAtOnce)
        return false;
    m_reserved = m_watch.bodySize();
    m_rules->bodies += m_reserved;
    return true;
}

void GuardedConnection::releaseBody()
{
    m_rules->bodies -= m_reserved;
    m_reserved = 0;
}

/// What comes from now on is thrown away. Qt HttpServer sees an unfinished request, for ever.
void GuardedConnection::refuse(Limit limit)
{
    const QByteArray refusal = refusalOf(limit);
    const QByteArray json = R"({"error":")" + refusal.mid(4) + R"("})";
    m_rules->met(limit);
    m_socket.write("HTTP/1.1 " + refusal.first(3) + " \r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
                   QByteArray::number(json.size()) + "\r\n\r\n" + json);
    drop();
    m_limit.start(lingering);
}

/// Not at once: Qt HttpServer is about to read from the socket.
void GuardedConnection::drop()
{
    m_refused = true;
    discard();
    m_limit.start(0ms);
}

/// Qt HttpServer keeps a request in a transaction, in which what is read stays.
void GuardedConnection::discard()
{
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    m_socket.skip(m_socket.bytesAvailable());
}

void GuardedConnection::timeOut()
{
    const bool isSlow = !m_refused && (m_watch.stage() == RequestWatch::Stage::Head || m_watch.stage() == RequestWatch::Stage::Body);
    if (isSlow)
        m_rules->met(Limit::Slow);
    m_socket.abort();
    m_socket.deleteLater(); // one that never shook hands does not say that it is disconnected
}

} // namespace guichet
