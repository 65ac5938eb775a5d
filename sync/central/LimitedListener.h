// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "sync/central/GuardedConnection.h"

#include <QSslConfiguration>
#include <QTcpServer>

namespace guichet {

/// Accepts so many connections and no more, each guarded; with TLS once hands are shaken. On the server's thread, as all its sockets.
class LimitedListener : public QTcpServer
{
    Q_OBJECT

public:
    /// Without `tls` it speaks plainly.
    LimitedListener(std::shared_ptr<ConnectionRules> rules, std::optional<QSslConfiguration> tls, QObject *parent);
    int connections() const;
    /// Whether an answer is not with the system yet.
    bool isSending() const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void shakeHands(QSslSocket &socket);

    std::shared_ptr<ConnectionRules> m_rules;
    std::optional<QSslConfiguration> m_tls;
};

/// How a server proves who it is: a PEM certificate, with those between it and its authority behind it, and its private key. FileFailed: a
/// file cannot be read; InvalidInput: what it holds is none, or the key is of another certificate. May block for a second.
Result<QSslConfiguration> serverIdentity(const QString &certificateFile, const QString &keyFile);
/// The same from the bytes of the files.
Result<QSslConfiguration> serverIdentityOf(const QByteArray &certificates, const QByteArray &key);

} // namespace guichet
