// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/ledger/Query.h"

/// What differs between SQLite and PostgreSQL stands in Engine.cpp; every other statement of this folder keeps to what both understand
/// (decisions 26), which tests/layers looks after.
namespace guichet::engine {

/// How Qt Sql opens a ledger.
struct Address
{
    QString driver;
    QString name;
    QString options;
};
/// `file` empty: in memory. `unchanging`: on media that nobody writes, so that nothing needs to be written beside the file for reading.
Address addressOf(const QString &file, const DatabaseOptions &options, bool unchanging = false);
/// Sets up a connection that was opened just now; what is no ledger, and a folder that cannot be written, show themselves here.
Result<> prepareConnection(Database &db, const DatabaseOptions &options);
/// What an error means: DatabaseBusy, DatabaseCorrupt, DiskFull, FolderReadOnly, else DatabaseFailed.
ErrorCode codeOf(const QSqlError &error);

Sql beginReading(); ///< A transaction that sees a still picture.
Sql beginWriting(); ///< A transaction that keeps other writers out from its start.
/// Whether a commit waits until the disk has it. Not within a transaction.
Result<> setCommitsWait(Database &db, bool wait);
/// Waits until the disk has all that was committed. Not within a transaction.
Result<> sync(Database &db);
/// Keeps everybody else out of the file until the connection closes.
Result<> lockWhole(Database &db);

Result<int> schemaVersion(Database &db);
/// In the transaction of a migration.
Result<> setSchemaVersion(Database &db, int version);

enum class DamageCheck { Quick, Thorough };
/// What the engine itself finds wrong with its file; empty: nothing. Thorough: every page and every index.
Result<QString> damage(Database &db, DamageCheck check);
/// Copies the whole ledger as it is now into `file`: missing, or empty. Not within a transaction.
Result<> copyInto(Database &db, const QString &file);
/// Waits until the disk has a copy that nobody has open, and the names in its folder: a power cut must not leave an empty file where the
/// only backup was.
Result<> flushCopy(const QString &file);
/// Makes the ledger one whole file on disk, so that it can be moved.
Result<> joinParts(Database &db);
/// The names of the files that belong together: they move together.
QStringList partsOf(const QString &file);

} // namespace guichet::engine
