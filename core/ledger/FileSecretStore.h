// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/SecretStore.h"

#include <QDir>

namespace guichet {

/// Secrets as 0600 files of a folder: where there is no keychain (headless, tests). The till says so.
class FileSecretStore final : public SecretStore
{
public:
    explicit FileSecretStore(const QString &folder) : m_folder{folder} {}
    QString name() const override { return QStringLiteral("file"); }
    Result<QByteArray> read(const QString &key) override;
    Result<> write(const QString &key, const QByteArray &secret) override;
    Result<> remove(const QString &key) override;

private:
    QString fileOf(const QString &key) const { return m_folder.filePath(key + QStringLiteral(".secret")); }
    QDir m_folder;
};

} // namespace guichet
