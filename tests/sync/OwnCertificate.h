// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Catch.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace guichet {

/// A certificate that is its own authority, and its key. All PEM.
struct OwnCertificate
{
    QByteArray certificate;
    QByteArray key;
};

inline QByteArray contentOf(const QString &file)
{
    QFile opened{file};
    REQUIRE(opened.open(QIODevice::ReadOnly));
    return opened.readAll();
}

/// For localhost and 127.0.0.1, for two days, made by openssl as docs/operations.md says. `kind`: of the key, `rsa:2048` or `ec`.
inline OwnCertificate makeOwnCertificate(const QString &kind)
{
    const QTemporaryDir folder;
    QStringList words{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), kind, QStringLiteral("-nodes")};
    if (kind == u"ec")
        words << QStringLiteral("-pkeyopt") << QStringLiteral("ec_paramgen_curve:P-256");
    words << QStringLiteral("-keyout") << folder.filePath(QStringLiteral("key.pem"));
    words << QStringLiteral("-out") << folder.filePath(QStringLiteral("certificate.pem"));
    words << QStringLiteral("-days") << QStringLiteral("2") << QStringLiteral("-subj") << QStringLiteral("/CN=centre");
    words << QStringLiteral("-addext") << QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1");
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), words);
    REQUIRE(openssl.waitForFinished(120'000)); // many, on a busy machine
    INFO(openssl.readAllStandardError().toStdString());
    REQUIRE(openssl.exitCode() == 0);
    return {.certificate = contentOf(folder.filePath(QStringLiteral("certificate.pem"))),
            .key = contentOf(folder.filePath(QStringLiteral("key.pem")))};
}

} // namespace guichet
