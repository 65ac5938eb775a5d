// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/WaitingUsers.h"

#include "core/ledger/Columns.h"

namespace guichet {
namespace {

constexpr Sql upsertWaitingUser = R"(
INSERT INTO user_waiting (key, body, archived, origin, changed_by, changed_at, refused)
VALUES (:key, :body, :archived, :origin, :changed_by, :changed_at, :refused)
ON CONFLICT (key) DO UPDATE SET body = excluded.body, archived = excluded.archived, origin = excluded.origin,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at, refused = excluded.refused)";
constexpr Sql selectWaitingUser = R"(
SELECT key, body, archived, origin, changed_by, changed_at, refused FROM user_waiting WHERE key = :key)";
constexpr Sql selectWaitingUsers = R"(
SELECT key, body, archived, origin, changed_by, changed_at, refused FROM user_waiting ORDER BY changed_at, key)";
constexpr Sql deleteWaitingUser = R"(DELETE FROM user_waiting WHERE key = :key)";
constexpr Sql deleteWaitingUsers = R"(DELETE FROM user_waiting)";

WaitingUser waitingUserOf(const Row &row)
{
    return {.key = row.text(0),
            .body = jsonObject(row.text(1)),
            .archived = row.boolean(2),
            .origin = row.text(3),
            .by = row.text(4),
            .at = row.dateTime(5),
            .refused = row.boolean(6)};
}

} // namespace

Result<UserStanding> saidOf(const WaitingUser &waiting)
{
    TRY_LET(user, userFromJson(waiting.body));
    return UserStanding{.user = user, .archived = waiting.archived};
}

Result<std::optional<WaitingUser>> WaitingUsers::of(const QString &key) const
{
    return firstRow(m_db, selectWaitingUser, {{":key", key}}, waitingUserOf);
}

Result<std::vector<WaitingUser>> WaitingUsers::all() const
{
    return allRows(m_db, selectWaitingUsers, {}, waitingUserOf);
}

Result<> WaitingUsers::keep(const WaitingUser &waiting)
{
    return runQuery(m_db, upsertWaitingUser,
                    {{":key", waiting.key},
                     {":body", jsonText(waiting.body)},
                     {":archived", waiting.archived},
                     {":origin", waiting.origin},
                     {":changed_by", waiting.by},
                     {":changed_at", waiting.at},
                     {":refused", waiting.refused}});
}

Result<> WaitingUsers::drop(const QString &key)
{
    return runQuery(m_db, deleteWaitingUser, {{":key", key}});
}

Result<> WaitingUsers::forgetAll()
{
    return runQuery(m_db, deleteWaitingUsers);
}

} // namespace guichet
