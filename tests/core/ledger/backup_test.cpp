// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/BackedUpTill.h"
#include "tests/support/RecordingVfs.h"

#include <QFile>
#include <QFileInfo>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QString nameAt(const QDateTime &at)
{
    return at.toString(u"'till-'yyyyMMdd-HHmmss'.db'"_s);
}

} // namespace

TEST_CASE("backups: the newest of 7 days and of 12 months stay")
{
    QStringList names;
    const QDateTime start{QDate{2025, 1, 1}, QTime{3, 0}};
    for (int day = 0; day < 700; ++day)
        for (int hour : {0, 12})
            names.append(nameAt(start.addDays(day).addSecs(hour * 3600)));
    names.append(u"till-notes.db"_s);
    const QStringList dropped = backupsToDrop(names);
    QStringList kept = names;
    kept.removeIf([&](const QString &name) { return dropped.contains(name); });
    kept.removeOne(u"till-notes.db"_s);
    CHECK(kept.size() == 7 + 10); // the newest of this month and of the last one are among the seven days
    const QDateTime last = start.addDays(699).addSecs(12 * 3600);
    for (int day = 0; day < 7; ++day)
        CHECK(kept.contains(nameAt(last.addDays(-day))));
    CHECK(kept.contains(u"till-20260131-150000.db"_s));
    CHECK_FALSE(dropped.contains(u"till-notes.db"_s));
    CHECK(backupsToDrop(kept).isEmpty());
    CHECK(backupsToDrop({}).isEmpty());
}

TEST_CASE_METHOD(BackedUpTill, "a backup is made beside selling, read back, and holds all that was answered before it")
{
    CHECK(backup.head.number == 11);
    CHECK(QFile::exists(backup.file));
    CHECK_FALSE(QFile::exists(folder.backupFolder() + u"/unfinished.db"_s));
    const auto checked = checkBackup(backup.file);
    REQUIRE(checked);
    CHECK(checked->head == backup.head);
    CHECK(checked->madeAt == backup.madeAt);
    CHECK(checked->headHash == backup.headHash);
}

TEST_CASE_METHOD(FolderFixture, "a backup is on the disk when it is answered, and under its name")
{
    const RecordingVfs disk{true};
    sellAndClose(3);
    auto ledger = open();
    REQUIRE(ledger);
    const auto made = backUp((*ledger)->database(), folder, clock.now());
    REQUIRE(made);
    ledger->reset();
    for (const QString &name : {u"unfinished.db"_s, QFileInfo{made->file}.fileName()}) {
        INFO(name.toStdString());
        std::vector<RecordingVfs::Step::Kind> ofFile;
        for (const RecordingVfs::Step &step : disk.steps())
            if (step.file == name)
                ofFile.push_back(step.kind);
        REQUIRE_FALSE(ofFile.empty());
        CHECK(ofFile.back() == RecordingVfs::Step::Kind::Sync);
    }
}

TEST_CASE_METHOD(BackedUpTill, "a backup can be made by a reader beside a running till")
{
    auto ledger = open();
    REQUIRE(ledger);
    const auto reader = Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
    const auto made = backUp(**reader, folder, clock.now());
    INFO((made ? QString{} : made.error().detail).toStdString());
    REQUIRE(made);
    CHECK(made->head.number == 15);
}

TEST_CASE_METHOD(FolderFixture, "in the hour that comes twice the later backup is the newest, and takes nobody's name")
{
    sellAndClose(1);
    auto ledger = open();
    REQUIRE(ledger);
    clock.set(fromRfc3339(u"2026-10-25T02:30:00.000+02:00"_s));
    const auto before = backUp((*ledger)->database(), folder, clock.now());
    clock.set(fromRfc3339(u"2026-10-25T02:10:00.000+01:00"_s));
    const auto after = backUp((*ledger)->database(), folder, clock.now());
    REQUIRE(before);
    REQUIRE(after);
    CHECK(before->file != after->file);
    CHECK(newestSoundBackup(folder)->madeAt == clock.now());
    CHECK(newestBackupAt(folder) == clock.now());
}

TEST_CASE("a backup named by the clock of Brussels is still known, and orders with those in UTC")
{
    const QString old = u"till-20261123-100000.db"_s; // 09:00 UTC
    const QString sooner = u"till-20261123-083000Z.db"_s;
    const QString later = u"till-20261123-093000Z.db"_s;
    CHECK(backupsToDrop({old, sooner}) == QStringList{sooner});
    CHECK(backupsToDrop({old, later}) == QStringList{old});
}

TEST_CASE_METHOD(BackedUpTill, "a damaged backup is passed over for the one before")
{
    auto ledger = open();
    REQUIRE(ledger);
    clock.advance(std::chrono::days{1});
    const auto newer = backUp((*ledger)->database(), folder, clock.now());
    REQUIRE(newer);
    CHECK(newestSoundBackup(folder)->file == newer->file);
    QByteArray bytes = bytesOf(newer->file);
    for (qsizetype at = 4096; at < bytes.size(); at += 512)
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    overwrite(newer->file, bytes);
    const auto found = newestSoundBackup(folder);
    REQUIRE(found);
    CHECK(found->file == backup.file);
    overwrite(backup.file, "no database");
    CHECK(newestSoundBackup(folder).error().code == ErrorCode::NoBackup);
}
