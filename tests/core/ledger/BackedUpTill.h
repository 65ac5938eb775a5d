// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Backup.h"
#include "core/ledger/Restore.h"
#include "core/ledger/Verifier.h"
#include "tests/core/ledger/JournalFixture.h"
#include "tests/support/Catch.h"

namespace guichet {

/// A till with sales before and after its backup.
struct BackedUpTill : FolderFixture
{
    BackedUpTill()
    {
        sellAndClose(10);
        auto ledger = open();
        REQUIRE(ledger);
        auto made = backUp((*ledger)->database(), folder, clock.now());
        REQUIRE(made);
        backup = *made;
        ledger->reset();
        clock.advance(std::chrono::hours{1});
        sellAndClose(4);
    }
    Result<RestoreOutcome> restore() { return restoreNewest(path, needs()); }
    VerifyReport verify()
    {
        auto report = verifyLedger(folder.ledgerFile(), {.keys = {}, .record = *readIdentity(folder), .anchors = {}}, projector);
        REQUIRE(report);
        return *std::move(report);
    }
    BackupInfo backup;
};

} // namespace guichet
