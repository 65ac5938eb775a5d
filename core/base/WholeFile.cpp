// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WholeFile.h"

#include <QSaveFile>

namespace guichet {

namespace {

std::unexpected<Error> notWritten(const QSaveFile &file)
{
    return failure(ErrorCode::FileFailed, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()), {file.fileName()});
}

} // namespace

Result<> writeWholeFile(const QString &path, const std::function<Result<>(QIODevice &)> &write)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file);
    TRY(write(file));
    return file.commit() ? Result<>{} : notWritten(file);
}

Result<> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    return writeWholeFile(path, [&bytes](QIODevice &file) -> Result<> {
        file.write(bytes);
        return {};
    });
}

} // namespace guichet
