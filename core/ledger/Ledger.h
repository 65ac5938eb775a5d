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

/// What upkeep or a command met that the ledger may be unable to hold: kept in memory, so that it is shown even when nothing can be
/// written.
struct LedgerTrouble
{
    QString defect = {};               ///< As LedgerHealth::defect; once found it stays.
    std::optional<Error> command = {}; ///< The last command could not be written down; over with the next one that is.
    std::optional<Error> write = {};   ///< What upkeep had to write down could not be written.
    std::optional<Error> check = {};   ///< The check itself could not be made: nothing is known, it is tried again.
    std::optional<Error> backup = {};  ///< A backup was due and could not be made; it is tried again.
    friend bool operator==(const LedgerTrouble &, const LedgerTrouble &) = default;
};

/// The state of the machine room, for banners.
struct LedgerHealth
{
    bool keyInFile = false;     ///< The wrapping secret lies beside the key (decisions 14).
    bool keyOutOfReach = false; ///< Facts wait for their signature, or will.
    qint64 pendingSignatures = 0;
    QString defect; ///< Empty: sound. Otherwise what the last check found (English, for the log).
    LedgerTrouble trouble = {};
};

/// The ledger of one till: its folder locked, its database migrated, its journal ready. On the ledger thread.
class Ledger
{
public:
    /// Writes what makes a new ledger a till that can be opened: its documents.
    using Furnish = std::function<Result<>(Ledger &)>;

    /// Makes a new till in an empty or missing folder: key, schema, first facts, what `furnish` writes; its identity last, so that whatever
    /// cuts it off leaves no till, and it can be made again. TillExists, FolderReadOnly, FolderInUse, DiskFull …; on any error the folder
    /// is as it was.
    static Result<std::unique_ptr<Ledger>> create(const QString &folder, const LedgerNeeds &needs, const Furnish &furnish = {});
    /// Removes a till that was made just now and that nobody has used. FolderInUse: somebody has.
    static Result<> takeBack(const QString &folder);
    /// Opens the till of `folder`; a restore that was cut off is finished first. TillMissing, FolderInUse, SchemaTooNew; DatabaseCorrupt
    /// or, when the ledger is older than what was left here, ChainBroken: propose restore. When what was left here is lost while facts wait
    /// for their signature, nothing is signed any more, which is a defect to be seen, and selling goes on (docs/decisions/0024).
    static Result<std::unique_ptr<Ledger>> open(const QString &folder, const LedgerNeeds &needs);
    ~Ledger();

    Database &database() { return *m_db; }
    Journal &journal() { return *m_journal; }
    const DataFolder &folder() const { return m_folder; }
    const TillIdentity &identity() const { return m_identity; }

    /// What cannot be read is a defect.
    LedgerHealth health();
    LedgerTrouble &trouble() { return m_trouble; }
    /// Writes the head of the chain beside the ledger, so that an older copy put in its place is noticed. Done at opening and closing,
    /// after a Z, and with each round of upkeep.
    Result<> rememberHead();

    /// The incarnations whose key is wanted: facts of theirs wait, or the current one is out of reach. The current one first, so that the
    /// trace of a late signature does not itself wait for one. Not the current one while nothing shows what waits in it to be the till's.
    Result<std::vector<qint64>> incarnationsToSign();
    /// Signs what waits of an incarnation, if this till wrote it; the key of the current one signs from now on. Returns how many.
    Result<int> sign(qint64 incarnation, const KeyPair &key);
    /// Asks the keychain again; signs what waits. KeyUnavailable: a key is still out of reach.
    Result<int> retryKey();

private:
    Result<int> signEarlier(const ChainIdentity &chain, const KeyPair &key);
    Ledger(DataFolder folder, TillIdentity identity, std::unique_ptr<FolderLock> lock, std::unique_ptr<Database> db);
    static std::unique_ptr<Ledger> assemble(const DataFolder &folder, const TillIdentity &identity, std::unique_ptr<FolderLock> lock,
                                            std::unique_ptr<Database> db, const LedgerNeeds &needs, const ChainIdentity &chain);
    static Result<std::unique_ptr<Ledger>> make(const DataFolder &folder, std::unique_ptr<FolderLock> lock, const LedgerNeeds &needs,
                                                const Furnish &furnish);
    DataFolder m_folder;
    TillIdentity m_identity;
    std::unique_ptr<FolderLock> m_lock;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<Journal> m_journal;
    SecretStore *m_keychain = nullptr;
    LedgerTrouble m_trouble;
    bool m_maySign = true;  ///< What waits in the current incarnation is shown to be the till's.
    bool m_isReady = false; ///< Opened without objection: only then is its head one to remember.
};

} // namespace guichet
