// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Restore.h"

#include "core/ledger/Migrator.h"
#include "core/ledger/OwnKey.h"
#include "core/ledger/PrivateFile.h"

#include <QDirIterator>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// The parts of a SQLite file: they move together.
const QStringList fileParts{u""_s, u"-wal"_s, u"-shm"_s};

Result<> moveAside(const QString &file, const QString &to)
{
    if (!QDir{}.mkpath(to))
        return failure(ErrorCode::FolderReadOnly, to);
    for (const QString &part : fileParts)
        if (QFile::exists(file + part) && !QFile::rename(file + part, QDir{to}.filePath(QFileInfo{file}.fileName() + part)))
            return failure(ErrorCode::FileFailed, u"cannot move "_s + file + part);
    return {};
}

Result<> copyBackup(const QString &backup, const QString &to)
{
    for (const QString &part : fileParts)
        QFile::remove(to + part);
    if (!QFile::copy(backup, to) || !QFile::setPermissions(to, ownerOnly))
        return failure(ErrorCode::FileFailed, u"cannot copy "_s + backup);
    return {};
}

qint64 nextIncarnation(const std::vector<ChainIdentity> &chains, const TillIdentity &identity)
{
    qint64 last = identity.current().number;
    for (const ChainIdentity &chain : chains)
        if (chain.own)
            last = std::max(last, chain.incarnation);
    return last + 1;
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
        const QString building = m_folder.ledgerFile() + u".restoring"_s;
        TRY(copyBackup(m_outcome.backup.file, building));
        TRY(build(building));
        m_outcome.damagedFolder = QDir{m_folder.path()}.filePath(u"damaged-"_s + m_needs.clock.now().toString(u"yyyyMMdd-HHmmss"_s));
        // The identity first: until the ledger is in its place, opening says that it is not that of the till.
        TRY(writeIdentity(m_folder, m_identity));
        TRY(moveAside(m_folder.ledgerFile(), m_outcome.damagedFolder));
        if (!QFile::rename(building, m_folder.ledgerFile()))
            return failure(ErrorCode::FileFailed, u"cannot put the restored ledger in its place"_s);
        return m_outcome;
    }

private:
    Result<> build(const QString &file)
    {
        TRY_LET(db, Database::open(file));
        TRY(migrate(*db));
        TRY_LET(chains, Journal::chains(*db));
        const auto old = std::find_if(chains.begin(), chains.end(), [&](const ChainIdentity &chain) {
            return chain.own && chain.incarnation == m_outcome.backup.head.incarnation;
        });
        m_outcome.incarnation = nextIncarnation(chains, m_identity);
        TRY_LET(head, recover(*db, *old));
        return openIncarnation(*db, head);
    }

    /// Late facts of the old incarnation are appended to it, as far as they hold (decisions 13).
    Result<Journal::Head> recover(Database &db, const ChainIdentity &old)
    {
        ChainIdentity next = old;
        next.incarnation = m_outcome.incarnation;
        Journal receiver{db, m_needs.projector, m_needs.clock, next, std::nullopt};
        auto damaged = Database::open(m_folder.ledgerFile(), {.access = DatabaseOptions::Access::ReadOnly});
        for (qint64 number = m_outcome.backup.head.number + 1; damaged; ++number) {
            Journal source{**damaged, m_needs.projector, m_needs.clock, next, std::nullopt};
            const auto fact = source.fact({old.till, old.incarnation, number});
            if (!fact || !receiver.receive(*fact))
                break;
            ++m_outcome.recovered;
        }
        Journal reader{db, m_needs.projector, m_needs.clock, old, std::nullopt};
        return reader.head();
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
        TRY(journal.appendTechnical(TechnicalEvent::Restore, {{u"incarnation_before"_s, head.position.incarnation},
                                                              {u"last_number"_s, head.position.number},
                                                              {u"last_hash"_s, toHex(head.hash)},
                                                              {u"recovered"_s, m_outcome.recovered},
                                                              {u"fingerprint"_s, m_outcome.fingerprint}}));
        TRY(db.pragma(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)); // one file, whole, before it is moved
        return {};
    }

    const DataFolder &m_folder;
    const LedgerNeeds &m_needs;
    TillIdentity m_identity;
    RestoreOutcome m_outcome;
};

} // namespace

Result<RestoreOutcome> restoreNewest(const QString &path, const LedgerNeeds &needs)
{
    const DataFolder folder{path};
    TRY_LET(identity, readIdentity(folder));
    TRY_LET(lock, FolderLock::take(folder));
    TRY_LET(backup, newestSoundBackup(folder));
    return Restoring{folder, needs, std::move(backup), std::move(identity)}.run();
}

} // namespace guichet
