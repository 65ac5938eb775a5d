// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/AccountStore.h"

namespace guichet {

/// The code with which another machine takes the place of a till.
struct PromisedReplacement
{
    QString account;
    QString code; ///< Of the till.
    QString key;  ///< Hex of the public key that used it; empty: nobody yet.
};

/// A machine that was replaced.
struct FormerTill
{
    CentralTill till;       ///< As it was; `revoked` and `lastContact` are its own.
    qint64 incarnation = 1; ///< Its last: later ones are of other machines.
    QString replacedAt;     ///< RFC 3339.
};

/// Tills that are taken over by another machine, and the machines before. Secrets come as hashes.
class FormerTillStore
{
public:
    explicit FormerTillStore(Database &db) : m_db{db} {}

    /// A code given before is good no more. NotFound: no till of that code has enrolled.
    Result<> promise(const QString &account, const QString &code, const QString &enrolmentHash, const QDateTime &until);
    /// None: unknown or lapsed.
    Result<std::optional<PromisedReplacement>> promised(const QString &enrolmentHash, const QDateTime &now);
    /// The uid of its till.
    Result<QString> uidOf(const PromisedReplacement &promise);
    /// The till of the promise is spoken for by `tokenHash` from now on; the machine before keeps its token for the facts of its
    /// incarnations, `incarnation` the last. Again with the same key: only the token is another one. In the caller's transaction.
    Result<CentralTill> fulfil(const PromisedReplacement &promise, const QString &key, qint64 incarnation, const QString &tokenHash,
                               const QDateTime &now);
    Result<std::optional<FormerTill>> ofToken(const QString &tokenHash);
    Result<std::vector<FormerTill>> of(const QString &account, const QString &code);
    Result<> noteContact(const QString &tokenHash, const QDateTime &now);

private:
    Database &m_db;
};

} // namespace guichet
