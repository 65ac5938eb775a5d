// SPDX-License-Identifier: GPL-3.0-or-later
// A till that was restored goes on in another incarnation (decisions 13), and never forks its chain.
#include "core/ledger/Backup.h"
#include "core/ledger/Restore.h"
#include "core/usecases/NoKeychain.h"
#include "tests/sync/ReplacementDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;

TEST_CASE("a backup that is restored never forks the chain: the centre takes the next incarnation, and gives back what the backup lacked")
{
    TillToReplace t;
    Workplace &workplace = t.old.workplace();
    must(backUp(workplace.db(), workplace.ledger->folder(), t.old.clock.now()));
    const QString lost = t.old.sell(3);
    must(t.line.exchange(t.old));
    must(t.line.exchange(t.other));
    t.old.closeTill();
    const DataFolder folder{t.old.folder.path()};
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(folder.ledgerFile() + part);
    TillProjector projector;
    NoKeychain keychain;
    const RestoreOutcome restored =
        must(restoreNewest(t.old.folder.path(), {.projector = projector, .clock = t.old.clock, .keychain = keychain, .preferFile = true}));
    CHECK(restored.incarnation == 2);
    t.old.restart();
    CHECK_FALSE(isKnownAt(t.old, lost));

    must(t.old.staff().logIn(u"seller"_s, u"1111"_s));
    const QString after = t.old.sell();
    CHECK(after != lost);
    must(t.line.exchange(t.old));
    CHECK(t.old.state().waiting == 0);
    CHECK_FALSE(t.old.state().trouble);
    CHECK(isKnownAt(t.old, lost));
    CHECK(t.old.state().foundSales == 1);
    t.old.closeDay();
    must(t.line.exchange(t.old));
    must(t.line.exchange(t.other));
    CHECK(isKnownAt(t.other, after));
    CHECK(holdsWhole(t.old));
    CHECK(holdsWhole(t.other)); // where the lost facts had been in their session
}

TEST_CASE("an incarnation that goes on from what the centre does not have, or with another's key, is refused")
{
    TillToReplace t;
    const ChainIdentity own = t.old.workplace().journal().identity();
    const auto facts = must(ownFactsAfter(t.old.workplace().db(), own, 0, 1));
    ChainIdentity next{.till = own.till,
                       .incarnation = 2,
                       .key = KeyPair::generate().publicKey(),
                       .previousNumber = 1,
                       .previousHash = sha256("somewhere else"),
                       .own = false};
    const auto take = [&] { return t.line.trial.centre->take(t.atCentre(), {.facts = facts, .chain = next}); };
    CHECK(refusal(take()) == ErrorCode::ChainBroken);
    next.previousHash = facts.front().hash;
    next.key = own.key;
    CHECK(refusal(take()) == ErrorCode::ChainBroken);
    next.key = KeyPair::generate().publicKey();
    CHECK(take());
    CHECK(take()); // again: nothing happens
}
