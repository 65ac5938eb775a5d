// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/nexo/NexoHttp.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <chrono>

namespace guichet {

/// One HTTPS connection at the simulated terminal: one request, one answer. Deletes itself when the line ends. On the server's thread.
class SimulatedNexoLine final : public QObject
{
    Q_OBJECT
public:
    SimulatedNexoLine(qintptr descriptor, const QSslConfiguration &tls, QObject *parent);

    /// The whole answer, then the end of the line.
    void answer(const QByteArray &http);
    /// The same in pieces that take so long.
    void trickle(const QByteArray &http, std::chrono::milliseconds duration);
    void close(); ///< In order, without an answer.
    void cut();   ///< As if somebody had pulled the cable.

Q_SIGNALS:
    void arrived(const QByteArray &body);

private:
    void read();

    QSslSocket m_socket;
    NexoHttp m_request{NexoHttp::Kind::Request};
};

} // namespace guichet
