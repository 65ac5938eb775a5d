// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/FactFeed.h"

#include "core/ledger/Query.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql selectOwnAfter = R"(
    SELECT body, content, hash, signature FROM fact
    WHERE till = :till AND incarnation = :incarnation AND number > :number ORDER BY number LIMIT :limit)";

constexpr Sql selectArrivedAfter = R"(
    SELECT arrival, till, incarnation, body, content, hash, signature FROM fact
    WHERE arrival > :arrival AND (till <> :till OR incarnation < :incarnation) ORDER BY arrival LIMIT :limit)";

constexpr Sql countEveryFact = "SELECT COUNT(*) FROM fact";
constexpr Sql selectLastArrival = "SELECT MAX(arrival) FROM fact";

constexpr Sql selectTip = R"(
    SELECT number, hash FROM fact WHERE till = :till AND incarnation = :incarnation ORDER BY number DESC LIMIT 1)";

StoredBytes bytesOf(const Row &row, int first)
{
    return {.body = row.blob(first), .content = row.blob(first + 1), .hash = row.blob(first + 2), .signature = row.blob(first + 3)};
}

} // namespace

Result<std::vector<StoredBytes>> ownFactsAfter(Database &db, const ChainIdentity &own, qint64 number, int limit)
{
    TRY_LET(facts,
            allRows(db, selectOwnAfter,
                    {{":till", own.till}, {":incarnation", own.incarnation}, {":number", number}, {":limit", static_cast<qint64>(limit)}},
                    [](const Row &row) { return bytesOf(row, 0); }));
    const auto waiting = std::ranges::find_if(facts, [](const StoredBytes &fact) { return fact.signature.isEmpty(); });
    facts.erase(waiting, facts.end());
    return facts;
}

Result<std::vector<ArrivedFact>> arrivedAfter(Database &db, qint64 arrival, const OwnIncarnation &except, const FeedLimit &limit)
{
    std::vector<ArrivedFact> arrived;
    qint64 total = 0;
    qint64 before = 0; // the last one
    TRY_LET(rows, selectRows(db, selectArrivedAfter,
                             {{":arrival", arrival},
                              {":till", except.till},
                              {":incarnation", except.incarnation},
                              {":limit", static_cast<qint64>(limit.facts)}}));
    while (before <= limit.bytes && rows.next()) {
        const Row row = rows.row();
        arrived.push_back({.arrival = row.integer(0), .till = row.text(1), .incarnation = row.integer(2), .bytes = bytesOf(row, 3)});
        const StoredBytes &bytes = arrived.back().bytes;
        before = std::exchange(total, total + bytes.body.size() + bytes.content.size());
    }
    TRY(rows.finish());
    return arrived;
}

Result<qint64> countFacts(Database &db)
{
    return selectInteger(db, countEveryFact);
}

Result<qint64> lastArrival(Database &db)
{
    return selectInteger(db, selectLastArrival);
}

Result<ChainTip> tipOf(Database &db, const QString &till, qint64 incarnation)
{
    TRY_LET(chains, Journal::chains(db));
    const auto chain = std::ranges::find_if(chains, [&](const ChainIdentity &c) { return c.till == till && c.incarnation == incarnation; });
    if (chain == chains.end())
        return failure(ErrorCode::NotFound, u"no chain of till %1"_s.arg(till));
    TRY_LET(last, firstRow(db, selectTip, {{":till", till}, {":incarnation", incarnation}},
                           [&](const Row &row) { return ChainTip{.chain = *chain, .number = row.integer(0), .hash = row.blob(1)}; }));
    return last.value_or(ChainTip{.chain = *chain, .number = 0, .hash = genesisHash(*chain)});
}

} // namespace guichet
