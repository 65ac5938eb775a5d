// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ChainWalk.h"
#include "core/ledger/Engine.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/WorkingStore.h"
#include "tests/core/ledger/JournalFixture.h"
#include "tests/support/Catch.h"
#include "tests/support/RecordingVfs.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int cuts = 600;

/// Days of selling on a recorded disk.
struct RecordedSelling
{
    explicit RecordedSelling(bool synchronousFull)
    {
        const QTemporaryDir folder;
        auto db = Database::open(folder.filePath(u"till.db"_s), {.vfs = RecordingVfs::name(), .synchronousFull = synchronousFull});
        REQUIRE(db);
        REQUIRE(migrate(**db));
        chain = {.till = u"t1"_s, .key = key.publicKey()};
        REQUIRE(Journal::registerChain(**db, chain));
        REQUIRE((*db)->pragma(u"PRAGMA wal_autocheckpoint = 40"_s)); // checkpoints are the interesting part: many of them
        vfs.markAnswered(0);
        begin = vfs.steps().size();
        Journal journal{**db, projector, clock, chain, key};
        for (int sale = 1; sale <= 120; ++sale) {
            clock.advance(std::chrono::seconds{7});
            REQUIRE(journal.append(saleOf(Money::fromCents(sale))));
            vfs.markAnswered(sale);
        }
    }

    /// What a power cut leaves, opened again: empty when all that was answered is there and holds.
    QString problemAfter(const QMap<QString, QByteArray> &disk, qint64 answered)
    {
        const QTemporaryDir folder;
        for (auto file = disk.begin(); file != disk.end(); ++file)
            overwrite(folder.filePath(file.key()), *file);
        // The cut is over: no need to wait for this disk.
        auto db = Database::open(folder.filePath(u"till.db"_s), {.synchronousFull = false});
        if (!db)
            return db.error().detail;
        const auto check = (*db)->pragma(u"PRAGMA integrity_check(1)"_s);
        if (!check || check->toString() != u"ok"_s)
            return u"the file is damaged"_s;
        const qint64 facts = countRows(**db, u"fact"_s);
        if (facts < answered || facts > answered + 1)
            return u"%1 answered, %2 found"_s.arg(answered).arg(facts);
        const auto tally = (*db)->pragma(u"SELECT SUM(facts) FROM tally"_s);
        if (facts > 0 && (!tally || tally->toLongLong() != facts))
            return u"the projections are not those of the facts"_s;
        WalkPoint point = startOf(chain);
        const auto defect = walkChain(**db, chain, point, WalkDepth::Full, 1);
        return defect && !*defect ? QString{} : u"the chain does not hold"_s;
    }

    /// Cuts the power at `count` points; the problems that were found.
    QStringList cutPower(int count)
    {
        std::mt19937 dice{20261123};
        PowerCut cut{vfs.steps()};
        QStringList problems;
        const size_t steps = vfs.steps().size() - begin;
        for (int point = 0; point < count; ++point) {
            cut.playTo(begin + steps * static_cast<size_t>(point + 1) / static_cast<size_t>(count));
            const QString problem = problemAfter(cut.disk(dice), cut.answered());
            if (!problem.isEmpty())
                problems.append(u"cut %1: %2"_s.arg(point).arg(problem));
        }
        return problems;
    }

    RecordingVfs vfs;
    KeyPair key = KeyPair::generate();
    SimulatedClock clock{morning()};
    TallyProjector projector;
    ChainIdentity chain;
    size_t begin = 0;
};

} // namespace

TEST_CASE("power cuts: at 600 points of selling, whatever was answered is there, whole, and the chain holds")
{
    RecordedSelling selling{true};
    const QStringList problems = selling.cutPower(cuts);
    INFO(problems.join(u'\n').left(2000).toStdString());
    CHECK(problems.isEmpty());
}

TEST_CASE("power cuts: the test sees a till that does not wait for its disk")
{
    RecordedSelling selling{false};
    CHECK(selling.cutPower(60).size() > 20);
}

TEST_CASE("power cuts: what is committed without waiting is synced by the next commit that waits, or when asked")
{
    RecordingVfs vfs;
    const QTemporaryDir folder;
    auto db = Database::open(folder.filePath(u"till.db"_s), {.vfs = RecordingVfs::name()});
    REQUIRE(db);
    REQUIRE(migrate(**db));
    WorkingStore store{**db};
    const auto syncsOf = [&](const auto &act) {
        const size_t from = vfs.steps().size();
        act();
        return std::count_if(vfs.steps().begin() + static_cast<qint64>(from), vfs.steps().end(),
                             [](const RecordingVfs::Step &step) { return step.kind == RecordingVfs::Step::Kind::Sync; });
    };
    int written = 0; // another value each time: a row that stays as it is writes nothing
    const auto write = [&] { REQUIRE(inTransaction(**db, [&] { return store.setValue(u"till_key"_s, QString::number(++written)); })); };
    CHECK(syncsOf(write) == 1);
    CHECK(syncsOf([&] {
              const UnsyncedCommits unsynced{**db};
              write();
          }) == 0);
    CHECK(syncsOf([&] { REQUIRE(engine::sync(**db)); }) == 1);
    CHECK(syncsOf(write) == 1);
}
