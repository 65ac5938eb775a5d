// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/DeviceBench.h"

#include <chrono>

namespace guichet {

/// The serial ports that the system names, and the nodes of USB printers (`usb/lp*`) of `devices`. By path.
std::vector<FoundPort> findPorts(const QString &devices = QStringLiteral("/dev"));

/// Whether something takes a TCP connection there. Blocks.
bool tcpAnswers(const QString &host, int port, std::chrono::milliseconds limit);

} // namespace guichet
