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
    FactPosition lastKnown; ///< The last fact of the old incarnation that is here now.
    QDateTime lastKnownAt;
    qint64 incarnation = 0; ///< The new one.
    QString damagedFolder;  ///< Where the damaged files are kept.
    QString fingerprint;    ///< Of the new key: to be registered and written down.
};

/// Brings back the newest sound backup, takes over what can still be proven of the damaged ledger, and opens a new incarnation: a chain is
/// never continued silently (decisions 13). Everything after `lastKnown` is missing until it comes back from the centre. The damaged files
/// are kept. NoBackup, FolderInUse, TillMissing.
Result<RestoreOutcome> restoreNewest(const QString &folder, const LedgerNeeds &needs);

} // namespace guichet
