// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/crypto/Crypto.h"

#include <QDir>
#include <vector>

namespace guichet {

/// Where the files of a till are.
class DataFolder
{
public:
    explicit DataFolder(const QString &path) : m_dir{QDir::cleanPath(path)} {}
    QString path() const { return m_dir.path(); }
    QString ledgerFile() const { return m_dir.filePath(QStringLiteral("till.db")); }
    QString lockFile() const { return m_dir.filePath(QStringLiteral("till.lock")); }
    QString identityFile() const { return m_dir.filePath(QStringLiteral("identity.json")); }
    /// While a restore puts its files in place: what identityFile() and ledgerFile() are to become (RestoreFiles.h).
    QString pendingIdentityFile() const { return m_dir.filePath(QStringLiteral("identity.json.new")); }
    QString restoringFile() const { return m_dir.filePath(QStringLiteral("till.db.restoring")); }
    /// The key of a machine that is taking over a till (TakeOver.h), until it has.
    QString takeOverFile() const { return m_dir.filePath(QStringLiteral("takeover.json")); }
    /// The head of the chain as it was last left (LastHead.h).
    QString lastHeadFile() const { return m_dir.filePath(QStringLiteral("head.txt")); }
    QString backupFolder() const { return m_dir.filePath(QStringLiteral("backups")); }
    /// The encrypted signing key of an incarnation.
    QString keyFile(qint64 incarnation) const { return m_dir.filePath(QStringLiteral("till-%1.key").arg(incarnation)); }
    bool hasTill() const;

private:
    QDir m_dir;
};

/// Who this till is, on record outside the ledger: what `verify` compares with by default (decisions 17).
struct TillIdentity
{
    struct Incarnation
    {
        qint64 number = 1;
        PublicKey key;
        friend bool operator==(const Incarnation &, const Incarnation &) = default;
    };
    QString till;                               ///< Till uid, a UUID.
    QString secretStore;                        ///< `keychain` or `file`: where the wrapping secret is.
    std::vector<Incarnation> incarnations = {}; ///< Ascending; the last one is current.
    const Incarnation &current() const { return incarnations.back(); }
    friend bool operator==(const TillIdentity &, const TillIdentity &) = default;
};

/// TillMissing: no such file; FileFailed; InvalidInput: damaged.
Result<TillIdentity> readIdentity(const DataFolder &folder);
Result<> writeIdentity(const DataFolder &folder, const TillIdentity &identity);
/// The same for a file by any name.
Result<TillIdentity> readIdentityFile(const QString &file);
Result<> writeIdentityFile(const QString &file, const TillIdentity &identity);

} // namespace guichet
