// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/AccountLedger.h"
#include "sync/central/AccountStore.h"
#include "sync/central/TillStanding.h"

#include <QDir>
#include <map>

namespace guichet {

/// What an administrator gets when a till is to come.
struct TillTicket
{
    QString code;      ///< Of the till.
    QString enrolment; ///< Shown once: the centre keeps its hash.
    QDateTime until;
};

/// The centre of a trial: one folder with `central.db`, a ledger per account, and the key that signs anchors. It answers one request at a
/// time, on one thread.
class Centre
{
public:
    /// Opens the folder, or makes it (0700). Errors as Database::open(); FileFailed: the key cannot be read.
    static Result<std::unique_ptr<Centre>> open(const QString &folder, const Clock &clock);

    // For administrators.
    /// InvalidInput: the key is 1 to 40 small letters, figures and dashes. DuplicateKey.
    Result<> addAccount(const CentralAccount &account);
    /// A till to come: its enrolment code is good for a day.
    Result<TillTicket> addTill(const QString &account, const QString &name);
    AccountStore &accounts() { return m_store; }
    Result<> revoke(const QString &account, const QString &code) { return m_store.revoke(account, code, m_clock.now()); }
    const PublicKey &key() const { return m_key.publicKey(); }
    const Clock &clock() const { return m_clock; }
    /// How a till stands, for the status page.
    Result<TillStanding> standing(const CentralTill &till);

    // For tills.
    /// CodeRejected: unknown, used or lapsed. ChainBroken.
    Result<EnrolAnswer> enrol(const EnrolRequest &request);
    /// Whose token it is. NotLoggedIn: nobody's; TillRevoked.
    Result<CentralTill> tillOf(const QByteArray &token);
    /// AccountLedger::take(), with the anchor of where it came to.
    Result<CentreAnchor> take(const CentralTill &till, const FactPush &push);
    Result<DocumentReceipt> takeDocuments(const CentralTill &till, const DocumentPush &push);
    Result<ChangesPage> changes(const CentralTill &till, qint64 cursor, qint64 documentCursor = 0);

private:
    Centre(const QString &folder, std::unique_ptr<Database> db, const KeyPair &key, const Clock &clock);
    Result<AccountLedger *> ledgerOf(const QString &account);
    Result<> keepEnrolment(const CentralTill &till, const EnrolRequest &request, const QByteArray &token);

    QDir m_folder;
    std::unique_ptr<Database> m_db;
    AccountStore m_store;
    KeyPair m_key;
    const Clock &m_clock;
    std::map<QString, std::unique_ptr<AccountLedger>> m_ledgers; ///< Of the accounts that were asked for.
};

} // namespace guichet
