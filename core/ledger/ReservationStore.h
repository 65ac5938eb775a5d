// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/planning/PlaceHold.h"

namespace guichet {

/// Places that are kept for a cart of a till.
struct KeptHold
{
    QString till;
    Id<Dossier> id;
    std::vector<VisitPlaces> places; ///< `units`: those that are kept.
    QDateTime until;
};

/// An amount of a gift card that a till may take.
struct KeptDebit
{
    QString till;
    QString id;
    QString code; ///< normalisedCode().
    Id<Dossier> dossier;
    Money amount;
    QDateTime until;
    bool settled = false; ///< The fact that takes it is here: nothing is reserved any more.
};

/// A use of a limited promo code, reserved for a cart.
struct KeptUse
{
    QString till;
    Id<Dossier> dossier;
    QString code; ///< Key of the code.
    QDateTime until;
};

/// Places that a till may sell without a line.
struct KeptAllotment
{
    QString till;
    Allotment allotment;
    int used = 0; ///< At the till itself: those sold since the centre last counted. At the centre: those that it does not tell any more.
    QDateTime until;
    int left() const { return std::max(0, allotment.units - used); }
};

/// What the centre has promised to tills and no fact says yet (decisions 23): working state of an account, outside rebuild. What has lapsed
/// binds nobody. On the thread of `db`.
class ReservationStore
{
public:
    explicit ReservationStore(Database &db) : m_db{db} {}

    /// Those that bind at `now`.
    Result<std::vector<KeptHold>> holds(const QDateTime &now) const;
    Result<std::optional<KeptHold>> hold(const QString &till, const Id<Dossier> &id) const; ///< Lapsed or not.
    Result<int> holdCount(const QString &till, const QDateTime &now) const;
    Result<> putHold(const KeptHold &hold);
    Result<> dropHold(const QString &till, const Id<Dossier> &id);

    Result<std::optional<KeptDebit>> debit(const QString &till, const QString &id) const; ///< Lapsed or not.
    /// Reserved of a card at `now`, but for that debit.
    Result<Money> reserved(const KeptDebit &but, const QDateTime &now) const;
    /// How many that are like it have their fact: of the same till, card, dossier and amount.
    Result<qint64> settledCount(const KeptDebit &like) const;
    Result<> putDebit(const KeptDebit &debit);
    Result<> dropDebit(const QString &till, const QString &id);
    /// The fact is here that spends the card for the dossier: the oldest debit of it reserves nothing more.
    Result<> settleDebit(const QString &till, const QString &code, const Id<Dossier> &dossier);

    /// Uses reserved at `now`, but for that cart.
    Result<int> reservedUses(const KeptUse &but, const QDateTime &now) const;
    Result<> putUse(const KeptUse &use);
    Result<> dropUse(const QString &till, const Id<Dossier> &dossier);

    /// Those that bind at `now`, in the order of their tills, pools and visits.
    Result<std::vector<KeptAllotment>> allotments(const QDateTime &now) const;
    Result<std::vector<KeptAllotment>> allotmentsOn(QDate day, const QDateTime &now) const;
    /// One of them.
    Result<std::optional<KeptAllotment>> allotment(const QString &till, const QString &pool, const Visit &visit,
                                                   const QDateTime &now) const;
    Result<> putAllotment(const KeptAllotment &allotment);
    /// putAllotment(), but for what changes by a few minutes of its lease alone: there are hundreds, and mostly nothing has happened.
    Result<> renewAllotment(const KeptAllotment &before, const KeptAllotment &now);
    /// At a till: makes these all that it has, until then; what it has used stays used.
    Result<> setAllotments(const QString &till, const std::vector<Allotment> &allotments, const QDateTime &now, const QDateTime &until);
    Result<> dropAllotments(const QString &till);
    /// At a till: whether it has sold some of its own since the centre last counted.
    Result<bool> hasUsedAllotments(const QString &till) const;

    /// Forgets what lapsed before that.
    Result<> forget(const QDateTime &before);

private:
    Database &m_db;
};

} // namespace guichet
