// SPDX-License-Identifier: GPL-3.0-or-later
// What of a user takes effect when another till said it (decisions 25).
#include "core/people/UserRise.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

UserStanding standingAs(Role role, const QString &pinHash = u"old"_s)
{
    return {.user = {.key = u"u2"_s,
                     .email = {},
                     .displayName = u"Marie"_s,
                     .language = Language::French,
                     .role = role,
                     .pinHash = pinHash,
                     .active = true}};
}

UserStanding blocked(UserStanding standing)
{
    standing.user.active = false;
    return standing;
}

UserStanding renamed(UserStanding standing)
{
    standing.user.displayName = u"Joris"_s;
    return standing;
}

std::optional<UserStanding> effect(const std::optional<UserStanding> &standing, const UserStanding &said, bool isLastAdministrator = false)
{
    return effectAtOnce(standing, said, UserManagement::Local, isLastAdministrator);
}

} // namespace

TEST_CASE("what lowers, blocks or archives a user takes effect at once, with all that is said")
{
    for (const Role role : {Role::Seller, Role::Manager, Role::Administrator}) {
        const UserStanding standing = standingAs(role);
        CHECK(effect(standing, standingAs(Role::Seller, u"new"_s)) == standingAs(Role::Seller, u"new"_s));
        CHECK(effect(standing, blocked(standing)) == blocked(standing));
        UserStanding archived = standing;
        archived.archived = true;
        CHECK(effect(standing, archived) == archived);
    }
    CHECK(effect(standingAs(Role::Administrator), standingAs(Role::Manager)) == standingAs(Role::Manager));
}

TEST_CASE("a new seller works at once; nobody above one does before an administrator has said so")
{
    CHECK(effect(std::nullopt, standingAs(Role::Seller)) == standingAs(Role::Seller));
    CHECK_FALSE(effect(std::nullopt, standingAs(Role::Manager)));
    CHECK(effect(std::nullopt, blocked(standingAs(Role::Administrator))) == blocked(standingAs(Role::Administrator)));
}

TEST_CASE("a role that rises, a person who comes back and a new PIN above a seller wait; until then what stood stands")
{
    CHECK(effect(standingAs(Role::Seller), standingAs(Role::Manager)) == standingAs(Role::Seller));
    CHECK(effect(standingAs(Role::Manager), standingAs(Role::Administrator)) == standingAs(Role::Manager));
    CHECK(effect(standingAs(Role::Manager), standingAs(Role::Manager, u"new"_s)) == standingAs(Role::Manager));
    CHECK(effect(blocked(standingAs(Role::Manager)), standingAs(Role::Manager)) == blocked(standingAs(Role::Manager)));
    CHECK(effect(standingAs(Role::Administrator), standingAs(Role::Manager, u"new"_s)) == standingAs(Role::Manager)); // lower, the old PIN
}

TEST_CASE("a name goes with the PIN: a new one alone takes effect, one with a new PIN waits with it")
{
    CHECK(effect(standingAs(Role::Manager), renamed(standingAs(Role::Manager))) == renamed(standingAs(Role::Manager)));
    CHECK(effect(standingAs(Role::Manager), renamed(standingAs(Role::Manager, u"new"_s))) == standingAs(Role::Manager));
}

TEST_CASE("with central management all takes effect at once")
{
    const UserStanding said = standingAs(Role::Administrator, u"new"_s);
    CHECK(effectAtOnce(std::nullopt, said, UserManagement::Central, false) == said);
    CHECK(effectAtOnce(standingAs(Role::Seller), said, UserManagement::Central, false) == said);
}

TEST_CASE("the last administrator stays one, whoever says otherwise")
{
    const UserStanding last = standingAs(Role::Administrator);
    for (const UserManagement management : {UserManagement::Local, UserManagement::Central})
        for (const UserStanding &said :
             {standingAs(Role::Seller), standingAs(Role::Manager), blocked(last), standingAs(Role::Administrator, {})})
            CHECK(effectAtOnce(last, said, management, true) == last);
    CHECK(effectAtOnce(last, standingAs(Role::Administrator, u"new"_s), UserManagement::Central, true) ==
          standingAs(Role::Administrator, u"new"_s));
    CHECK(riseOf(last, standingAs(Role::Seller), true).isLastAdministrator);
    CHECK_FALSE(riseOf(last, renamed(last), true).isLastAdministrator);
}

TEST_CASE("who confirms is told what rises")
{
    const UserRise fresh = riseOf(std::nullopt, standingAs(Role::Manager), false);
    CHECK((fresh.isNew && fresh.to == Role::Manager && !fresh.hasNewPin));
    const UserRise back = riseOf(blocked(standingAs(Role::Seller)), standingAs(Role::Administrator, u"new"_s), false);
    CHECK((back.comesBack && back.hasNewPin && back.from == Role::Seller && back.to == Role::Administrator));
}
