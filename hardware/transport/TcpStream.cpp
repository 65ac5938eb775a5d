// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/transport/TcpStream.h"

#include "hardware/transport/QtLimit.h"

#include <QHostAddress>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blockBytes = 4096;
constexpr int closeMilliseconds = 1000;

} // namespace

TcpStream::TcpStream(std::unique_ptr<QTcpSocket> accepted)
    : m_host{accepted->peerAddress().toString()}, m_port{accepted->peerPort()}, m_socket{std::move(accepted)}
{}

TcpStream::~TcpStream() = default;

QString TcpStream::name() const
{
    return (m_host.contains(u':') ? u"tcp:[%1]:%2"_s : u"tcp:%1:%2"_s).arg(m_host).arg(m_port);
}

std::unexpected<Error> TcpStream::lost(ErrorCode code) const
{
    return failure(code, u"%1: %2"_s.arg(name(), m_socket ? m_socket->errorString() : u"closed"_s), {name()});
}

Result<> TcpStream::open(std::chrono::milliseconds limit)
{
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->connectToHost(m_host, m_port);
    if (m_socket->waitForConnected(qtLimit(limit)))
        return {};
    const auto refused = lost(ErrorCode::DeviceUnavailable);
    m_socket.reset();
    return refused;
}

Result<> TcpStream::write(const QByteArray &bytes, std::chrono::milliseconds limit)
{
    if (!isOpen())
        return lost(ErrorCode::DeviceUnavailable);
    for (qsizetype at = 0; at < bytes.size(); at += blockBytes) { // in blocks: a stuck device is noticed by the one that does not leave
        m_socket->write(bytes.mid(at, blockBytes));
        while (m_socket->bytesToWrite() > 0)
            if (!m_socket->waitForBytesWritten(qtLimit(limit)))
                return lost(isOpen() ? ErrorCode::Timeout : ErrorCode::DeviceUnavailable);
    }
    return {};
}

Result<QByteArray> TcpStream::read(std::chrono::milliseconds limit)
{
    if (!m_socket)
        return lost(ErrorCode::DeviceUnavailable);
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(qtLimit(limit)) && !isOpen())
        return lost(ErrorCode::DeviceUnavailable);
    return m_socket->readAll();
}

/// Sends FIN and waits for the device's own: a reset would throw away what it has not read yet.
void TcpStream::close()
{
    if (!m_socket)
        return;
    m_socket->disconnectFromHost();
    if (m_socket->state() != QAbstractSocket::UnconnectedState)
        m_socket->waitForDisconnected(closeMilliseconds);
    m_socket.reset();
}

bool TcpStream::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

} // namespace guichet
