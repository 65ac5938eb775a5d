// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Ledger.h"

namespace guichet {

/// A machine takes over a till whose own machine is gone (SYN-4): its data folder, step by step. The identity is written last, so that
/// whatever cuts it off leaves no till and it can be begun again; then only its key stays, with which it may have enrolled already. On one
/// thread; slow.
class TakeOver
{
public:
    /// In an empty or missing folder. The same `attempt` (the code, say) again has the same key. TillExists, FolderInUse, FolderReadOnly,
    /// DiskFull …
    static Result<std::unique_ptr<TakeOver>> begin(const QString &folder, const LedgerNeeds &needs, const QByteArray &attempt);
    ~TakeOver();
    const KeyPair &key() const { return m_key; }
    /// Empty at first: what the centre has of the till is written into it.
    Database &database() { return *m_db; }
    /// Empties it again: what was written is not to stand. Nothing else may hold database() meanwhile.
    Result<> empty();
    const DataFolder &folder() const { return m_folder; }

    /// Proves what was written, and opens the new incarnation: `chains` are all of the till, the last one with key(). ChainBroken when any
    /// fact, of whichever till, does not hold, or the chains are not these: nobody but the till's old machines has written for it.
    /// InvalidInput or DatabaseCorrupt: a document that no till could read.
    Result<> open(const std::vector<ChainIdentity> &chains);
    const TillIdentity &identity() const { return m_identity; }
    /// From now on there is a till.
    Result<> finish();

private:
    TakeOver(const QString &folder, const LedgerNeeds &needs, const KeyPair &key) : m_folder{folder}, m_needs{needs}, m_key{key} {}
    Result<> prove();
    Result<> proveLinks();
    Result<> proveLink(size_t chain);
    Result<> proveDocuments();
    Result<> writeFirstFacts();
    void removeFiles() const;

    DataFolder m_folder;
    const LedgerNeeds &m_needs;
    KeyPair m_key;
    std::unique_ptr<FolderLock> m_lock;
    std::unique_ptr<Database> m_db;
    std::vector<ChainIdentity> m_chains;
    TillIdentity m_identity;
    bool m_finished = false;
};

} // namespace guichet
