// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/CentralApi.h"

#include <QAbstractHttpServer>
#include <QElapsedTimer>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

namespace guichet {

/// What is between the centre and the net: HTTP, limits, and the requests that wait for something to happen (decisions 29). Plain, for a
/// trial on loopback or behind a reverse proxy that speaks TLS. The centre works on a thread of its own; a waiting request costs none.
class CentralServer : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// `centre` is used on a thread of the server's until it is destroyed.
    explicit CentralServer(Centre &centre, QObject *parent = nullptr);
    ~CentralServer() override;

    /// Listens; 0: any free port. Returns the port; CentreUnreachable: nobody can listen there.
    Result<quint16> start(const QHostAddress &address, quint16 port);
    int waiting() const { return static_cast<int>(m_waiting.size()); }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    struct Waiting
    {
        QPointer<QTcpSocket> socket;
        CentralRequest request;
        QString account;
        qint64 untilMs = 0; ///< Of m_clock.
    };
    void ask(const QPointer<QTcpSocket> &socket, const CentralRequest &request);
    void take(const QPointer<QTcpSocket> &socket, const CentralRequest &request, const CentralReply &reply);
    void wake(const QString &account);
    void endWaits();

    CentralApi m_api;
    QThread m_thread;
    QObject m_context; ///< Lives on m_thread.
    std::vector<Waiting> m_waiting;
    QTimer m_tick;
    QElapsedTimer m_clock;
};

} // namespace guichet
