// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Crypto.h"
#include "sync/protocol/Messages.h"

#include <QCryptographicHash>
#include <QSaveFile>

/// One account of a centre in a file (docs/decisions/0047). Lines: the head, in JSON; rows of one table each, as they travel in a snapshot,
/// in base64; and the end, in JSON: the SHA-256 of all lines before it and the centre's signature over that.
namespace guichet {

struct AccountFileHead
{
    QString account;
    int schema = 0; ///< Of the tables.
    QDateTime at;
};

/// Writes such a file, whole or not at all, for its owner alone. FolderReadOnly, DiskFull, FileFailed.
class AccountFileWriter
{
public:
    static Result<std::unique_ptr<AccountFileWriter>> begin(const QString &file, const AccountFileHead &head);
    /// toBytes() of them.
    Result<> add(const QByteArray &rows);
    /// On disk when it returns.
    Result<> finish(const KeyPair &centre);

private:
    explicit AccountFileWriter(const QString &file) : m_file{file} {}
    Result<> write(const QByteArray &line);

    QSaveFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// Reads a file to its end. InvalidInput: it is none, not whole, altered, or not signed with `centre`; nullopt: by whomever it is signed.
/// NotFound, FileFailed.
Result<AccountFileHead> proveAccountFile(const QString &file, const std::optional<PublicKey> &centre);
/// Calls `use` with the rows of a file that was proven, in their order; stops at its first error.
Result<> readAccountFile(const QString &file, const std::function<Result<>(SnapshotRows)> &use);

} // namespace guichet
