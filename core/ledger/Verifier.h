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
    /// Facts that were signed later than they were written, as the till itself says (docs/decisions/0024): whoever had the disk, but not
    /// the key, could have put them there. An anchor at or after the last one shows that they are the till's.
    struct SignedLate
    {
        qint64 incarnation = 0;
        qint64 from = 0;
        qint64 to = 0;
        bool anchored = false;
        friend bool operator==(const SignedLate &, const SignedLate &) = default;
    };
    std::vector<SignedLate> signedLate;
    std::vector<FactPosition> outsideSessions; ///< Own sales and refunds that no Z can hold. Full verification only.
    bool keyed = false;                        ///< Compared with a key from outside.
    bool anchored = false;                     ///< Compared with an anchor.
    bool replayed = false;                     ///< The projections were compared with a replay.
    std::optional<Defect> defect;

    /// 0: it holds; 1: it does not; 2: *auto-cohérent, non ancré*: no key and no anchor to compare with, or facts still wait for their
    /// signature, or were signed later and no anchor shows them.
    int exitStatus() const;
};

/// Verifies the ledger in `file`, read-only, beside a running till or alone (FIS-1). Errors only when it cannot be read at all: also
/// SchemaTooNew, and SchemaTooOld unless only the chain is wanted. What does not hold is in the report.
Result<VerifyReport> verifyLedger(const QString &file, const VerifyOptions &options, Projector &projector);

} // namespace guichet
