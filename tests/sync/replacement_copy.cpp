// SPDX-License-Identifier: GPL-3.0-or-later
// The copy from which a machine takes the place of a till, page by page (docs/decisions/0040): cut off, forgotten, left lying.
#include "tests/sync/ReplacementDesk.h"

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("the line drops after any page: no till is left, and the same code goes on")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    const DataFolder folder{t.machine.folder.path()};
    bool done = false;
    for (int last = 1; !done; last += 4) {
        REQUIRE(last < 200);
        const auto replaced = replaceBy(t.machine, t.line, code, [&](int page) {
            if (page == last)
                t.line.unplug();
        });
        done = replaced.has_value();
        t.line.plugIn();
        if (done)
            continue;
        CHECK(replaced.error().code == ErrorCode::CentreUnreachable);
        CHECK_FALSE(folder.hasTill());
        CHECK_FALSE(QFile::exists(folder.ledgerFile()));
    }
    CHECK(t.machine.workplace().journal().identity().incarnation == 2); // one, however often it was asked for
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("a centre that has forgotten the copy under way is asked for another one, once; then the same code goes on")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    int begun = 0;
    int patience = 2;
    const auto pause = [&](int page) { // after which the centre waits no more
        begun += page == 1 ? 1 : 0;
        if (page == 3 && patience-- > 0)
            t.line.trial.clock.advance(11min);
    };
    CHECK(refusal(replaceBy(t.machine, t.line, code, pause)) == ErrorCode::CentreRefused);
    CHECK(begun == 2);
    CHECK_FALSE(DataFolder{t.machine.folder.path()}.hasTill());
    begun = 0;
    patience = 1;
    CHECK(must(replaceBy(t.machine, t.line, code, pause)).incarnation == 2);
    CHECK(begun == 2);
    CHECK(isKnownAt(t.machine, t.sent));
    CHECK(holdsWhole(t.machine));
}

TEST_CASE("the program is killed while it takes over: what is left is no till, and the same code goes on from there")
{
    TillToReplace t;
    const QString code = replacementCode(t.line);
    SyncedTill again; // the same disk after the kill
    again.emptyFolder();
    const DataFolder folder{t.machine.folder.path()};
    CHECK_FALSE(replaceBy(t.machine, t.line, code, [&](int page) {
        if (page != 9)
            return;
        for (const QString &name : QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden))
            if (name != u"till.lock")
                REQUIRE(QFile::copy(QDir{folder.path()}.filePath(name), again.folder.filePath(name)));
        t.line.unplug();
    }));
    t.line.plugIn();
    const DataFolder left{again.folder.path()};
    REQUIRE(QFile::exists(left.ledgerFile()));
    CHECK_FALSE(left.hasTill());
    CHECK(must(replaceBy(again, t.line, code)).incarnation == 2);
    CHECK_FALSE(QFile::exists(left.takeOverFile()));
    CHECK(isKnownAt(again, t.sent));
    CHECK(holdsWhole(again));
}

TEST_CASE("a page is the next one or the last one again, of one's own copy")
{
    TillToReplace t;
    const CentralTill own = t.atCentre();
    CentralTill other = must(t.line.trial.centre->accounts().tills(u"roches"_s)).back();
    const SnapshotPage first = must(t.line.trial.centre->snapshot(own, {}, 1));
    CHECK(must(t.line.trial.centre->snapshot(own, first.id, 1)).rows == first.rows);
    CHECK(refusal(t.line.trial.centre->snapshot(own, first.id, 3)) == ErrorCode::NotFound);
    CHECK(refusal(t.line.trial.centre->snapshot(other, first.id, 2)) == ErrorCode::NotFound);
    t.old.sell();
    must(t.line.exchange(t.old)); // goes on meanwhile, and is not in it
    CHECK(must(t.line.trial.centre->snapshot(own, first.id, 2)).page == 2);
    t.line.trial.clock.advance(11min);
    t.line.trial.centre->forgetSnapshots();
    CHECK(refusal(t.line.trial.centre->snapshot(own, first.id, 3)) == ErrorCode::NotFound);
}

TEST_CASE("a copy that is whole, and one for which nobody comes back, keep nothing of the ledger from being put away")
{
    TillToReplace t;
    Centre &centre = *t.line.trial.centre;
    if (centre.home().isShared())
        return; // a file has a WAL
    const CentralTill own = t.atCentre();
    const auto walIsFree = [&] {
        t.old.sell();
        must(t.line.exchange(t.old));
        const auto ledger = must(centre.home().openLedger(u"roches"_s));
        return must(ledger->pragma(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)).toInt() == 0; // 1: somebody reads in it
    };
    SnapshotPage page = must(centre.snapshot(own, {}, 1));
    CHECK_FALSE(walIsFree());
    while (page.more)
        page = must(centre.snapshot(own, page.id, page.page + 1));
    CHECK(walIsFree());
    CHECK(must(centre.snapshot(own, page.id, page.page)).signature == page.signature); // its answer was lost

    must(centre.snapshot(own, {}, 1));
    CHECK_FALSE(walIsFree());
    t.line.trial.clock.advance(11min);
    CHECK(walIsFree()); // whatever is asked
}
