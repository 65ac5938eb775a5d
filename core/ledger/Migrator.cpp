// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Migrator.h"

#include "core/ledger/Engine.h"

#include <QDir>
#include <QFile>

/// Outside the namespace, as Qt wants it: a static library's resources must be asked for.
static void initMigrationFiles()
{
    Q_INIT_RESOURCE(migrations);
}

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QStringList filesOf(const QString &folder)
{
    initMigrationFiles();
    return QDir{folder}.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
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

} // namespace

int newestSchema(const QString &folder)
{
    return static_cast<int>(filesOf(folder).size());
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
    const QStringList files = filesOf(folder);
    TRY_LET(current, engine::schemaVersion(db));
    if (current > files.size())
        return foreignSchema(ErrorCode::SchemaTooNew, current, static_cast<int>(files.size()));
    if (current > 0 && current < files.size() && backupFirst)
        TRY(backupFirst());
    for (int version = current + 1; version <= files.size(); ++version)
        TRY(applyMigration(db, folder + u'/' + files[version - 1], version));
    return static_cast<int>(files.size()) - current;
}

} // namespace guichet
