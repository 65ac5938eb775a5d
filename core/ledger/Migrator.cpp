// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Migrator.h"

#include "core/ledger/Engine.h"

#include <QDir>
#include <QFile>

#include <vector>

/// Outside the namespace, as Qt wants it: a static library's resources must be asked for.
static void initMigrationFiles()
{
    Q_INIT_RESOURCE(migrations);
}

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// A file of statements that brings a ledger to `version`.
struct Migration
{
    int version;
    QString path;
};

/// In order. Those of an engine that came later begin with one that makes all that the others make step by step.
std::vector<Migration> migrationsIn(const QString &folder)
{
    initMigrationFiles();
    std::vector<Migration> all;
    const QDir dir{folder};
    for (const QString &name : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        all.push_back({.version = name.section(u'_', 0, 0).toInt(), .path = dir.filePath(name)});
    return all;
}

int newestOf(const std::vector<Migration> &migrations)
{
    return migrations.empty() ? 0 : migrations.back().version;
}

Result<QStringList> statementsOf(const QString &path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, path);
    return QString::fromUtf8(file.readAll()).split(u"\n--;\n"_s, Qt::SkipEmptyParts);
}

std::unexpected<Error> foreignSchema(ErrorCode code, int ledger, int program)
{
    return failure(code, u"ledger is at %1, this program at %2"_s.arg(ledger).arg(program));
}

Result<> applyMigration(Database &db, const QString &path, int version)
{
    TRY_LET(statements, statementsOf(path));
    return inTransaction(db, [&]() -> Result<> {
        for (const QString &statement : std::as_const(statements))
            TRY(runText(db, statement));
        return engine::setSchemaVersion(db, version);
    });
}

Result<int> applyAll(Database &db, const std::vector<Migration> &migrations, const std::function<Result<>()> &backupFirst)
{
    TRY_LET(current, engine::schemaVersion(db)); // somebody else may have been quicker
    if (current > 0 && current < newestOf(migrations) && backupFirst)
        TRY(backupFirst());
    int applied = 0;
    for (const Migration &migration : migrations) {
        if (migration.version <= current)
            continue;
        TRY(applyMigration(db, migration.path, migration.version));
        ++applied;
    }
    return applied;
}

} // namespace

QString migrationsOf(const Database &db, const QString &what)
{
    return u":/migrations/"_s + what + db.engine().migrations();
}

int newestSchema(const QString &folder)
{
    return newestOf(migrationsIn(folder));
}

Result<> requireSchema(Database &db, OlderSchema older)
{
    TRY_LET(version, engine::schemaVersion(db));
    const int newest = newestSchema();
    if (version > newest)
        return foreignSchema(ErrorCode::SchemaTooNew, version, newest);
    if (version > 0 && version < newest && older == OlderSchema::Refused)
        return foreignSchema(ErrorCode::SchemaTooOld, version, newest);
    return {};
}

Result<int> migrate(Database &db, const std::function<Result<>()> &backupFirst, const QString &folder)
{
    const std::vector<Migration> migrations = migrationsIn(folder.isEmpty() ? migrationsOf(db) : folder);
    TRY_LET(current, engine::schemaVersion(db));
    if (current > newestOf(migrations))
        return foreignSchema(ErrorCode::SchemaTooNew, current, newestOf(migrations));
    if (current == newestOf(migrations))
        return 0;
    const Result<> alone = db.engine().beginMigrating(db);
    const Result<int> applied = alone ? applyAll(db, migrations, backupFirst) : std::unexpected(alone.error());
    const Result<> ended = db.engine().endMigrating(db);
    return applied && !ended ? std::unexpected(ended.error()) : applied;
}

} // namespace guichet
