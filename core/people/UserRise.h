// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/people/User.h"

/// What of a user takes effect at a till when another till or the centre has said it (decisions 25). Pure.
namespace guichet {

/// A user as a document says: the person, and whether it is archived.
struct UserStanding
{
    User user;
    bool archived = false;
    friend bool operator==(const UserStanding &, const UserStanding &) = default;
};

/// May work: neither blocked nor archived.
bool isAdmitted(const UserStanding &standing);
/// Can change users and settings here, now: admitted, an administrator, with a PIN.
bool canAdminister(const UserStanding &standing);

/// Whose PIN lets a user rise: that of an administrator of the till, or nobody's here (said by the centre at enrolment).
enum class UserManagement { Local, Central };

/// What of `said` takes effect at once where `standing` stands (none: nobody): whatever lowers, blocks or archives, sellers, and names. No
/// role rises, nobody above a seller comes back or gets a new PIN, but by an administrator's PIN here; with central management all does.
/// The last administrator of a till stays one, whoever says otherwise, until there is another. None: nothing of it.
std::optional<UserStanding> effectAtOnce(const std::optional<UserStanding> &standing, const UserStanding &said, UserManagement management,
                                         bool isLastAdministrator);

/// What somebody decides who lets it take effect.
struct UserRise
{
    bool isNew = false; ///< Nobody of that key works here.
    Role from = Role::Seller;
    Role to = Role::Seller;
    bool comesBack = false;           ///< Was blocked or archived here.
    bool hasNewPin = false;           ///< Of somebody who works here.
    bool isLastAdministrator = false; ///< Would be none any more: nothing can be decided before there is another.
    friend bool operator==(const UserRise &, const UserRise &) = default;
};
UserRise riseOf(const std::optional<UserStanding> &standing, const UserStanding &said, bool isLastAdministrator);

} // namespace guichet
