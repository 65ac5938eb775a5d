// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/User.h"

#include "core/base/EnumNames.h"
#include "core/base/JsonReader.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

constexpr EnumNames<Role, 3> roles{{"seller"_L1, "manager"_L1, "administrator"_L1}};
constexpr int triesBeforeLock = 5;
constexpr seconds firstLock{30};
constexpr seconds longestLock{15 * 60};

bool isForSeller(Right right)
{
    return right <= Right::LateClosing;
}

bool isApprovable(Right right)
{
    return right >= Right::GiveFree && right <= Right::CorrectPayment;
}

bool isForAdministrator(Right right)
{
    return right >= Right::EditUsers;
}

bool isKnownLanguage(const QString &code)
{
    return languageCode(languageFromCode(code)) == code;
}

} // namespace

Permission permission(Role role, Right right)
{
    switch (role) {
    case Role::Administrator: return Permission::Granted;
    case Role::Manager: return isForAdministrator(right) ? Permission::Denied : Permission::Granted;
    case Role::Seller:
        if (isForSeller(right))
            return Permission::Granted;
        return isApprovable(right) ? Permission::WithApproval : Permission::Denied;
    }
    Q_UNREACHABLE();
}

QString approvalName(Right right)
{
    switch (right) {
    case Right::GiveFree: return u"give_free"_s;
    case Right::ChangePrice: return u"change_price"_s;
    case Right::Refund: return u"refund"_s;
    case Right::Cancel: return u"cancel"_s;
    case Right::ChangeDossier: return u"change_dossier"_s;
    case Right::MoveCash: return u"move_cash"_s;
    case Right::OpenDrawer: return u"open_drawer"_s;
    case Right::ForceCapacity: return u"force_capacity"_s;
    case Right::CorrectPayment: return u"correct_payment"_s;
    case Right::ResolvePayment: return u"resolve_payment"_s;
    default: return {};
    }
}

bool isValidPin(const QString &pin)
{
    const bool digitsOnly = std::ranges::all_of(pin, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return pin.size() >= 4 && pin.size() <= 8 && digitsOnly;
}

seconds lockOutAfter(int wrongTries)
{
    if (wrongTries < triesBeforeLock)
        return seconds{0};
    seconds lock = firstLock;
    for (int tries = triesBeforeLock; tries < wrongTries && lock < longestLock; ++tries)
        lock *= 2;
    return std::min(lock, longestLock);
}

QString roleName(Role role)
{
    return roles.nameOf(role);
}

std::optional<Role> roleFromName(const QString &name)
{
    return roles.valueOf(name);
}

QJsonObject toJson(const User &user)
{
    return {{u"key"_s, user.key},
            {u"email"_s, user.email},
            {u"displayName"_s, user.displayName},
            {u"language"_s, languageCode(user.language)},
            {u"role"_s, roleName(user.role)},
            {u"pinHash"_s, user.pinHash},
            {u"active"_s, user.active}};
}

Result<User> userFromJson(const QJsonObject &document)
{
    JsonReader reader{document};
    User user;
    user.key = reader.requiredString(u"key"_s, 64);
    user.email = reader.string(u"email"_s, {}, 254);
    user.displayName = reader.requiredString(u"displayName"_s, 100);
    const QString language = reader.string(u"language"_s, u"fr"_s, 2);
    if (!isKnownLanguage(language))
        reader.refuse(u"language"_s, u"unknown language"_s);
    user.language = languageFromCode(language);
    const std::optional<Role> role = roleFromName(reader.string(u"role"_s, roleName(Role::Seller), 20));
    if (!role)
        reader.refuse(u"role"_s, u"unknown role"_s);
    user.role = role.value_or(Role::Seller);
    user.pinHash = reader.string(u"pinHash"_s, {}, 200);
    user.active = reader.boolean(u"active"_s, true);
    TRY(reader.finish());
    return user;
}

} // namespace guichet
