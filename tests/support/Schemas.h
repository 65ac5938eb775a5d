// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"

/// What a ledger is made of, in words that are the same on both engines: sorted, so that two lists can be compared.
namespace guichet {

/// `fact.hash bytes, not null`; defaults too.
QStringList columnsIn(Database &db);
/// Names of indexes, and whether they are unique; those of keys have names of the engine's own and are left out.
QStringList indexesIn(Database &db);
/// Files of SQLite that have no file of the same number for PostgreSQL, whose first makes all that came before.
QStringList withoutPostgresql(const QString &sqliteFolder, const QString &postgresqlFolder);
/// What is in one list alone, with a sign of which: what a failed test shows.
QStringList differences(const QStringList &sqlite, const QStringList &postgresql);

} // namespace guichet
