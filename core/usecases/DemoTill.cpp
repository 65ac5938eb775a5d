// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DemoTill.h"

#include "core/base/Crockford.h"
#include "core/ledger/DocumentStore.h"
#include "core/usecases/Workplace.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr quint64 firstSeed = 20'251'122; ///< Before that of the till 01.

} // namespace

void DemoTill::at(QTime time)
{
    clock.set(QDateTime{date, time, brussels()});
}

Actor DemoTill::actor() const
{
    return {workplace.user->key, workplace.user->role, {}};
}

Result<DemoTill> demoTillOf(Workplace &workplace, SimulatedClock &clock)
{
    const TillProfile *profile = workplace.catalogue->till(workplace.settings.tillKey);
    if (!profile)
        return failure(ErrorCode::NotFound, u"till "_s + workplace.settings.tillKey);
    TRY_LET(users, DocumentStore{workplace.db()}.users());
    std::vector<User> sellers;
    std::vector<User> managers;
    for (const User &user : users)
        if (user.role != Role::Administrator)
            (user.role == Role::Seller ? sellers : managers).push_back(user);
    if (sellers.empty() || managers.empty())
        return failure(ErrorCode::NotFound, u"nobody works at this till"_s);
    const qint64 number = fromCrockford(profile->code).value_or(0);
    return DemoTill{.workplace = workplace,
                    .clock = clock,
                    .profile = *profile,
                    .dice = DemoDice{firstSeed + static_cast<quint64>(number)},
                    .sellers = std::move(sellers),
                    .manager = managers.front(),
                    .date = {},
                    .session = {},
                    .dossiers = 0,
                    .cash = {}};
}

} // namespace guichet
