// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/PrivateFile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace guichet {

namespace {

constexpr QFileDevice::Permissions ownerFolder = ownerOnly | QFileDevice::ExeOwner;

std::unexpected<Error> fileFailure(const QFileDevice &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    const bool readOnly = file.error() == QFileDevice::OpenError || file.error() == QFileDevice::PermissionsError;
    const ErrorCode code = full ? ErrorCode::DiskFull : readOnly ? ErrorCode::FolderReadOnly : ErrorCode::FileFailed;
    return failure(code, file.fileName() + u' ' + file.errorString());
}

} // namespace

Result<> makePrivateFile(const QString &path)
{
    QFile file{path};
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, ownerOnly) || !file.setPermissions(ownerOnly))
        return fileFailure(file);
    return {};
}

Result<> makePrivateFolder(const QString &path)
{
    const QDir folder{QDir::cleanPath(path)};
    if (folder.exists())
        return {};
    const QFileInfo info{folder.absolutePath()};
    if (!QDir{}.mkpath(info.path()) || !QDir{}.mkdir(info.filePath(), ownerFolder))
        return failure(ErrorCode::FolderReadOnly, path, {path});
    return {};
}

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
