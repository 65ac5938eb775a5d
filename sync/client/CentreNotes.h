// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/SecretStore.h"
#include "core/till/CentreState.h"
#include "sync/client/CentralClient.h"

namespace guichet {

class Database;

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

/// Of an exchange: each says for itself how it stands, and CentreState::trouble is the graver.
enum class SyncDirection { Up, Down };

/// What a till has noted of its centre: where it is, how far both have come, and how the last exchange ended (SYN-1). Working state beside
/// the facts, outside rebuild. On the thread of `db`; errors of the database.
class CentreNotes
{
public:
    explicit CentreNotes(Database &db) : m_db{db} {}

    /// The till is that centre's. What was noted of another one is there until forget(). `tokenName` empty: centreTokenName.
    Result<> keepCentre(const CentralAddress &address, const EnrolAnswer &answer, const QString &tokenName = {});
    /// Whether the till is one of that account already.
    Result<bool> isOf(const EnrolAnswer &answer);
    /// NotEnrolled.
    Result<KnownCentre> centre();
    /// Whether the anchor of a chain of `till` is the centre's word.
    Result<bool> hasSigned(const QString &till, const CentreAnchor &anchor);
    /// What is noted of a centre says nothing of another one: but for where it is, there is nothing any more.
    Result<> forget();

    /// How far the ledger has what others did.
    struct Cursors
    {
        qint64 facts = 0;
        qint64 documents = 0;
        QString generation = {}; ///< Of the ledger that they count in; empty: none was said yet.
    };
    Result<Cursors> cursors();
    /// The generation stays.
    Result<> moveTo(const Cursors &cursors);
    Result<> keepGeneration(const QString &generation);
    /// Arrival of the last own change of documents that the centre has.
    Result<qint64> sentDocuments();
    Result<> noteSentDocuments(qint64 arrival);
    /// Up to which mark the centre has what stays at home: revision and number of erased keys; empty: it has nothing.
    Result<QString> sentHome();
    Result<> noteSentHome(const QString &mark);
    /// Documents and what others did are asked for and given from the first one again.
    Result<> resetCursors();
    /// Of the page that comes next, `count` changes are passed over because `version` cannot read them. Before the cursors move.
    Result<> noteUnread(int count, const QString &version);
    /// Goes back to the first change that another version than this one could not read.
    Result<> goBackToUnread(const QString &version);

    /// When the centre was last asked for places; invalid: never.
    Result<QDateTime> allottedAt();
    Result<> noteAllotted(const QDateTime &now);
    /// The question about places whose answer came last.
    Result<QString> allotmentsHeard();
    Result<> noteAllotmentsHeard(const QString &question);

    Result<> noteContact(const QDateTime &now);
    /// By how much this till's clock is ahead of the centre's; less than nothing: behind.
    Result<> noteClock(std::chrono::seconds ahead);
    /// What an attempt ended with.
    Result<> noteTrouble(SyncDirection direction, ErrorCode code);
    /// An attempt went well, or has come beyond `only`. A till that was replaced stays so.
    Result<> endTrouble(SyncDirection direction, std::optional<ErrorCode> only = {});
    /// Another machine has taken this till's place: only facts are handed in any more.
    Result<bool> isReplaced();

    /// As far as the notes say it: nothing of what waits, was overruled or found.
    Result<CentreState> state();

private:
    struct Unread
    {
        int count = 0;
        qint64 from = 0; ///< Cursor before the first of them.
        QString version; ///< That could not read them.
    };
    Result<Unread> unread();
    Result<std::optional<ErrorCode>> trouble(SyncDirection direction);
    Result<std::optional<ErrorCode>> gravestTrouble();

    Database &m_db;
};

} // namespace guichet
