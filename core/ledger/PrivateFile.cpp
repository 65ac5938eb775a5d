// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/PrivateFile.h"

#include <QFileInfo>
#include <QSaveFile>

namespace guichet {

namespace {

std::unexpected<Error> fileFailure(const QSaveFile &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    const bool readOnly = file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError;
    const ErrorCode code = full ? ErrorCode::DiskFull : readOnly ? ErrorCode::FolderReadOnly : ErrorCode::FileFailed;
    return failure(code, file.fileName() + u' ' + file.errorString());
}

} // namespace

Result<QByteArray> readPrivateFile(const QString &path)
{
    QFile file{path};
    if (!file.exists())
        return failure(ErrorCode::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, path + u' ' + file.errorString());
    return file.readAll();
}

Result<> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly))
        return fileFailure(file);
    const bool closed = file.setPermissions(ownerOnly);
    if (!closed || file.write(bytes) != bytes.size() || !file.commit())
        return fileFailure(file);
    return {};
}

} // namespace guichet
