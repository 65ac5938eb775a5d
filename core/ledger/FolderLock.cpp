// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/FolderLock.h"

#include "core/ledger/DataFolder.h"
#include "core/ledger/Engine.h"
#include "core/ledger/PrivateFile.h"

#include <QFile>
#include <QFileInfo>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<Database>> openLocked(const QString &file)
{
    TRY_LET(db, Database::open(file, {.mode = DatabaseOptions::Mode::Lock, .busyTimeoutMs = 0}));
    TRY(engine::lockWhole(*db));
    return db;
}

} // namespace

Result<std::unique_ptr<FolderLock>> FolderLock::take(const DataFolder &folder)
{
    return take(folder.lockFile());
}

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &file)
{
    if (!QFile::exists(file))
        TRY(makePrivateFile(file));
    auto db = openLocked(file);
    if (!db && db.error().code == ErrorCode::DatabaseBusy)
        return failure(ErrorCode::FolderInUse, db.error().detail, {QFileInfo{file}.path()});
    if (!db)
        return std::unexpected(db.error());
    return std::unique_ptr<FolderLock>{new FolderLock{std::move(*db)}};
}

} // namespace guichet
