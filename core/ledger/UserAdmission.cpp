// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/UserAdmission.h"

#include "core/ledger/DocumentFeed.h"
#include "core/ledger/MachineState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString managementName = u"users.management"_s;
const QString centralManagement = u"central"_s; ///< Anything else: local.

/// What a person decides; a new name is none of it.
bool isSameRise(const WaitingUser &a, const WaitingUser &b)
{
    const auto isSame = [&](const QString &field) { return a.body.value(field) == b.body.value(field); };
    return a.archived == b.archived && isSame(u"role"_s) && isSame(u"active"_s) && isSame(u"pinHash"_s);
}

/// What was said of a user, as far as it takes effect.
QJsonObject bodyOf(QJsonObject said, const UserStanding &effect)
{
    const QJsonObject user = toJson(effect.user);
    for (auto it = user.begin(); it != user.end(); ++it)
        said[it.key()] = it.value();
    return said;
}

} // namespace

Result<> UserAdmission::setManagement(UserManagement management)
{
    return setMachineState(m_db, managementName, management == UserManagement::Central ? centralManagement : QString{});
}

Result<UserManagement> UserAdmission::management() const
{
    TRY_LET(said, machineState(m_db, managementName));
    return said == centralManagement ? UserManagement::Central : UserManagement::Local;
}

Result<std::optional<UserStanding>> UserAdmission::standing(const QString &key) const
{
    TRY_LET(document, DocumentStore{m_db}.get(DocumentKind::User, key));
    if (!document)
        return std::nullopt;
    TRY_LET(user, userFromJson(document->body));
    return UserStanding{.user = user, .archived = document->archived};
}

Result<bool> UserAdmission::isLastAdministrator(const QString &key) const
{
    TRY_LET(users, DocumentStore{m_db}.users());
    const auto administers = [](const User &user) { return canAdminister(UserStanding{.user = user, .archived = false}); };
    const bool isOne = std::ranges::any_of(users, [&](const User &user) { return user.key == key && administers(user); });
    return isOne && std::ranges::count_if(users, administers) == 1;
}

Result<bool> UserAdmission::take(const SharedChange &change, const SharedDocument &merged, const QDateTime &now)
{
    TRY_LET(self, DocumentFeed{m_db}.origin());
    if (self.isEmpty())
        return DocumentStore{m_db}.replace(
            {.kind = DocumentKind::User, .key = change.key, .archived = merged.archived, .body = merged.body}, {change.user, change.at},
            now);
    WaitingUser waiting{.key = change.key,
                        .body = merged.body,
                        .archived = merged.archived,
                        .origin = change.stamp.origin,
                        .by = change.user,
                        .at = change.at,
                        .refused = false};
    WaitingUsers rows{m_db};
    TRY_LET(before, rows.of(change.key));
    if (before && isSameRise(*before, waiting)) {
        waiting = *before;
        waiting.body = merged.body;
    }
    TRY(rows.keep(waiting));
    return review(now);
}

Result<> UserAdmission::saidHere(const QString &key, const SharedDocument &merged, const QDateTime &now)
{
    WaitingUsers rows{m_db};
    TRY_LET(waiting, rows.of(key));
    if (waiting) {
        waiting->body = merged.body;
        waiting->archived = merged.archived;
        TRY(rows.keep(*waiting));
    }
    TRY(review(now));
    return {};
}

/// Who is confirmed as administrator lets another go, who comes earlier in the list: so once more, as long as something changes.
Result<bool> UserAdmission::review(const QDateTime &now)
{
    bool isOther = false;
    TRY_LET(first, WaitingUsers{m_db}.all());
    for (std::size_t round = 0; round <= first.size(); ++round) {
        TRY_LET(rows, WaitingUsers{m_db}.all());
        bool changes = false;
        for (const WaitingUser &waiting : rows) {
            TRY_LET(admitted, admit(waiting, now));
            changes = changes || admitted;
        }
        isOther = isOther || changes;
        if (!changes)
            break;
    }
    return isOther;
}

Result<bool> UserAdmission::admit(const WaitingUser &waiting, const QDateTime &now)
{
    TRY_LET(said, saidOf(waiting));
    TRY_LET(stands, standing(waiting.key));
    TRY_LET(isLast, isLastAdministrator(waiting.key));
    TRY_LET(managed, management());
    const auto effect = effectAtOnce(stands, said, managed, isLast);
    if (effect == said)
        TRY(WaitingUsers{m_db}.drop(waiting.key));
    if (!effect)
        return false;
    const QJsonObject body = effect == said ? waiting.body : bodyOf(waiting.body, *effect);
    return DocumentStore{m_db}.replace({.kind = DocumentKind::User, .key = waiting.key, .archived = effect->archived, .body = body},
                                       {waiting.by, waiting.at}, now);
}

Result<std::vector<WaitingUser>> UserAdmission::waiting() const
{
    TRY_LET(rows, WaitingUsers{m_db}.all());
    std::erase_if(rows, [](const WaitingUser &waiting) { return waiting.refused; });
    return rows;
}

Result<UserRise> UserAdmission::rise(const WaitingUser &waiting) const
{
    TRY_LET(said, saidOf(waiting));
    TRY_LET(stands, standing(waiting.key));
    TRY_LET(isLast, isLastAdministrator(waiting.key));
    return riseOf(stands, said, isLast);
}

/// Only what the person saw is decided.
Result<> UserAdmission::checkDecision(const WaitingUser &waiting) const
{
    TRY_LET(row, WaitingUsers{m_db}.of(waiting.key));
    if (!row || *row != waiting)
        return failure(ErrorCode::NotFound, u"not what waits"_s, {waiting.key});
    TRY_LET(wanted, rise(waiting));
    if (wanted.isLastAdministrator)
        return failure(ErrorCode::InvalidInput, u"role: the last administrator"_s, {u"role"_s, u"last administrator"_s});
    return {};
}

Result<> UserAdmission::confirm(const WaitingUser &waiting, const DocumentChange &change)
{
    TRY(checkDecision(waiting));
    TRY(WaitingUsers{m_db}.drop(waiting.key));
    TRY(DocumentStore{m_db}.replace({.kind = DocumentKind::User, .key = waiting.key, .archived = waiting.archived, .body = waiting.body},
                                    change, change.at));
    TRY(review(change.at));
    return {};
}

Result<> UserAdmission::refuse(const WaitingUser &waiting)
{
    TRY(checkDecision(waiting));
    WaitingUser refused = waiting;
    refused.refused = true;
    return WaitingUsers{m_db}.keep(refused);
}

} // namespace guichet
