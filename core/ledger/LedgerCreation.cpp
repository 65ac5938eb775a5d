// SPDX-License-Identifier: GPL-3.0-or-later
// How a till comes into being in a folder, and how an attempt that failed is taken back.
#include "core/ledger/Engine.h"
#include "core/ledger/Ledger.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/OwnKey.h"
#include "core/ledger/PrivateFile.h"

#include <QUuid>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstIncarnation = 1;

// What a creation writes before somebody opens the till for the first time: its key, and the stock that it begins with.
constexpr Sql countFactsOfUse = R"(
    SELECT COUNT(*) FROM fact WHERE NOT (number = 1 AND type = :key_created) AND NOT (number = 2 AND type = :stock))";

/// What a creation left that was cut off before it wrote the identity: a ledger that nobody has opened yet.
bool isLeftover(const QString &ledgerFile)
{
    const auto db = Database::open(ledgerFile, {.access = DatabaseOptions::Access::ReadOnly});
    if (!db)
        return false;
    const auto version = engine::schemaVersion(**db);
    if (version && *version == 0)
        return true;
    const auto used = selectInteger(**db, countFactsOfUse,
                                    {{":key_created", factTypeName(FactType::Technical)}, {":stock", factTypeName(FactType::StockMoved)}});
    return used && *used == 0;
}

/// Under the lock, so that nobody else makes a till meanwhile.
Result<> clearLeftover(const DataFolder &folder)
{
    const QString ledger = folder.ledgerFile();
    const bool wasTakingOver = QFile::exists(folder.takeOverFile()); // and nothing came of it
    if (folder.hasTill() || (QFile::exists(ledger) && !wasTakingOver && !isLeftover(ledger)))
        return failure(ErrorCode::TillExists, folder.path(), {folder.path()});
    for (const QString &part : engine::partsOf(ledger))
        QFile::remove(part);
    QFile::remove(folder.takeOverFile());
    return {};
}

/// The files of a till that was made just now.
void removeNewTill(const DataFolder &folder)
{
    const QDir dir{folder.path()};
    QStringList files = engine::partsOf(folder.ledgerFile());
    files << folder.identityFile() << folder.lastHeadFile() << folder.keyFile(firstIncarnation);
    for (const QString &secret : dir.entryList({u"till-*-%1.secret"_s.arg(firstIncarnation)}, QDir::Files | QDir::Hidden))
        files << dir.filePath(secret);
    for (const QString &file : std::as_const(files))
        QFile::remove(file);
}

} // namespace

Result<std::unique_ptr<Ledger>> Ledger::make(const DataFolder &folder, std::unique_ptr<FolderLock> lock, const LedgerNeeds &needs,
                                             const Furnish &furnish)
{
    const QString till = makeUuidV7().toString(QUuid::WithoutBraces);
    TRY_LET(key, makeOwnKey(folder, till, firstIncarnation, needs));
    TRY(makePrivateFile(folder.ledgerFile())); // customers will be in it
    TRY_LET(db, Database::open(folder.ledgerFile()));
    TRY(migrate(*db));
    const ChainIdentity chain{.till = till, .incarnation = firstIncarnation, .key = key.pair.publicKey()};
    TRY(Journal::registerChain(*db, chain));
    const TillIdentity identity{
        .till = till, .secretStore = key.secretStore, .incarnations = {{.number = firstIncarnation, .key = chain.key}}};
    auto ledger = assemble(folder, identity, std::move(lock), std::move(db), needs, chain);
    TRY(ledger->m_journal->unlock(key.pair));
    TRY(inTransaction(*ledger->m_db, [&]() -> Result<> {
        const QJsonObject details{{u"fingerprint"_s, chain.key.fingerprint()}, {u"secret_store"_s, key.secretStore}};
        TRY(ledger->m_journal->appendTechnical(TechnicalEvent::KeyCreated, details));
        return furnish ? furnish(*ledger) : Result<>{};
    }));
    TRY(ledger->rememberHead());
    TRY(writeIdentity(folder, identity)); // last: until then there is no till
    ledger->m_isReady = true;
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::create(const QString &path, const LedgerNeeds &needs, const Furnish &furnish)
{
    const DataFolder folder{path};
    const bool isNewFolder = !QDir{path}.exists();
    const bool isNewLock = !QFile::exists(folder.lockFile());
    TRY(makePrivateFolder(path));
    TRY_LET(lock, FolderLock::take(folder));
    TRY(clearLeftover(folder));
    auto made = make(folder, std::move(lock), needs, furnish);
    if (made)
        return made;
    removeNewTill(folder);
    if (isNewLock)
        QFile::remove(folder.lockFile());
    if (isNewFolder)
        QDir{}.rmdir(path);
    return made;
}

Result<> Ledger::takeBack(const QString &path)
{
    const DataFolder folder{path};
    TRY_LET(lock, FolderLock::take(folder));
    removeNewTill(folder);
    QFile::remove(folder.lockFile());
    return {};
}

} // namespace guichet
