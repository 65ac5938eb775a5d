// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/SyncInbox.h"

#include "core/ledger/DocumentFeed.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

Result<CentreNotes::Cursors> SyncInbox::cursors()
{
    TRY(notes().goBackToUnread(m_version));
    return notes().cursors();
}

/// In the order of the account; returns how many were passed over, being of a kind that stays at home. What was said here comes back too:
/// it is known, unless this till was restored since.
Result<int> SyncInbox::mergeAll(const std::vector<SharedChange> &changes, const QDateTime &now)
{
    DocumentFeed feed{db()};
    int passedOver = 0;
    for (const SharedChange &change : changes) {
        if (!DocumentFeed::isTaken(change)) {
            ++passedOver;
            continue;
        }
        TRY_LET(isOther, feed.take(change, now));
        m_tookDocuments = m_tookDocuments || isOther;
    }
    return passedOver;
}

/// Of this till the centre names only what the till itself has on record outside its ledger: nobody makes it a past.
Result<> SyncInbox::learnOwnChain(const ChainIdentity &chain)
{
    const auto &recorded = m_ledger.identity().incarnations;
    const bool isOwn = std::ranges::any_of(
        recorded, [&](const TillIdentity::Incarnation &one) { return one.number == chain.incarnation && one.key == chain.key; });
    if (!isOwn || chain.incarnation >= m_ledger.journal().identity().incarnation)
        return failure(ErrorCode::ChainBroken, u"the centre speaks for this till"_s);
    return Journal::registerChain(db(), chain);
}

/// A chain is believed the first time that it is named; a server that names another key for it later is refused.
Result<> SyncInbox::learnChains(const std::vector<ChainIdentity> &chains)
{
    TRY_LET(known, Journal::chains(db()));
    for (ChainIdentity chain : chains) {
        chain.own = chain.till == m_ledger.identity().till;
        const auto same = std::ranges::find_if(
            known, [&](const ChainIdentity &other) { return other.till == chain.till && other.incarnation == chain.incarnation; });
        if (same != known.end() && *same != chain)
            return failure(ErrorCode::ChainBroken, u"another beginning of the chain of %1"_s.arg(chain.till));
        if (same == known.end())
            TRY(chain.own ? learnOwnChain(chain) : Journal::registerChain(db(), chain));
    }
    return {};
}

Result<int> SyncInbox::receiveAll(const std::vector<StoredBytes> &facts)
{
    OwnChains chains{m_ledger};
    for (const StoredBytes &stored : facts) {
        TRY_LET(fact, factFromBytes(stored.body, stored.content, stored.hash, stored.signature));
        TRY(m_ledger.journal().receive(fact));
        TRY(chains.noteKnown(fact));
    }
    return static_cast<int>(facts.size());
}

Result<int> SyncInbox::take(const ChangesPage &page, const QDateTime &now)
{
    return inTransaction(db(), [&]() -> Result<int> {
        TRY(learnChains(page.chains));
        TRY_LET(passedOver, mergeAll(page.documents, now));
        TRY(notes().noteUnread(page.unread + passedOver, m_version)); // before the cursor moves
        TRY_LET(taken, receiveAll(page.facts));
        TRY(notes().moveTo({.facts = page.cursor, .documents = page.documentCursor}));
        TRY(notes().noteContact(now));
        TRY(notes().endTrouble(SyncDirection::Down));
        return taken;
    });
}

} // namespace guichet
