// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillRescue.h"

#include "core/ledger/Restore.h"
#include "core/ledger/TillProjector.h"

namespace guichet {
using namespace Qt::StringLiterals;

bool isMendedByRestore(const Error &error)
{
    return error.code == ErrorCode::DatabaseCorrupt || error.code == ErrorCode::ChainBroken;
}

QDateTime newestBackupOf(const QString &dataFolder)
{
    return newestBackupAt(DataFolder{dataFolder});
}

Result<RestoredTill> restoreTill(const QString &dataFolder, const Clock &clock, SecretStore &keychain)
{
    TRY_LET(identity, readIdentity(DataFolder{dataFolder}));
    TillProjector projector;
    const LedgerNeeds needs{.projector = projector, .clock = clock, .keychain = keychain, .preferFile = identity.secretStore == u"file"};
    TRY_LET(outcome, restoreNewest(dataFolder, needs));
    return RestoredTill{.backupAt = outcome.backup.madeAt,
                        .recovered = outcome.recovered,
                        .lastKnownAt = outcome.lastKnownAt,
                        .damagedFolder = outcome.damagedFolder,
                        .fingerprint = outcome.fingerprint};
}

} // namespace guichet
