// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountStore.h"

#include "core/base/Clock.h"
#include "core/base/Crockford.h"
#include "core/ledger/Query.h"
#include "core/people/User.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int widthOfCode = 2;

constexpr Sql insertAccount = "INSERT INTO account (key, name, created_at) VALUES (:key, :name, :created_at)";
constexpr Sql countAccount = "SELECT COUNT(*) FROM account WHERE key = :key";
constexpr Sql selectAccounts = "SELECT key, name FROM account ORDER BY key";
constexpr Sql selectLastCode = "SELECT MAX(code) FROM till WHERE account = :account";
constexpr Sql insertTill = R"(
    INSERT INTO till (account, code, name, central_users, enrolment_hash, enrolment_until)
    VALUES (:account, :code, :name, :central_users, :enrolment_hash, :enrolment_until))";

/// The columns of `till` from which centralTill() reads.
#define GUICHET_TILL_COLUMNS "account, code, name, uid, revoked_at, last_contact, waiting, central_users"

constexpr Sql selectTills = "SELECT " GUICHET_TILL_COLUMNS " FROM till WHERE account = :account ORDER BY code";
constexpr Sql selectTill = "SELECT " GUICHET_TILL_COLUMNS " FROM till WHERE account = :account AND code = :code";
constexpr Sql selectTillOfUid = "SELECT " GUICHET_TILL_COLUMNS " FROM till WHERE account = :account AND uid = :uid AND uid <> ''";
constexpr Sql selectTillOfToken = "SELECT " GUICHET_TILL_COLUMNS " FROM till WHERE token_hash = :hash AND token_hash <> ''";
constexpr Sql selectTillToEnrol =
    "SELECT " GUICHET_TILL_COLUMNS
    " FROM till WHERE enrolment_hash = :hash AND enrolment_hash <> '' AND enrolment_until > :now AND revoked_at = ''";
constexpr Sql enrolTill = R"(
    UPDATE till SET uid = :uid, token_hash = :token_hash, revoked_at = '' WHERE account = :account AND code = :code)";
constexpr Sql selectCode = "SELECT enrolment_hash, enrolment_until FROM till WHERE account = :account AND code = :code";
constexpr Sql deleteEmptyTill = "DELETE FROM till WHERE account = :account AND code = :code AND uid = ''";
constexpr Sql updateCode = R"(
    UPDATE till SET enrolment_hash = :hash, enrolment_until = :until WHERE account = :account AND code = :code)";
constexpr Sql revokeTill = R"(
    UPDATE till SET revoked_at = CASE WHEN revoked_at = '' THEN :now ELSE revoked_at END, enrolment_hash = ''
    WHERE account = :account AND code = :code)";
constexpr Sql writeContact = "UPDATE till SET last_contact = :now WHERE account = :account AND code = :code";
constexpr Sql writeWaiting = "UPDATE till SET waiting = :waiting WHERE account = :account AND code = :code";
constexpr Sql takeOffWaiting = R"(
    UPDATE till SET waiting = CASE WHEN waiting > :sent THEN waiting - :taken ELSE 0 END
    WHERE account = :account AND code = :code AND waiting > 0)";
constexpr Sql selectAllotmentRule = "SELECT allotment_places, allotment_percent FROM account WHERE key = :account";
constexpr Sql updateAllotmentRule = "UPDATE account SET allotment_places = :places, allotment_percent = :percent WHERE key = :account";
constexpr Sql countAccounts = "SELECT COUNT(*) FROM account";
constexpr Sql updatePassword = R"(
    UPDATE account SET password_hash = :hash, wrong_tries = 0, locked_until = '' WHERE key = :account)";
constexpr Sql selectPassword = R"(
    SELECT password_hash, CASE WHEN locked_until > :now THEN 1 ELSE 0 END FROM account WHERE key = :account)";
constexpr Sql addWrongTry = "UPDATE account SET wrong_tries = wrong_tries + 1 WHERE key = :account";
constexpr Sql selectWrongTries = "SELECT wrong_tries FROM account WHERE key = :account";
constexpr Sql lockAccount = "UPDATE account SET locked_until = :until WHERE key = :account";
constexpr Sql deleteWrongTries = "UPDATE account SET wrong_tries = 0, locked_until = '' WHERE key = :account";
constexpr Sql insertStatusSession = "INSERT INTO status_session (token_hash, account, until) VALUES (:hash, :account, :until)";
constexpr Sql deleteLapsedSessions = "DELETE FROM status_session WHERE until <= :now";
constexpr Sql deleteSessionsOf = "DELETE FROM status_session WHERE account = :account";
constexpr Sql deleteStatusSession = "DELETE FROM status_session WHERE token_hash = :hash";
constexpr Sql selectAccountOfSession = R"(
    SELECT a.key, a.name FROM status_session s JOIN account a ON a.key = s.account WHERE s.token_hash = :hash AND s.until > :now)";

CentralTill centralTill(const Row &row)
{
    return {.account = row.text(0),
            .code = row.text(1),
            .name = row.text(2),
            .uid = row.text(3),
            .revoked = !row.text(4).isEmpty(),
            .lastContact = row.text(5),
            .waiting = row.integer(6),
            .users = row.boolean(7) ? UserManagement::Central : UserManagement::Local};
}

} // namespace

QString utcText(const QDateTime &instant)
{
    return instant.toUTC().toString(Qt::ISODateWithMs);
}

Result<> AccountStore::addAccount(const CentralAccount &account, const QDateTime &now)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY_LET(known, selectInteger(m_db, countAccount, {{":key", account.key}}));
        if (known > 0)
            return failure(ErrorCode::DuplicateKey, u"account %1"_s.arg(account.key), {account.key});
        return runQuery(m_db, insertAccount, {{":key", account.key}, {":name", account.name}, {":created_at", utcText(now)}});
    });
}

Result<std::vector<CentralAccount>> AccountStore::accounts()
{
    return allRows(m_db, selectAccounts, {}, [](const Row &row) { return CentralAccount{row.text(0), row.text(1)}; });
}

Result<QString> AccountStore::addTill(const QString &account, const QString &name, UserManagement users, const QString &enrolmentHash,
                                      const QDateTime &until)
{
    return inTransaction(m_db, [&]() -> Result<QString> {
        TRY_LET(known, selectInteger(m_db, countAccount, {{":key", account}}));
        if (known == 0)
            return failure(ErrorCode::NotFound, u"account %1"_s.arg(account), {account});
        TRY_LET(last, selectText(m_db, selectLastCode, {{":account", account}})); // none goes that a till has had: no code comes twice
        const QString code = crockford(fromCrockford(last).value_or(0) + 1, widthOfCode);
        TRY(runQuery(m_db, insertTill,
                     {{":account", account},
                      {":code", code},
                      {":name", name},
                      {":central_users", users == UserManagement::Central},
                      {":enrolment_hash", enrolmentHash},
                      {":enrolment_until", utcText(until)}}));
        return code;
    });
}

Result<std::vector<CentralTill>> AccountStore::tills(const QString &account)
{
    return allRows(m_db, selectTills, {{":account", account}}, centralTill);
}

Result<std::optional<CentralTill>> AccountStore::tillToEnrol(const QString &enrolmentHash, const QDateTime &now)
{
    return firstRow(m_db, selectTillToEnrol, {{":hash", enrolmentHash}, {":now", utcText(now)}}, centralTill);
}

Result<CentralTill> AccountStore::till(const TillName &name)
{
    TRY_LET(known, firstRow(m_db, selectTill, {{":account", name.account}, {":code", name.code}}, centralTill));
    if (!known)
        return failure(ErrorCode::NotFound, u"till %1 of %2"_s.arg(name.code, name.account), {name.code});
    return *known;
}

/// The code stays good for the same till. No two places have it at any instant.
Result<> AccountStore::moveCode(const TillName &from, const TillName &to)
{
    struct Code
    {
        QString hash;
        QString until;
    };
    TRY_LET(code, firstRow(m_db, selectCode, {{":account", from.account}, {":code", from.code}},
                           [](const Row &row) { return Code{.hash = row.text(0), .until = row.text(1)}; }));
    TRY(runQuery(m_db, deleteEmptyTill, {{":account", from.account}, {":code", from.code}}));
    const Code moved = code.value_or(Code{});
    return runQuery(m_db, updateCode, {{":hash", moved.hash}, {":until", moved.until}, {":account", to.account}, {":code", to.code}});
}

Result<CentralTill> AccountStore::enrol(const CentralTill &till, const QString &tokenHash)
{
    return inTransaction(m_db, [&]() -> Result<CentralTill> {
        TRY_LET(known, firstRow(m_db, selectTillOfUid, {{":account", till.account}, {":uid", till.uid}}, centralTill));
        const TillName place = known.value_or(till).called();
        if (place.code != till.code)
            TRY(moveCode(till.called(), place));
        TRY(runQuery(m_db, enrolTill,
                     {{":uid", till.uid}, {":token_hash", tokenHash}, {":account", place.account}, {":code", place.code}}));
        return this->till(place);
    });
}

Result<std::optional<CentralTill>> AccountStore::tillOfToken(const QString &tokenHash)
{
    return firstRow(m_db, selectTillOfToken, {{":hash", tokenHash}}, centralTill);
}

Result<> AccountStore::revoke(const TillName &name, const QDateTime &now)
{
    TRY_LET(revoked, runQueryCounting(m_db, revokeTill, {{":now", utcText(now)}, {":account", name.account}, {":code", name.code}}));
    if (revoked == 0)
        return failure(ErrorCode::NotFound, u"till %1 of %2"_s.arg(name.code, name.account), {name.code});
    return {};
}

Result<> AccountStore::noteContact(const CentralTill &till, const QDateTime &now)
{
    return runQuery(m_db, writeContact, {{":now", utcText(now)}, {":account", till.account}, {":code", till.code}});
}

Result<> AccountStore::noteWaiting(const CentralTill &till, qint64 waiting)
{
    return runQuery(m_db, writeWaiting, {{":waiting", waiting}, {":account", till.account}, {":code", till.code}});
}

Result<> AccountStore::noteSent(const CentralTill &till, qint64 facts)
{
    return runQuery(m_db, takeOffWaiting, {{":sent", facts}, {":taken", facts}, {":account", till.account}, {":code", till.code}});
}

Result<AllotmentRule> AccountStore::allotmentRule(const QString &account)
{
    TRY_LET(rule, firstRow(m_db, selectAllotmentRule, {{":account", account}},
                           [](const Row &row) { return AllotmentRule{.places = row.smallInteger(0), .percent = row.smallInteger(1)}; }));
    return rule.value_or(AllotmentRule{});
}

Result<> AccountStore::setAllotmentRule(const QString &account, const AllotmentRule &rule)
{
    TRY_LET(changed,
            runQueryCounting(m_db, updateAllotmentRule, {{":places", rule.places}, {":percent", rule.percent}, {":account", account}}));
    return changed > 0 ? Result<>{} : failure(ErrorCode::NotFound, u"account %1"_s.arg(account), {account});
}

Result<> AccountStore::answers()
{
    TRY(selectInteger(m_db, countAccounts));
    return {};
}

Result<> AccountStore::setPassword(const QString &account, const QString &hash)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY_LET(changed, runQueryCounting(m_db, updatePassword, {{":hash", hash}, {":account", account}}));
        if (changed == 0)
            return failure(ErrorCode::NotFound, u"account %1"_s.arg(account), {account});
        return runQuery(m_db, deleteSessionsOf, {{":account", account}});
    });
}

Result<std::optional<StatusPassword>> AccountStore::password(const QString &account, const QDateTime &now)
{
    return firstRow(m_db, selectPassword, {{":now", utcText(now)}, {":account", account}},
                    [](const Row &row) { return StatusPassword{.hash = row.text(0), .isLocked = row.boolean(1)}; });
}

Result<> AccountStore::noteWrongTry(const QString &account, const QDateTime &now)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY(runQuery(m_db, addWrongTry, {{":account", account}}));
        TRY_LET(tries, selectInteger(m_db, selectWrongTries, {{":account", account}}));
        return runQuery(m_db, lockAccount, {{":until", utcText(now + lockOutAfter(static_cast<int>(tries)))}, {":account", account}});
    });
}

Result<> AccountStore::forgetWrongTries(const QString &account)
{
    return runQuery(m_db, deleteWrongTries, {{":account", account}});
}

Result<> AccountStore::beginSession(const QString &account, const QString &tokenHash, const QDateTime &now, const QDateTime &until)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY(runQuery(m_db, deleteLapsedSessions, {{":now", utcText(now)}}));
        return runQuery(m_db, insertStatusSession, {{":hash", tokenHash}, {":account", account}, {":until", utcText(until)}});
    });
}

Result<std::optional<CentralAccount>> AccountStore::accountOfSession(const QString &tokenHash, const QDateTime &now)
{
    return firstRow(m_db, selectAccountOfSession, {{":hash", tokenHash}, {":now", utcText(now)}},
                    [](const Row &row) { return CentralAccount{row.text(0), row.text(1)}; });
}

Result<> AccountStore::endSession(const QString &tokenHash)
{
    return runQuery(m_db, deleteStatusSession, {{":hash", tokenHash}});
}

} // namespace guichet
