// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"

#include <functional>

namespace guichet {

/// The migrations of this program for a till: `0001_journal.sql`, `0002_….sql` …; statements separated by a line `--;`. The number is the
/// version that a file brings a ledger to. A released file is never edited.
inline constexpr auto migrationsFolder = ":/migrations/sqlite";

/// Where the migrations of the engine of `db` are; `what`: empty for a ledger, `central-` for what the centre's accounts have in common.
QString migrationsOf(const Database &db, const QString &what = {});

/// Brings `db` to the newest schema, one transaction per file together with its version, alone whatever other processes do; `folder` empty:
/// migrationsOf(db). Calls `backupFirst` once before the first
/// change of a ledger that has a schema already; its error stops the migration. SchemaTooNew when the ledger is of a later program. Returns
/// how many files were applied.
Result<int> migrate(Database &db, const std::function<Result<>()> &backupFirst = {}, const QString &folder = {});
/// Whether those who only read, and bring nothing to a newer schema, take a ledger of an earlier program too.
enum class OlderSchema { Refused, Taken };
/// SchemaTooNew when `db` is of a later program; SchemaTooOld when it is of an earlier one: its till, opened once with this program, has
/// the newest schema. An empty file has none at all and passes: what reads it finds the damage.
Result<> requireSchema(Database &db, OlderSchema older = OlderSchema::Refused);
/// The schema version that this program writes.
int newestSchema(const QString &folder = QString::fromLatin1(migrationsFolder));

} // namespace guichet
