// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Engine.h"
#include "sync/central/AccountLedger.h"
#include "sync/central/AccountRestore.h"
#include "sync/central/AccountStore.h"
#include "sync/central/CentreHome.h"
#include "sync/central/FormerTillStore.h"
#include "sync/central/TillStanding.h"

namespace guichet {

/// What an administrator gets when a till is to come.
struct TillTicket
{
    QString code;      ///< Of the till.
    QString enrolment; ///< Shown once: the centre keeps its hash.
    QDateTime until;
};

/// A centre with connections of its own: accounts and tills, a ledger per account, and the key that signs anchors. It answers one request
/// at a time, on one thread; several share a home that is shared.
class Centre
{
public:
    /// Errors as Database::open() and CentreHome::key().
    static Result<std::unique_ptr<Centre>> open(const CentreHome &home, const Clock &clock);
    /// That of a trial.
    static Result<std::unique_ptr<Centre>> open(const QString &folder, const Clock &clock)
    {
        return open(CentreHome::trial(folder), clock);
    }
    const CentreHome &home() const { return m_home; }
    /// Brings the ledgers of all accounts to the newest schema, so that no till waits for that. What cannot be opened is passed over;
    /// returns its error, the first one.
    Result<> prepareLedgers();

    // For administrators.
    /// InvalidInput: the key is 1 to 40 small letters, figures and dashes, a name 1 to 200 characters on one line. DuplicateKey.
    Result<> addAccount(const CentralAccount &account);
    /// A till to come: its enrolment code is good for a day. `users`: told when it enrols. InvalidInput: its name, as above; NotFound.
    Result<TillTicket> addTill(const QString &account, const QString &name, UserManagement users = UserManagement::Local);
    /// Another machine is to take the place of a till that has enrolled, revoked or not: the code for it, good for a day; the machine
    /// before works on until it is used. NotFound.
    Result<TillTicket> replaceTill(const TillName &till);
    AccountStore &accounts() { return m_store; }
    FormerTillStore &formerTills() { return m_former; }
    /// What it says is heard no more, nor what the machines before it say, and no code of it is good. NotFound.
    Result<> revoke(const TillName &till);
    const PublicKey &key() const { return m_key.publicKey(); }
    const Clock &clock() const { return m_clock; }
    /// How a till stands, for the status page.
    Result<TillStanding> standing(const CentralTill &till);
    /// What the tills of an account have sold beyond its number; nothing before one has enrolled.
    Result<Overuse> overuse(const QString &account);
    /// Of all tills of an account. NotFound.
    Result<std::vector<User>> users(const QString &account);
    /// See AccountRestore.h.
    Result<> exportAccount(const QString &account, const QString &file);
    Result<RestoredAccount> restoreAccount(const QString &file, const RestoreWish &wish = {});
    /// After its ledger was put back to an older state by other means: its tills give again what it lacks. NotFound.
    Result<> renew(const QString &account);

    // For tills.
    /// CodeRejected: unknown, used (by another till, or key) or lapsed, or not signed by its key. ChainBroken; TillReplaced: another
    /// machine goes on for this till.
    Result<EnrolAnswer> enrol(const EnrolRequest &request);
    /// Of which account the till is whose token it is, also when it was revoked or replaced; empty: nobody's. Notes nothing.
    Result<QString> accountOfToken(const QByteArray &token);
    /// Whose token it is. NotLoggedIn: nobody's; TillRevoked.
    Result<CentralTill> tillOf(const QByteArray &token);
    /// The machine that was replaced whose token it is; none: it is no such one's. TillRevoked.
    Result<std::optional<FormerTill>> formerTillOf(const QByteArray &token);
    /// AccountLedger::take(), with the anchor of where it came to.
    Result<CentreAnchor> take(const CentralTill &till, const FactPush &push, std::optional<qint64> lastIncarnation = {});
    Result<> keepHome(const CentralTill &till, const HomePush &push);
    /// A page of the copy of the account's ledger; `id` empty: of a new one, in place of one under way. NotFound: begin again.
    Result<SnapshotPage> snapshot(const CentralTill &till, const QString &id, int page);
    /// Those whose next page nobody asked for in ten minutes: they hold up what the database would throw away. To be called with whatever
    /// is asked of the centre.
    void forgetSnapshots();
    Result<DocumentReceipt> takeDocuments(const CentralTill &till, const DocumentPush &push);
    Result<ChangesPage> changes(const CentralTill &till, qint64 cursor, qint64 documentCursor = 0);
    /// What is decided before a fact says it (Reservations).
    Result<HoldAnswer> hold(const CentralTill &till, const PlaceHold &hold);
    Result<GiftDecision> debit(const CentralTill &till, const GiftDebit &debit);
    Result<CodeDecision> use(const CentralTill &till, const CodeUse &use);
    Result<AllotmentsAnswer> allot(const CentralTill &till, const AllotmentsAsked &asked = {});
    /// Tells all processes that more is known of the account. After the transaction: what was taken is, whether they hear of it now or when
    /// they ask.
    void announce(const QString &account) { std::ignore = m_db->engine().announce(*m_db, account); }

private:
    /// A ledger that was asked for.
    struct OpenLedger
    {
        QString account;
        std::unique_ptr<AccountLedger> ledger;
    };
    Centre(CentreHome home, std::unique_ptr<Database> db, const KeyPair &key, const Clock &clock);
    Result<AccountLedger *> ledgerOf(const QString &account);
    Result<AccountLedger *> knownLedger(const QString &account);
    Result<EnrolAnswer> takeOver(const EnrolRequest &request);
    EnrolAnswer answerFor(const CentralTill &till, const QByteArray &token) const;

    CentreHome m_home;
    std::unique_ptr<Database> m_db;
    AccountStore m_store;
    FormerTillStore m_former;
    KeyPair m_key;
    const Clock &m_clock;
    std::vector<OpenLedger> m_ledgers;                               ///< Those asked for last, the last first.
    std::map<QString, std::unique_ptr<SnapshotReading>> m_snapshots; ///< Under way, by account and till.
};

} // namespace guichet
