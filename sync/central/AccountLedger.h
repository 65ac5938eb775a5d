// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/TillProjector.h"
#include "core/planning/Overuse.h"
#include "sync/central/Reservations.h"
#include "sync/central/SnapshotReading.h"
#include "sync/central/TillStanding.h"
#include "sync/protocol/Messages.h"

namespace guichet {

/// Where a chain came to, and how many of the facts that were sent were not here yet.
struct TakenFacts
{
    ChainTip tip;
    int fresh = 0;
};

/// The ledger of one account at the centre: the facts of all its tills in the order in which they arrived, and the same projections as at a
/// till. It has no chain of its own. On one thread.
class AccountLedger
{
public:
    /// Brings it to the newest schema; a new one draws its generation. Errors as migrate().
    static Result<std::unique_ptr<AccountLedger>> open(std::unique_ptr<Database> db, const Clock &clock);

    /// The chains of a till that enrols, which has shown that it has the key of the last one. ChainBroken: they are several tills', one is
    /// here already with another key or beginning, or the till is known here and not its last one; TillReplaced: a later one is here.
    Result<> registerChains(const QString &till, const std::vector<ChainIdentity> &chains);
    /// Another machine goes on for `till` with `key`: its next incarnation, from the last fact that is here (decisions 13). Again with the
    /// same key: the same. Returns all chains of the till. NotFound: none has enrolled; ChainBroken: the key is another chain's.
    Result<std::vector<ChainIdentity>> openIncarnation(const QString &till, const PublicKey &key);
    /// The tables as they are now, page by page, for a machine that takes over `till`.
    Result<std::unique_ptr<SnapshotReading>> beginSnapshot(const QString &till, const KeyPair &centre);
    /// What stays at home with `till`, for a machine that may have to take it over.
    Result<> keepHome(const QString &till, const HomePush &push);
    /// How one of its tills stands.
    Result<TillStanding> standing(const CentralTill &till) { return standingOf(*m_db, till); }
    /// What its tills have sold beyond its number, from today on.
    Result<Overuse> overuse();
    /// Takes facts of `till` in order; what is here already is passed over. A fact is never refused for what it says, only for what does
    /// not hold: ChainBroken, values: the number that is expected next of that chain. All or nothing.
    /// `lastIncarnation`: of a machine that was replaced; NotAllowed: a fact of a later one.
    Result<TakenFacts> take(const QString &till, const FactPush &push, std::optional<qint64> lastIncarnation = {});
    /// Merges what a till changed; never refused for what it says (DocumentFeed::take()). A clock more than 5 min ahead of here is put
    /// back, and the answer says so (decisions 12): the same change again gets the same clock. NotAllowed: in another's name. All or
    /// nothing.
    Result<DocumentReceipt> takeDocuments(const QString &till, const DocumentPush &push);
    Result<std::vector<User>> users();
    /// Whether no till has brought its catalogue yet.
    Result<bool> hasNoDocuments();
    /// The facts of other tills than `forTill`, and of its own earlier incarnations, which another machine may have handed in or a backup
    /// may lack; and all changes of documents; after both cursors.
    Result<ChangesPage> changes(const QString &forTill, qint64 cursor, qint64 documentCursor);
    /// Names this ledger as it goes on: drawn anew when it was put back to an older state, so that tills give again what it lacks and ask
    /// from its beginning (docs/decisions/0047).
    Result<QString> generation();
    Result<> renew();

    /// What is decided before a fact says it (decisions 23). All or nothing.
    Result<HoldAnswer> hold(const QString &till, const PlaceHold &hold);
    Result<GiftDecision> debit(const QString &till, const GiftDebit &debit);
    Result<CodeDecision> use(const QString &till, const CodeUse &use);
    Result<AllotmentsAnswer> allot(const QString &till, const AllotmentRule &rule, const AllotmentsAsked &asked);

private:
    AccountLedger(std::unique_ptr<Database> db, const Clock &clock);
    Result<> drawFirstGeneration();
    Result<> takeOne(const QString &till, const StoredBytes &stored, TakenFacts &taken);
    Result<> noteClock(const QString &till, const StoredBytes &newest);
    Result<> takeChain(const QString &till, ChainIdentity chain);
    Result<std::vector<ChainIdentity>> chainsOf(const QString &till);
    Result<ChainIdentity> chainAfter(const ChainIdentity &last, const PublicKey &key);

    Result<SharedChange> withClock(const SharedChange &change, DocumentReceipt &receipt);
    class PageRoom;
    Result<> addFacts(ChangesPage &page, PageRoom &room, const QString &forTill, qint64 cursor);
    Result<> addDocuments(ChangesPage &page, PageRoom &room, qint64 cursor);

    Result<> refreshCatalogue();
    Result<Reservations> reservations();

    std::unique_ptr<Database> m_db;
    const Clock &m_clock;
    TillProjector m_projector;
    Journal m_journal;
    Catalogue m_catalogue;     ///< As it was at m_catalogueAt.
    qint64 m_catalogueAt = -1; ///< Arrival of the last change in it.
};

} // namespace guichet
