// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Crypto.h"
#include "core/ledger/Database.h"
#include "core/ledger/FolderLock.h"

namespace guichet {

/// Small letters, figures and dashes: names of files and schemas that nothing escapes from.
bool isAccountKey(const QString &key);

/// Where a centre keeps what it knows: in the folder of a trial, or in a PostgreSQL database that several processes share.
class CentreHome
{
public:
    /// Everything in one folder: `central.db`, a file of SQLite for each account, and the key that signs anchors. For one process.
    static CentreHome trial(const QString &folder);
    /// The schema `guichet`, and one for each account. The key is the same file on every machine; makeKey() makes it once.
    static CentreHome shared(const PostgresqlAddress &database, const QString &keyFile);

    bool isShared() const { return m_database.has_value(); }
    /// Whether a trial was begun in its folder, or its key put there; a server says what it has when it is opened.
    bool isThere() const;
    /// For as long as it is kept no other process serves a trial; nothing for a shared home, which any number serve. FolderInUse: one does.
    Result<std::unique_ptr<FolderLock>> holdToServe() const;
    /// What the accounts have in common. Errors as Database::open().
    Result<std::unique_ptr<Database>> openCommon() const;
    /// The ledger of an account, made when it is not there. Errors as Database::open().
    Result<std::unique_ptr<Database>> openLedger(const QString &account) const;
    /// The key that signs anchors; made in a trial that has none. NotFound: nobody has made it; FileFailed.
    Result<KeyPair> key() const;
    /// DuplicateKey: there is one; tills hold the centre to it. FileFailed.
    Result<KeyPair> makeKey() const;
    /// The ledger of an account; none: there is none yet. Errors as Database::open().
    Result<std::unique_ptr<Database>> openLedgerIfThere(const QString &account) const;

    // A ledger takes another one's place; `common`: openCommon().
    /// DatabaseBusy: the trial is served, or a program of ours has the account's ledger open; on a server, anything of the database.
    Result<> requireAlone(Database &common, const QString &account) const;
    /// An empty place beside the ledger of the account, for what is to be put back.
    Result<std::unique_ptr<Database>> openStaged(Database &common, const QString &account) const;
    Result<> dropStaged(Database &common, const QString &account) const;
    /// What was staged, and nobody has open, becomes the ledger; the one before is kept under another name (asideOf()). On a server in the
    /// caller's transaction.
    Result<> putStaged(Database &common, const QString &account, const QDateTime &now) const;
    /// File or schema of the ledger that was put aside then.
    QString asideOf(const QString &account, const QDateTime &now) const;

    /// How a connection hears what other processes announce.
    std::optional<PostgresqlAddress> common() const;

private:
    QString commonFile() const;
    QString ledgerFile(const QString &account) const;
    QString stagedFile(const QString &account) const;
    Result<> putStagedFile(const QString &account, const QDateTime &now) const;

    QString m_folder;
    QString m_keyFile;
    std::optional<PostgresqlAddress> m_database;
};

} // namespace guichet
