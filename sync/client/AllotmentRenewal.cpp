// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/AllotmentRenewal.h"

#include "core/ledger/SessionStore.h"

#include <QUuid>

namespace guichet {
namespace {

constexpr qint64 allotmentsEvery = 60; ///< Seconds, while nothing is sold.

} // namespace

Result<std::vector<KeptAllotment>> AllotmentRenewal::own(const QDateTime &now)
{
    TRY_LET(all, ReservationStore{db()}.allotments(now));
    std::erase_if(all, [&](const KeptAllotment &kept) { return kept.till != till(); });
    return all;
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
        return ReservationStore{db()}.setAllotments(till(), answer.allotments, now,
                                                    now + protocol::allotmentLasts); // by this till's clock, which may be wrong
    });
}

Result<> AllotmentRenewal::drop()
{
    return ReservationStore{db()}.dropAllotments(till());
}

} // namespace guichet
