// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, read-only or broken under a till that sells: an error with a sentence, a banner, nothing lost, nothing half-done.
#include "core/ledger/Backup.h"
#include "core/ledger/FileSecretStore.h"
#include "core/ledger/Integrity.h"
#include "core/ledger/Verifier.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/Upkeep.h"
#include "tests/core/usecases/TillFixture.h"
#include "tests/support/RecordingVfs.h"

#include <QFile>
#include <QRandomGenerator>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int sqliteIoError = 10;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteFull = 13;
constexpr int mostWrites = 400;
struct Fault
{
    int code;
    ErrorCode error;
};
constexpr Fault faults[]{
    {sqliteFull, ErrorCode::DiskFull}, {sqliteReadOnly, ErrorCode::FolderReadOnly}, {sqliteIoError, ErrorCode::DatabaseFailed}};

/// Is there before the till that stands on it.
struct FaultyDisk
{
    RecordingVfs vfs{true};
};

class FaultyTill : private FaultyDisk, public TillFixture
{
public:
    qint64 head() { return must(selectInteger(workplace().db(), selectHeadNumber)); }

    /// Runs `command` with its first write failing, then the second one …, until none fails; after each failure it has the code of the
    /// fault, nothing is written, and the till still answers. Returns how many failed.
    template <typename Command>
    int failEachWrite(const Fault &fault, Command command)
    {
        const qint64 before = head();
        for (int write = 0; write < mostWrites; ++write) {
            vfs.failWrites(write, fault.code);
            const auto done = command();
            vfs.heal();
            if (done)
                return write;
            INFO("write " << write << ": " << done.error().detail.toStdString());
            CHECK(done.error().code == fault.error);
            CHECK(head() == before);
        }
        FAIL("never succeeded");
        return 0;
    }
    void breakDisk(int code) { vfs.failWrites(0, code); }
    void mendDisk() { vfs.heal(); }
    void verifies()
    {
        const IntegrityFinding found =
            must(checkIntegrity(workplace().ledger->folder(), workplace().ledger->identity(), CheckDepth::Everything));
        CHECK(found.defect.toStdString().empty());
    }
};

} // namespace

TEST_CASE_METHOD(FaultyTill, "a full, read-only or broken disk refuses a sale at whichever write, and the same command sells it afterwards")
{
    startDay();
    int sold = 0;
    for (const Fault &fault : faults) {
        addAdults(2);
        must(pay(u"cash"_s, cents(5000)));
        const auto before = must(checkout().view());
        const auto command = CommandId::generate();
        breakDisk(fault.code);
        CHECK(refusal(checkout().validate(command)) == fault.error);
        CHECK(must(checkout().view()) == before); // it shows the cart while the disk is full
        mendDisk();
        CHECK(failEachWrite(fault, [&] { return checkout().validate(command); }) > 1);
        CHECK(countFacts(u"SALE"_s) == ++sold);
        must(checkout().validate(command));
        CHECK(countFacts(u"SALE"_s) == sold);
        CHECK(must(WorkingStore{workplace().db()}.openJobs()).size() == 2 * static_cast<size_t>(sold)); // receipt, tickets
    }
    verifies();
}

TEST_CASE_METHOD(FaultyTill, "a full, read-only or broken disk refuses a Z at whichever write; it is made once, afterwards")
{
    const Fault fault = GENERATE(faults[0], faults[1], faults[2]);
    startDay();
    addBear();
    must(pay(u"cash"_s));
    must(validate());
    must(staff().logIn(u"manager"_s, u"2222"_s));
    const auto command = CommandId::generate();
    const CloseRequest request{.countedCash = cents(10'000), .nextFloat = cents(10'000)};
    CHECK(failEachWrite(fault, [&] { return desk().close(command, request); }) > 1);
    CHECK(must(desk().zNumbers()) == std::vector<ZNumber>{{1}});
    CHECK(must(desk().close(command, request)).number == 1);
    verifies();
}

TEST_CASE_METHOD(FaultyTill, "a full, read-only or broken disk refuses a document and a paper, and keeps those that were there")
{
    startDay();
    must(staff().logIn(u"boss"_s, u"3333"_s));
    for (const Fault &fault : faults) {
        TillSettings changed = workplace().settings;
        ++changed.businessDayStartsAtHour;
        const auto command = CommandId::generate();
        breakDisk(fault.code);
        CHECK(refusal(BackOffice{workplace()}.saveSettings(command, changed)) == fault.error);
        CHECK(refusal(workplace().spool({})) == fault.error);
        CHECK(workplace().settings.businessDayStartsAtHour != changed.businessDayStartsAtHour);
        mendDisk();
        must(BackOffice{workplace()}.saveSettings(command, changed));
        restart();
        CHECK(workplace().settings.businessDayStartsAtHour == changed.businessDayStartsAtHour);
        must(staff().logIn(u"boss"_s, u"3333"_s));
    }
}

TEST_CASE_METHOD(FaultyTill, "a backup on a full disk is none, and leaves no half of one")
{
    startDay();
    const DataFolder &till = workplace().ledger->folder();
    breakDisk(sqliteFull);
    CHECK(refusal(backUp(workplace().db(), till, clock.now())) == ErrorCode::DiskFull);
    CHECK(QDir{till.backupFolder()}.isEmpty()); // no room is lost to half a copy
    CHECK_FALSE(newestBackupAt(till).isValid());
    mendDisk();
    must(backUp(workplace().db(), till, clock.now()));
    must(newestSoundBackup(till));
}

TEST_CASE_METHOD(FaultyTill, "while the disk is full the till says so in a banner, and no longer once there is room")
{
    closeTill();
    FileSecretStore secrets{folder.path()};
    TillThread till;
    must(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal, .keychain = &secrets}));
    Upkeep upkeep{till, clock, secrets};
    const auto alerts = [&] { return till.call([](Workplace &w) { return TillDesk{w}.state(); }).result().value().alerts; };
    const std::vector<TillAlert> before = alerts();
    breakDisk(sqliteFull);
    const UpkeepRound full = upkeep.run().result();
    CHECK((full.trouble.write || full.trouble.backup));
    CHECK(alerts().size() > before.size());
    mendDisk();
    const UpkeepRound roomy = upkeep.run().result();
    CHECK(roomy.trouble == LedgerTrouble{});
    CHECK(alerts() == before);
    till.close();
}

TEST_CASE_METHOD(TillFixture, "a ledger that is cut short is found damaged when the till starts, and restoring is proposed")
{
    startDay();
    const QString file = workplace().db().file();
    closeTill();
    QFile ledger{file};
    REQUIRE(ledger.open(QFile::ReadWrite));
    const qint64 size = ledger.size();
    ledger.close();
    for (const qint64 left : {qint64{0}, qint64{50}, qint64{4096}, size / 2}) {
        INFO("cut to " << left);
        REQUIRE(QFile::resize(file, left));
        const auto opened = Workplace::open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal});
        CHECK(refusal(opened) == ErrorCode::DatabaseCorrupt);
    }
}

TEST_CASE_METHOD(TillFixture, "pages that go bad under a till that sells give an error or a banner, and never another sum")
{
    startDay();
    addBear();
    must(pay(u"cash"_s));
    must(validate());
    const DataFolder till = workplace().ledger->folder();
    const TillIdentity identity = workplace().ledger->identity();
    closeTill();
    QFile ledger{till.ledgerFile()};
    REQUIRE(ledger.open(QFile::ReadOnly));
    const QByteArray sound = ledger.readAll();
    ledger.close();
    QRandomGenerator dice{20261125};
    int refused = 0;
    int found = 0;
    for (int round = 0; round < 25; ++round) {
        INFO("round " << round);
        QByteArray damaged = sound;
        const int page = 1 + dice.bounded(static_cast<int>(sound.size()) / 4096 - 1);
        for (int byte = 0; byte < 4096; byte += 8)
            damaged[page * 4096 + byte] = static_cast<char>(damaged[page * 4096 + byte] ^ 0x55);
        REQUIRE(ledger.open(QFile::WriteOnly | QFile::Truncate));
        REQUIRE(ledger.write(damaged) == damaged.size());
        ledger.close();
        QFile::remove(till.ledgerFile() + u"-wal"_s);
        QFile::remove(till.ledgerFile() + u"-shm"_s);
        auto opened = Workplace::open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal});
        if (!opened) {
            CHECK((opened.error().code == ErrorCode::DatabaseCorrupt || opened.error().code == ErrorCode::ChainBroken));
            ++refused;
            continue;
        }
        Workplace &workplace = **opened;
        std::ignore = Staff{workplace}.logIn(u"seller"_s, u"1111"_s);
        const auto added = Checkout{workplace}.addProduct(CommandId::generate(), u"ours"_s);
        const auto report = TillDesk{workplace}.preview();
        if (report)
            CHECK(report->net == cents(1299));
        const IntegrityFinding finding = must(checkIntegrity(till, identity, CheckDepth::Everything));
        CHECK_FALSE(finding.isSound());
        std::ignore = recordFinding(*workplace.ledger, finding); // a ledger that cannot hold it: the banner is there all the same
        const auto state = TillDesk{workplace}.state();
        CHECK((!state || !state->alerts.empty()));
        found += added.has_value() ? 1 : 0;
    }
    CHECK(refused > 0);
    CHECK(found > 0);
}

TEST_CASE_METHOD(FaultyTill, "a command that a full disk refuses is a banner at once, until the next that is written")
{
    startDay();
    const auto isShown = [this] { return std::ranges::count(must(desk().state()).alerts, TillAlert::WriteFailing) == 1; };
    CHECK_FALSE(isShown());
    breakDisk(sqliteFull);
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"ours"_s, 1)) == ErrorCode::DiskFull);
    mendDisk();
    CHECK(isShown());
    CHECK(refusal(checkout().addProduct(CommandId::generate(), u"nulle-part"_s, 1)) != ErrorCode::DiskFull);
    CHECK(isShown()); // a refusal writes nothing
    addBear();
    CHECK_FALSE(isShown());
}
