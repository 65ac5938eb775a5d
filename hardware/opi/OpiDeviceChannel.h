// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceLog.h"
#include "hardware/opi/OpiTillDevices.h"

#include <QThread>

namespace guichet {

class OpiDeviceListener;

/// Channel 1 (hardware.md §4.1): the terminal connects to the till and asks for its devices. Listens on a thread of its own, so that it is
/// answered at once whatever the till waits for. Connections from any other address are refused unheard.
class OpiDeviceChannel
{
public:
    /// All outlive it. Does not listen yet.
    OpiDeviceChannel(const OpiProfile &profile, OpiTillDevices &devices, DeviceLog &log);
    /// Hangs up; waits for an answer in progress.
    ~OpiDeviceChannel();
    OpiDeviceChannel(const OpiDeviceChannel &) = delete;
    OpiDeviceChannel &operator=(const OpiDeviceChannel &) = delete;

    /// Listens from now on. TerminalUnavailable: the port is taken. Nothing to do when it listens already.
    Result<> open();
    quint16 port() const { return m_port; } ///< 0: it does not listen.

private:
    QThread m_thread;
    OpiDeviceListener *m_listener = nullptr; ///< Lives on m_thread and dies with it.
    quint16 m_wantedPort;
    quint16 m_port = 0;
};

} // namespace guichet
