// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/AccountStore.h"

namespace guichet {

/// The code with which another machine takes the place of a till.
struct PromisedReplacement
{
    TillName till;
    QString key; ///< Hex of the public key that used it; empty: nobody yet.
};

/// The machine that uses it.
struct SucceedingMachine
{
    QString key;            ///< Hex of its public key.
    qint64 incarnation = 1; ///< Its first.
    QString tokenHash;
};

/// A machine that was replaced.
struct FormerTill
{
    CentralTill till;       ///< As it was; `revoked` and `lastContact` are its own.
    qint64 incarnation = 1; ///< Its last: later ones are of other machines.
    QString replacedAt;     ///< RFC 3339.
};

/// Tills that are taken over by another machine, and the machines before. Secrets come as hashes. On the thread of `db`.
class FormerTillStore
{
public:
    explicit FormerTillStore(Database &db) : m_db{db} {}

    /// A code given before is good no more. NotFound: no till of that code has enrolled.
    Result<> promise(const TillName &till, const QString &enrolmentHash, const QDateTime &until);
    /// None: unknown or lapsed.
    Result<std::optional<PromisedReplacement>> promised(const QString &enrolmentHash, const QDateTime &now);
    /// `machine` speaks for the till of the promise from now on; the machine before keeps its token for the facts of its incarnations.
    /// Again with the same key: only the token is another one. In the caller's transaction.
    Result<> fulfil(const PromisedReplacement &promise, const SucceedingMachine &machine, const QDateTime &now);
    /// What was promised is good no more, and the machines before are heard no more, whatever becomes of the till. In the caller's
    /// transaction.
    Result<> revoke(const TillName &till, const QDateTime &now);
    Result<std::optional<FormerTill>> ofToken(const QString &tokenHash);
    Result<std::vector<FormerTill>> of(const TillName &till);
    Result<> noteContact(const QString &tokenHash, const QDateTime &now);

private:
    Database &m_db;
};

} // namespace guichet
