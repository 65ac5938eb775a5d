// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Ledger.h"

#include "core/ledger/Backup.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/Engine.h"
#include "core/ledger/Integrity.h"
#include "core/ledger/LastHead.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/OwnKey.h"
#include "core/ledger/RestoreFiles.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Result<> backUpFirst(Database &db, const DataFolder &folder, const QDateTime &now)
{
    TRY(backUp(db, folder, now));
    return {};
}

/// For what is written before the settings are loaded. Damaged ones are told by whoever works with them.
Result<> takeDayStart(Database &db, Journal &journal)
{
    const Result<TillSettings> settings = DocumentStore{db}.ownSettings();
    if (!settings && settings.error().code != ErrorCode::DatabaseCorrupt)
        return std::unexpected(settings.error());
    if (settings)
        journal.setDayStart(settings->businessDayStartsAtHour);
    return {};
}

} // namespace

Ledger::Ledger(DataFolder folder, TillIdentity identity, std::unique_ptr<FolderLock> lock, std::unique_ptr<Database> db)
    : m_folder{std::move(folder)}, m_identity{std::move(identity)}, m_lock{std::move(lock)}, m_db{std::move(db)}
{}

Ledger::~Ledger()
{
    if (!m_isReady)
        return;
    // At the end of the program there is nobody to tell; the next opening compares with the older head and holds too.
    const auto remembered = rememberHead();
    Q_UNUSED(remembered);
}

Result<> Ledger::rememberHead()
{
    return writeLastHead(m_folder, *m_journal);
}

std::unique_ptr<Ledger> Ledger::assemble(const DataFolder &folder, const TillIdentity &identity, std::unique_ptr<FolderLock> lock,
                                         std::unique_ptr<Database> db, const LedgerNeeds &needs, const ChainIdentity &chain)
{
    std::unique_ptr<Ledger> ledger{new Ledger{folder, identity, std::move(lock), std::move(db)}};
    ledger->m_keychain = &needs.keychain;
    ledger->m_journal = std::make_unique<Journal>(*ledger->m_db, needs.projector, needs.clock, chain, std::nullopt);
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path, const LedgerNeeds &needs)
{
    const DataFolder folder{path};
    if (!folder.hasTill())
        return failure(ErrorCode::TillMissing, folder.identityFile());
    TRY_LET(lock, FolderLock::take(folder));
    TRY(finishRestore(folder));
    QFile::remove(folder.takeOverFile()); // it has taken over
    TRY_LET(identity, readIdentity(folder));
    if (!QFile::exists(folder.ledgerFile()))
        return failure(ErrorCode::DatabaseCorrupt, u"the ledger file is missing"_s);
    TRY_LET(db, Database::open(folder.ledgerFile()));
    TRY_LET(version, engine::schemaVersion(*db));
    if (version == 0)
        return failure(ErrorCode::DatabaseCorrupt, u"the ledger file is empty"_s);
    TRY(migrate(*db, [&] { return backUpFirst(*db, folder, needs.clock.now()); }));
    TRY_LET(chain, ownChain(*db, identity));
    auto ledger = assemble(folder, identity, std::move(lock), std::move(db), needs, chain);
    TRY(takeDayStart(ledger->database(), *ledger->m_journal));
    TRY_LET(proof, proveHead(ledger->database(), folder, chain));
    ledger->m_maySign = proof == PendingProof::Shown;
    const auto newlySigned = ledger->retryKey();
    if (!newlySigned && newlySigned.error().code != ErrorCode::KeyUnavailable)
        return std::unexpected(newlySigned.error());
    if (!ledger->m_maySign) // what cannot be written stands in memory, for the banner
        std::ignore = recordFinding(*ledger, {.defect = u"head.txt is lost while facts wait for their signature"_s});
    ledger->m_isReady = true;
    return ledger;
}

Result<std::vector<qint64>> Ledger::incarnationsToSign()
{
    TRY_LET(wanted, m_journal->pendingIncarnations());
    TRY_LET(chains, Journal::chains(*m_db));
    const qint64 current = m_identity.current().number;
    for (const ChainIdentity &chain : chains) // what nobody can be shown to have written is not signed, and waits for no key
        if (chain.own && chain.incarnation != current && !provePending(*m_db, m_folder, chain))
            std::erase(wanted, chain.incarnation);
    if (!m_maySign)
        std::erase(wanted, current);
    else if (!m_journal->isUnlocked() && (wanted.empty() || wanted.back() != current))
        wanted.push_back(current);
    std::ranges::reverse(wanted);
    return wanted;
}

Result<int> Ledger::sign(qint64 incarnation, const KeyPair &key)
{
    if (incarnation == m_journal->identity().incarnation)
        return m_maySign ? m_journal->unlock(key) : Result<int>{0};
    TRY_LET(chains, Journal::chains(*m_db));
    for (const ChainIdentity &chain : chains)
        if (chain.own && chain.incarnation == incarnation)
            return signEarlier(chain, key);
    return failure(ErrorCode::ChainBroken, u"no own chain %1"_s.arg(incarnation));
}

/// What an earlier incarnation cannot be shown to have written stays without a signature: verify says so.
Result<int> Ledger::signEarlier(const ChainIdentity &chain, const KeyPair &key)
{
    return inTransaction(*m_db, [&]() -> Result<int> {
        if (!provePending(*m_db, m_folder, chain))
            return 0;
        TRY_LET(late, Journal::signPending(*m_db, chain, key));
        TRY(m_journal->recordLateSigning(late));
        return late.count;
    });
}

Result<int> Ledger::retryKey()
{
    TRY_LET(wanted, incarnationsToSign());
    int newlySigned = 0;
    QString outOfReach;
    for (const qint64 incarnation : wanted) {
        const auto key = loadOwnKey(m_folder, m_identity, incarnation, *m_keychain);
        if (!key) {
            outOfReach = key.error().detail + u" (incarnation %1)"_s.arg(incarnation);
            continue;
        }
        TRY_LET(count, sign(incarnation, *key));
        newlySigned += count;
    }
    if (!outOfReach.isEmpty())
        return failure(ErrorCode::KeyUnavailable, outOfReach);
    return newlySigned;
}

LedgerHealth Ledger::health()
{
    const auto pending = m_journal->pendingSignatures();
    const auto wanted = incarnationsToSign();
    const auto defect = machineState(*m_db, u"defect"_s);
    LedgerHealth health{.keyInFile = m_identity.secretStore == u"file"_s,
                        .keyOutOfReach = !wanted || !wanted->empty(),
                        .pendingSignatures = pending.value_or(0),
                        .defect = defect ? *defect : defect.error().detail,
                        .trouble = m_trouble};
    if (health.defect.isEmpty())
        health.defect = m_trouble.defect;
    return health;
}

} // namespace guichet
