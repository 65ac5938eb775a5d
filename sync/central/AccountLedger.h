// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/TillProjector.h"
#include "sync/central/TillStanding.h"
#include "sync/protocol/Messages.h"

namespace guichet {

/// The ledger of one account at the centre: the facts of all its tills in the order in which they arrived, and the same projections as at a
/// till. It has no chain of its own. On one thread.
class AccountLedger
{
public:
    /// Opens it, or makes it. Errors as Database::open().
    static Result<std::unique_ptr<AccountLedger>> open(const QString &file, const Clock &clock);

    /// The chains of a till that enrols. ChainBroken: one is here already with another key or beginning.
    Result<> registerChains(const std::vector<ChainIdentity> &chains);
    /// How one of its tills stands.
    Result<TillStanding> standing(const CentralTill &till) { return standingOf(*m_db, till); }
    /// Takes facts of `till` in order; what is here already is passed over. A fact is never refused for what it says, only for what does
    /// not hold: ChainBroken, values: the number that is expected next of that chain. All or nothing. Returns where the chain came to.
    Result<ChainTip> take(const QString &till, const FactPush &push);
    /// Merges what a till changed; never refused for what it says (DocumentFeed::take()). A clock more than 5 min ahead of here is put
    /// back, and the answer says so (decisions 12): the same change again gets the same clock. NotAllowed: in another's name. All or
    /// nothing.
    Result<DocumentReceipt> takeDocuments(const QString &till, const DocumentPush &push);
    /// Whether no till has brought its catalogue yet.
    Result<bool> hasNoDocuments();
    /// The facts of other tills than `forTill`, and all changes of documents, after both cursors.
    Result<ChangesPage> changes(const QString &forTill, qint64 cursor, qint64 documentCursor);

private:
    AccountLedger(std::unique_ptr<Database> db, const Clock &clock);
    Result<ChainTip> takeOne(const QString &till, const StoredBytes &stored);

    Result<SharedChange> withClock(const SharedChange &change, DocumentReceipt &receipt);
    Result<> addDocuments(ChangesPage &page, qint64 cursor);

    std::unique_ptr<Database> m_db;
    const Clock &m_clock;
    TillProjector m_projector;
    Journal m_journal;
};

} // namespace guichet
