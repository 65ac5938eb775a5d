// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/UserRise.h"

#include <algorithm>

namespace guichet {
namespace {

bool isAboveSeller(const UserStanding &standing)
{
    return isAdmitted(standing) && standing.user.role != Role::Seller;
}

/// `said` without what only an administrator's PIN gives. Whose PIN stands has the name that stood with it: another till may have given the
/// key to another person.
UserStanding withoutRise(const UserStanding &standing, const UserStanding &said)
{
    UserStanding effect = said.user.pinHash == standing.user.pinHash ? said : standing;
    effect.user.role = std::min(standing.user.role, said.user.role);
    if (!isAdmitted(standing)) {
        effect.user.active = standing.user.active;
        effect.archived = standing.archived;
    }
    return effect;
}

/// `said` by which nobody loses the right to administer.
UserStanding stillAdministering(const UserStanding &standing, const UserStanding &said)
{
    UserStanding effect = said.user.pinHash == standing.user.pinHash ? said : standing;
    effect.user.role = standing.user.role;
    effect.user.active = standing.user.active;
    effect.archived = standing.archived;
    return effect;
}

} // namespace

bool isAdmitted(const UserStanding &standing)
{
    return standing.user.active && !standing.archived;
}

bool canAdminister(const UserStanding &standing)
{
    return isAdmitted(standing) && standing.user.role == Role::Administrator && !standing.user.pinHash.isEmpty();
}

std::optional<UserStanding> effectAtOnce(const std::optional<UserStanding> &standing, const UserStanding &said, UserManagement management,
                                         bool isLastAdministrator)
{
    if (standing && isLastAdministrator && !canAdminister(said))
        return stillAdministering(*standing, said);
    if (management == UserManagement::Central || !isAboveSeller(said))
        return said;
    if (!standing)
        return std::nullopt;
    return withoutRise(*standing, said);
}

UserRise riseOf(const std::optional<UserStanding> &standing, const UserStanding &said, bool isLastAdministrator)
{
    UserRise rise;
    rise.isNew = !standing;
    rise.to = said.user.role;
    rise.isLastAdministrator = isLastAdministrator && !canAdminister(said);
    if (!standing)
        return rise;
    rise.from = standing->user.role;
    rise.comesBack = !isAdmitted(*standing) && isAdmitted(said);
    rise.hasNewPin = standing->user.pinHash != said.user.pinHash;
    return rise;
}

} // namespace guichet
