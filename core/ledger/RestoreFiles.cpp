// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/RestoreFiles.h"

#include "core/ledger/Engine.h"
#include "core/ledger/PrivateFile.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// The ledger first: once it is away, what is left of its parts belongs to nobody, and must not lie beside another ledger.
Result<> moveAside(const QString &ledger, const QString &damagedFolder)
{
    TRY(makePrivateFolder(damagedFolder));
    for (const QString &part : engine::partsOf(ledger))
        if (QFile::exists(part) && !QFile::rename(part, QDir{damagedFolder}.filePath(QFileInfo{part}.fileName())))
            return failure(ErrorCode::FileFailed, u"cannot move "_s + part);
    return {};
}

/// The files in their order: a ledger is in place before its identity, and both after the damaged one is away.
Result<> replaceFiles(const DataFolder &folder, const TillIdentity &identity, const QString &damagedFolder)
{
    if (QFile::exists(folder.restoringFile())) {
        TRY(moveAside(folder.ledgerFile(), damagedFolder));
        if (!QFile::rename(folder.restoringFile(), folder.ledgerFile()))
            return failure(ErrorCode::FileFailed, u"cannot put the restored ledger in its place"_s);
    }
    TRY(writeIdentity(folder, identity));
    QFile::remove(folder.pendingIdentityFile());
    return {};
}

/// The damaged folder of the restore that was cut off: the newest.
QString newestDamagedFolder(const DataFolder &folder)
{
    const QDir dir{folder.path()};
    const QStringList names = dir.entryList({u"damaged-*"_s}, QDir::Dirs, QDir::Name | QDir::Reversed);
    return names.isEmpty() ? QString{} : dir.filePath(names.front());
}

} // namespace

QString damagedFolderAt(const DataFolder &folder, const QDateTime &now)
{
    return QDir{folder.path()}.filePath(u"damaged-"_s + now.toString(u"yyyyMMdd-HHmmss"_s));
}

Result<> putInPlace(const DataFolder &folder, const TillIdentity &identity, const QString &damagedFolder)
{
    TRY(makePrivateFolder(damagedFolder));
    TRY(writeIdentityFile(folder.pendingIdentityFile(), identity));
    return replaceFiles(folder, identity, damagedFolder);
}

Result<> finishRestore(const DataFolder &folder)
{
    if (!QFile::exists(folder.pendingIdentityFile()))
        return {};
    if (QFile::exists(folder.restoringFile()) && QFile::exists(folder.ledgerFile())) { // nothing was moved yet
        QFile::remove(folder.pendingIdentityFile());
        return {};
    }
    TRY_LET(identity, readIdentityFile(folder.pendingIdentityFile()));
    return replaceFiles(folder, identity, newestDamagedFolder(folder));
}

} // namespace guichet
