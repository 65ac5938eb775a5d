// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Salvage.h"

#include "core/ledger/DataFolder.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/Engine.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/ReservationStore.h"
#include "core/ledger/UserAdmission.h"
#include "core/ledger/WorkingStore.h"

#include <QSet>
#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Working state: what is in them is true only together with the facts beside which it was written.
const QStringList workingTables{u"cart"_s, u"command_answer"_s, u"lock_out"_s, u"print_job"_s, u"working_value"_s};

constexpr int changesAtOnce = 200;

/// Whether all that stands of it here is in the changes that tills share: of a user some may wait, of a profile some stays at home.
bool isInChanges(const Document &document)
{
    return DocumentFeed::isShared(document.kind, document.key) && document.kind != DocumentKind::User && ownFields(document.kind).isEmpty();
}

constexpr Sql selectNewestHlc = "SELECT COALESCE(MAX(hlc), 0) FROM fact";
constexpr Sql countUnsigned = R"(
    SELECT COUNT(*) FROM fact WHERE till = :till AND incarnation = :incarnation AND length(signature) = 0)";
constexpr Sql deleteOpenJobs = "DELETE FROM print_job WHERE state IN ('waiting', 'sending', 'doubtful')";

Result<> copyTable(Database &from, Database &to, const QString &table)
{
    TRY(runText(to, u"DELETE FROM %1"_s.arg(table)));
    TRY_LET(rows, selectRowsOf(from, u"SELECT * FROM %1"_s.arg(table)));
    const int columns = rows.row().columns();
    const QString insert = u"INSERT INTO %1 VALUES (%2)"_s.arg(table, QStringList(columns, u"?"_s).join(u", "_s));
    while (rows.next()) {
        QVariantList values;
        for (int column = 0; column < columns; ++column)
            values.append(rows.row().value(column));
        TRY(runText(to, insert, values));
    }
    return rows.finish();
}

} // namespace

Salvage::Salvage(Database &restored, Database *damaged, const TillIdentity &identity, Projector &projector, const Clock &clock)
    : m_restored{restored}, m_damaged{damaged}, m_identity{identity}, m_projector{projector}, m_clock{clock}
{
    auto chains = damaged ? Journal::chains(*damaged) : Result<std::vector<ChainIdentity>>{};
    if (chains)
        m_damagedChains = *std::move(chains);
    else
        m_damaged = nullptr; // what does not even say whose it is gives nothing
}

Result<Salvaged> Salvage::run()
{
    TRY_LET(backupHlc, selectInteger(m_restored, selectNewestHlc));
    TRY(setMachineState(m_restored, u"defect"_s, {}));                 // a backup is sound
    TRY(ReservationStore{m_restored}.dropAllotments(m_identity.till)); // nobody knows how many of them were sold
    TRY(takeFacts());
    TRY_LET(same, isSamePicture());
    TRY(takeDocuments(same));
    if (same) {
        const auto taken = takeWorkingState();
        if (!taken && taken.error().code != ErrorCode::DatabaseCorrupt)
            return std::unexpected(taken.error());
        m_salvaged.complete = m_salvaged.complete && taken.has_value();
        if (taken)
            return m_salvaged;
    }
    TRY(makeWorkingStateSafe());
    TRY(WorkingStore{m_restored}.setValue(staleFromName, QString::number(backupHlc)));
    return m_salvaged;
}

Result<ChainIdentity> Salvage::newestChain() const
{
    TRY_LET(chains, Journal::chains(m_restored));
    std::erase_if(chains, [](const ChainIdentity &chain) { return !chain.own; });
    if (chains.empty())
        return failure(ErrorCode::ChainBroken, u"the backup names no chain of its own"_s);
    return *std::ranges::max_element(chains, {}, &ChainIdentity::incarnation);
}

Result<Journal::Head> Salvage::head()
{
    TRY_LET(chain, newestChain());
    return Journal{m_restored, m_projector, m_clock, chain, std::nullopt}.head();
}

Result<qint64> Salvage::nextIncarnation()
{
    TRY_LET(newest, newestChain());
    qint64 last = std::max(newest.incarnation, m_identity.current().number);
    for (const ChainIdentity &chain : m_damagedChains)
        if (chain.own)
            last = std::max(last, chain.incarnation);
    return last + 1;
}

/// A chain that is on record outside the ledger: what another ledger names besides is not believed.
std::optional<ChainIdentity> Salvage::chainOfDamaged(qint64 incarnation) const
{
    for (const TillIdentity::Incarnation &known : m_identity.incarnations)
        for (const ChainIdentity &chain : m_damagedChains)
            if (known.number == incarnation && chain.own && chain.till == m_identity.till && chain.incarnation == incarnation &&
                chain.key == known.key)
                return chain;
    return std::nullopt;
}

/// The rest of the backup's incarnation, then every later one whole: they were opened by restores since.
Result<> Salvage::takeFacts()
{
    if (!m_damaged)
        return {};
    TRY_LET(newest, newestChain());
    TRY_LET(last, head());
    TRY_LET(unsignedFacts, selectInteger(m_restored, countUnsigned, {{":till", newest.till}, {":incarnation", newest.incarnation}}));
    TRY(takeChain(newest, last.position.number - unsignedFacts)); // always the last ones: the damaged ledger may have their signatures
    for (qint64 incarnation = newest.incarnation + 1; incarnation <= m_identity.current().number; ++incarnation) {
        const auto chain = chainOfDamaged(incarnation);
        if (!chain)
            return {};
        TRY(Journal::registerChain(m_restored, *chain));
        TRY(takeChain(*chain, 0));
    }
    return {};
}

/// Late facts of a chain are appended to it, as far as they hold.
Result<> Salvage::takeChain(const ChainIdentity &chain, qint64 after)
{
    ChainIdentity own = chain; // whose facts a journal appends itself it does not receive
    TRY_LET(next, nextIncarnation());
    own.incarnation = next;
    Journal source{*m_damaged, m_projector, m_clock, own, std::nullopt};
    Journal target{m_restored, m_projector, m_clock, own, std::nullopt};
    for (qint64 number = after + 1;; ++number) {
        const auto fact = source.fact({chain.till, chain.incarnation, number});
        if (!fact)
            return {}; // the end, or what cannot be read
        const auto taken = target.takeOver(*fact);
        if (!taken && taken.error().code == ErrorCode::ChainBroken)
            return {};
        TRY(taken);
        m_salvaged.facts += *taken ? 1 : 0;
        m_visitorsWritten = m_visitorsWritten || fact->body.type == FactType::Visitors;
    }
}

/// Whether the damaged ledger is sound as a file and ends with the very fact with which the restored one ends: then all its tables are of
/// this moment.
Result<bool> Salvage::isSamePicture()
{
    if (!m_damaged)
        return false;
    TRY_LET(chain, newestChain());
    TRY_LET(here, head());
    const auto version = engine::schemaVersion(*m_damaged);
    TRY_LET(ownVersion, engine::schemaVersion(m_restored));
    const auto there = Journal{*m_damaged, m_projector, m_clock, chain, std::nullopt}.head();
    if (!version || *version != ownVersion || !there || there->position != here.position || there->hash != here.hash)
        return false;
    const auto damage = engine::damage(*m_damaged, engine::DamageCheck::Thorough);
    return damage && damage->isEmpty();
}

Result<> Salvage::takeDocuments(bool samePicture)
{
    if (!m_damaged)
        return eraseTheForgotten();
    TRY_LET(known, DocumentStore{m_restored}.revision()); // before anything is merged
    m_salvaged.complete = samePicture;
    TRY_LET(shared, takeShared(samePicture));
    TRY(takeRevisions(known, !shared));
    TRY(inTransaction(m_restored,
                      [&] { return UserAdmission{m_restored}.review(m_clock.now()); })); // who was confirmed since waits no more
    if (samePicture)
        TRY(eraseWhatIsGone());
    return eraseTheForgotten();
}

/// Documents as they stand in the damaged ledger. `sharedToo`: also those whose changes could not be taken one by one.
Result<> Salvage::takeRevisions(qint64 after, bool sharedToo)
{
    DocumentStore here{m_restored};
    const DocumentStore there{*m_damaged};
    const auto changed = there.changedAfter(after);
    m_salvaged.complete = m_salvaged.complete && changed;
    for (const Document &document : changed.value_or(std::vector<Document>{})) {
        if (!sharedToo && isInChanges(document))
            continue;
        const auto past = there.history(document.kind, document.key);
        const auto taken = past ? here.takeOver(document, *past) : Result<>{std::unexpected(past.error())};
        if (taken)
            ++m_salvaged.documents;
        else if (past && taken.error().code != ErrorCode::InvalidInput)
            return taken;
        else
            m_salvaged.complete = false;
    }
    return {};
}

/// What was changed for all tills since the backup: merged like what comes from another ledger. False: the two do not share with the same
/// till's name, or not all could be read.
Result<bool> Salvage::takeShared(bool samePicture)
{
    const DocumentFeed there{*m_damaged};
    TRY_LET(self, DocumentFeed{m_restored}.origin());
    const auto other = there.origin();
    if (self.isEmpty() || !other || *other != self)
        return false;
    TRY_LET(whole, takeChanges(there));
    m_salvaged.complete = m_salvaged.complete && whole;
    if (whole && samePicture) // somebody may have decided on some of them
        TRY(inTransaction(m_restored, [&]() -> Result<> {
            TRY(copyTable(*m_damaged, m_restored, u"document_lost"_s));
            return copyTable(*m_damaged, m_restored, u"user_waiting"_s);
        }));
    return whole;
}

/// False: damage ended it.
Result<bool> Salvage::takeChanges(const DocumentFeed &there)
{
    QSet<QString> documents;
    const auto merge = [&](const std::vector<ArrivedChange> &arrived) -> Result<> {
        for (const ArrivedChange &one : arrived) {
            TRY_LET(isOther, DocumentFeed{m_restored}.take(one.change, m_clock.now()));
            if (isOther)
                documents.insert(documentKindName(one.change.kind) + u'/' + one.change.key);
        }
        return {};
    };
    auto arrived = there.after(0, changesAtOnce);
    while (arrived && !arrived->empty()) {
        TRY(inTransaction(m_restored, [&] { return merge(*arrived); }));
        arrived = there.after(arrived->back().arrival, changesAtOnce);
    }
    m_salvaged.documents += documents.size();
    return arrived.has_value();
}

/// Who asked to be forgotten, here or in the damaged ledger, stays so: a backup does not bring them back (decisions 11).
Result<> Salvage::eraseTheForgotten()
{
    DocumentFeed here{m_restored};
    TRY_LET(forgotten, here.erasedKeys());
    const auto since = m_damaged ? DocumentFeed{*m_damaged}.erasedKeys() : std::vector<std::pair<DocumentKind, QString>>{};
    m_salvaged.complete = m_salvaged.complete && since;
    if (since)
        std::ranges::copy(*since, std::back_inserter(forgotten));
    return inTransaction(m_restored, [&]() -> Result<> {
        for (const auto &[kind, key] : forgotten)
            TRY(here.forgetErased(kind, key));
        return {};
    });
}

/// What somebody had erased since the backup stays erased (decisions 11).
Result<> Salvage::eraseWhatIsGone()
{
    DocumentStore here{m_restored};
    TRY_LET(mine, here.keys());
    const auto theirs = DocumentStore{*m_damaged}.keys();
    m_salvaged.complete = m_salvaged.complete && theirs;
    if (!theirs)
        return {};
    QSet<QString> there;
    for (const auto &[kind, key] : *theirs)
        there.insert(documentKindName(kind) + u'/' + key);
    for (const auto &[kind, key] : mine) {
        if (there.contains(documentKindName(kind) + u'/' + key))
            continue;
        TRY(here.forget(kind, key));
        ++m_salvaged.documents;
    }
    return {};
}

Result<> Salvage::takeWorkingState()
{
    return inTransaction(m_restored, [&]() -> Result<> {
        for (const QString &table : workingTables)
            TRY(copyTable(*m_damaged, m_restored, table));
        return {};
    });
}

/// The answers of the backup stay: their effects are in it.
Result<> Salvage::makeWorkingStateSafe()
{
    return inTransaction(m_restored, [&]() -> Result<> {
        WorkingStore working{m_restored};
        TRY(runQuery(m_restored, deleteOpenJobs));
        TRY(working.dropOverlay());
        TRY(working.setValue(u"training"_s, {}));
        return m_visitorsWritten ? working.setValue(u"visitors"_s, {}) : Result<>{};
    });
}

} // namespace guichet
