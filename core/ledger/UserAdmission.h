// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentMerge.h"
#include "core/ledger/WaitingUsers.h"

namespace guichet {

/// Who may do what at this till of what other tills and the centre say of its users: what lowers or blocks at once, what raises when an
/// administrator of this till has said so (decisions 25). The ledger of a centre is no till: there all of it stands. On the thread of `db`,
/// in the caller's transaction.
class UserAdmission
{
public:
    explicit UserAdmission(Database &db) : m_db{db} {}

    /// Said by the centre when the till enrols.
    Result<> setManagement(UserManagement management);
    Result<UserManagement> management() const;

    /// `merged`: what a user has become by `change`. True: something else stands here now.
    Result<bool> take(const SharedChange &change, const SharedDocument &merged, const QDateTime &now);
    /// `merged`: what a user has become by what was said here, which stands already.
    Result<> saidHere(const QString &key, const SharedDocument &merged, const QDateTime &now);
    /// Looks at all who wait again: who is the last administrator may have changed. True: something else stands here now.
    Result<bool> review(const QDateTime &now);

    /// Whose rise or fall waits for somebody here to decide; not the refused.
    Result<std::vector<WaitingUser>> waiting() const;
    /// What would take effect. InvalidInput: it cannot be read.
    Result<UserRise> rise(const WaitingUser &waiting) const;
    /// Lets all that was said of a user stand. NotFound: that is not what waits any more; InvalidInput: the last administrator.
    Result<> confirm(const WaitingUser &waiting, const DocumentChange &change);
    /// What stands goes on standing, until something else is said. Errors as confirm().
    Result<> refuse(const WaitingUser &waiting);

private:
    Result<std::optional<UserStanding>> standing(const QString &key) const;
    Result<bool> isLastAdministrator(const QString &key) const;
    Result<bool> admit(const WaitingUser &waiting, const QDateTime &now);
    Result<> checkDecision(const WaitingUser &waiting) const;

    Database &m_db;
};

} // namespace guichet
