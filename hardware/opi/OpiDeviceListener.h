// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/opi/OpiFraming.h"
#include "hardware/opi/OpiTillDevices.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <memory>

namespace guichet {

/// One connection of the terminal on channel 1: takes device requests and answers them in order. Deletes itself when the line ends, at what
/// is no device request, and when the rest of one does not come.
class OpiDeviceConnection final : public QObject
{
    Q_OBJECT
public:
    OpiDeviceConnection(std::unique_ptr<QTcpSocket> socket, std::chrono::milliseconds limit, OpiTillDevices &devices, DeviceLog &log,
                        QObject *parent);

private:
    void read();
    bool answer(const QByteArray &xml);
    void hangUp(const QString &why);

    std::unique_ptr<QTcpSocket> m_socket;
    OpiFrameReader m_reader;
    QTimer m_patience;
    OpiTillDevices &m_devices;
    DeviceLog &m_log;
};

/// The server of channel 1. On the thread of OpiDeviceChannel.
class OpiDeviceListener final : public QTcpServer
{
    Q_OBJECT
public:
    OpiDeviceListener(const OpiProfile &profile, OpiTillDevices &devices, DeviceLog &log);
    bool listenOn(quint16 port);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    bool isTerminal(const QHostAddress &peer);

    QHostAddress m_terminal;
    std::chrono::milliseconds m_limit;
    OpiTillDevices &m_devices;
    DeviceLog &m_log;
    QHostAddress m_lastStranger; ///< Noted once, or it could fill the log.
};

} // namespace guichet
