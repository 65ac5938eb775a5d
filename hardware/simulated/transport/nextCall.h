// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/transport/TcpStream.h"

#include <QTcpServer>

namespace guichet {

/// The next one that calls a server that has no event loop; null: nobody within `limit`.
std::unique_ptr<TcpStream> nextCall(QTcpServer &server, std::chrono::milliseconds limit);

} // namespace guichet
