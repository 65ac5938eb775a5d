// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Ledger.h"

#include "core/ledger/Anchor.h"
#include "core/ledger/Backup.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/OwnKey.h"
#include "core/ledger/PrivateFile.h"
#include "core/ledger/Query.h"

#include <QUuid>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql countFacts = "SELECT COUNT(*) FROM fact";

/// What a creation left that was cut off before it wrote the identity: at most its first fact, which nobody has seen.
bool isLeftover(const QString &ledgerFile)
{
    const auto db = Database::open(ledgerFile, {.access = DatabaseOptions::Access::ReadOnly});
    if (!db)
        return false;
    const auto version = schemaVersion(**db);
    const auto facts = selectInteger(**db, countFacts);
    return (version && *version == 0) || (facts && *facts <= 1);
}

Result<> makeFolder(const DataFolder &folder)
{
    const QString ledger = folder.ledgerFile();
    if (folder.hasTill() || (QFile::exists(ledger) && !isLeftover(ledger)))
        return failure(ErrorCode::TillExists, folder.path(), {folder.path()});
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(ledger + part);
    if (!QDir{}.mkpath(folder.path()))
        return failure(ErrorCode::FolderReadOnly, folder.path(), {folder.path()});
    return {};
}

Result<> backUpFirst(Database &db, const DataFolder &folder, const QDateTime &now)
{
    TRY(backUp(db, folder, now));
    return {};
}

/// The chain that is continued: as the ledger has it on record, with the key on record outside.
Result<ChainIdentity> ownChain(Database &db, const TillIdentity &identity)
{
    TRY_LET(chains, Journal::chains(db));
    for (const ChainIdentity &chain : chains)
        if (chain.till == identity.till && chain.incarnation == identity.current().number && chain.key == identity.current().key)
            return chain;
    return failure(ErrorCode::ChainBroken, u"the ledger is not that of identity.json"_s);
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
    TRY_LET(head, m_journal->head());
    return writeLastHead(m_folder, {.incarnation = head.position.incarnation, .number = head.position.number, .hash = toHex(head.hash)});
}

/// A ledger that lacks what was there when it was last closed is an old copy: its chain is not continued (decisions 13).
Result<> Ledger::compareLastHead()
{
    const auto left = readLastHead(m_folder);
    if (!left || left->incarnation != m_journal->identity().incarnation || left->number == 0)
        return {};
    const auto fact = m_journal->fact({m_identity.till, left->incarnation, left->number});
    if (fact ? toHex(fact->hash) != left->hash : fact.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::ChainBroken, u"the ledger does not hold fact %1 as it was left"_s.arg(left->number));
    return {};
}

Result<std::unique_ptr<Ledger>> Ledger::create(const QString &path, const LedgerNeeds &needs)
{
    const DataFolder folder{path};
    TRY(makeFolder(folder));
    TRY_LET(lock, FolderLock::take(folder));
    const QString till = makeUuidV7().toString(QUuid::WithoutBraces);
    TRY_LET(key, makeOwnKey(folder, till, 1, needs));
    TRY_LET(db, Database::open(folder.ledgerFile()));
    QFile::setPermissions(folder.ledgerFile(), ownerOnly); // customers are in it; the files beside it take the same mode
    TRY(migrate(*db));
    const ChainIdentity chain{.till = till, .key = key.pair.publicKey()};
    TRY(Journal::registerChain(*db, chain));
    const TillIdentity identity{.till = till, .secretStore = key.secretStore, .incarnations = {{.number = 1, .key = chain.key}}};

    std::unique_ptr<Ledger> ledger{new Ledger{folder, identity, std::move(lock), std::move(db)}};
    ledger->m_keychain = &needs.keychain;
    ledger->m_journal = std::make_unique<Journal>(*ledger->m_db, needs.projector, needs.clock, chain, key.pair);
    const QJsonObject details{{u"fingerprint"_s, chain.key.fingerprint()}, {u"secret_store"_s, key.secretStore}};
    TRY(ledger->m_journal->appendTechnical(TechnicalEvent::KeyCreated, details));
    TRY(writeIdentity(folder, identity)); // last: until then there is no till
    ledger->m_isReady = true;
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path, const LedgerNeeds &needs)
{
    const DataFolder folder{path};
    TRY_LET(identity, readIdentity(folder));
    TRY_LET(lock, FolderLock::take(folder));
    if (!QFile::exists(folder.ledgerFile()))
        return failure(ErrorCode::DatabaseCorrupt, u"the ledger file is missing"_s);
    TRY_LET(db, Database::open(folder.ledgerFile()));
    TRY_LET(version, schemaVersion(*db));
    if (version == 0)
        return failure(ErrorCode::DatabaseCorrupt, u"the ledger file is empty"_s);
    TRY(migrate(*db, [&] { return backUpFirst(*db, folder, needs.clock.now()); }));
    TRY_LET(chain, ownChain(*db, identity));

    const auto key = loadOwnKey(folder, identity, needs.keychain);
    std::unique_ptr<Ledger> ledger{new Ledger{folder, identity, std::move(lock), std::move(db)}};
    ledger->m_keychain = &needs.keychain;
    ledger->m_journal = std::make_unique<Journal>(*ledger->m_db, needs.projector, needs.clock, chain, std::nullopt);
    TRY(ledger->compareLastHead());
    if (key)
        TRY(ledger->m_journal->unlock(*key)); // also signs what waited
    ledger->m_isReady = true;
    return ledger;
}

Result<int> Ledger::retryKey()
{
    TRY_LET(key, loadOwnKey(m_folder, m_identity, *m_keychain));
    return m_journal->unlock(key);
}

Result<LedgerHealth> Ledger::health()
{
    TRY_LET(pending, m_journal->pendingSignatures());
    TRY_LET(defect, machineState(*m_db, u"defect"_s));
    return LedgerHealth{.keyInFile = m_identity.secretStore == u"file"_s,
                        .keyOutOfReach = !m_journal->isUnlocked(),
                        .pendingSignatures = pending,
                        .defect = defect};
}

} // namespace guichet
