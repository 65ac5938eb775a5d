// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncOutbox.h"

#include "core/ledger/DocumentFeed.h"
#include "core/ledger/HomeStore.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// The first of them, one at least: as much as a page of the centre has.
void keepOnePush(std::vector<StoredBytes> &facts)
{
    qsizetype bytes = 0;
    size_t kept = 0;
    for (const StoredBytes &fact : facts) {
        bytes += writtenSize(fact);
        if (kept > 0 && bytes > protocol::largestPage)
            break;
        ++kept;
    }
    facts.resize(kept);
}

} // namespace

Result<SyncOutbox::WaitingFacts> SyncOutbox::nextFacts()
{
    TRY_LET(own, chains().all());
    for (const ChainIdentity &chain : own) {
        TRY_LET(known, chains().acknowledged(chain.incarnation));
        TRY_LET(facts, ownFactsAfter(db(), chain, known, protocol::mostFacts));
        if (facts.empty())
            continue;
        keepOnePush(facts);
        const qint64 upTo = known + static_cast<qint64>(facts.size());
        WaitingFacts waiting{.incarnation = chain.incarnation, .push = {.facts = std::move(facts)}, .upTo = upTo};
        if (known == 0 && chain.incarnation > 1) // opened by a restore: the centre may not have heard of it
            waiting.push.chain = chain;
        return waiting;
    }
    return WaitingFacts{};
}

Result<> SyncOutbox::acknowledge(const CentreAnchor &anchor, const QDateTime &now)
{
    TRY_LET(isSigned, notes().hasSigned(m_ledger.identity().till, anchor));
    if (!isSigned)
        return failure(ErrorCode::ChainBroken, u"an anchor that the centre did not sign"_s);
    TRY(chains().prove(anchor));
    return inTransaction(db(), [&]() -> Result<> {
        TRY(keepCentreAnchor(db(), anchor, now));
        TRY(notes().endTrouble(SyncDirection::Up, ErrorCode::CentreUnreachable)); // of the rest its own sending says more
        return notes().noteContact(now);
    });
}

Result<SyncOutbox::WaitingDocuments> SyncOutbox::nextDocuments()
{
    TRY_LET(known, notes().sentDocuments());
    TRY_LET(changes, DocumentFeed{db()}.ownAfter(known, m_ledger.identity().till, protocol::mostDocuments));
    WaitingDocuments waiting{.push = {}, .after = known};
    for (ArrivedChange &one : changes) {
        waiting.upTo = one.arrival;
        waiting.push.changes.push_back(std::move(one.change));
    }
    return waiting;
}

Result<> SyncOutbox::acknowledgeDocuments(const WaitingDocuments &sent, const DocumentReceipt &receipt, const QDateTime &now)
{
    return inTransaction(db(), [&]() -> Result<> {
        for (const ClampedChange &clamped : receipt.clamped) {
            TRY_LET(isOther, DocumentFeed{db()}.clamped(clamped, now));
            m_tookDocuments = m_tookDocuments || isOther;
        }
        TRY_LET(known, notes().sentDocuments());
        if (known == sent.after) // it may have begun again meanwhile
            TRY(notes().noteSentDocuments(sent.upTo));
        return notes().noteContact(now);
    });
}

/// Asked for twice a second: where nothing was changed at all it looks at nothing.
Result<SyncOutbox::WaitingHome> SyncOutbox::nextHome()
{
    TRY_LET(known, notes().sentHome());
    const qint64 revision = known.section(u' ', 0, 0).toLongLong();
    TRY_LET(newest, DocumentStore{db()}.revision());
    TRY_LET(erased, DocumentFeed{db()}.erasedKeys());
    std::erase_if(erased, [](const auto &gone) { return !isOfHome(gone.first); });
    WaitingHome waiting{.push = {}, .before = known};
    if (newest > revision) {
        TRY_LET(documents, homeAfter(revision));
        waiting.push.documents = std::move(documents);
    }
    const bool isFull = waiting.push.documents.size() == size_t{protocol::mostDocuments};
    waiting.mark = u"%1 %2"_s.arg(isFull ? waiting.push.documents.back().revision : newest).arg(erased.size());
    if (waiting.mark.section(u' ', 1) != known.section(u' ', 1))
        waiting.push.erased = std::move(erased);
    if (waiting.isEmpty() && waiting.mark != known)
        TRY(acknowledgeHome(waiting)); // what was changed goes elsewhere
    TRY_LET(settings, DocumentStore{db()}.ownSettings());
    waiting.push.tillKey = settings.tillKey;
    return waiting;
}

/// In the order of their revisions, as many as go at once.
Result<std::vector<Document>> SyncOutbox::homeAfter(qint64 revision)
{
    std::vector<Document> documents;
    for (const DocumentKind kind : homeKinds) {
        TRY_LET(changed, DocumentStore{db()}.changedAfter(revision, kind, protocol::mostDocuments));
        std::ranges::move(changed, std::back_inserter(documents));
    }
    std::ranges::sort(documents, {}, &Document::revision);
    if (documents.size() > size_t{protocol::mostDocuments})
        documents.resize(protocol::mostDocuments);
    return documents;
}

Result<> SyncOutbox::acknowledgeHome(const WaitingHome &sent)
{
    return inTransaction(db(), [&]() -> Result<> {
        TRY_LET(known, notes().sentHome());
        return known == sent.before ? notes().noteSentHome(sent.mark) : Result<>{}; // it may have begun again meanwhile
    });
}

} // namespace guichet
