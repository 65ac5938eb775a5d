// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/Report.h"
#include "core/till/TillAlert.h"
#include "core/usecases/CommandId.h"

namespace guichet {

struct Workplace;

/// What the till is doing.
struct TillState
{
    enum class Phase { Closed, Open, MustCloseEarlierDay };
    Phase phase = Phase::Closed;
    QString tillName;
    Id<TillSession> session;
    QDate businessDate;
    QDateTime openedAt;
    QString openedBy;
    Money expectedFloat;   ///< Closed: what the last Z left.
    bool replaced = false; ///< Closed: another machine is this till now, says the centre: an administrator alone opens a day here (SYN-4).
    int sales = 0;
    bool training = false;
    bool interrupted = false; ///< The run before this one was cut off (FIS-5).
    std::vector<TillAlert> alerts;
    std::vector<ZNumber> uncounted; ///< Z of late closings whose drawer nobody has counted, newest first: the manager completes them.
    int doubtfulPayments = 0;       ///< Card payments of which nobody knows whether they were paid (PAY-4).
    friend bool operator==(const TillState &, const TillState &) = default;
};

struct OpenRequest
{
    std::optional<Money> amount; ///< Typed; none with an empty count: the expected float is confirmed.
    CashCount count;
    bool clockConfirmed = false;    ///< Decisions 19: clock more than 12 h ahead of the last closing, or behind it.
    bool replacedConfirmed = false; ///< Another machine is this till now, and a day is wanted here all the same.
};

struct CloseRequest
{
    std::optional<CashCount> count;      ///< Cash by denomination …
    std::optional<Money> countedCash;    ///< … or as an amount; neither: *non compté* (late closing).
    QMap<QString, Money> countedMethods; ///< Other methods that were counted: MethodUnknown.
    Money nextFloat;                     ///< At most what was counted: AmountTooHigh.
    QString comment; ///< Asked for when a difference is not zero, never required: a closing always closes. Kept as a note, not in the fact.
};

/// Opens, moves cash, reports, closes (CASH-1 to CASH-5, SELL-11). A closing always closes: differences are stated, what is open is listed.
/// On the ledger thread.
class TillDesk
{
public:
    explicit TillDesk(Workplace &workplace) : m_workplace{workplace} {}

    Result<TillState> state() const;
    /// SessionAlreadyOpen, SessionOfEarlierDay; TillReplaced: another machine is this till now, and that is not confirmed; ClockSuspicious;
    /// NeedsAdministrator: it is, and no administrator is connected or has approved; AmountInvalid.
    Result<SessionOpenedContent> open(const CommandId &id, const OpenRequest &request);
    Result<> moveCash(const CommandId &id, CashMovementKind kind, Money amount, const QString &reason, const QString &comment = {});
    /// `pin`: of its socket, 2 or 5, to find out by which it opens; 0: as it is set up.
    Result<> openDrawer(const CommandId &id, const QString &reason, int pin = 0);
    /// The running session without recording anything: for the closing screen and dashboards, which show what the person may see.
    Result<Report> preview() const;
    Result<Report> xReport(const CommandId &id);
    Result<Report> close(const CommandId &id, const CloseRequest &request);
    /// Completes a late closing that was not counted.
    Result<> completeCount(const CommandId &id, const ZNumber &number, const CashCount &count, const QString &comment);
    /// Needs ReportZ. NotFound.
    Result<Report> zReport(const ZNumber &number) const;
    Result<std::vector<ZNumber>> zNumbers() const; ///< Newest first.
    Result<ZNumber> nextZ() const;                 ///< What the Z of the running session will be called.
    /// *Mode école*: needs an empty cart (decisions 16).
    Result<> setTraining(const CommandId &id, bool on);

private:
    Workplace &m_workplace;
};

} // namespace guichet
