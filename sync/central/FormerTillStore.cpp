// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/FormerTillStore.h"

#include "core/ledger/Query.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql countEnrolled = "SELECT COUNT(*) FROM till WHERE account = :account AND code = :code AND uid <> ''";
constexpr Sql upsertPromise = R"(
    INSERT INTO till_replacement (account, code, enrolment_hash, enrolment_until) VALUES (:account, :code, :hash, :until)
    ON CONFLICT (account, code) DO UPDATE SET
        enrolment_hash = excluded.enrolment_hash, enrolment_until = excluded.enrolment_until, public_key = '')";
constexpr Sql selectPromise = R"(
    SELECT account, code, public_key FROM till_replacement WHERE enrolment_hash = :hash AND enrolment_until > :now)";
constexpr Sql updatePromise = "UPDATE till_replacement SET public_key = :key WHERE account = :account AND code = :code";
constexpr Sql insertFormer = R"(
    INSERT INTO former_till (token_hash, account, code, uid, incarnation, replaced_at, revoked_at, last_contact)
    SELECT token_hash, account, code, uid, CAST(:incarnation AS BIGINT), CAST(:now AS TEXT), revoked_at, last_contact FROM till
    WHERE account = :account AND code = :code AND token_hash <> '')";
constexpr Sql updateToken = R"(
    UPDATE till SET token_hash = :hash, revoked_at = '', waiting = 0 WHERE account = :account AND code = :code)";
constexpr Sql deletePromise = "DELETE FROM till_replacement WHERE account = :account AND code = :code";
constexpr Sql revokeFormer = R"(
    UPDATE former_till SET revoked_at = :now WHERE account = :account AND code = :code AND revoked_at = '')";

/// What formerTill() reads.
#define GUICHET_FORMER_TILLS                                                                                                               \
    "SELECT f.account, f.code, t.name, f.uid, f.revoked_at, f.last_contact, f.incarnation, f.replaced_at "                                 \
    "FROM former_till f JOIN till t ON t.account = f.account AND t.code = f.code "

constexpr Sql selectFormer = GUICHET_FORMER_TILLS "WHERE f.token_hash = :hash";
constexpr Sql selectFormerOf = GUICHET_FORMER_TILLS "WHERE f.account = :account AND f.code = :code ORDER BY f.incarnation";
constexpr Sql writeFormerContact = "UPDATE former_till SET last_contact = :now WHERE token_hash = :hash";

FormerTill formerTill(const Row &row)
{
    return {.till = {.account = row.text(0),
                     .code = row.text(1),
                     .name = row.text(2),
                     .uid = row.text(3),
                     .revoked = !row.text(4).isEmpty(),
                     .lastContact = row.text(5)},
            .incarnation = row.integer(6),
            .replacedAt = row.text(7)};
}

} // namespace

Result<> FormerTillStore::promise(const TillName &till, const QString &enrolmentHash, const QDateTime &until)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY_LET(enrolled, selectInteger(m_db, countEnrolled, {{":account", till.account}, {":code", till.code}}));
        if (enrolled == 0)
            return failure(ErrorCode::NotFound, u"no till %1 of %2 has enrolled"_s.arg(till.code, till.account), {till.code});
        return runQuery(m_db, upsertPromise,
                        {{":account", till.account}, {":code", till.code}, {":hash", enrolmentHash}, {":until", utcText(until)}});
    });
}

Result<std::optional<PromisedReplacement>> FormerTillStore::promised(const QString &enrolmentHash, const QDateTime &now)
{
    return firstRow(m_db, selectPromise, {{":hash", enrolmentHash}, {":now", utcText(now)}}, [](const Row &row) {
        return PromisedReplacement{.till = {.account = row.text(0), .code = row.text(1)}, .key = row.text(2)};
    });
}

Result<> FormerTillStore::fulfil(const PromisedReplacement &promise, const SucceedingMachine &machine, const QDateTime &now)
{
    const auto &[account, code] = promise.till;
    if (promise.key.isEmpty())
        TRY(runQuery(m_db, insertFormer,
                     {{":incarnation", machine.incarnation - 1}, {":now", utcText(now)}, {":account", account}, {":code", code}}));
    TRY(runQuery(m_db, updatePromise, {{":key", machine.key}, {":account", account}, {":code", code}}));
    return runQuery(m_db, updateToken, {{":hash", machine.tokenHash}, {":account", account}, {":code", code}});
}

Result<> FormerTillStore::revoke(const TillName &till, const QDateTime &now)
{
    TRY(runQuery(m_db, deletePromise, {{":account", till.account}, {":code", till.code}}));
    return runQuery(m_db, revokeFormer, {{":now", utcText(now)}, {":account", till.account}, {":code", till.code}});
}

Result<std::optional<FormerTill>> FormerTillStore::ofToken(const QString &tokenHash)
{
    return firstRow(m_db, selectFormer, {{":hash", tokenHash}}, formerTill);
}

Result<std::vector<FormerTill>> FormerTillStore::of(const TillName &till)
{
    return allRows(m_db, selectFormerOf, {{":account", till.account}, {":code", till.code}}, formerTill);
}

Result<> FormerTillStore::noteContact(const QString &tokenHash, const QDateTime &now)
{
    return runQuery(m_db, writeFormerContact, {{":now", utcText(now)}, {":hash", tokenHash}});
}

} // namespace guichet
