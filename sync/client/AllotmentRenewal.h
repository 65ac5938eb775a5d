// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ReservationStore.h"
#include "sync/client/CentreNotes.h"
#include "sync/client/OwnChains.h"

namespace guichet {

/// What a till may sell without a line, as its centre says it from time to time (decisions 23). On the ledger thread; errors of the
/// database.
class AllotmentRenewal
{
public:
    explicit AllotmentRenewal(Ledger &ledger) : m_ledger{ledger} {}

    /// Whether the centre is to be asked now: the day is open, nothing waits to be sent, so that the centre has counted what was sold, and
    /// half a minute has passed, or `isNews` and some of them were sold: those are taken off. None: not now.
    Result<std::optional<AllotmentsAsked>> begin(bool isNews, const QDateTime &now);
    /// All of them; what was sold since begin() stays sold. Where they are fewer than before, the centre is asked again soon: it gives the
    /// others to nobody before it knows that this till has heard it.
    Result<> take(const AllotmentsAsked &asked, const AllotmentsAnswer &answer, const QDateTime &now);
    /// They were another centre's.
    Result<> drop();

private:
    Result<std::vector<KeptAllotment>> own(const QDateTime &now);
    Result<bool> mayBeAllotted();
    Result<bool> tellsFewer(const AllotmentsAnswer &answer, const QDateTime &now);
    const QString &till() const { return m_ledger.identity().till; }
    Database &db() const { return m_ledger.database(); }
    CentreNotes notes() const { return CentreNotes{db()}; }

    Ledger &m_ledger;
};

} // namespace guichet
