// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Crypto.h"
#include "core/ledger/Database.h"

namespace guichet {

/// Where a centre keeps what it knows: in the folder of a trial, or in a PostgreSQL database that several processes share.
class CentreHome
{
public:
    /// Everything in one folder: `central.db`, a file of SQLite for each account, and the key that signs anchors. For one process.
    static CentreHome trial(const QString &folder);
    /// The schema `guichet`, and one for each account. The key is the same file on every machine; makeKey() makes it once.
    static CentreHome shared(const PostgresqlAddress &database, const QString &keyFile);

    bool isShared() const { return m_database.has_value(); }
    /// What the accounts have in common. Errors as Database::open().
    Result<std::unique_ptr<Database>> openCommon() const;
    /// The ledger of an account, made when it is not there. Errors as Database::open().
    Result<std::unique_ptr<Database>> openLedger(const QString &account) const;
    /// The key that signs anchors; made in a trial that has none. NotFound: nobody has made it; FileFailed.
    Result<KeyPair> key() const;
    /// DuplicateKey: there is one; tills hold the centre to it. FileFailed.
    Result<KeyPair> makeKey() const;
    /// How a connection hears what other processes announce.
    std::optional<PostgresqlAddress> common() const;

private:
    QString m_folder;
    QString m_keyFile;
    std::optional<PostgresqlAddress> m_database;
};

} // namespace guichet
