// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Restore.h"

#include "core/ledger/DocumentStore.h"
#include "core/ledger/Engine.h"
#include "core/ledger/Integrity.h"
#include "core/ledger/LastHead.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/OwnKey.h"
#include "core/ledger/PrivateFile.h"
#include "core/ledger/RestoreFiles.h"
#include "core/ledger/Salvage.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Result<> copyBackup(const QString &backup, const QString &to)
{
    for (const QString &part : engine::partsOf(to))
        QFile::remove(part);
    if (!QFile::copy(backup, to) || !QFile::setPermissions(to, ownerOnly))
        return failure(ErrorCode::FileFailed, u"cannot copy "_s + backup);
    return {};
}

/// Builds the restored ledger beside the damaged one; nothing is replaced before it is whole.
class Restoring
{
public:
    Restoring(const DataFolder &folder, const LedgerNeeds &needs, BackupInfo backup, TillIdentity identity)
        : m_folder{folder}, m_needs{needs}, m_identity{std::move(identity)}
    {
        m_outcome.backup = std::move(backup);
    }

    Result<RestoreOutcome> run()
    {
        TRY(copyBackup(m_outcome.backup.file, m_folder.restoringFile()));
        TRY(build());
        m_outcome.damagedFolder = damagedFolderAt(m_folder, m_needs.clock.now());
        TRY(putInPlace(m_folder, m_identity, m_outcome.damagedFolder));
        backUpAtOnce();
        return m_outcome;
    }

private:
    Result<> build()
    {
        TRY_LET(db, Database::open(m_folder.restoringFile()));
        TRY(migrate(*db));
        // Nothing of it may be readable; then the backup alone counts.
        const auto damaged = Database::open(m_folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
        Salvage salvage{*db, damaged ? damaged->get() : nullptr, m_identity, m_needs.projector, m_needs.clock};
        TRY_LET(salvaged, salvage.run());
        TRY(signEarlier(*db));
        TRY_LET(head, salvage.head());
        TRY_LET(incarnation, salvage.nextIncarnation());
        m_outcome.recovered = salvaged.facts;
        m_outcome.documents = salvaged.documents;
        m_outcome.complete = salvaged.complete;
        m_outcome.incarnation = incarnation;
        return openIncarnation(*db, head);
    }

    /// What still waits for a signature, and was written by this till, gets it while the old keys are at hand; else the till goes on asking
    /// for them.
    Result<> signEarlier(Database &db)
    {
        TRY_LET(chains, Journal::chains(db));
        for (const ChainIdentity &chain : chains) {
            const auto key =
                chain.own ? loadOwnKey(m_folder, m_identity, chain.incarnation, m_needs.keychain) : failure(ErrorCode::NotFound);
            if (!key || !(key->publicKey() == chain.key) || !provePending(db, m_folder, chain))
                continue;
            TRY_LET(late, Journal::signPending(db, chain, *key));
            m_signedLate.push_back(late);
        }
        return {};
    }

    Result<> openIncarnation(Database &db, const Journal::Head &head)
    {
        m_outcome.lastKnown = head.position;
        m_outcome.lastKnownAt = head.at;
        TRY_LET(key, makeOwnKey(m_folder, m_identity.till, m_outcome.incarnation, m_needs));
        m_outcome.fingerprint = key.pair.publicKey().fingerprint();
        const ChainIdentity chain{.till = m_identity.till,
                                  .incarnation = m_outcome.incarnation,
                                  .key = key.pair.publicKey(),
                                  .previousNumber = head.position.number,
                                  .previousHash = head.hash,
                                  .previousTotals = head.totals};
        TRY(Journal::registerChain(db, chain));
        m_identity.incarnations.push_back({.number = chain.incarnation, .key = chain.key});
        m_identity.secretStore = key.secretStore;
        Journal journal{db, m_needs.projector, m_needs.clock, chain, key.pair};
        journal.setDayStart(
            DocumentStore{db}.ownSettings().value_or(TillSettings{}).businessDayStartsAtHour); // they may be what is damaged
        TRY(inTransaction(db, [&]() -> Result<> {
            TRY(journal.appendTechnical(TechnicalEvent::Restore, {{u"incarnation_before"_s, head.position.incarnation},
                                                                  {u"last_number"_s, head.position.number},
                                                                  {u"last_hash"_s, toHex(head.hash)},
                                                                  {u"recovered"_s, m_outcome.recovered},
                                                                  {u"fingerprint"_s, m_outcome.fingerprint}}));
            TRY(journal.appendTechnical(TechnicalEvent::KeyChanged,
                                        {{u"fingerprint"_s, m_outcome.fingerprint}, {u"secret_store"_s, key.secretStore}}));
            for (const Journal::LateSigning &late : m_signedLate)
                TRY(journal.recordLateSigning(late));
            return {};
        }));
        TRY(writeLastHead(m_folder, journal)); // before the files are moved it is of no incarnation that anybody opens
        return engine::joinParts(db);
    }

    /// So that the next restore begins here, and not before the one that was made now.
    void backUpAtOnce()
    {
        const auto db = Database::open(m_folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
        const auto made = db ? backUp(**db, m_folder, m_needs.clock.now()) : Result<BackupInfo>{std::unexpected(db.error())};
        if (!made)
            m_outcome.backupFailed = made.error();
    }

    const DataFolder &m_folder;
    const LedgerNeeds &m_needs;
    TillIdentity m_identity;
    RestoreOutcome m_outcome;
    std::vector<Journal::LateSigning> m_signedLate;
};

Result<bool> ledgerHolds(const DataFolder &folder)
{
    TRY_LET(identity, readIdentity(folder));
    TRY_LET(finding, checkIntegrity(folder, identity, CheckDepth::Everything));
    TRY_LET(db, Database::open(folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly}));
    TRY_LET(chain, ownChain(*db, identity));
    return finding.isSound() && proveHead(*db, folder, chain);
}

} // namespace

bool isSound(const QString &path)
{
    return ledgerHolds(DataFolder{path}).value_or(false);
}

Result<RestoreOutcome> restoreNewest(const QString &path, const LedgerNeeds &needs)
{
    const DataFolder folder{path};
    if (!folder.hasTill())
        return failure(ErrorCode::TillMissing, folder.identityFile());
    TRY_LET(lock, FolderLock::take(folder));
    TRY(finishRestore(folder));
    TRY_LET(identity, readIdentity(folder));
    TRY_LET(backup, newestSoundBackup(folder));
    return Restoring{folder, needs, std::move(backup), std::move(identity)}.run();
}

} // namespace guichet
