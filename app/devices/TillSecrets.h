// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DataFolder.h"
#include "core/ledger/FileSecretStore.h"

namespace guichet {

/// The secrets of the devices of a till, where the till keeps its own: the keychain, or a 0600 file (decisions 14). From any thread.
class TillSecrets final : public SecretStore
{
public:
    /// `keychain` outlives it; null: only files.
    TillSecrets(QString dataFolder, SecretStore *keychain) : m_folder{std::move(dataFolder)}, m_keychain{keychain} {}
    /// write() for a till that is being made: its identity is written last.
    Result<> writeFor(const TillIdentity &till, const QString &key, const QByteArray &secret);
    QString name() const override { return QStringLiteral("devices"); }
    Result<QByteArray> read(const QString &key) override;
    Result<> write(const QString &key, const QByteArray &secret) override;
    Result<> remove(const QString &key) override;

private:
    QString m_folder;
    SecretStore *m_keychain;
};

} // namespace guichet
