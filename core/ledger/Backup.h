// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/ledger/DataFolder.h"
#include "core/ledger/Database.h"

namespace guichet {

/// How many backups stay: the newest of each of so many days and months.
inline constexpr int keptDays = 7;
inline constexpr int keptMonths = 12;

/// A backup that was read and found sound.
struct BackupInfo
{
    QString file;
    QDateTime madeAt;
    FactPosition head; ///< The last own fact in it.
    QByteArray headHash;
    qint64 facts = 0; ///< All in it, those of other tills and earlier incarnations too.
};

/// Copies the whole ledger beside selling, reads the copy back, then lets old ones go. `db` may be read-only; not within a
/// transaction. DiskFull, FolderReadOnly, DatabaseCorrupt.
Result<BackupInfo> backUp(Database &db, const DataFolder &folder, const QDateTime &now);
/// Reads a backup: integrity of the file, and that its chain holds. DatabaseCorrupt or ChainBroken say what is wrong.
Result<BackupInfo> checkBackup(const QString &file);
/// The newest backup that checkBackup() finds sound; NoBackup.
Result<BackupInfo> newestSoundBackup(const DataFolder &folder);

/// When the newest backup was made, sound or not; null: never.
QDateTime newestBackupAt(const DataFolder &folder);

/// The files of `names` (`till-YYYYMMDD-HHMMSS.db`) that may go. Names of another form stay.
QStringList backupsToDrop(QStringList names);

} // namespace guichet
