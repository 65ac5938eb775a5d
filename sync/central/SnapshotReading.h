// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Query.h"
#include "sync/protocol/Messages.h"

#include <QCryptographicHash>

namespace guichet {

/// A copy of an account's ledger on its way to the machine that takes over one of its tills: page after page, all of one instant, while
/// tills go on sending. On one thread; what it reads is held by a reading transaction until its last page is made: of a file, what is
/// written meanwhile stays in the WAL.
class SnapshotReading
{
public:
    /// Begins with what `ledger` holds now, for `till` (empty: for a file, with the homes of all tills), on a connection of its own. Errors
    /// as Database::openReader().
    static Result<std::unique_ptr<SnapshotReading>> begin(const Database &ledger, const QString &till, const KeyPair &centre,
                                                          const QDateTime &now);
    ~SnapshotReading();
    /// The next page, or the last one again. NotFound: any other.
    Result<SnapshotPage> page(int number, const QDateTime &now);
    const QString &id() const { return m_id; }
    const QDateTime &askedAt() const { return m_askedAt; } ///< Last.

private:
    SnapshotReading(std::unique_ptr<Database> db, QString till, const KeyPair &centre);
    Result<> makePage();
    Result<> openTable();
    Result<> readRows(SnapshotRows &rows);
    void endReading();

    std::unique_ptr<Database> m_db; ///< None once all is read.
    QString m_id;
    QString m_till;
    KeyPair m_centre;
    QStringList m_tables; ///< Still to be read; the first is under way.
    std::optional<Rows> m_rows;
    SnapshotPage m_page;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QDateTime m_askedAt;
};

} // namespace guichet
