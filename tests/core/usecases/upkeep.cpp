// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Upkeep.h"

#include "core/ledger/FileSecretStore.h"
#include "core/usecases/TillCreation.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"

#include <QTemporaryDir>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QDateTime morning()
{
    return {QDate{2026, 11, 23}, QTime{10, 0}, brussels()};
}

/// A demo till on its own thread, looked after.
struct LookedAfterTill
{
    LookedAfterTill()
    {
        TillCreation creation;
        creation.demo = true;
        REQUIRE(createTill(directory.path(), creation, clock));
        REQUIRE(till.open({.dataFolder = directory.path(), .clock = &clock, .terminal = nullptr, .keychain = &secrets}));
        upkeep = std::make_unique<Upkeep>(till, clock, secrets);
    }
    UpkeepRound round() { return upkeep->run().result(); }
    qint64 head()
    {
        return till.call([](Workplace &workplace) { return workplace.journal().head()->position.number; }).result();
    }
    std::vector<TillAlert> alerts()
    {
        return till.call([](Workplace &workplace) { return TillDesk{workplace}.state()->alerts; }).result();
    }

    QTemporaryDir directory;
    DataFolder folder{directory.path()};
    SimulatedClock clock{morning()};
    FileSecretStore secrets{directory.path()};
    TillThread till;
    std::unique_ptr<Upkeep> upkeep;
};

} // namespace

TEST_CASE("a backup is due after twenty hours, and when the last one is from the future")
{
    CHECK(isBackupDue({}, morning()));
    CHECK_FALSE(isBackupDue(morning().addSecs(-19 * 3600), morning()));
    CHECK(isBackupDue(morning().addSecs(-20 * 3600), morning()));
    CHECK(isBackupDue(morning().addDays(3), morning()));
}

TEST_CASE_METHOD(LookedAfterTill,
                 "upkeep: the first round of a day checks everything and makes a backup, the next one only looks at what is new")
{
    const qint64 before = head();
    const UpkeepRound first = round();
    CHECK(first.finding->isSound());
    REQUIRE(first.backup);
    CHECK(first.backup->head.number == before);
    CHECK(head() == before + 1); // the backup is a technical event
    const UpkeepRound second = round();
    CHECK(second.finding->isSound());
    CHECK_FALSE(second.backup);
    CHECK(second.trouble == LedgerTrouble{});
    CHECK(head() == before + 1);
    clock.advance(std::chrono::hours{21});
    CHECK(round().backup);
    CHECK(newestSoundBackup(folder)->madeAt == clock.now());
}

TEST_CASE_METHOD(LookedAfterTill, "upkeep: a defect becomes a banner, once a fact, and is not copied over the sound backups")
{
    REQUIRE(round().backup);
    clock.advance(std::chrono::hours{21});
    const qint64 before = head();
    till.call([](Workplace &workplace) {
            REQUIRE(workplace.db().pragma(u"DROP TRIGGER fact_is_never_changed"_s));
            REQUIRE(workplace.db().pragma(u"UPDATE fact SET content = x'7b7d' WHERE number = 2"_s));
        })
        .result();
    const UpkeepRound found = round();
    CHECK_FALSE(found.finding->isSound());
    CHECK_FALSE(found.backup);
    CHECK(head() == before + 1);
    CHECK(alerts() == std::vector{TillAlert::JournalDefect});
    round();
    CHECK(head() == before + 1);
    CHECK(newestSoundBackup(folder)->madeAt == morning());
}

TEST_CASE_METHOD(LookedAfterTill, "upkeep: a key that was out of reach is asked for again, and what waited is signed")
{
    till.close();
    const QString secret = QDir{directory.path()}.entryList({u"*.secret"_s}).value(0);
    const QString hidden = directory.filePath(u"hidden"_s);
    REQUIRE(QFile::rename(directory.filePath(secret), hidden));
    REQUIRE(till.open({.dataFolder = directory.path(), .clock = &clock, .terminal = nullptr, .keychain = &secrets}));
    CHECK(alerts() == std::vector{TillAlert::SignaturePending});
    CHECK(round().newlySigned == 0);
    REQUIRE(QFile::rename(hidden, directory.filePath(secret)));
    CHECK(round().newlySigned > 0);
    CHECK(alerts().empty());
}
