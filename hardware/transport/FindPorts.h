// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"

#include <chrono>

namespace guichet {

/// Where a system shows its devices.
struct DeviceFolders
{
    QString nodes = QStringLiteral("/dev");
    QString printers = QStringLiteral("/sys/class/usbmisc"); ///< What a USB printer calls itself.
};

/// The serial ports and the nodes of USB printers (`usb/lp*`), each group by path: first by the names that udev keeps for a device whatever
/// socket it is in (`serial/by-id`, `guichet`: our rule in installer/), then as the system counts them; last those of `named` that exist.
std::vector<FoundPort> findPorts(const QStringList &named = {}, const DeviceFolders &folders = {});

/// Whether something takes a TCP connection there. Blocks.
bool tcpAnswers(const QString &host, int port, std::chrono::milliseconds limit);

} // namespace guichet
