// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DataFolder.h"

#include <QDateTime>

namespace guichet {

/// Where the damaged files are kept: `damaged-YYYYMMDD-HHMMSS` in the data folder.
QString damagedFolderAt(const DataFolder &folder, const QDateTime &now);

/// Moves the damaged ledger to `damagedFolder`, then restoringFile() and `identity` into their places. Cut off anywhere, finishRestore()
/// ends or undoes it: never is a ledger in place whose identity is another's. FolderReadOnly, DiskFull, FileFailed.
Result<> putInPlace(const DataFolder &folder, const TillIdentity &identity, const QString &damagedFolder);

/// Ends a restore that was cut off while it put its files in place; one that had not moved anything yet is undone. Nothing when there was
/// none. Under the folder's lock.
Result<> finishRestore(const DataFolder &folder);

} // namespace guichet
