// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/SnapshotReading.h"

#include "core/ledger/Migrator.h"
#include "core/ledger/Snapshot.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int bytesOfNumber = 8; ///< About, of any value that is no text.

QVariantList valuesOf(const Row &row, int columns, qsizetype &size)
{
    QVariantList values;
    values.reserve(columns);
    for (int column = 0; column < columns; ++column) {
        values.append(row.value(column));
        const QVariant &value = values.back();
        size += value.typeId() == QMetaType::QString      ? value.toString().size()
                : value.typeId() == QMetaType::QByteArray ? value.toByteArray().size()
                                                          : bytesOfNumber;
    }
    return values;
}

} // namespace

SnapshotReading::SnapshotReading(std::unique_ptr<Database> db, QString till, const KeyPair &centre)
    : m_db{std::move(db)}, m_id{QString::fromLatin1(randomBytes(16).toHex())}, m_till{std::move(till)}, m_centre{centre},
      m_tables{snapshotTables()}
{}

SnapshotReading::~SnapshotReading()
{
    endReading();
}

/// The page that was made stays, for whom its answer does not reach.
void SnapshotReading::endReading()
{
    m_rows.reset(); // before its connection goes
    if (m_db)
        m_db->rollback();
    m_db.reset();
}

Result<std::unique_ptr<SnapshotReading>> SnapshotReading::begin(const Database &ledger, const QString &till, const KeyPair &centre,
                                                                const QDateTime &now)
{
    TRY_LET(db, ledger.openReader());
    TRY(db->begin(Database::Purpose::Reading));
    std::unique_ptr<SnapshotReading> reading{new SnapshotReading{std::move(db), till, centre}};
    reading->m_page = {.id = reading->m_id, .page = 0, .more = true, .schema = newestSchema(), .rows = {}};
    reading->m_askedAt = now;
    return reading;
}

Result<SnapshotPage> SnapshotReading::page(int number, const QDateTime &now)
{
    m_askedAt = now;
    if (number == m_page.page)
        return m_page;
    if (number != m_page.page + 1 || !m_page.more)
        return failure(ErrorCode::NotFound, u"no page %1 of this snapshot"_s.arg(number));
    TRY(makePage());
    return m_page;
}

Result<> SnapshotReading::openTable()
{
    const QString &table = m_tables.front();
    const SnapshotHomes homes = m_till.isEmpty() ? SnapshotHomes::All : SnapshotHomes::OfTill;
    const QVariantList values = homes == SnapshotHomes::OfTill && snapshotIsOfTill(table) ? QVariantList{m_till} : QVariantList{};
    TRY_LET(rows, selectRowsOf(*m_db, snapshotSelect(table, homes), values));
    m_rows.emplace(std::move(rows));
    return {};
}

Result<> SnapshotReading::readRows(SnapshotRows &rows)
{
    if (!m_rows)
        TRY(openTable());
    rows.table = m_tables.front();
    rows.columns = m_rows->row().names();
    for (qsizetype size = 0; size < protocol::largestPage && std::ssize(rows.rows) < protocol::mostRows;) {
        if (!m_rows->next()) {
            TRY(m_rows->finish());
            m_rows.reset();
            m_tables.removeFirst();
            return {};
        }
        rows.rows.push_back(valuesOf(m_rows->row(), static_cast<int>(rows.columns.size()), size));
    }
    return {};
}

Result<> SnapshotReading::makePage()
{
    SnapshotRows rows;
    TRY(readRows(rows));
    m_page.rows = toBytes(rows);
    ++m_page.page;
    m_page.more = !m_tables.isEmpty();
    m_hash.addData(m_page.rows);
    if (!m_page.more) {
        m_page.signature = m_centre.sign(snapshotMessage(m_till, m_id, m_hash.result()));
        endReading();
    }
    return {};
}

} // namespace guichet
