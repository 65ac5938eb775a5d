// SPDX-License-Identifier: GPL-3.0-or-later
// DocumentFeed: changes whose clock was ahead of the centre's (decisions 12).
#include "core/facts/HybridClock.h"
#include "core/ledger/Columns.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/LostValues.h"

#include <algorithm>

namespace guichet {
namespace {

constexpr Sql maximumOwnClock = R"(
SELECT COALESCE(MAX(hlc), 0) FROM document_change WHERE kind = :kind AND key = :key AND origin = :origin)";
constexpr Sql moveChange = R"(
UPDATE document_change SET hlc = :to, body = :body WHERE kind = :kind AND key = :key AND hlc = :hlc AND origin = :origin)";

} // namespace

Result<qint64> DocumentFeed::nextClock(DocumentKind kind, const QString &key, const QDateTime &at) const
{
    TRY_LET(self, origin());
    TRY_LET(own, selectInteger(m_db, maximumOwnClock, {{":kind", documentKindName(kind)}, {":key", key}, {":origin", self}}));
    TRY_LET(seen, latestClock(kind, key));
    return std::max({hlcOf(at), std::min(seen, lastFollowedHlc) + 1, own + 1});
}

Result<qint64> DocumentFeed::clampedClock(const SharedChange &change, const QDateTime &now) const
{
    TRY_LET(own, selectInteger(m_db, maximumOwnClock,
                               {{":kind", documentKindName(change.kind)}, {":key", change.key}, {":origin", change.stamp.origin}}));
    TRY_LET(standing, load(change.kind, change.key));
    qint64 seen = own;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it)
        if (const FieldStamp stamp = standing.stamps.value(it.key()); stamp == it->over)
            seen = std::max(seen, stamp.hlc);
    return std::max(hlcOf(now), seen + 1);
}

/// Back in time, it may have lost against another till's.
Result<> DocumentFeed::keepLostOf(const SharedChange &moved, const FoldedDocument &folded)
{
    SharedDocument probe = folded.document;
    std::vector<LostField> lost = mergeChange(probe, moved);
    std::erase_if(lost, [&](const LostField &one) { return one.winner.origin == moved.stamp.origin; });
    TRY(LostValues{m_db}.keep(moved.kind, moved.key, lost));
    return LostValues{m_db}.dropStanding(moved.kind, moved.key, folded.document);
}

/// In its place in the log, so that it does not wait to be sent again; gone when it came back from the centre before the answer did.
Result<> DocumentFeed::move(const SharedChange &change, const SharedChange &moved)
{
    TRY_LET(there, said(moved.kind, moved.key, moved.stamp));
    if (there)
        return remove(change);
    return runQuery(m_db, moveChange,
                    {{":to", moved.stamp.hlc},
                     {":body", jsonText(toJson(moved))},
                     {":kind", documentKindName(change.kind)},
                     {":key", change.key},
                     {":hlc", change.stamp.hlc},
                     {":origin", change.stamp.origin}});
}

Result<bool> DocumentFeed::clamped(const ClampedChange &clamped, const QDateTime &now)
{
    TRY_LET(self, origin());
    TRY_LET(change, said(clamped.kind, clamped.key, {.hlc = clamped.hlc, .origin = self}));
    if (!change)
        return false;
    SharedChange moved = *change;
    moved.stamp.hlc = clamped.to;
    TRY(move(*change, moved));
    if (moved.erased)
        return false;
    TRY_LET(changes, changesOf(clamped.kind, clamped.key));
    const FoldedDocument after =
        foldChanges(std::move(changes), [&](const QJsonObject &body) { return isReadable(clamped.kind, clamped.key, body); });
    TRY(keepLostOf(moved, after));
    return apply(moved, after.document, now);
}

} // namespace guichet
