// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Journal.h"

#include <map>

namespace guichet {

/// Facts that are *found*: an incarnation wrote them after the point from which the next one went on (decisions 13), because its machine
/// was replaced, or a backup of it restored. They count everywhere, but in no session: the one that was open goes on in the next
/// incarnation, whose Z never knew of them (docs/decisions/0040). Follows from the chains and the fact alone, so that every ledger and
/// every replay says the same.

/// Whether a fact is one.
Result<bool> isFound(Database &db, const FactPosition &position);
/// A chain has become known: what its predecessor had written after that point leaves its sessions, its Z included, where it is here
/// already. In the caller's transaction.
Result<> takeOutOfSessions(Database &db, const ChainIdentity &next);

/// What was found of a till.
struct FoundFacts
{
    qint64 facts = 0;
    int sales = 0;
    Money sold; ///< By these sales.
    friend bool operator==(const FoundFacts &, const FoundFacts &) = default;
};
Result<FoundFacts> foundFactsOf(Database &db, const QString &till);
/// How many of a session's facts were found, by label: a fact is never changed, so it names that session still.
Result<std::map<QString, int>> foundLabels(Database &db, const QString &till, const Id<TillSession> &session);

} // namespace guichet
