// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountStore.h"

#include "core/base/Clock.h"
#include "core/base/Crockford.h"
#include "core/ledger/Query.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int widthOfCode = 2;

constexpr Sql insertAccount = "INSERT INTO account (key, name, created_at) VALUES (:key, :name, :created_at)";
constexpr Sql countAccount = "SELECT COUNT(*) FROM account WHERE key = :key";
constexpr Sql selectAccounts = "SELECT key, name FROM account ORDER BY key";
constexpr Sql countTills = "SELECT COUNT(*) FROM till WHERE account = :account";
constexpr Sql insertTill = R"(
    INSERT INTO till (account, code, name, enrolment_hash, enrolment_until)
    VALUES (:account, :code, :name, :enrolment_hash, :enrolment_until))";
constexpr Sql selectTills = R"(
    SELECT account, code, name, uid, revoked_at, last_contact FROM till WHERE account = :account ORDER BY code)";
constexpr Sql selectTillToEnrol = R"(
    SELECT account, code, name, uid, revoked_at, last_contact FROM till
    WHERE enrolment_hash = :hash AND enrolment_hash <> '' AND enrolment_until > :now AND revoked_at = '')";
constexpr Sql enrolTill = R"(
    UPDATE till SET uid = :uid, token_hash = :token_hash, enrolment_hash = '', enrolment_until = ''
    WHERE account = :account AND code = :code)";
constexpr Sql selectTillOfToken = R"(
    SELECT account, code, name, uid, revoked_at, last_contact FROM till WHERE token_hash = :hash AND token_hash <> '')";
constexpr Sql revokeTill = R"(
    UPDATE till SET revoked_at = :now, enrolment_hash = '' WHERE account = :account AND code = :code AND revoked_at = '')";
constexpr Sql writeContact = "UPDATE till SET last_contact = :now WHERE account = :account AND code = :code";

CentralTill centralTill(const Row &row)
{
    return {.account = row.text(0),
            .code = row.text(1),
            .name = row.text(2),
            .uid = row.text(3),
            .revoked = !row.text(4).isEmpty(),
            .lastContact = row.text(5)};
}

/// Instants as text that sorts as time does.
QString utcText(const QDateTime &instant)
{
    return instant.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

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

Result<QString> AccountStore::addTill(const QString &account, const QString &name, const QString &enrolmentHash, const QDateTime &until)
{
    return inTransaction(m_db, [&]() -> Result<QString> {
        TRY_LET(known, selectInteger(m_db, countAccount, {{":key", account}}));
        if (known == 0)
            return failure(ErrorCode::NotFound, u"account %1"_s.arg(account), {account});
        TRY_LET(count, selectInteger(m_db, countTills, {{":account", account}}));
        const QString code = crockford(count + 1, widthOfCode); // none is ever deleted: no code comes twice
        TRY(runQuery(m_db, insertTill,
                     {{":account", account},
                      {":code", code},
                      {":name", name},
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

Result<> AccountStore::enrol(const CentralTill &till, const QString &uid, const QString &tokenHash)
{
    return runQuery(m_db, enrolTill, {{":uid", uid}, {":token_hash", tokenHash}, {":account", till.account}, {":code", till.code}});
}

Result<std::optional<CentralTill>> AccountStore::tillOfToken(const QString &tokenHash)
{
    return firstRow(m_db, selectTillOfToken, {{":hash", tokenHash}}, centralTill);
}

Result<> AccountStore::revoke(const QString &account, const QString &code, const QDateTime &now)
{
    TRY_LET(revoked, runQueryCounting(m_db, revokeTill, {{":now", utcText(now)}, {":account", account}, {":code", code}}));
    if (revoked == 0)
        return failure(ErrorCode::NotFound, u"till %1 of %2"_s.arg(code, account), {code});
    return {};
}

Result<> AccountStore::noteContact(const CentralTill &till, const QDateTime &now)
{
    return runQuery(m_db, writeContact, {{":now", utcText(now)}, {":account", till.account}, {":code", till.code}});
}

} // namespace guichet
