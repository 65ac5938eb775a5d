// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiDeviceListener.h"

#include <QNetworkProxy>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostConnections = 8;

} // namespace

OpiDeviceConnection::OpiDeviceConnection(std::unique_ptr<QTcpSocket> socket, std::chrono::milliseconds limit, OpiTillDevices &devices,
                                         DeviceLog &log, QObject *parent)
    : QObject{parent}, m_socket{std::move(socket)}, m_devices{devices}, m_log{log}
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_patience.setSingleShot(true);
    m_patience.setInterval(limit);
    connect(&m_patience, &QTimer::timeout, this, [this] { hangUp(u"the rest of a device request did not come"_s); });
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &OpiDeviceConnection::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void OpiDeviceConnection::read()
{
    m_reader.feed(m_socket->readAll());
    while (const auto xml = m_reader.take())
        if (!answer(*xml))
            return;
    if (m_reader.isBroken())
        hangUp(u"a length that cannot be"_s);
    else if (!m_reader.isWithinMessage())
        m_patience.stop();
    else if (!m_patience.isActive())
        m_patience.start();
}

bool OpiDeviceConnection::answer(const QByteArray &xml)
{
    m_log.write(u"terminal"_s, DeviceLog::Direction::Received, opiReadable(xml));
    const auto root = readOpiXml(xml);
    const auto request = root ? opiDeviceRequestFrom(*root) : std::unexpected(root.error());
    if (!request) {
        hangUp(request.error().detail);
        return false;
    }
    const QByteArray response = toXml(m_devices.answer(*request), *request);
    m_log.write(u"terminal"_s, DeviceLog::Direction::Sent, opiReadable(response));
    m_socket->write(opiFrame(response));
    return true;
}

void OpiDeviceConnection::hangUp(const QString &why)
{
    m_log.write(u"terminal"_s, DeviceLog::Direction::Note, u"opi channel 1: "_s + why);
    m_socket->abort();
    deleteLater();
}

OpiDeviceListener::OpiDeviceListener(const OpiProfile &profile, OpiTillDevices &devices, DeviceLog &log)
    : m_terminal{profile.address}, m_limit{profile.limits.deviceFrame}, m_devices{devices}, m_log{log}
{
    setProxy(QNetworkProxy::NoProxy);
}

/// A terminal of this computer (simulated) is heard on loopback only.
bool OpiDeviceListener::listenOn(quint16 port)
{
    return isListening() || listen(m_terminal.isLoopback() ? m_terminal : QHostAddress{QHostAddress::Any}, port);
}

bool OpiDeviceListener::isTerminal(const QHostAddress &peer)
{
    if (peer.isEqual(m_terminal, QHostAddress::TolerantConversion))
        return true;
    if (peer != m_lastStranger)
        m_log.write(u"terminal"_s, DeviceLog::Direction::Note, u"opi channel 1: refused "_s + peer.toString());
    m_lastStranger = peer;
    return false;
}

void OpiDeviceListener::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor) || !isTerminal(socket->peerAddress()))
        return;
    const auto open = findChildren<OpiDeviceConnection *>(Qt::FindDirectChildrenOnly);
    if (open.size() >= mostConnections) // lines of a terminal that has restarted are never closed
        delete open.first();
    new OpiDeviceConnection{std::move(socket), m_limit, m_devices, m_log, this};
}

} // namespace guichet
