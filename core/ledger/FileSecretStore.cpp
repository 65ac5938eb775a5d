// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/FileSecretStore.h"

#include "core/ledger/PrivateFile.h"

#include <QFile>

namespace guichet {

Result<QByteArray> FileSecretStore::read(const QString &key)
{
    return readPrivateFile(fileOf(key));
}

Result<> FileSecretStore::write(const QString &key, const QByteArray &secret)
{
    return writePrivateFile(fileOf(key), secret);
}

Result<> FileSecretStore::remove(const QString &key)
{
    QFile file{fileOf(key)};
    return !file.exists() || file.remove() ? Result<>{} : failure(ErrorCode::FileFailed, file.fileName() + u' ' + file.errorString());
}

} // namespace guichet
