// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentStore.h"
#include "core/people/UserRise.h"

namespace guichet {

/// A user of whom other tills said more than stands here.
struct WaitingUser
{
    QString key;
    QJsonObject body; ///< As all changes come to, at every till.
    bool archived = false;
    QString origin; ///< The till that said last what waits.
    QString by;     ///< Key of who said it there.
    QDateTime at;
    bool refused = false; ///< By an administrator here: it is asked no more.
    friend bool operator==(const WaitingUser &, const WaitingUser &) = default;
};
/// InvalidInput.
Result<UserStanding> saidOf(const WaitingUser &waiting);

/// The rows of those who wait (decisions 25). Working state, outside rebuild. On the thread of `db`.
class WaitingUsers
{
public:
    explicit WaitingUsers(Database &db) : m_db{db} {}

    Result<std::optional<WaitingUser>> of(const QString &key) const;
    Result<std::vector<WaitingUser>> all() const; ///< Oldest first; the refused too.
    Result<> keep(const WaitingUser &waiting);    ///< In the place of what waited of the same user.
    Result<> drop(const QString &key);
    Result<> forgetAll();

private:
    Database &m_db;
};

} // namespace guichet
