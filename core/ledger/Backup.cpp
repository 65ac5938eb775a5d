// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Backup.h"

#include "core/base/Clock.h"
#include "core/ledger/ChainWalk.h"
#include "core/ledger/Engine.h"
#include "core/ledger/PrivateFile.h"
#include "core/ledger/Query.h"

#include <QFile>
#include <QMultiMap>
#include <QSet>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql countFacts = "SELECT COUNT(*) FROM fact";

const QString nameForm = u"'till-'yyyyMMdd-HHmmss'Z.db'"_s; // UTC: no hour of the year comes twice
const QString localForm = u"'till-'yyyyMMdd-HHmmss'.db'"_s; // how versions before named theirs, by the clock of Brussels

QDateTime madeAt(const QString &name)
{
    if (const auto universal = QDateTime::fromString(name, nameForm); universal.isValid())
        return QDateTime{universal.date(), universal.time(), Qt::UTC}.toTimeZone(brussels());
    const auto local = QDateTime::fromString(name, localForm);
    return local.isValid() ? QDateTime{local.date(), local.time(), brussels()} : QDateTime{};
}

/// Those without a time in their names come last.
QStringList newestFirst(const QStringList &names)
{
    QMultiMap<qint64, QString> byTime;
    for (const QString &name : names) {
        const QDateTime at = madeAt(name);
        byTime.insert(at.isValid() ? -at.toSecsSinceEpoch() : 0, name);
    }
    return byTime.values();
}

QStringList backupNames(const DataFolder &folder)
{
    return QDir{folder.backupFolder()}.entryList({u"till-*.db"_s}, QDir::Files, QDir::Name);
}

/// Names are kept newest first; the first of each period stays, up to `count` periods.
void keepPeriods(const QStringList &newestFirst, const QString &periodForm, int count, QSet<QString> &kept)
{
    QSet<QString> periods;
    for (const QString &name : newestFirst) {
        const QString period = madeAt(name).toString(periodForm);
        if (periods.contains(period) || periods.size() == count)
            continue;
        periods.insert(period);
        kept.insert(name);
    }
}

/// One that cannot be removed now goes with the next backup: the new one is as good without.
void dropOldBackups(const DataFolder &folder)
{
    const QDir backups{folder.backupFolder()};
    for (const QString &name : backupsToDrop(backupNames(folder)))
        QFile::remove(backups.filePath(name));
}

/// The current own chain of a ledger: the newest incarnation.
Result<ChainIdentity> currentChain(Database &db)
{
    TRY_LET(chains, Journal::chains(db));
    std::optional<ChainIdentity> current;
    for (const ChainIdentity &chain : chains)
        if (chain.own && (!current || chain.incarnation > current->incarnation))
            current = chain;
    if (!current)
        return failure(ErrorCode::ChainBroken, u"the ledger names no chain of its own"_s);
    return *current;
}

} // namespace

QStringList backupsToDrop(QStringList names)
{
    names.removeIf([](const QString &name) { return !madeAt(name).isValid(); });
    names = newestFirst(names);
    QSet<QString> kept;
    keepPeriods(names, u"yyyyMMdd"_s, keptDays, kept);
    keepPeriods(names, u"yyyyMM"_s, keptMonths, kept);
    names.removeIf([&](const QString &name) { return kept.contains(name); });
    return names;
}

Result<BackupInfo> checkBackup(const QString &file)
{
    TRY_LET(db, Database::open(file, {.access = DatabaseOptions::Access::ReadOnly}));
    TRY_LET(damage, engine::damage(*db, engine::DamageCheck::Thorough));
    if (!damage.isEmpty())
        return failure(ErrorCode::DatabaseCorrupt, damage);
    TRY_LET(chain, currentChain(*db));
    WalkPoint point = startOf(chain);
    TRY_LET(defect, walkChain(*db, chain, point, WalkDepth::Chain, 0));
    if (defect)
        return failure(ErrorCode::ChainBroken, u"fact %1: %2"_s.arg(defect->position.number).arg(defect->what));
    TRY_LET(facts, selectInteger(*db, countFacts));
    return BackupInfo{.file = file,
                      .madeAt = madeAt(QFileInfo{file}.fileName()),
                      .head = {chain.till, chain.incarnation, point.number},
                      .headHash = point.hash,
                      .facts = facts};
}

namespace {

/// Copies and reads the copy back.
Result<BackupInfo> checkedCopy(Database &db, const QString &file)
{
    TRY(engine::copyInto(db, file));
    TRY(engine::flushCopy(file));
    return checkBackup(file);
}

/// A copy that is not sound goes at once: on a full disk it would take the room that selling needs.
Result<BackupInfo> copyChecked(Database &db, const QString &file)
{
    auto info = checkedCopy(db, file);
    if (!info)
        QFile::remove(file);
    return info;
}

} // namespace

Result<BackupInfo> backUp(Database &db, const DataFolder &folder, const QDateTime &now)
{
    TRY(makePrivateFolder(folder.backupFolder()));
    const QDir backups{folder.backupFolder()};
    const QString unfinished = backups.filePath(u"unfinished.db"_s);
    const QString finished = backups.filePath(now.toUTC().toString(nameForm));
    QFile::remove(unfinished);
    TRY(makePrivateFile(unfinished));
    TRY_LET(info, copyChecked(db, unfinished));
    QFile::remove(finished); // two of one second: the later one holds all of the earlier one
    if (!QFile::rename(unfinished, finished))
        return failure(ErrorCode::FileFailed, u"cannot name the backup "_s + finished);
    TRY(engine::flushCopy(finished)); // its name
    dropOldBackups(folder);
    info.file = finished;
    info.madeAt = now;
    return info;
}

QDateTime newestBackupAt(const DataFolder &folder)
{
    QDateTime newest;
    for (const QString &name : backupNames(folder))
        newest = std::max(newest, madeAt(name));
    return newest;
}

Result<BackupInfo> newestSoundBackup(const DataFolder &folder)
{
    const QStringList names = newestFirst(backupNames(folder));
    for (const QString &name : names) {
        auto info = checkBackup(QDir{folder.backupFolder()}.filePath(name));
        if (info)
            return info;
    }
    return failure(ErrorCode::NoBackup, u"%1 backups, none of them sound"_s.arg(names.size()), {folder.backupFolder()});
}

} // namespace guichet
