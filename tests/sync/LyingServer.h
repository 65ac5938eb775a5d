// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/LimitedListener.h"
#include "tests/sync/OwnCertificate.h"
#include "tests/sync/SyncDesk.h"

#include <QJsonDocument>
#include <QSslSocket>
#include <QTcpServer>

namespace guichet {

inline QByteArray jsonBytes(const QJsonObject &json)
{
    return QJsonDocument{json}.toJson(QJsonDocument::Compact);
}

/// A whole HTTP answer. `fields`: of its head, each with its line end.
inline QByteArray httpAnswer(const QByteArray &body, int status = 200, const QByteArray &fields = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

/// A centre that has a certificate in order and says what it likes. On the thread of the test: a client that waits lets it work.
class LyingServer : public QTcpServer
{
public:
    /// Raw bytes to answer with; `request`: head and body.
    using Say = std::function<QByteArray(const QByteArray &request)>;

    explicit LyingServer(std::optional<QSslConfiguration> tls = {}) : m_tls{std::move(tls)} { REQUIRE(listen(QHostAddress::LocalHost)); }
    QUrl url() const
    {
        return must(centralUrl(
            QStringLiteral("%1://127.0.0.1:%2").arg(m_tls ? QStringLiteral("https") : QStringLiteral("http")).arg(serverPort())));
    }

    Say say = [](const QByteArray &) { return httpAnswer("{}"); };
    bool isEndless = false; ///< After what it says come blanks for ever.
    int requests = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *const tls = m_tls ? new QSslSocket{this} : nullptr;
        QTcpSocket *const socket = tls ? tls : new QTcpSocket{this};
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { look(*socket); });
        connect(socket, &QTcpSocket::bytesWritten, socket, [this, socket] { goOn(*socket); }, Qt::QueuedConnection);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->setSocketDescriptor(descriptor);
        if (tls) {
            connect(tls, &QSslSocket::encryptedBytesWritten, tls, [this, tls] { goOn(*tls); }, Qt::QueuedConnection);
            tls->setSslConfiguration(*m_tls);
            tls->startServerEncryption();
        }
    }

private:
    void look(QTcpSocket &socket)
    {
        const QByteArray request = socket.peek(socket.bytesAvailable());
        const qsizetype head = request.indexOf("\r\n\r\n");
        const qsizetype field = request.toLower().indexOf("content-length: ");
        const qint64 body = field < 0 ? 0 : request.sliced(field + 16).split('\r').first().toLongLong();
        if (head < 0 || request.size() < head + 4 + body)
            return;
        socket.skip(request.size());
        ++requests;
        socket.write(say(request));
        if (!isEndless)
            socket.disconnectFromHost(); // once all is written
    }
    void goOn(QTcpSocket &socket) const
    {
        constexpr qint64 piece = 256 * 1024;
        const auto *const tls = qobject_cast<const QSslSocket *>(&socket);
        const qint64 waiting = socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0); // or memory has no end either
        if (isEndless && socket.state() == QAbstractSocket::ConnectedState && waiting < piece)
            socket.write(QByteArray{piece, ' '});
    }

    std::optional<QSslConfiguration> m_tls;
};

} // namespace guichet
