// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Journal.h"

namespace guichet {

/// The first entry of a chain that does not hold, and why (English, for people who verify).
struct Defect
{
    FactPosition position;
    QString what;
    friend bool operator==(const Defect &, const Defect &) = default;
};

/// A proven fact on its way past the walker, in order of number.
struct WalkedFact
{
    qint64 number = 0;
    FactBody body;      ///< Full walk only.
    QByteArray content; ///< Canonical bytes.
    QByteArray hash;
    QByteArray previousHash;
    bool isSigned = true;
};

/// How much of each fact is proven.
enum class WalkDepth {
    Chain, ///< Number, hash, chain, content hash, signature.
    Full   ///< Also the columns beside the body, totals, series, the clock.
};

/// Where a walk begins and, afterwards, where it came to.
struct WalkPoint
{
    qint64 number = 0; ///< 0: before the first fact.
    QByteArray hash;
    GrandTotals totals;
    QHash<QString, qint64> series;
    qint64 hlc = 0;
    qint64 pending = 0; ///< Facts without signature, always the last ones.
};

/// Proves the facts of `chain` after `point`, in order, on `threads` threads (0: as many as the computer has), and moves `point`. Calls
/// `use` (may be empty) for each. Returns the first defect, nullopt when all hold. Errors: the file cannot be read.
Result<std::optional<Defect>> walkChain(Database &db, const ChainIdentity &chain, WalkPoint &point, WalkDepth depth, int threads,
                                        const std::function<void(const WalkedFact &)> &use = {});
/// The point before the first fact of a chain.
WalkPoint startOf(const ChainIdentity &chain);

} // namespace guichet
