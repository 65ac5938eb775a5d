// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentStore.h"
#include "core/ledger/Ledger.h"
#include "core/ledger/ReservationStore.h"
#include "core/ports/SecretStore.h"
#include "core/till/CentreState.h"
#include "sync/client/CentralClient.h"

namespace guichet {

/// The name of the till's token among its secrets (SYN-5). It is read and written off the ledger thread: a keychain may be slow.
inline const QString centreTokenName = QStringLiteral("centre-token");
/// That of a till that enrols: another one for each centre and account, so that no token is ever shown to another centre.
QString tokenNameAt(const QUrl &url, const QString &account);

/// Where the centre of a till is, and under which name its token is among the secrets.
struct KnownCentre
{
    CentralAddress address; ///< Without token.
    QString tokenName;
    /// The address with the token. Not on the ledger thread. Errors of `secrets`.
    Result<CentralAddress> withToken(SecretStore &secrets) const;
};

/// What makes an open till one of a centre's.
struct TillEnrolment
{
    CentralAddress address; ///< Without token; its authority is pinned.
    QString code;           ///< That the centre gave for it.
    QString profile;        ///< Key of the TillProfile, which gets the code of the till that the centre gave.
    DocumentChange change;  ///< Who does it, and when.
    bool mayMove = true;    ///< From the account that it is of to another one.
};

/// What a till remembers of its centre, and what it gives to and takes from it (SYN-1). Working state beside the facts, outside rebuild. On
/// the ledger thread.
class SyncLedger
{
public:
    explicit SyncLedger(Ledger &ledger, QString version = QStringLiteral(GUICHET_VERSION)) : m_ledger{ledger}, m_version{std::move(version)}
    {}

    /// Of this till: what it says to enrol, signed. KeyUnavailable.
    Result<EnrolRequest> enrolment(const QString &code);
    /// The till is that centre's, whole or not at all: all goes to it from the first fact on, and its profile has the code that the centre
    /// gave: tookDocuments(). The token is the caller's to keep first, under `tokenName`: one that was kept and not used is harmless.
    Result<> keepEnrolment(const TillEnrolment &wanted, const EnrolAnswer &answer, const QString &tokenName = centreTokenName);
    /// Of a ledger that came whole from the centre: where it is, and that all in it is known there. In the caller's transaction.
    static Result<> goOn(Database &db, const CentralAddress &address, const EnrolAnswer &answer);
    /// Another machine has taken this till's place: only facts are handed in any more.
    Result<bool> isReplaced();
    /// NotEnrolled.
    Result<KnownCentre> centre();

    /// Own facts of one incarnation.
    struct Waiting
    {
        qint64 incarnation = 1;
        FactPush push;
        qint64 upTo = 0; ///< Number of the last of them.
    };
    /// The next ones to push, of the earliest incarnation that is not whole at the centre, at most protocol::mostFacts, and not more of
    /// them than the centre reads at once (protocol::largestBody); none: nothing waits.
    Result<Waiting> nextPush();
    /// How many own facts the centre has not acknowledged.
    Result<qint64> waitingFacts();
    /// The centre has them up to here, or further, of an incarnation of which a backup has lost the end. ChainBroken when it signs what is
    /// not this till's chain: nothing changes.
    Result<> acknowledge(const CentreAnchor &anchor, const QDateTime &now);
    /// The centre expects another number of this chain, which only one that was restored does: what it lacks goes again. A number beyond
    /// what it has acknowledged changes nothing: it has not signed for it.
    Result<> goBackTo(qint64 incarnation, qint64 number);

    /// Changes of documents to push; none: nothing waits.
    struct WaitingDocuments
    {
        DocumentPush push;
        qint64 after = 0; ///< Arrival of the last one that the centre has.
        qint64 upTo = 0;  ///< Arrival of the last of them.
    };
    Result<WaitingDocuments> nextDocuments();
    /// The centre has them. What it put back in time stands there here too.
    Result<> acknowledgeDocuments(const WaitingDocuments &sent, const DocumentReceipt &receipt, const QDateTime &now);

    /// Whether the centre is to be asked now what this till may sell without a line (decisions 23): the day is open, nothing waits to be
    /// sent, so that the centre has counted what was sold, and a minute has passed, or `isNews` and some of them were sold: those are taken
    /// off. None: not now.
    Result<std::optional<AllotmentsAsked>> beginAllotments(bool isNews, const QDateTime &now);
    /// All of them; what was sold since beginAllotments() stays sold.
    Result<> takeAllotments(const AllotmentsAsked &asked, const AllotmentsAnswer &answer, const QDateTime &now);
    /// What of the documents that stay at home the centre does not have yet; none: nothing waits.
    struct WaitingHome
    {
        HomePush push;
        QString before; ///< Of how far it has them.
        QString mark;   ///< And then.
        bool isEmpty() const { return push.documents.empty() && push.erased.empty(); }
    };
    Result<WaitingHome> nextHome();
    Result<> acknowledgeHome(const WaitingHome &sent);

    /// How far this ledger has what others did.
    struct Cursors
    {
        qint64 facts = 0;
        qint64 documents = 0;
        QString generation = {}; ///< Of the ledger that they count in; empty: none was said yet.
    };
    /// Goes back to the first change that an earlier version could not read.
    Result<Cursors> cursors();
    /// True: the centre names another generation than before, so it was put back to an older state, and this till begins again with it
    /// (docs/decisions/0047): the page that said so leads nowhere. The first one that it ever names is kept.
    Result<bool> meetGeneration(const QString &generation, const QDateTime &now);
    /// Applies a page and moves the cursors, in one transaction. Changes that cannot be read, or of a kind that no other till may change,
    /// are passed over and counted (CentreState::unread). ChainBroken: a fact does not hold, or pretends to be of this till; nothing
    /// changes. Returns how many facts it held, known ones too.
    Result<int> take(const ChangesPage &page, const QDateTime &now);

    /// Whether take() or keepEnrolment() has changed documents: who has loaded them loads them again.
    bool tookDocuments() const { return m_tookDocuments; }

    Result<CentreState> state();
    /// Of an exchange: each says for itself how it stands, and state() says the graver.
    enum class Direction { Up, Down };
    /// What an attempt ended with.
    Result<> noteTrouble(Direction direction, ErrorCode code);
    /// An attempt went well, or has come beyond `only`. A till that was replaced stays so.
    Result<> endTrouble(Direction direction, std::optional<ErrorCode> only = {});
    /// By how much this till's clock is ahead of the centre's; less than nothing: behind.
    Result<> noteClock(std::chrono::seconds ahead);
    /// The anchor of the current incarnation; none yet: nullopt.
    Result<std::optional<CentreAnchor>> anchor();

private:
    Result<std::vector<KeptAllotment>> ownAllotments(const QDateTime &now);
    Result<bool> mayBeAllotted();
    Result<std::vector<ChainIdentity>> ownChains();
    Result<> takeTillCode(const TillEnrolment &wanted, const QString &code);
    Result<bool> isOf(const EnrolAnswer &answer);
    Result<> forgetCentre();
    Result<> beginAgain(const QDateTime &now);
    Result<qint64> acknowledged(qint64 incarnation);
    Result<> noteContact(const QDateTime &now);
    Result<std::optional<ErrorCode>> trouble(Direction direction);
    Result<> proveAnchor(const CentreAnchor &anchor);
    Result<std::vector<Document>> homeAfter(qint64 revision);
    Result<> learnOwnChain(const ChainIdentity &chain);
    Result<> learnChains(const std::vector<ChainIdentity> &chains);
    Result<int> mergeAll(const std::vector<SharedChange> &changes, const QDateTime &now);
    struct Unread
    {
        int count = 0;
        qint64 from = 0; ///< Cursor before the first of them.
        QString version; ///< That could not read them.
    };
    Result<Unread> unread();
    Result<> noteUnread(int count);
    Result<> noteOwn(const Fact &fact);
    Result<int> receiveAll(const std::vector<StoredBytes> &facts);
    Database &db() const { return m_ledger.database(); }

    Ledger &m_ledger;
    QString m_version;
    bool m_tookDocuments = false;
};

} // namespace guichet
