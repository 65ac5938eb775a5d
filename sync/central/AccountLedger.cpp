// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountLedger.h"

#include "core/base/Clock.h"
#include "core/crypto/Crypto.h"
#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/HomeStore.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/Migrator.h"
#include "core/ledger/OveruseOf.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString generationName = u"centre.generation"_s;
constexpr int bytesOfGeneration = 16;

/// Under which the centre remembers where it put a change whose clock was ahead.
QString clampedName(const SharedChange &change)
{
    return u"documents.clamped/%1/%2/%3/%4"_s.arg(documentKindName(change.kind), change.key, change.stamp.origin).arg(change.stamp.hlc);
}

/// The centre writes no facts: its journal only receives.
ChainIdentity noChain()
{
    ChainIdentity none;
    none.till = u"centre"_s;
    return none;
}

bool endsReservation(FactType type)
{
    return type == FactType::Sale || type == FactType::Order || type == FactType::GiftUsed || type == FactType::ZReport;
}

bool isSameChain(const ChainIdentity &a, const ChainIdentity &b)
{
    return a.till == b.till && a.incarnation == b.incarnation;
}

/// A key that signs for one machine signs for no other.
Result<> requireNewKey(Database &db, const PublicKey &key)
{
    TRY_LET(known, Journal::chains(db));
    if (std::ranges::any_of(known, [&](const ChainIdentity &chain) { return chain.key == key; }))
        return failure(ErrorCode::ChainBroken, u"the key of another chain"_s);
    return {};
}

/// Of a till that is known here the last chain is, or anybody could go on for it with a chain and a key that were made up.
Result<> checkLastChain(const std::vector<ChainIdentity> &known, const std::vector<ChainIdentity> &told)
{
    const qint64 last = std::ranges::max(told, {}, &ChainIdentity::incarnation).incarnation;
    if (known.empty() || last == known.back().incarnation)
        return {};
    return last < known.back().incarnation ? failure(ErrorCode::TillReplaced, u"incarnation %1 goes on"_s.arg(known.back().incarnation))
                                           : failure(ErrorCode::ChainBroken, u"incarnation %1 was never told of"_s.arg(last));
}

std::unexpected<Error> notFollowing(const Error &why, qint64 expected)
{
    return failure(ErrorCode::ChainBroken, why.detail, {QString::number(expected)});
}

} // namespace

AccountLedger::AccountLedger(std::unique_ptr<Database> db, const Clock &clock)
    : m_db{std::move(db)}, m_clock{clock}, m_journal{*m_db, m_projector, clock, noChain(), std::nullopt}
{}

Result<std::unique_ptr<AccountLedger>> AccountLedger::open(std::unique_ptr<Database> db, const Clock &clock)
{
    TRY(migrate(*db));
    std::unique_ptr<AccountLedger> ledger{new AccountLedger{std::move(db), clock}};
    TRY_LET(drawn, ledger->generation());
    if (drawn.isEmpty())
        TRY(ledger->drawFirstGeneration());
    return ledger;
}

Result<QString> AccountLedger::generation()
{
    return machineState(*m_db, generationName);
}

Result<> AccountLedger::renew()
{
    return setMachineState(*m_db, generationName, QString::fromLatin1(randomBytes(bytesOfGeneration).toHex()));
}

/// Once, whichever of several processes comes first.
Result<> AccountLedger::drawFirstGeneration()
{
    return inTransaction(*m_db, [&]() -> Result<> {
        TRY_LET(drawn, generation());
        return drawn.isEmpty() ? renew() : Result<>{};
    });
}

Result<> AccountLedger::registerChains(const QString &till, const std::vector<ChainIdentity> &chains)
{
    return inTransaction(*m_db, [&]() -> Result<> {
        TRY_LET(known, chainsOf(till));
        TRY(checkLastChain(known, chains));
        for (ChainIdentity chain : chains) {
            if (chain.till != till)
                return failure(ErrorCode::ChainBroken, u"chains of several tills"_s);
            chain.own = false; // nothing here is the centre's own
            const auto same = std::ranges::find_if(known, [&](const ChainIdentity &other) { return isSameChain(chain, other); });
            if (same != known.end() && *same != chain)
                return failure(ErrorCode::ChainBroken, u"the chain begins otherwise here"_s);
            if (same == known.end())
                TRY(Journal::registerChain(*m_db, chain));
        }
        return {};
    });
}

Result<std::vector<ChainIdentity>> AccountLedger::chainsOf(const QString &till)
{
    TRY_LET(chains, Journal::chains(*m_db));
    std::erase_if(chains, [&](const ChainIdentity &chain) { return chain.till != till; });
    std::ranges::sort(chains, {}, &ChainIdentity::incarnation);
    return chains;
}

/// The chain that goes on from the last fact that is here.
Result<ChainIdentity> AccountLedger::chainAfter(const ChainIdentity &last, const PublicKey &key)
{
    TRY_LET(tip, tipOf(*m_db, last.till, last.incarnation));
    ChainIdentity next{.till = last.till,
                       .incarnation = last.incarnation + 1,
                       .key = key,
                       .previousNumber = tip.number,
                       .previousHash = tip.hash,
                       .previousTotals = last.previousTotals,
                       .own = false};
    if (tip.number > 0) {
        TRY_LET(fact, m_journal.fact({last.till, last.incarnation, tip.number}));
        next.previousTotals = fact.body.totals;
    }
    return next;
}

Result<std::vector<ChainIdentity>> AccountLedger::openIncarnation(const QString &till, const PublicKey &key)
{
    return inTransaction(*m_db, [&]() -> Result<std::vector<ChainIdentity>> {
        TRY_LET(chains, chainsOf(till));
        if (chains.empty())
            return failure(ErrorCode::NotFound, u"no chain of till %1"_s.arg(till));
        if (chains.back().key == key) // the answer was lost
            return chains;
        TRY(requireNewKey(*m_db, key));
        TRY_LET(next, chainAfter(chains.back(), key));
        TRY(Journal::registerChain(*m_db, next));
        chains.push_back(std::move(next));
        return chains;
    });
}

/// A till that was restored has opened its next incarnation by itself, from a fact that it has sent before.
Result<> AccountLedger::takeChain(const QString &till, ChainIdentity chain)
{
    chain.own = false;
    TRY_LET(known, chainsOf(till));
    if (std::ranges::find(known, chain) != known.end())
        return {};
    if (chain.till != till || known.empty() || chain.incarnation <= known.back().incarnation)
        return failure(ErrorCode::ChainBroken, u"no chain that goes on here"_s);
    TRY(requireNewKey(*m_db, chain.key));
    for (const ChainIdentity &before : known) {
        const auto last = m_journal.fact({till, before.incarnation, chain.previousNumber});
        const bool fromFact = last && last->hash == chain.previousHash && last->body.totals == chain.previousTotals;
        const bool fromStart = chain.previousNumber == 0 && chain.previousHash == genesisHash(before);
        if (fromFact || fromStart)
            return Journal::registerChain(*m_db, chain);
    }
    return failure(ErrorCode::ChainBroken, u"the chain goes on from a fact that is not here"_s);
}

Result<std::unique_ptr<SnapshotReading>> AccountLedger::beginSnapshot(const QString &till, const KeyPair &centre)
{
    return SnapshotReading::begin(*m_db, till, centre, m_clock.now());
}

namespace {

/// A note about somebody who was erased meanwhile: its till has not heard of it yet.
Result<bool> isOfErased(Database &db, const Document &document)
{
    const QString customer = document.body.value(u"customer"_s).toString();
    return document.kind == DocumentKind::Note ? DocumentFeed{db}.isErased(DocumentKind::Customer, customer) : Result<bool>{false};
}

} // namespace

Result<> AccountLedger::keepHome(const QString &till, const HomePush &push)
{
    return inTransaction(*m_db, [&]() -> Result<> {
        HomeStore home{*m_db};
        TRY(home.setTillKey(till, push.tillKey));
        for (const auto &[kind, key] : push.erased)
            TRY(home.forget(till, kind, key));
        for (const Document &document : push.documents) {
            TRY_LET(gone, isOfErased(*m_db, document));
            TRY(gone ? Result<>{} : home.put(till, document));
        }
        return {};
    });
}

Result<TakenFacts> AccountLedger::take(const QString &till, const FactPush &push, std::optional<qint64> lastIncarnation)
{
    return inTransaction(*m_db, [&]() -> Result<TakenFacts> {
        if (push.chain && !lastIncarnation)
            TRY(takeChain(till, *push.chain));
        TakenFacts taken;
        for (const StoredBytes &stored : push.facts) {
            TRY(takeOne(till, stored, taken));
            if (lastIncarnation && taken.tip.chain.incarnation > *lastIncarnation)
                return failure(ErrorCode::NotAllowed, u"a fact of another machine"_s);
        }
        if (!push.facts.empty() && !lastIncarnation)
            TRY(noteClock(till, push.facts.back()));
        return taken;
    });
}

/// A fact keeps the instant that its till has signed; that the clock is ahead is said where a manager looks (docs/decisions/0048).
Result<> AccountLedger::noteClock(const QString &till, const StoredBytes &newest)
{
    TRY_LET(fact, factFromBytes(newest.body, newest.content, newest.hash, newest.signature));
    return noteClockAhead(*m_db, till, std::chrono::milliseconds{m_clock.now().msecsTo(fact.body.at)});
}

Result<> AccountLedger::takeOne(const QString &till, const StoredBytes &stored, TakenFacts &taken)
{
    TRY_LET(fact, factFromBytes(stored.body, stored.content, stored.hash, stored.signature));
    const FactPosition &at = fact.body.position;
    if (at.till != till)
        return failure(ErrorCode::NotAllowed, u"a fact of another till"_s);
    const Result<ChainTip> found = tipOf(*m_db, at.till, at.incarnation);
    if (!found && found.error().code == ErrorCode::NotFound) // opened since the state to which the centre was put back
        return notFollowing(found.error(), 1);
    TRY(found);
    const ChainTip &tip = *found;
    if (const Result<> received = m_journal.receive(fact); !received)
        return received.error().code == ErrorCode::ChainBroken ? notFollowing(received.error(), tip.number + 1)
                                                               : std::unexpected(received.error());
    const bool isNew = at.number > tip.number;
    if (isNew && endsReservation(fact.body.type)) {
        TRY_LET(reserved, reservations());
        TRY_LET(chains, chainsOf(till));
        TRY(reserved.noted(fact, at.incarnation < chains.back().incarnation));
    }
    taken.tip = isNew ? ChainTip{.chain = tip.chain, .number = at.number, .hash = fact.hash} : tip;
    taken.fresh += isNew ? 1 : 0;
    return {};
}

/// The change at the instant at which it stands here. Remembered: an answer may be lost, and the same change come again.
Result<SharedChange> AccountLedger::withClock(const SharedChange &change, DocumentReceipt &receipt)
{
    const QDateTime now = m_clock.now();
    TRY_LET(before, machineState(*m_db, clampedName(change)));
    if (before.isEmpty() && change.stamp.hlc <= hlcOf(now) + mostClockAhead.count() * hlcPerMillisecond)
        return change;
    SharedChange put = change;
    put.stamp.hlc = before.toLongLong();
    if (before.isEmpty()) {
        TRY_LET(hlc, DocumentFeed{*m_db}.clampedClock(change, now));
        if (hlc >= change.stamp.hlc) // it followed what was ahead already
            return change;
        put.stamp.hlc = hlc;
        TRY(setMachineState(*m_db, clampedName(change), QString::number(hlc)));
    }
    receipt.clamped.push_back({.kind = change.kind, .key = change.key, .hlc = change.stamp.hlc, .to = put.stamp.hlc});
    return put;
}

Result<DocumentReceipt> AccountLedger::takeDocuments(const QString &till, const DocumentPush &push)
{
    return inTransaction(*m_db, [&]() -> Result<DocumentReceipt> {
        DocumentReceipt receipt;
        DocumentFeed feed{*m_db};
        for (const SharedChange &change : push.changes) {
            if (change.stamp.origin != till)
                return failure(ErrorCode::NotAllowed, u"a change of another till"_s);
            TRY_LET(put, withClock(change, receipt));
            TRY(feed.take(put, m_clock.now()));
            ++receipt.taken;
        }
        return receipt;
    });
}

/// The catalogue is read again when a document has changed, by whomever.
Result<> AccountLedger::refreshCatalogue()
{
    TRY_LET(last, DocumentFeed{*m_db}.lastArrival());
    if (last != m_catalogueAt) {
        TRY_LET(catalogue, DocumentStore{*m_db}.catalogue());
        m_catalogue = std::move(catalogue);
        m_catalogueAt = last;
    }
    return {};
}

Result<Reservations> AccountLedger::reservations()
{
    TRY(refreshCatalogue());
    return Reservations{*m_db, m_catalogue, m_clock.now()};
}

Result<Overuse> AccountLedger::overuse()
{
    TRY(refreshCatalogue());
    return overuseOf(*m_db, m_catalogue, businessDateAt(m_clock.now(), usualDayStart)); // the centre has no settings of a till
}

Result<HoldAnswer> AccountLedger::hold(const QString &till, const PlaceHold &hold)
{
    return inTransaction(*m_db, [&]() -> Result<HoldAnswer> {
        TRY_LET(reserved, reservations());
        return reserved.hold(till, hold);
    });
}

Result<GiftDecision> AccountLedger::debit(const QString &till, const GiftDebit &debit)
{
    return inTransaction(*m_db, [&]() -> Result<GiftDecision> {
        TRY_LET(reserved, reservations());
        return reserved.debit(till, debit);
    });
}

Result<CodeDecision> AccountLedger::use(const QString &till, const CodeUse &use)
{
    return inTransaction(*m_db, [&]() -> Result<CodeDecision> {
        TRY_LET(reserved, reservations());
        return reserved.use(till, use);
    });
}

Result<AllotmentsAnswer> AccountLedger::allot(const QString &till, const AllotmentRule &rule, const AllotmentsAsked &asked)
{
    return inTransaction(*m_db, [&]() -> Result<AllotmentsAnswer> {
        TRY_LET(reserved, reservations());
        return reserved.allot(till, rule, asked);
    });
}

Result<std::vector<User>> AccountLedger::users()
{
    return DocumentStore{*m_db}.users();
}

Result<bool> AccountLedger::hasNoDocuments()
{
    TRY_LET(last, DocumentFeed{*m_db}.lastArrival());
    return last == 0;
}

/// A page in the making: what still fits of it, in bytes as written. It ends before what does not, but holds at least one thing: each fits
/// a page of its own (protocol::largestFact).
class AccountLedger::PageRoom
{
public:
    /// Leaves what fits. Returns whether that is all.
    template <typename Arrived, typename SizeOf>
    bool keepWhatFits(std::vector<Arrived> &arrived, SizeOf sizeOf)
    {
        const auto end = std::ranges::find_if_not(arrived, [&](const Arrived &one) { return take(sizeOf(one)); });
        const bool isAll = end == arrived.end();
        arrived.erase(end, arrived.end());
        return isAll;
    }

private:
    bool take(qsizetype size)
    {
        const bool fits = size <= m_left || m_left == protocol::largestPage;
        m_left -= fits ? size : 0;
        return fits;
    }
    qsizetype m_left = protocol::largestPage;
};

/// Those of the asking till too: one that was restored has lost them, and the others pass them over.
Result<> AccountLedger::addDocuments(ChangesPage &page, PageRoom &room, qint64 cursor)
{
    const DocumentFeed feed{*m_db};
    TRY_LET(arrived, feed.after(cursor, protocol::mostDocuments));
    TRY_LET(last, feed.lastArrival());
    const bool isFull = static_cast<int>(arrived.size()) == protocol::mostDocuments;
    const bool fits = room.keepWhatFits(arrived, [](const ArrivedChange &one) { return writtenSize(one.change); });
    page.documentCursor = fits && !isFull ? last : arrived.empty() ? cursor : arrived.back().arrival;
    page.more = page.more || page.documentCursor < last;
    for (ArrivedChange &one : arrived)
        page.documents.push_back(std::move(one.change));
    return {};
}

Result<> AccountLedger::addFacts(ChangesPage &page, PageRoom &room, const QString &forTill, qint64 cursor)
{
    TRY_LET(own, chainsOf(forTill));
    const OwnIncarnation except{.till = forTill, .incarnation = own.empty() ? 0 : own.back().incarnation};
    TRY_LET(arrived, arrivedAfter(*m_db, cursor, except, {.facts = protocol::mostFacts, .bytes = protocol::largestPage}));
    TRY_LET(last, lastArrival(*m_db));
    TRY_LET(known, Journal::chains(*m_db));
    const bool isFull = static_cast<int>(arrived.size()) == protocol::mostFacts;
    const bool fits = room.keepWhatFits(arrived, [](const ArrivedFact &one) { return writtenSize(one.bytes); });
    page.cursor = fits && !isFull ? last : arrived.back().arrival;
    page.more = page.cursor < last;
    for (ArrivedFact &fact : arrived) {
        // All of its till: which facts are found follows from the chains after theirs.
        const auto isIts = [&](const ChainIdentity &chain) { return chain.till == fact.till; };
        if (std::ranges::none_of(page.chains, isIts))
            std::ranges::copy_if(known, std::back_inserter(page.chains), isIts);
        page.facts.push_back(std::move(fact.bytes));
    }
    return {};
}

Result<ChangesPage> AccountLedger::changes(const QString &forTill, qint64 cursor, qint64 documentCursor)
{
    return inStillPicture(*m_db, [&]() -> Result<ChangesPage> {
        ChangesPage page;
        TRY_LET(drawn, generation());
        page.generation = drawn;
        PageRoom room;
        TRY(addFacts(page, room, forTill, cursor));
        TRY(addDocuments(page, room, documentCursor));
        return page;
    });
}

} // namespace guichet
