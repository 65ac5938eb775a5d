// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Database.h"

#include <QDateTime>

namespace guichet {

/// An attraction at the centre: nothing of one is ever seen by another.
struct CentralAccount
{
    QString key;
    QString name;
};

/// A till of an account as the centre knows it.
struct CentralTill
{
    QString account;
    QString code; ///< Two characters, in dossier numbers; never used again (decisions 20).
    QString name;
    QString uid; ///< Empty until it enrols.
    bool revoked = false;
    QString lastContact; ///< RFC 3339; empty: never.
};

/// Accounts and their tills. Secrets come as hashes: what is stolen from here opens nothing.
class AccountStore
{
public:
    explicit AccountStore(Database &db) : m_db{db} {}

    /// DuplicateKey.
    Result<> addAccount(const CentralAccount &account, const QDateTime &now);
    Result<std::vector<CentralAccount>> accounts();
    /// A till to come, with the hash of its enrolment code. NotFound: no such account. Returns its code.
    Result<QString> addTill(const QString &account, const QString &name, const QString &enrolmentHash, const QDateTime &until);
    Result<std::vector<CentralTill>> tills(const QString &account);
    /// The till that waits for this code; none: unknown, used or lapsed.
    Result<std::optional<CentralTill>> tillToEnrol(const QString &enrolmentHash, const QDateTime &now);
    /// The code is used up: the till speaks with this token from now on.
    Result<> enrol(const CentralTill &till, const QString &uid, const QString &tokenHash);
    Result<std::optional<CentralTill>> tillOfToken(const QString &tokenHash);
    /// NotFound.
    Result<> revoke(const QString &account, const QString &code, const QDateTime &now);
    Result<> noteContact(const CentralTill &till, const QDateTime &now);

private:
    Database &m_db;
};

} // namespace guichet
