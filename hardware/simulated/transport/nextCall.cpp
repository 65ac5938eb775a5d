// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/transport/nextCall.h"

#include "hardware/transport/QtLimit.h"

namespace guichet {

std::unique_ptr<TcpStream> nextCall(QTcpServer &server, std::chrono::milliseconds limit)
{
    if (!server.waitForNewConnection(qtLimit(limit)))
        return nullptr;
    std::unique_ptr<QTcpSocket> socket{server.nextPendingConnection()};
    if (!socket)
        return nullptr;
    socket->setParent(nullptr);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return std::make_unique<TcpStream>(std::move(socket));
}

} // namespace guichet
