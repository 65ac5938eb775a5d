// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/AllotmentRenewal.h"

#include "core/ledger/SessionStore.h"

#include <QUuid>
#include <algorithm>

namespace guichet {
namespace {

constexpr qint64 allotmentsEvery = 30; ///< Seconds, while nothing is sold.
constexpr qint64 heardWithin = 5;      ///< Seconds after an answer that tells of fewer: somebody waits for the others.

} // namespace

Result<std::vector<KeptAllotment>> AllotmentRenewal::own(const QDateTime &now)
{
    TRY_LET(all, ReservationStore{db()}.allotments(now));
    std::erase_if(all, [&](const KeptAllotment &kept) { return kept.till != till(); });
    return all;
}

Result<bool> AllotmentRenewal::tellsFewer(const AllotmentsAnswer &answer, const QDateTime &now)
{
    TRY_LET(known, own(now));
    PoolUnits told;
    for (const Allotment &one : answer.allotments)
        told[one.pool][one.visit] = one.units;
    return std::ranges::any_of(known, [&](const KeptAllotment &kept) {
        const auto ofPool = told.value(kept.allotment.pool);
        const auto found = ofPool.find(kept.allotment.visit);
        return kept.allotment.units > (found == ofPool.end() ? 0 : found->second);
    });
}

/// The day is open, and the centre has counted all that was sold.
Result<bool> AllotmentRenewal::mayBeAllotted()
{
    TRY_LET(session, SessionStore{db()}.openOf(till()));
    TRY_LET(waiting, OwnChains{m_ledger}.waiting());
    return session && waiting == 0;
}

Result<std::optional<AllotmentsAsked>> AllotmentRenewal::begin(bool isNews, const QDateTime &now)
{
    TRY_LET(last, notes().allottedAt());
    const bool isLate = !last.isValid() || std::abs(last.secsTo(now)) >= allotmentsEvery;
    if (!isLate && !isNews)
        return std::nullopt;
    ReservationStore store{db()};
    TRY_LET(hasUsed, store.hasUsedAllotments(till()));
    TRY_LET(isAllowed, mayBeAllotted());
    if (!isAllowed || (!isLate && !hasUsed))
        return std::nullopt;
    return inTransaction(db(), [&]() -> Result<std::optional<AllotmentsAsked>> {
        TRY_LET(allotments, hasUsed ? own(now) : std::vector<KeptAllotment>{});
        for (KeptAllotment &kept : allotments) {
            if (kept.used == 0)
                continue;
            kept.allotment.units = kept.left();
            kept.used = 0;
            TRY(store.putAllotment(kept));
        }
        TRY(notes().noteAllotted(now));
        TRY_LET(heard, notes().allotmentsHeard());
        return AllotmentsAsked{.question = QUuid::createUuid().toString(QUuid::WithoutBraces), .heard = heard};
    });
}

Result<> AllotmentRenewal::take(const AllotmentsAsked &asked, const AllotmentsAnswer &answer, const QDateTime &now)
{
    return inTransaction(db(), [&]() -> Result<> {
        TRY(notes().noteAllotmentsHeard(asked.question));
        TRY_LET(session, SessionStore{db()}.openOf(till()));
        if (!session) // closed meanwhile: its Z gives them back
            return drop();
        TRY_LET(isFewer, tellsFewer(answer, now));
        if (isFewer)
            TRY(notes().noteAllotted(now.addSecs(heardWithin - allotmentsEvery)));
        return ReservationStore{db()}.setAllotments(till(), answer.allotments, now,
                                                    now + protocol::allotmentLasts); // by this till's clock, which may be wrong
    });
}

Result<> AllotmentRenewal::drop()
{
    return ReservationStore{db()}.dropAllotments(till());
}

} // namespace guichet
