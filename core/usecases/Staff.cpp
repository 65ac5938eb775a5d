// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Staff.h"

#include "core/crypto/Crypto.h"
#include "core/ledger/DocumentStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds approvalLasts{60};

StaffTile tileOf(const User &user, const QDateTime &lockedUntil = {})
{
    return {.user = user.key, .displayName = user.displayName, .role = user.role, .lockedUntil = lockedUntil, .language = user.language};
}

bool isCalled(const User &user, const QString &name)
{
    return user.key == name || (!user.email.isEmpty() && user.email.compare(name, Qt::CaseInsensitive) == 0) ||
           normalised(user.displayName) == normalised(name);
}

Result<User> findUser(Database &db, const QString &name)
{
    TRY_LET(users, DocumentStore{db}.users());
    const auto found = std::ranges::find_if(users, [&](const User &user) { return user.active && isCalled(user, name); });
    if (name.isEmpty() || found == users.end())
        return failure(ErrorCode::NotFound, u"no such user"_s, {printable(name)});
    return *found;
}

std::unexpected<Error> lockedOut(const QDateTime &until)
{
    return failure(ErrorCode::LockedOut, {}, {until.toTimeZone(brussels()).toString(u"HH:mm:ss"_s)});
}

Result<> recordWrongTry(Workplace &workplace, const User &user, LockOut lockOut)
{
    ++lockOut.wrongTries;
    const std::chrono::seconds wait = lockOutAfter(lockOut.wrongTries);
    lockOut.until = wait.count() > 0 ? workplace.now().addSecs(wait.count()) : QDateTime{};
    return WorkingStore{workplace.db()}.setLockOut(user.key, lockOut);
}

/// The user behind name and PIN. Wrong tries are counted for each user, across restarts.
Result<User> checkPin(Workplace &workplace, const QString &name, const QString &pin)
{
    TRY_LET(user, findUser(workplace.db(), name));
    WorkingStore working{workplace.db()};
    TRY_LET(lockOut, working.lockOut(user.key));
    if (lockOut.until.isValid() && lockOut.until > workplace.now())
        return lockedOut(lockOut.until);
    if (!verifyPin(user.pinHash, pin)) {
        TRY(recordWrongTry(workplace, user, lockOut));
        return failure(ErrorCode::PinWrong);
    }
    if (lockOut.wrongTries > 0)
        TRY(working.setLockOut(user.key, {}));
    return user;
}

bool covers(const Approval &approval, Right right, const QDateTime &now)
{
    const bool forThis = !approval.right || *approval.right == right;
    return forThis && now <= approval.until && permission(approval.by.role, right) == Permission::Granted;
}

} // namespace

Result<std::vector<StaffTile>> Staff::tiles() const
{
    TRY_LET(users, DocumentStore{m_workplace.db()}.users());
    std::vector<StaffTile> tiles;
    for (const User &user : users) {
        if (!user.active)
            continue;
        TRY_LET(lockOut, WorkingStore{m_workplace.db()}.lockOut(user.key));
        tiles.push_back(tileOf(user, lockOut.until > m_workplace.now() ? lockOut.until : QDateTime{}));
    }
    return tiles;
}

Result<StaffTile> Staff::logIn(const QString &user, const QString &pin)
{
    TRY_LET(known, checkPin(m_workplace, user, pin));
    m_workplace.approval.reset();
    m_workplace.user = known;
    return tileOf(known);
}

void Staff::logOut()
{
    m_workplace.user.reset();
    m_workplace.approval.reset();
}

Result<StaffTile> Staff::current() const
{
    if (!m_workplace.user)
        return failure(ErrorCode::NotLoggedIn);
    return tileOf(*m_workplace.user);
}

Result<StaffTile> Staff::approve(const QString &user, const QString &pin)
{
    if (!m_workplace.user)
        return failure(ErrorCode::NotLoggedIn);
    TRY_LET(known, checkPin(m_workplace, user, pin));
    if (known.role == Role::Seller)
        return failure(ErrorCode::NotAllowed, u"a seller approves nothing"_s, {known.displayName});
    m_workplace.approval = Approval{.by = known, .until = m_workplace.now().addSecs(approvalLasts.count()), .right = std::nullopt};
    return tileOf(known);
}

Result<Permission> Staff::permissionFor(Right right) const
{
    if (!m_workplace.user)
        return failure(ErrorCode::NotLoggedIn);
    return permission(m_workplace.user->role, right);
}

Result<Actor> Staff::authorise(Right right)
{
    TRY_LET(granted, permissionFor(right));
    Actor actor{.user = m_workplace.user->key, .role = m_workplace.user->role, .approver = {}};
    if (granted == Permission::Granted)
        return actor;
    const bool approvable = granted == Permission::WithApproval || right == Right::ResolvePayment; // A doubt cannot wait for another shift.
    if (!approvable)
        return failure(ErrorCode::NotAllowed);
    if (!m_workplace.approval || !covers(*m_workplace.approval, right, m_workplace.now()))
        return failure(ErrorCode::NeedsApproval, {}, {approvalName(right)});
    return spendApproval(std::move(actor), right);
}

Result<Actor> Staff::authoriseByAdministrator(Right right)
{
    if (!m_workplace.user)
        return failure(ErrorCode::NotLoggedIn);
    if (!m_workplace.approval || !covers(*m_workplace.approval, right, m_workplace.now()))
        return failure(ErrorCode::NeedsAdministrator);
    return spendApproval({.user = m_workplace.user->key, .role = m_workplace.user->role, .approver = {}}, right);
}

Actor Staff::spendApproval(Actor actor, Right right)
{
    actor.approver = m_workplace.approval->by.key;
    m_workplace.approved = right;
    m_workplace.approval.reset();
    return actor;
}

QString Staff::displayName(const QString &user) const
{
    return namesOf(m_workplace, user);
}

QString namesOf(const Workplace &workplace, const QString &users)
{
    QStringList names;
    for (const QString &key : users.split(u' ', Qt::SkipEmptyParts)) {
        const Result<std::optional<User>> known = DocumentStore{workplace.db()}.user(key);
        names << (known && *known ? (*known)->displayName : key);
    }
    return names.join(u", "_s);
}

} // namespace guichet
