// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountLedger.h"

#include "core/ledger/Migrator.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

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
    : m_db{std::move(db)}, m_journal{*m_db, m_projector, clock, noChain(), std::nullopt}
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

Result<ChangesPage> AccountLedger::changes(const QString &forTill, qint64 cursor)
{
    return inTransaction(*m_db, [&]() -> Result<ChangesPage> {
        TRY_LET(arrived, arrivedAfter(*m_db, cursor, forTill, protocol::mostFacts));
        TRY_LET(last, lastArrival(*m_db));
        TRY_LET(known, Journal::chains(*m_db));
        ChangesPage page{.cursor = last, .more = false, .chains = {}, .facts = {}};
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
        return page;
    });
}

} // namespace guichet
