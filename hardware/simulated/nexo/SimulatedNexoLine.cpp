// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/nexo/SimulatedNexoLine.h"

#include <QTimer>

namespace guichet {
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds patience{30}; // with a client that says nothing
constexpr int pieces = 4;

} // namespace

SimulatedNexoLine::SimulatedNexoLine(qintptr descriptor, const QSslConfiguration &tls, QObject *parent) : QObject{parent}
{
    connect(&m_socket, &QSslSocket::readyRead, this, &SimulatedNexoLine::read);
    connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    m_socket.setSslConfiguration(tls);
    if (m_socket.setSocketDescriptor(descriptor))
        m_socket.startServerEncryption();
    else
        deleteLater();
    QTimer::singleShot(patience, this, [this] {
        if (m_request.state() != NexoHttp::State::Complete)
            cut();
    });
}

void SimulatedNexoLine::read()
{
    if (m_request.state() != NexoHttp::State::Reading)
        return;
    switch (m_request.feed(m_socket.readAll())) {
    case NexoHttp::State::Reading: return;
    case NexoHttp::State::Complete: Q_EMIT arrived(m_request.body()); return;
    case NexoHttp::State::Broken: answer(httpAnswer("400 Bad Request", {})); return;
    }
}

void SimulatedNexoLine::answer(const QByteArray &http)
{
    m_socket.write(http);
    close();
}

void SimulatedNexoLine::trickle(const QByteArray &http, std::chrono::milliseconds duration)
{
    const qsizetype size = http.size() / pieces + 1;
    m_socket.write(http.left(size));
    if (http.size() <= size)
        return close();
    QTimer::singleShot(duration / pieces, this, [this, rest = http.mid(size), duration] { trickle(rest, duration - duration / pieces); });
}

void SimulatedNexoLine::close()
{
    m_socket.disconnectFromHost();
}

void SimulatedNexoLine::cut()
{
    // not from within its own signals: Qt is still in the middle of decrypting
    QMetaObject::invokeMethod(this, [this] { m_socket.abort(); }, Qt::QueuedConnection);
}

} // namespace guichet
