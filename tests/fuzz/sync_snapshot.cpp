// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Migrator.h"
#include "core/ledger/Snapshot.h"
#include "sync/protocol/Deflate.h"
#include "sync/protocol/Messages.h"

#include <QCoreApplication>
#include <cstdlib>

namespace {

using namespace guichet;

/// As a machine has it that takes a till's place.
std::unique_ptr<Database> emptyLedger()
{
    auto db = std::move(*Database::openInMemory());
    if (!migrate(*db))
        std::abort();
    return db;
}

std::size_t rowsIn(Database &db, const QString &table)
{
    Result<Rows> rows = selectRowsOf(db, QStringLiteral("SELECT * FROM %1").arg(table));
    if (!rows)
        std::abort();
    std::size_t count = 0;
    while (rows->next())
        ++count;
    return count;
}

/// All of them or none; taken out again.
void writes(Database &db, const SnapshotRows &read)
{
    const bool travels = snapshotTables().contains(read.table);
    const std::size_t before = travels ? rowsIn(db, read.table) : 0;
    std::ignore = inTransaction(db, [&]() -> Result<> {
        TRY(writeSnapshotRows(db, QStringLiteral("018f0000-0000-7000-8000-000000000001"), read.table, read.columns, read.rows));
        if (!travels || rowsIn(db, read.table) != before + read.rows.size())
            std::abort();
        return failure(ErrorCode::Internal);
    });
    if (travels && rowsIn(db, read.table) != before)
        std::abort();
}

} // namespace

/// Rows of a snapshot, as a centre sends them before it deflates them: what is read is written as the same rows and read again, and a
/// ledger takes a page whole or refuses it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application{argc, argv}; // Qt Sql finds its drivers only within one
    static const std::unique_ptr<Database> ledger = emptyLedger();
    const QByteArray plain{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const Result<SnapshotRows> read = snapshotRowsFromBytes(deflated(plain, DeflateEffort::Quick));
    if (!read)
        return 0;
    const Result<SnapshotRows> again = snapshotRowsFromBytes(toBytes(*read));
    if (!again || again->table != read->table || again->columns != read->columns || again->rows != read->rows)
        std::abort();
    writes(*ledger, *read);
    return 0;
}
