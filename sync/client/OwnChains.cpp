// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/OwnChains.h"

#include "core/ledger/FactFeed.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

Result<std::vector<ChainIdentity>> OwnChains::all()
{
    TRY_LET(chains, Journal::chains(db()));
    std::erase_if(chains, [](const ChainIdentity &chain) { return !chain.own; });
    std::ranges::sort(chains, {}, &ChainIdentity::incarnation);
    return chains;
}

Result<qint64> OwnChains::acknowledged(qint64 incarnation)
{
    TRY_LET(kept, keptCentreAnchor(db(), incarnation));
    return kept.value_or(CentreAnchor{}).number;
}

Result<qint64> OwnChains::waiting()
{
    TRY_LET(chains, all());
    qint64 waiting = 0;
    for (const ChainIdentity &chain : chains) {
        TRY_LET(known, acknowledged(chain.incarnation));
        TRY_LET(tip, tipOf(db(), chain.till, chain.incarnation));
        waiting += std::max(qint64{0}, tip.number - known); // of a backup the centre may know more
    }
    return waiting;
}

Result<std::optional<CentreAnchor>> OwnChains::anchor()
{
    const qint64 incarnation = m_ledger.journal().identity().incarnation;
    TRY_LET(kept, keptCentreAnchor(db(), incarnation));
    return kept && !kept->signature.isEmpty() ? kept : std::nullopt; // one that went back is nobody's word
}

/// Only the incarnation that is written here cannot be further along at the centre: who goes on with an old copy of it is told.
Result<> OwnChains::prove(const CentreAnchor &anchor)
{
    if (anchor.number == 0)
        return {};
    Journal &journal = m_ledger.journal();
    const auto fact = journal.fact({m_ledger.identity().till, anchor.incarnation, anchor.number});
    const bool isOfBackup = !fact && fact.error().code == ErrorCode::NotFound && anchor.incarnation < journal.identity().incarnation;
    if (isOfBackup)
        return {};
    TRY(fact);
    if (fact->hash != anchor.hash)
        return failure(ErrorCode::ChainBroken, u"the centre has another fact %1"_s.arg(anchor.number));
    return {};
}

Result<> OwnChains::noteKnown(const Fact &fact)
{
    const FactPosition &at = fact.body.position;
    if (at.till != m_ledger.identity().till)
        return {};
    TRY_LET(known, acknowledged(at.incarnation));
    if (at.number <= known)
        return {};
    return keepCentreAnchor(db(), {.incarnation = at.incarnation, .number = at.number, .hash = fact.hash});
}

Result<> OwnChains::goBackTo(qint64 incarnation, qint64 number)
{
    TRY_LET(known, acknowledged(incarnation));
    if (number < 1 || number > known)
        return {};
    return keepCentreAnchor(db(), {.incarnation = incarnation, .number = number - 1});
}

Result<> OwnChains::goBackByOne()
{
    TRY_LET(chains, all());
    for (const ChainIdentity &chain : chains) {
        TRY_LET(known, acknowledged(chain.incarnation));
        TRY(goBackTo(chain.incarnation, known));
    }
    return {};
}

Result<> OwnChains::forgetAnchors()
{
    TRY_LET(chains, all());
    for (const ChainIdentity &chain : chains)
        TRY(forgetCentreAnchor(db(), chain.incarnation));
    return {};
}

} // namespace guichet
