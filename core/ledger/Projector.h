// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/ledger/Database.h"

namespace guichet {

/// Turns facts into the tables that screens and reports read. Called by the Journal inside the transaction of the fact, for own and
/// received facts alike, and by rebuildInto(). Reads no document, no clock, nothing but the fact and the projections (decisions 10, 12).
/// Stateless: it may be called with any connection.
class Projector
{
public:
    virtual ~Projector() = default;
    virtual Result<> apply(Database &db, const Fact &fact) = 0;
    /// The tables that apply() writes, and nothing else writes: a replay must give the same rows.
    virtual QStringList projectionTables() const = 0;
};

} // namespace guichet
