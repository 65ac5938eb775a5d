// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"
#include "core/people/UserRise.h"

#include <QDateTime>

namespace guichet {

/// An attraction at the centre: nothing of one is ever seen by another.
struct CentralAccount
{
    QString key;
    QString name;
};

/// How a till is called at the centre.
struct TillName
{
    QString account;
    QString code; ///< Two characters, in dossier numbers; never another till's (decisions 20).
};

/// A till of an account as the centre knows it.
struct CentralTill
{
    QString account;
    QString code; ///< As in TillName.
    QString name;
    QString uid; ///< Empty until it enrols.
    bool revoked = false;
    QString lastContact;                          ///< RFC 3339; empty: never.
    qint64 waiting = 0;                           ///< Facts that it had not sent when it last said so, those sent since taken off.
    UserManagement users = UserManagement::Local; ///< Told when it enrols (decisions 25).
    TillName called() const { return {.account = account, .code = code}; }
};

/// An instant as text that sorts as time does.
QString utcText(const QDateTime &instant);

/// How much of the free places of a slot each till may borrow, to sell them without a line: the smaller of both, rounded down (decisions
/// 23).
struct AllotmentRule
{
    int places = 2;
    int percent = 10;
};

/// How the status page of an account is entered.
struct StatusPassword
{
    QString hash; ///< Argon2id; empty: nobody enters.
    bool isLocked = false;
};

/// Accounts and their tills. Secrets come as hashes: what is stolen from here opens nothing. On the thread of `db`.
class AccountStore
{
public:
    explicit AccountStore(Database &db) : m_db{db} {}

    /// DuplicateKey.
    Result<> addAccount(const CentralAccount &account, const QDateTime &now);
    Result<std::vector<CentralAccount>> accounts();
    /// A till to come, with the hash of its enrolment code. NotFound: no such account. Returns its code.
    Result<QString> addTill(const QString &account, const QString &name, UserManagement users, const QString &enrolmentHash,
                            const QDateTime &until);
    Result<std::vector<CentralTill>> tills(const QString &account);
    /// NotFound.
    Result<CentralTill> till(const TillName &name);
    /// The till for which this code was given, or which has used it; none: unknown or lapsed.
    Result<std::optional<CentralTill>> tillToEnrol(const QString &enrolmentHash, const QDateTime &now);
    /// The till `uid` of the place `till` speaks with this token from now on, revoked before or not. One that has another place in the
    /// account keeps that one, and the empty one goes (docs/decisions/0045). Returns the place that it has.
    Result<CentralTill> enrol(const CentralTill &till, const QString &tokenHash);
    Result<std::optional<CentralTill>> tillOfToken(const QString &tokenHash);
    /// One that was revoked stays so. NotFound.
    Result<> revoke(const TillName &name, const QDateTime &now);
    Result<> noteContact(const CentralTill &till, const QDateTime &now);
    /// The till says how many of its facts wait to be sent.
    Result<> noteWaiting(const CentralTill &till, qint64 waiting);
    /// So many of them came.
    Result<> noteSent(const CentralTill &till, qint64 facts);
    Result<AllotmentRule> allotmentRule(const QString &account);
    /// NotFound.
    Result<> setAllotmentRule(const QString &account, const AllotmentRule &rule);
    /// Asks the database something: DatabaseFailed and its like when it does not answer.
    Result<> answers();

    // The status page.
    /// Whoever is logged in is so no more. NotFound.
    Result<> setPassword(const QString &account, const QString &hash);
    /// None: no such account.
    Result<std::optional<StatusPassword>> password(const QString &account, const QDateTime &now);
    /// One more: counted there, since several may be made at once. It may lock the account (lockOutAfter()).
    Result<> noteWrongTry(const QString &account, const QDateTime &now);
    Result<> forgetWrongTries(const QString &account);
    /// Those that have lapsed are forgotten.
    Result<> beginSession(const QString &account, const QString &tokenHash, const QDateTime &now, const QDateTime &until);
    Result<std::optional<CentralAccount>> accountOfSession(const QString &tokenHash, const QDateTime &now);
    Result<> endSession(const QString &tokenHash);

private:
    Result<> moveCode(const TillName &from, const TillName &to);
    Database &m_db;
};

} // namespace guichet
