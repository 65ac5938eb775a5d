// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/RequestWatch.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>
#include <functional>
#include <memory>

namespace guichet {

/// What all connections of a server share: its limits, what their bodies take of the memory, and who is told when a limit is met.
struct ConnectionRules
{
    ServerLimits limits;
    std::function<void(Limit)> met = [](Limit) {};
    qint64 bodies = 0; ///< Declared bytes of the requests under way.
};

/// Keeps one connection within its limits: it sees each byte before Qt HttpServer does, which is connected to the socket later. One request
/// at a time, and its answer is taken before the next one. A child of its socket, on the server's thread.
class GuardedConnection : public QObject
{
    Q_OBJECT

public:
    GuardedConnection(QTcpSocket &socket, std::shared_ptr<ConnectionRules> rules);
    ~GuardedConnection() override;
    static GuardedConnection *of(QTcpSocket *socket);
    /// Bytes of answers that the system has not taken from us yet.
    static qint64 unsentOf(const QTcpSocket &socket);

    /// The server has a whole request, with a body of so many bytes: no time runs until it is answered. False: it is not the request that
    /// was seen here, is not to be answered, and the connection ends.
    bool requestTaken(qint64 bodySize);
    void answered();

private:
    void look();
    void followAnswer();
    void takeBytes();
    bool reserveBody();
    void releaseBody();
    void refuse(Limit limit);
    void drop();
    void discard();
    void timeOut();

    QTcpSocket &m_socket;
    std::shared_ptr<ConnectionRules> m_rules;
    RequestWatch m_watch;
    QTimer m_limit;
    QElapsedTimer m_answered; ///< Since the last answer; invalid before the first.
    qint64 m_reserved = 0;
    bool m_answering = false;
    bool m_refused = false;
};

} // namespace guichet
