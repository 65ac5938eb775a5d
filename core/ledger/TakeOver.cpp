// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/TakeOver.h"

#include "core/base/Text.h"
#include "core/ledger/ChainWalk.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/Engine.h"
#include "core/ledger/LastHead.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/OwnKey.h"
#include "core/ledger/PrivateFile.h"

#include <QJsonDocument>
#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql countAllFacts = "SELECT COUNT(*) FROM fact";

/// The key of the attempt: the one that is there when it is the same.
Result<KeyPair> keyOfAttempt(const DataFolder &folder, const QByteArray &attempt)
{
    const QString name = QString::fromLatin1(sha256(attempt).toHex());
    if (const auto bytes = readPrivateFile(folder.takeOverFile())) {
        const QJsonObject kept = QJsonDocument::fromJson(*bytes).object();
        const auto pair = KeyPair::fromSeed(QByteArray::fromHex(kept[u"seed"].toString().toLatin1()));
        if (kept[u"attempt"].toString() == name && pair)
            return *pair;
    }
    const KeyPair made = KeyPair::generate();
    const QJsonObject json{{u"attempt"_s, name}, {u"seed"_s, toHex(made.secretSeed())}};
    TRY(writePrivateFile(folder.takeOverFile(), QJsonDocument{json}.toJson()));
    return made;
}

std::unexpected<Error> notProven(const ChainIdentity &chain, qint64 number, const QString &why)
{
    return failure(ErrorCode::ChainBroken, u"fact %1/%2 of %3: %4"_s.arg(chain.incarnation).arg(number).arg(chain.till, why));
}

/// It becomes part of the names of files and secrets.
bool isTillUid(const QString &till)
{
    return QUuid::fromString(till).toString(QUuid::WithoutBraces) == till;
}

} // namespace

Result<std::unique_ptr<TakeOver>> TakeOver::begin(const QString &path, const LedgerNeeds &needs, const QByteArray &attempt)
{
    const DataFolder folder{path};
    TRY(makePrivateFolder(path));
    TRY_LET(lock, FolderLock::take(folder));
    if (folder.hasTill() || (QFile::exists(folder.ledgerFile()) && !QFile::exists(folder.takeOverFile())))
        return failure(ErrorCode::TillExists, folder.path(), {folder.path()});
    TRY_LET(key, keyOfAttempt(folder, attempt));
    std::unique_ptr<TakeOver> made{new TakeOver{path, needs, key}};
    made->m_lock = std::move(lock);
    TRY(made->empty()); // of an attempt that was cut off
    return made;
}

Result<> TakeOver::empty()
{
    m_db.reset();
    removeFiles();
    TRY(makePrivateFile(m_folder.ledgerFile()));
    TRY_LET(db, Database::open(m_folder.ledgerFile()));
    TRY(migrate(*db));
    m_db = std::move(db);
    return {};
}

TakeOver::~TakeOver()
{
    m_db.reset();
    if (!m_finished)
        removeFiles();
}

/// All but the key of the attempt.
void TakeOver::removeFiles() const
{
    const QDir dir{m_folder.path()};
    QStringList files = engine::partsOf(m_folder.ledgerFile());
    files << m_folder.lastHeadFile();
    for (const QString &name : dir.entryList({u"till-*.key"_s, u"till-*.secret"_s}, QDir::Files | QDir::Hidden))
        files << dir.filePath(name);
    for (const QString &file : std::as_const(files))
        QFile::remove(file);
}

Result<> TakeOver::open(const std::vector<ChainIdentity> &chains)
{
    m_chains = chains;
    for (ChainIdentity &chain : m_chains)
        chain.own = true;
    if (m_chains.size() < 2 || !(m_chains.back().key == m_key.publicKey()))
        return failure(ErrorCode::ChainBroken, u"no chain that goes on with the key of this machine"_s);
    if (!isTillUid(m_chains.back().till))
        return failure(ErrorCode::ChainBroken, u"no name of a till"_s);
    TRY(prove());
    TRY(proveLinks());
    TRY(proveDocuments());
    m_identity = {.till = m_chains.back().till, .secretStore = {}, .incarnations = {}};
    for (const ChainIdentity &chain : m_chains)
        m_identity.incarnations.push_back({.number = chain.incarnation, .key = chain.key});
    TRY_LET(store, keepOwnKey(m_folder, m_identity.till, m_chains.back().incarnation, m_key, m_needs));
    m_identity.secretStore = store;
    return writeFirstFacts();
}

/// Every fact of every till: place, chain, hashes, signature, sums, and the columns beside it.
Result<> TakeOver::prove()
{
    TRY_LET(known, Journal::chains(*m_db));
    std::vector<ChainIdentity> own;
    std::ranges::copy_if(known, std::back_inserter(own), &ChainIdentity::own);
    if (own != m_chains)
        return failure(ErrorCode::ChainBroken, u"the ledger names other chains of the till"_s);
    qint64 proven = 0;
    for (const ChainIdentity &chain : known) {
        WalkPoint point = startOf(chain);
        TRY_LET(defect, walkChain(*m_db, chain, point, WalkDepth::Full, 0));
        if (defect)
            return notProven(chain, defect->position.number, defect->what);
        if (point.pending > 0)
            return notProven(chain, point.number, u"it has no signature"_s);
        proven += point.number;
    }
    TRY_LET(facts, selectInteger(*m_db, countAllFacts));
    return facts == proven ? Result<>{} : failure(ErrorCode::ChainBroken, u"facts of no known chain"_s);
}

Result<> TakeOver::proveLinks()
{
    for (size_t chain = 1; chain < m_chains.size(); ++chain)
        TRY(proveLink(chain));
    return {};
}

/// A chain goes on from a fact of an earlier one, with the perpetual totals of that fact.
Result<> TakeOver::proveLink(size_t index)
{
    const ChainIdentity &next = m_chains[index];
    for (size_t earlier = index; earlier-- > 0;) {
        const ChainIdentity &before = m_chains[earlier];
        if (before.incarnation >= next.incarnation)
            break;
        if (next.previousNumber == 0 && next.previousHash == genesisHash(before) && next.previousTotals == before.previousTotals)
            return {};
        Journal journal{*m_db, m_needs.projector, m_needs.clock, before, std::nullopt};
        const auto last = journal.fact({before.till, before.incarnation, next.previousNumber});
        if (last && last->hash == next.previousHash && last->body.totals == next.previousTotals)
            return {};
    }
    return notProven(next, 0, u"it begins at no fact that is here"_s);
}

/// A till that cannot read what it opens with never opens.
Result<> TakeOver::proveDocuments()
{
    const DocumentStore documents{*m_db};
    TRY(documents.catalogue());
    TRY(documents.attraction());
    TRY(documents.ownSettings());
    TRY_LET(users, documents.users());
    for (const User &user : users)
        if (!user.pinHash.isEmpty() && !isPinHash(user.pinHash)) // its own word says how much it costs to try a PIN
            return failure(ErrorCode::InvalidInput, u"a hash that is none: "_s + printable(user.key), {u"pinHash"_s});
    return {};
}

/// What the new incarnation goes on from is in it, like after a restore.
Result<> TakeOver::writeFirstFacts()
{
    const ChainIdentity &chain = m_chains.back();
    Journal journal{*m_db, m_needs.projector, m_needs.clock, chain, m_key};
    journal.setDayStart(DocumentStore{*m_db}.ownSettings().value_or(TillSettings{}).businessDayStartsAtHour);
    TRY(inTransaction(*m_db, [&]() -> Result<> {
        TRY(journal.appendTechnical(TechnicalEvent::Restore, {{u"incarnation_before"_s, m_chains[m_chains.size() - 2].incarnation},
                                                              {u"last_number"_s, chain.previousNumber},
                                                              {u"last_hash"_s, toHex(chain.previousHash)},
                                                              {u"replaced"_s, true},
                                                              {u"fingerprint"_s, chain.key.fingerprint()}}));
        TRY(journal.appendTechnical(TechnicalEvent::KeyChanged,
                                    {{u"fingerprint"_s, chain.key.fingerprint()}, {u"secret_store"_s, m_identity.secretStore}}));
        return {};
    }));
    return writeLastHead(m_folder, journal);
}

Result<> TakeOver::finish()
{
    TRY(m_db->sync());
    TRY(writeIdentity(m_folder, m_identity)); // last: until then there is no till
    m_finished = true;
    QFile::remove(m_folder.takeOverFile());
    return {};
}

} // namespace guichet
