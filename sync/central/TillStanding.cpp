// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/TillStanding.h"

#include "core/ledger/LostValues.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/SessionStore.h"
#include "core/ledger/ZStore.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

Result<std::optional<ClosedDay>> lastClosing(Database &ledger, const QString &till)
{
    const ZStore reports{ledger};
    TRY_LET(numbers, reports.zNumbers(till));
    if (numbers.empty())
        return std::nullopt;
    TRY_LET(report, reports.zReport(till, numbers.front()));
    return ClosedDay{
        .number = report.zNumber().toString(), .date = report.businessDate, .closedAt = report.closedAt, .turnover = report.net};
}

/// Minutes, in the machine state; empty: none to speak of.
QString clockName(const QString &till)
{
    return u"clock.ahead/"_s + till;
}

} // namespace

Result<> noteClockAhead(Database &ledger, const QString &till, std::chrono::milliseconds ahead)
{
    const qint64 minutes = std::chrono::floor<std::chrono::minutes>(ahead).count();
    const QString said = ahead > mostClockAhead ? QString::number(minutes) : QString{};
    TRY_LET(before, machineState(ledger, clockName(till)));
    return said == before ? Result<>{} : setMachineState(ledger, clockName(till), said);
}

Result<TillStanding> standingOf(Database &ledger, const CentralTill &till)
{
    TillStanding standing{.till = till, .openDay = {}, .closing = {}};
    TRY_LET(session, SessionStore{ledger}.openOf(till.uid));
    if (session)
        standing.openDay = session->businessDate;
    TRY_LET(closing, lastClosing(ledger, till.uid));
    standing.closing = closing;
    TRY_LET(lost, LostValues{ledger}.all(till.uid));
    standing.overruled = static_cast<int>(lost.size());
    TRY_LET(ahead, machineState(ledger, clockName(till.uid)));
    standing.clockAhead = std::chrono::minutes{ahead.toLongLong()};
    TRY_LET(found, foundFactsOf(ledger, till.uid));
    standing.found = found;
    return standing;
}

} // namespace guichet
