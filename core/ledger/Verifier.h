// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Anchor.h"
#include "core/ledger/ChainWalk.h"

namespace guichet {

/// What a ledger is compared with.
struct VerifyOptions
{
    QStringList keys;                   ///< Fingerprints (or public keys in hex); each own chain must have one of them.
    std::optional<TillIdentity> record; ///< The keys on record outside the ledger: taken when `keys` is empty (decisions 17).
    std::vector<Anchor> anchors;
    bool chainOnly = false; ///< Sequence, chain, content hashes and signatures only.
    int threads = 0;        ///< 0: as many as the computer has.
};

/// What was found.
struct VerifyReport
{
    struct Chain
    {
        ChainIdentity identity;
        WalkPoint head;
    };
    std::vector<Chain> chains;
    qint64 facts = 0;
    qint64 zReports = 0;
    qint64 pendingSignatures = 0;
    bool keyed = false;    ///< Compared with a key from outside.
    bool anchored = false; ///< Compared with an anchor.
    bool replayed = false; ///< The projections were compared with a replay.
    std::optional<Defect> defect;

    /// 0: it holds; 1: it does not; 2: *auto-cohérent, non ancré*: no key and no anchor to compare with, or facts still wait for their
    /// signature.
    int exitStatus() const;
};

/// Verifies the ledger in `file`, read-only, beside a running till or alone (FIS-1). Errors only when it cannot be read at all; what does
/// not hold is in the report.
Result<VerifyReport> verifyLedger(const QString &file, const VerifyOptions &options, Projector &projector);

} // namespace guichet
