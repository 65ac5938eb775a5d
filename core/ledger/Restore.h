// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Backup.h"
#include "core/ledger/Ledger.h"

namespace guichet {

/// What a restore did, and what is missing after it.
struct RestoreOutcome
{
    BackupInfo backup;
    qint64 recovered = 0;   ///< Facts after the backup that the damaged ledger still held, proven and taken over.
    qint64 documents = 0;   ///< Documents changed after the backup and taken over.
    bool complete = false;  ///< The damaged ledger was read to its end: nothing that it held is missing.
    FactPosition lastKnown; ///< The last fact of the earlier incarnations that is here now.
    QDateTime lastKnownAt;
    qint64 incarnation = 0;            ///< The new one.
    QString damagedFolder;             ///< Where the damaged files are kept.
    QString fingerprint;               ///< Of the new key: to be registered and written down.
    std::optional<Error> backupFailed; ///< The restored ledger could not be backed up at once; upkeep tries again.
};

/// Brings back the newest sound backup, takes over what can still be proven of the damaged ledger and what can still be read of its
/// documents, and opens a new incarnation: a chain is never continued silently (decisions 13). Facts after `lastKnown` are missing until
/// they come back from the centre. The damaged files are kept. NoBackup, FolderInUse, TillMissing; DiskFull and the like leave everything
/// as it was.
Result<RestoreOutcome> restoreNewest(const QString &folder, const LedgerNeeds &needs);

/// Whether the ledger is sound from its first fact to the one that was left: then a restore would only lose what is in it. Reads, beside a
/// running till.
bool isSound(const QString &folder);

} // namespace guichet
