// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Anchor.h"
#include "core/ledger/Journal.h"

namespace guichet {

/// The head of an incarnation as the key itself said it when it was last at hand: up to it everything was signed.
struct SignedHead
{
    Anchor at;
    QByteArray signature;
    friend bool operator==(const SignedHead &, const SignedHead &) = default;
};

/// What this program left beside the ledger (DataFolder::lastHeadFile()), so that an older copy put in its place is noticed, and a tail
/// that somebody wrote without the key (docs/decisions/0024).
struct LastHead
{
    std::optional<Anchor> head;
    std::vector<SignedHead> signedHeads; ///< One an incarnation.
};

/// Empty when there is none or it cannot be read.
LastHead readLastHead(const DataFolder &folder);
/// Writes down where the chain of `journal` ends; when its key is at hand, signed. FolderReadOnly, DiskFull …
Result<> writeLastHead(const DataFolder &folder, Journal &journal);
/// The signed head of a chain; nullopt when there is none that its key has signed.
std::optional<Anchor> signedHeadOf(const LastHead &left, const ChainIdentity &chain);

/// The chain that is continued: as the ledger has it on record, with the key on record outside. ChainBroken.
Result<ChainIdentity> ownChain(Database &db, const TillIdentity &identity);
/// What shows that the facts that wait for a signature are the till's. Lost: no signed head of this incarnation is left beside the ledger.
enum class PendingProof { Shown, Lost };
/// Whether the ledger ends as it was left here, or later: what lacks that is an older copy, whose chain is not continued (decisions 13).
/// ChainBroken.
Result<PendingProof> proveHead(Database &db, const DataFolder &folder, const ChainIdentity &chain);
/// Whether what waits for a signature in `chain` was written by this till: it begins after the signed head, which is here as it was.
/// Nothing waits: it holds. ChainBroken.
Result<> provePending(Database &db, const DataFolder &folder, const ChainIdentity &chain);

} // namespace guichet
