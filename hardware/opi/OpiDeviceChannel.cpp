// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiDeviceChannel.h"

#include "hardware/opi/OpiDeviceListener.h"

namespace guichet {
using namespace Qt::StringLiterals;

OpiDeviceChannel::OpiDeviceChannel(const OpiProfile &profile, OpiTillDevices &devices, DeviceLog &log)
    : m_listener{new OpiDeviceListener{profile, devices, log}}, m_wantedPort{profile.tillPort}
{
    m_thread.setObjectName(u"opi channel 1"_s);
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
}

OpiDeviceChannel::~OpiDeviceChannel()
{
    m_thread.quit();
    m_thread.wait();
}

Result<> OpiDeviceChannel::open()
{
    if (m_port != 0)
        return {};
    QString why;
    QMetaObject::invokeMethod(
        m_listener,
        [this, &why] {
            if (m_listener->listenOn(m_wantedPort))
                m_port = m_listener->serverPort();
            else
                why = m_listener->errorString();
        },
        Qt::BlockingQueuedConnection);
    if (m_port == 0)
        return failure(ErrorCode::TerminalUnavailable, u"opi: cannot listen on %1: %2"_s.arg(m_wantedPort).arg(why));
    return {};
}

} // namespace guichet
