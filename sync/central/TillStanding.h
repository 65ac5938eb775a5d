// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/FoundFacts.h"
#include "core/reports/Report.h"
#include "sync/central/FormerTillStore.h"

namespace guichet {

/// A Z as the status page names it.
struct ClosedDay
{
    QString number; ///< 7, or 2-7.
    QDate date;
    QDateTime closedAt;
    Money turnover; ///< Including VAT, refunds taken off.
};

/// How a till stands, as far as the centre knows: it lives behind the till by what the till has not sent.
struct TillStanding
{
    CentralTill till;
    std::optional<QDate> openDay;        ///< Of the session that no Z has closed.
    std::optional<ClosedDay> closing;    ///< The last Z.
    int overruled = 0;                   ///< Values set there that a later change from elsewhere replaced.
    std::chrono::minutes clockAhead{};   ///< Of the centre's, when it sent its last facts; 0: not more than mostClockAhead.
    FoundFacts found = {};               ///< Handed in by a machine before, after another had taken its place, or lost by a restore.
    std::vector<FormerTill> former = {}; ///< The machines before.
};

inline constexpr std::chrono::milliseconds mostClockAhead = std::chrono::minutes{5}; ///< Of a till's clock (decisions 12).

/// Keeps that a till's clock is so far ahead of the centre's, or that it is no more than it may be. On the thread of `ledger`.
Result<> noteClockAhead(Database &ledger, const QString &till, std::chrono::milliseconds ahead);

/// Of a till that has enrolled, from the ledger of its account. Errors of the database.
Result<TillStanding> standingOf(Database &ledger, const CentralTill &till);

} // namespace guichet
