// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/LimitedListener.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// Bytes of answers that the system keeps of a connection: with some megabytes, as it likes, nobody sees whether the other side takes them.
constexpr int keptBySystem = 256 * 1024;

Result<QByteArray> bytesOfPem(const QString &file)
{
    QFile pem{file};
    if (!pem.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, u"%1: %2"_s.arg(file, pem.errorString()));
    return pem.readAll();
}

/// Qt says it when hands are to be shaken, not before: so a connection to this machine is begun. Where none can be, nothing is known
/// against them.
bool canShakeHands(const QSslConfiguration &identity)
{
    constexpr int patience = 1000; // milliseconds
    QTcpServer other;
    QSslSocket socket;
    if (!other.listen(QHostAddress::LocalHost))
        return true;
    socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, other.serverPort());
    if (!socket.waitForConnected(patience))
        return true;
    socket.setSslConfiguration(identity);
    socket.startServerEncryption();
    return socket.error() != QAbstractSocket::SslInternalError && socket.error() != QAbstractSocket::SslInvalidUserDataError;
}

} // namespace

LimitedListener::LimitedListener(std::shared_ptr<ConnectionRules> rules, std::optional<QSslConfiguration> tls, QObject *parent)
    : QTcpServer{parent}, m_rules{std::move(rules)}, m_tls{std::move(tls)}
{}

int LimitedListener::connections() const
{
    return static_cast<int>(findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly).size());
}

bool LimitedListener::isSending() const
{
    return std::ranges::any_of(findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly),
                               [](const QTcpSocket *socket) { return GuardedConnection::unsentOf(*socket) > 0; });
}

void LimitedListener::incomingConnection(qintptr descriptor)
{
    auto *const tls = m_tls ? new QSslSocket{this} : nullptr;
    QTcpSocket *const socket = tls ? tls : new QTcpSocket{this};
    const bool isTooMany = connections() > m_rules->limits.connections;
    if (isTooMany)
        m_rules->met(Limit::Connections);
    if (!socket->setSocketDescriptor(descriptor) || isTooMany) {
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, keptBySystem);
    new GuardedConnection{*socket, m_rules};
    if (tls)
        shakeHands(*tls);
    else
        addPendingConnection(socket);
}

void LimitedListener::shakeHands(QSslSocket &socket)
{
    socket.setSslConfiguration(*m_tls);
    connect(&socket, &QSslSocket::encrypted, this, [this, &socket] {
        if (isListening())
            addPendingConnection(&socket);
        else
            socket.disconnectFromHost(); // the server stops: nobody takes it
    });
    socket.startServerEncryption();
}

Result<QSslConfiguration> serverIdentity(const QString &certificateFile, const QString &keyFile)
{
    TRY_LET(certificates, bytesOfPem(certificateFile));
    TRY_LET(key, bytesOfPem(keyFile));
    return serverIdentityOf(certificates, key);
}

Result<QSslConfiguration> serverIdentityOf(const QByteArray &certificates, const QByteArray &key)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificates, QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return failure(ErrorCode::InvalidInput, u"no PEM certificate"_s, {u"certificate"_s});
    const QSslKey secret{key, chain.first().publicKey().algorithm()};
    if (secret.isNull())
        return failure(ErrorCode::InvalidInput, u"no PEM private key of the certificate's kind (RSA or EC, without passphrase)"_s,
                       {u"key"_s});
    QSslConfiguration identity = QSslConfiguration::defaultConfiguration();
    identity.setLocalCertificateChain(chain);
    identity.setPrivateKey(secret);
    identity.setProtocol(QSsl::TlsV1_2OrLater);
    identity.setPeerVerifyMode(QSslSocket::VerifyNone); // a till is known by its token
    if (!canShakeHands(identity))
        return failure(ErrorCode::InvalidInput, u"the private key is not that of the certificate"_s, {u"key"_s});
    return identity;
}

} // namespace guichet
