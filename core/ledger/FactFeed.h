// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Journal.h"

namespace guichet {

/// What goes from one ledger to another: facts as the very bytes that were hashed and signed, in order (decisions 12).

/// The own facts of an incarnation after `number`, at most `limit`, ascending; stops before the first that waits for its signature.
Result<std::vector<StoredBytes>> ownFactsAfter(Database &db, const ChainIdentity &own, qint64 number, int limit);

/// A fact in the order in which it arrived at this ledger.
struct ArrivedFact
{
    qint64 arrival = 0;
    QString till;
    qint64 incarnation = 1;
    StoredBytes bytes;
};
/// The incarnation that a machine writes itself.
struct OwnIncarnation
{
    QString till;
    qint64 incarnation = 1;
};
/// How far arrivedAfter() reads.
struct FeedLimit
{
    int facts = 0;
    qint64 bytes = 0; ///< Of bodies and contents. One that begins beyond them is the last: it shows that there is more.
};
/// The facts that arrived after `arrival`, but not those that `except` wrote itself.
Result<std::vector<ArrivedFact>> arrivedAfter(Database &db, qint64 arrival, const OwnIncarnation &except, const FeedLimit &limit);
/// How many facts are here, of all tills.
Result<qint64> countFacts(Database &db);
/// The arrival of the last fact of all; 0: none.
Result<qint64> lastArrival(Database &db);

/// Number and hash of the last fact of a chain that is here; number 0 and the genesis when there is none. NotFound: no such chain.
struct ChainTip
{
    ChainIdentity chain;
    qint64 number = 0;
    QByteArray hash;
};
Result<ChainTip> tipOf(Database &db, const QString &till, qint64 incarnation);

} // namespace guichet
