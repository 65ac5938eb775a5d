// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people/User.h"

#include <vector>

namespace guichet {

struct Workplace;

/// A user as the login screen shows them: no hash.
struct StaffTile
{
    QString user;
    QString displayName;
    Role role = Role::Seller;
    QDateTime lockedUntil; ///< Null: not locked out.
    Language language = Language::French;
    friend bool operator==(const StaffTile &, const StaffTile &) = default;
};

/// Who works at the till: login, switch, lock, approval on the spot (ACC-2, decisions 18). On the ledger thread.
class Staff
{
public:
    explicit Staff(Workplace &workplace) : m_workplace{workplace} {}

    Result<std::vector<StaffTile>> tiles() const;
    /// `user` is a key, an e-mail or a display name. The cart in progress stays. Errors: PinWrong, LockedOut (value: until when), NotFound.
    Result<StaffTile> logIn(const QString &user, const QString &pin);
    void logOut();
    /// Who is connected; NotLoggedIn.
    Result<StaffTile> current() const;
    /// A manager approves the next command that needs it, once, within a minute; when that command is refused, the same right alone may be
    /// asked again. Errors as logIn(), and NotAllowed for a seller.
    Result<StaffTile> approve(const QString &user, const QString &pin);
    /// The actor for an action: granted, or with the pending approval, which it spends. NotLoggedIn, NeedsApproval, NotAllowed.
    Result<Actor> authorise(Right right);
    /// The actor for what an administrator confirms with a PIN each time, whoever is connected; spends the approval. NotLoggedIn,
    /// NeedsAdministrator.
    Result<Actor> authoriseByAdministrator(Right right);
    /// What authorise() would say, without spending anything: for screens.
    Result<Permission> permissionFor(Right right) const;
    /// namesOf() this user or these.
    QString displayName(const QString &user) const;

private:
    Actor spendApproval(Actor actor, Right right);

    Workplace &m_workplace;
};

/// Display names of user keys for paper and screens, of several (Actor::approver) parted by commas; the key itself when unknown.
QString namesOf(const Workplace &workplace, const QString &users);

} // namespace guichet
