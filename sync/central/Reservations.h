// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Fact.h"
#include "core/ledger/ReservationStore.h"
#include "sync/central/AccountStore.h"
#include "sync/protocol/Decisions.h"

namespace guichet {

/// What the centre decides before a fact says it: places of carts, amounts of gift cards, uses of codes, and what each till may sell
/// without a line. Places free for a hold = capacity − confirmed − other holds − unused allotments. Facts are never refused; they
/// end what was reserved for them. In the caller's transaction, on the thread of `ledger`.
class Reservations
{
public:
    /// All outlive it.
    Reservations(Database &ledger, const Catalogue &catalogue, const QDateTime &now)
        : m_db{ledger}, m_store{ledger}, m_catalogue{catalogue}, m_now{now}
    {}

    /// Keeps as many of the places as fit, those of forced lines in any case; places that it keeps for this hold already are its own. The
    /// till's allotment is the till's to spend, and no room for a hold. InvalidInput: more holds at once than a till may have. ChainBroken:
    /// the till has asked something else since; the number of that is in the error.
    Result<HoldAnswer> hold(const QString &till, const PlaceHold &hold);
    Result<GiftDecision> debit(const QString &till, const GiftDebit &debit);
    Result<CodeDecision> use(const QString &till, const CodeUse &use); ///< ChainBroken: as hold().
    /// All allotments of a till anew, for the slots of the next 24 hours that it shows: what it has not used goes back first. Where they
    /// become fewer, nobody else gets the difference before the till has heard of it. None of a slot that a hold lacked places of just now.
    Result<AllotmentsAnswer> allot(const QString &till, const AllotmentRule &rule, const AllotmentsAsked &asked);
    /// A new fact is here: a sale or an order ends its hold and its use of a code, what it took beyond the hold was of the till's
    /// allotment; a gift payment ends its debit; a Z returns the allotments. `isLate`: another machine has taken the place of the one that
    /// wrote it; the allotments are that one's, and stay.
    Result<> noted(const Fact &fact, bool isLate);

private:
    /// Taken of some days: by facts and by holds, but for one.
    Result<Occupancy> taken(const std::vector<QDate> &days, const QString &till, const Id<Dossier> &but);
    Result<> addAllotments(Occupancy &occupancy, const std::vector<QDate> &days, const QString &butOf);
    Result<> recallLent(const PlaceHold &wanted, const HoldAnswer &answer);
    Result<> takeTurn(const QString &till, qint64 turn);
    Result<bool> isTakenOver(const Id<Dossier> &id) const;
    Result<> sold(const Fact &fact, bool isLate);
    Result<bool> isSpent(const KeptDebit &debit) const;
    Result<bool> isHeard(const QString &till, const AllotmentsAsked &asked);
    Result<> renewAllotments(const QString &till, PoolUnits told, const AllotmentsAsked &asked);
    Result<> takeFromAllotments(const QString &till, const PoolUnits &beyond);
    /// Of the formulas that this till shows.
    Result<std::vector<Allotment>> openSlots(const QString &till) const;
    Result<GiftDecision> decide(const KeptDebit &wanted);

    Database &m_db;
    ReservationStore m_store;
    const Catalogue &m_catalogue;
    QDateTime m_now;
};

} // namespace guichet
