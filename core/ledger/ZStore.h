// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/ledger/Database.h"
#include "core/reports/Report.h"

namespace guichet {

/// The X and Z that were recorded, read back from their facts. On the thread of `db`.
class ZStore
{
public:
    explicit ZStore(Database &db) : m_db{db} {}

    /// NotFound. A count completed later is filled in.
    Result<Report> zReport(const QString &till, const ZNumber &number) const;
    Result<std::vector<ZNumber>> zNumbers(const QString &till) const; ///< Newest first.
    /// Z whose drawer nobody has counted yet (decisions 19), newest first.
    Result<std::vector<ZNumber>> uncountedZ(const QString &till) const;
    /// The Z that closed a session; NotFound.
    Result<ZNumber> zOf(const Id<TillSession> &session) const;
    /// How many X of the session have been made: the next one's number is this + 1.
    Result<qint64> xCount(const Id<TillSession> &session) const;

    // Called by the TillProjector.
    Result<> recorded(const Fact &fact);
    Result<> countCompleted(const Fact &fact);

private:
    Database &m_db;
};

} // namespace guichet
