// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/ports/SecretStore.h"

namespace guichet {

/// What brought a till back, for the person at it (decisions 13).
struct RestoredTill
{
    QDateTime backupAt;    ///< When the backup was made.
    qint64 recovered = 0;  ///< Facts after the backup that the damaged ledger still held.
    QDateTime lastKnownAt; ///< Of the last fact that is here now: what came after it is missing.
    QString damagedFolder; ///< Where the damaged files are kept.
    QString fingerprint;   ///< Of the new key: to be written down.
    friend bool operator==(const RestoredTill &, const RestoredTill &) = default;
};

/// Whether an error of Workplace::open() is one that a restore mends.
bool isMendedByRestore(const Error &error);
/// When the newest backup of the folder was made, sound or not; null: there is none.
QDateTime newestBackupOf(const QString &dataFolder);
/// Brings back the newest sound backup of a till that is not open; slow. NoBackup, FolderInUse, TillMissing.
Result<RestoredTill> restoreTill(const QString &dataFolder, const Clock &clock, SecretStore &keychain);

} // namespace guichet
