// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountLedger.h"

#include "core/base/Clock.h"
#include "core/facts/HybridClock.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/Migrator.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds mostAhead = std::chrono::minutes{5}; ///< Of a till's clock (decisions 12).

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

bool isSameChain(const ChainIdentity &a, const ChainIdentity &b)
{
    return a.till == b.till && a.incarnation == b.incarnation;
}

std::unexpected<Error> notFollowing(const Error &why, qint64 expected)
{
    return failure(ErrorCode::ChainBroken, why.detail, {QString::number(expected)});
}

} // namespace

AccountLedger::AccountLedger(std::unique_ptr<Database> db, const Clock &clock)
    : m_db{std::move(db)}, m_clock{clock}, m_journal{*m_db, m_projector, clock, noChain(), std::nullopt}
{}

Result<std::unique_ptr<AccountLedger>> AccountLedger::open(const QString &file, const Clock &clock)
{
    TRY_LET(db, Database::open(file));
    TRY(migrate(*db));
    return std::unique_ptr<AccountLedger>{new AccountLedger{std::move(db), clock}};
}

Result<> AccountLedger::registerChains(const std::vector<ChainIdentity> &chains)
{
    return inTransaction(*m_db, [&]() -> Result<> {
        TRY_LET(known, Journal::chains(*m_db));
        for (ChainIdentity chain : chains) {
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

Result<ChainTip> AccountLedger::take(const QString &till, const FactPush &push)
{
    return inTransaction(*m_db, [&]() -> Result<ChainTip> {
        ChainTip tip;
        for (const StoredBytes &stored : push.facts) {
            TRY_LET(reached, takeOne(till, stored));
            tip = std::move(reached);
        }
        return tip;
    });
}

Result<ChainTip> AccountLedger::takeOne(const QString &till, const StoredBytes &stored)
{
    TRY_LET(fact, factFromBytes(stored.body, stored.content, stored.hash, stored.signature));
    const FactPosition &at = fact.body.position;
    if (at.till != till)
        return failure(ErrorCode::NotAllowed, u"a fact of another till"_s);
    TRY_LET(tip, tipOf(*m_db, at.till, at.incarnation));
    if (const Result<> received = m_journal.receive(fact); !received)
        return received.error().code == ErrorCode::ChainBroken ? notFollowing(received.error(), tip.number + 1)
                                                               : std::unexpected(received.error());
    const bool isNew = at.number > tip.number;
    return isNew ? ChainTip{.chain = tip.chain, .number = at.number, .hash = fact.hash} : tip;
}

/// The change at the instant at which it stands here. Remembered: an answer may be lost, and the same change come again.
Result<SharedChange> AccountLedger::withClock(const SharedChange &change, DocumentReceipt &receipt)
{
    const QDateTime now = m_clock.now();
    TRY_LET(before, machineState(*m_db, clampedName(change)));
    if (before.isEmpty() && change.stamp.hlc <= hlcOf(now) + mostAhead.count() * hlcPerMillisecond)
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

Result<bool> AccountLedger::hasNoDocuments()
{
    TRY_LET(last, DocumentFeed{*m_db}.lastArrival());
    return last == 0;
}

/// Those of the asking till too: one that was restored has lost them, and the others pass them over.
Result<> AccountLedger::addDocuments(ChangesPage &page, qint64 cursor)
{
    const DocumentFeed feed{*m_db};
    TRY_LET(arrived, feed.after(cursor, protocol::mostDocuments));
    TRY_LET(last, feed.lastArrival());
    const bool isFull = static_cast<int>(arrived.size()) == protocol::mostDocuments;
    page.documentCursor = isFull ? arrived.back().arrival : last;
    page.more = page.more || page.documentCursor < last;
    for (ArrivedChange &one : arrived)
        page.documents.push_back(std::move(one.change));
    return {};
}

Result<ChangesPage> AccountLedger::changes(const QString &forTill, qint64 cursor, qint64 documentCursor)
{
    return inTransaction(*m_db, [&]() -> Result<ChangesPage> {
        TRY_LET(arrived, arrivedAfter(*m_db, cursor, forTill, protocol::mostFacts));
        TRY_LET(last, lastArrival(*m_db));
        TRY_LET(known, Journal::chains(*m_db));
        ChangesPage page;
        page.cursor = last;
        if (static_cast<int>(arrived.size()) == protocol::mostFacts) {
            page.cursor = arrived.back().arrival;
            page.more = page.cursor < last;
        }
        for (ArrivedFact &fact : arrived) {
            const auto isIts = [&](const ChainIdentity &chain) { return chain.till == fact.till && chain.incarnation == fact.incarnation; };
            if (std::ranges::none_of(page.chains, isIts))
                std::ranges::copy_if(known, std::back_inserter(page.chains), isIts);
            page.facts.push_back(std::move(fact.bytes));
        }
        TRY(addDocuments(page, documentCursor));
        return page;
    });
}

} // namespace guichet
