// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Query.h"

namespace guichet {

/// The copy of a ledger from which a machine takes over a till: its facts whole, and the tables that follow from them, so that they need
/// not be made again (docs/decisions/0040).

/// The tables that travel, in the order in which they are written.
QStringList snapshotTables();
/// Whether only the rows of one till travel: the statement has its uid as value.
bool snapshotIsOfTill(const QString &table);
/// The home of one till, or those of all.
enum class SnapshotHomes { OfTill, All };
/// All rows of a table.
QString snapshotSelect(const QString &table, SnapshotHomes homes = SnapshotHomes::OfTill);

/// Writes the rows of a page into a ledger that is being made for `ownTill`: its facts and chains are own ones there; empty: for a centre,
/// where nothing is own. InvalidInput: a table
/// that does not travel, other columns than it has, values that it does not hold.
Result<> writeSnapshotRows(Database &db, const QString &ownTill, const QString &table, const QStringList &columns,
                           std::vector<QVariantList> rows);

} // namespace guichet
