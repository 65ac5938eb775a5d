// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DataFolder.h"
#include "core/ledger/FolderLock.h"
#include "core/ledger/Journal.h"
#include "core/ports/SecretStore.h"

namespace guichet {

/// What a ledger needs from outside; all outlive it.
struct LedgerNeeds
{
    Projector &projector;
    const Clock &clock;
    SecretStore &keychain;   ///< Asked when the till keeps its wrapping secret there. May be slow.
    bool preferFile = false; ///< create(): do not try the keychain.
};

/// The state of the machine room, for banners.
struct LedgerHealth
{
    bool keyInFile = false;     ///< The wrapping secret lies beside the key (decisions 14).
    bool keyOutOfReach = false; ///< Facts wait for their signature.
    qint64 pendingSignatures = 0;
    QString defect; ///< Empty: sound. Otherwise what the last check found (English, for the log).
};

/// The ledger of one till: its folder locked, its database migrated, its journal ready. On the ledger thread.
class Ledger
{
public:
    /// Makes a new till in an empty or missing folder: identity, key, schema, first facts. TillExists, FolderReadOnly, FolderInUse,
    /// DiskFull …
    static Result<std::unique_ptr<Ledger>> create(const QString &folder, const LedgerNeeds &needs);
    /// Opens the till of `folder`. TillMissing, FolderInUse, SchemaTooNew; DatabaseCorrupt or, when the ledger is older than what was left
    /// here, ChainBroken: propose restore.
    static Result<std::unique_ptr<Ledger>> open(const QString &folder, const LedgerNeeds &needs);
    ~Ledger();

    Database &database() { return *m_db; }
    Journal &journal() { return *m_journal; }
    const DataFolder &folder() const { return m_folder; }
    const TillIdentity &identity() const { return m_identity; }

    Result<LedgerHealth> health();
    /// Writes the head of the chain beside the ledger, so that an older copy put in its place is noticed. Done at opening and closing;
    /// after a Z it costs nothing.
    Result<> rememberHead();
    /// Asks the keychain again; signs what waits. KeyUnavailable: still out of reach.
    Result<int> retryKey();

private:
    Result<> compareLastHead();
    Ledger(DataFolder folder, TillIdentity identity, std::unique_ptr<FolderLock> lock, std::unique_ptr<Database> db);
    DataFolder m_folder;
    TillIdentity m_identity;
    std::unique_ptr<FolderLock> m_lock;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<Journal> m_journal;
    SecretStore *m_keychain = nullptr;
    bool m_isReady = false; ///< Opened without objection: only then is its head one to remember.
};

} // namespace guichet
