// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/SecretStore.h"

#include <chrono>

namespace guichet {

/// The system's keychain through QtKeychain (SYN-5). Each call runs on a thread of its own and is given up after `patience`: a keychain
/// that waits for a person, or for a bus that is not there, never holds up the till (decisions 14). From any thread.
class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(std::chrono::milliseconds patience = std::chrono::seconds{3}) : m_patience{patience} {}
    QString name() const override { return QStringLiteral("keychain"); }
    Result<QByteArray> read(const QString &key) override;
    Result<> write(const QString &key, const QByteArray &secret) override;
    Result<> remove(const QString &key) override;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace guichet
