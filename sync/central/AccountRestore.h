// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/AccountFile.h"
#include "sync/central/CentreHome.h"

namespace guichet {

/// How an account is put back.
struct RestoreWish
{
    bool replaces = false;          ///< Also in the place of a ledger that is here; it is put aside.
    bool takesAnySignature = false; ///< The centre's key is lost: its tills have to enrol again.
};

/// What was put back.
struct RestoredAccount
{
    AccountFileHead head;
    qint64 facts = 0;
    bool keptErasures = true; ///< Of the ledger that was here; false: it could not be read.
    QString aside;            ///< Where that is now; empty: there was none.
};

/// Writes an account as it is now, beside tills that go on sending. NotFound; errors as AccountFileWriter.
Result<> exportAccount(Database &common, const CentreHome &home, const KeyPair &key, const QString &account, const QString &file,
                       const QDateTime &now);

/// Puts back what exportAccount() wrote, with a new generation: its tills give again what it lacks. Every fact is proven before anything is
/// changed. Whoever was forgotten in the ledger that was here stays so (decisions 11). InvalidInput: the file; SchemaTooOld, SchemaTooNew:
/// it is of another version; DuplicateKey: the account is here, and RestoreWish::replaces is not said; DatabaseBusy: a program of the
/// centre runs; ChainBroken.
Result<RestoredAccount> restoreAccount(Database &common, const CentreHome &home, const PublicKey &key, const QString &file,
                                       const RestoreWish &wish, const Clock &clock);

} // namespace guichet
