// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Projector.h"

namespace guichet {

/// The projections of this program: every fact goes to the stores that it concerns. Rows only ever follow from facts; sums are commutative,
/// so late facts of other tills need no second fold (decisions 12). What belongs to a session is keyed by it: the facts of others never
/// touch this till's X and Z. Training facts only count in the training counter of their session (decisions 16). Facts that are found
/// (FoundFacts.h) belong to no session, and their X and Z to nobody.
class TillProjector final : public Projector
{
public:
    Result<> apply(Database &db, const Fact &fact) override;
    QStringList projectionTables() const override;

private:
    static Result<> applyUsual(Database &db, const Fact &fact);
    static Result<> applyFound(Database &db, Fact fact);
};

} // namespace guichet
