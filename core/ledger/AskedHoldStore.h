// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/planning/PlaceHold.h"

namespace guichet {

/// What a cart of this till wants of the centre, and what the centre answered last.
struct AskedHold
{
    Id<Dossier> dossier;
    std::vector<VisitPlaces> wanted = {};
    QString code = {};                      ///< Key of a limited promo code; empty: none.
    bool waits = false;                     ///< For an answer to this.
    bool failed = false;                    ///< The last question got none.
    std::vector<VisitPlaces> answered = {}; ///< What was asked when the centre answered.
    std::vector<int> granted = {};          ///< Units of each of them.
    QString answeredCode = {};
    bool codeGranted = false;
    QDateTime until = {}; ///< Of the answer; invalid: there is none.

    bool isRelease() const { return wanted.empty() && code.isEmpty(); }
    /// The centre has answered this, and its word holds at `now`.
    bool isAnswered(const QDateTime &now) const { return answered == wanted && granted.size() == wanted.size() && until > now; }
    friend bool operator==(const AskedHold &, const AskedHold &) = default;
};

/// Holds that this till asks for (decisions 23): working state, so that a restart forgets none that is to be released. On the thread of
/// `db`.
class AskedHoldStore
{
public:
    explicit AskedHoldStore(Database &db) : m_db{db} {}
    Result<std::optional<AskedHold>> find(const Id<Dossier> &dossier) const;
    Result<std::vector<AskedHold>> waiting() const; ///< Those that wait for an answer.
    Result<> put(const AskedHold &hold);
    Result<> drop(const Id<Dossier> &dossier);
    /// Forgets those that wait for nothing and lapsed before that: of carts that nobody took back.
    Result<> forget(const QDateTime &before);

private:
    Database &m_db;
};

} // namespace guichet
