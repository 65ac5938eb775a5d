// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/Commands.h"
#include "app/central/Console.h"
#include "core/base/Text.h"
#include "sync/central/StatusLogin.h"

#include <QFileInfo>

namespace guichet::commands {

using namespace Qt::StringLiterals;

void describeAccounts(QCommandLineParser &parser)
{
    parser.addOption(
        {u"replace"_s, u"restore: also in the place of a ledger that is here, which is kept beside; export: of a file, which is not."_s});
    parser.addOption({u"any-signature"_s, u"restore: a file that another key than this centre's has signed; its tills enrol again."_s});
    parser.addOption({u"all"_s, u"account renew: all accounts."_s});
}

Result<> addAccount(Centre &centre, const CentralAccount &account)
{
    TRY(centre.addAccount(account));
    out() << "account " << account.key << '\n';
    return {};
}

Result<> newPassword(Centre &centre, const QString &account)
{
    TRY_LET(password, (StatusLogin{centre.accounts(), centre.clock()}.newPassword(account)));
    out() << "status page of " << account << ", password " << password << '\n';
    return {};
}

Result<> printUsers(Centre &centre, const QString &account)
{
    TRY_LET(users, centre.users(account));
    for (const User &user : users)
        out() << printable(user.key) << "  " << printable(user.displayName) << "  " << roleName(user.role)
              << (user.active ? "" : "  blocked") << '\n';
    return {};
}

Result<> exportTo(Centre &centre, const QString &account, const QString &file, const QCommandLineParser &parser)
{
    if (QFileInfo::exists(file) && !parser.isSet(u"replace"_s))
        return failure(ErrorCode::DuplicateKey, u"%1 is there: --replace writes over it"_s.arg(file), {file});
    return centre.exportAccount(account, file);
}

Result<> restore(Centre &centre, const QString &file, const QCommandLineParser &parser)
{
    TRY_LET(restored,
            centre.restoreAccount(file, {.replaces = parser.isSet(u"replace"_s), .takesAnySignature = parser.isSet(u"any-signature"_s)}));
    out() << "account " << restored.head.account << " is as it was at " << momentWords(restored.head.at) << ", " << restored.facts
          << " facts proven\n";
    if (!restored.aside.isEmpty())
        out() << "its ledger before is kept as " << restored.aside << '\n';
    if (!restored.keptErasures)
        out() << "it could not be read: who was forgotten since comes from the tills\n";
    return {};
}

int renew(Centre &centre, const QString &account, const QCommandLineParser &parser)
{
    if (account.isEmpty() != parser.isSet(u"all"_s))
        return misuse(u"account renew: needs KEY or --all"_s);
    if (!account.isEmpty())
        return say(centre.renew(account));
    const auto accounts = centre.accounts().accounts();
    Result<> renewed = accounts ? Result<>{} : std::unexpected(accounts.error());
    for (size_t i = 0; renewed && i < accounts->size(); ++i)
        renewed = centre.renew(accounts->at(i).key);
    return say(renewed);
}

Result<> setAllotment(Centre &centre, const QString &account, const QString &places, const QString &percent)
{
    bool isPlaces = false;
    bool isPercent = false;
    const AllotmentRule rule{.places = places.toInt(&isPlaces), .percent = percent.toInt(&isPercent)};
    if (!isPlaces || !isPercent || rule.places < 0 || rule.places > 1000 || rule.percent < 0 || rule.percent > 100)
        return failure(ErrorCode::InvalidInput, allotmentFigures, {u"allotment"_s});
    return centre.accounts().setAllotmentRule(account, rule);
}

} // namespace guichet::commands
