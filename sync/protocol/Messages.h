// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/CentreAnchor.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/FactFeed.h"
#include "core/people/UserRise.h"
#include "core/scan/CentreInvitation.h"

#include <QDateTime>
#include <QJsonObject>
#include <QVariant>
#include <algorithm>

/// What till and centre say to each other, version 1 (docs/protocol/openapi.yaml), as values and as JSON. Bytes of facts travel as the
/// strings that they are: nothing is parsed and written again on the way. Every reader refuses what it does not know (InvalidInput).
namespace guichet {

namespace protocol {
inline constexpr int mostFacts = 500;                     ///< Of one push or page.
inline constexpr int mostDocuments = 200;                 ///< Of one push or page.
inline constexpr qsizetype largestBody = 8 * 1024 * 1024; ///< Also when inflated (decisions 29).
inline constexpr std::chrono::seconds longestWait{25};    ///< Of a long poll.
inline constexpr int digitsOfCode = digitsOfCentreCode;   ///< Of an enrolment code.
inline constexpr qsizetype largestPage = 4 * 1024 * 1024; ///< Of changes, or of a snapshot before it is deflated, about.
inline constexpr qsizetype largestFact =
    7 * 1024 * 1024;                          ///< Or document, as written: alone it fits a page and a push, with what else they say.
inline constexpr qsizetype mostRows = 20'000; ///< Of such a page: a byte on the way is a whole value in memory.
inline const QString version = QStringLiteral("/v1"); ///< What every path begins with.
/// What time an answer says it is, in its field `Date` (RFC 9110 §5.6.7); a proxy may say it instead of the centre.
QByteArray dateOf(const QDateTime &now);
QDateTime timeOfDate(const QByteArray &date); ///< Invalid for anything else.
} // namespace protocol

/// `POST /v1/enrol`: a code makes a till one of the account (docs/decisions/0045); or this machine takes the place of one
/// (docs/decisions/0040).
struct EnrolRequest
{
    QString code;
    std::vector<ChainIdentity> chains; ///< Of this till, all incarnations; none when it takes over another machine's.
    PublicKey key = {};                ///< Then: of the incarnation to come.
    QByteArray proof = {};             ///< By the key of ownChain() over enrolMessage(), or by `key` over takeOverMessage().
    /// The incarnation of this till, the last of its chains; there is one.
    const ChainIdentity &ownChain() const { return *std::ranges::max_element(chains, {}, &ChainIdentity::incarnation); }
};
/// `code` as it is sent.
QByteArray enrolMessage(const QString &code, const ChainIdentity &own);
QByteArray takeOverMessage(const QString &code, const PublicKey &key);
struct EnrolAnswer
{
    QByteArray token; ///< Hex; named in each request from now on.
    QString account;
    QString tillCode; ///< Two characters, in its dossier numbers; never another till's (decisions 20).
    QString tillName;
    PublicKey centre;                             ///< Signs the anchors.
    bool bringsDocuments = true;                  ///< The first till of an account: its catalogue is the others'.
    UserManagement users = UserManagement::Local; ///< By whom users rise at this till (decisions 25).
    std::vector<ChainIdentity> chains = {};       ///< A till that is taken over: all its chains, the new one last.
};

/// What an anchor signs: till, incarnation, number, hash.
QByteArray anchorMessage(const QString &till, const CentreAnchor &anchor);

/// `POST /v1/facts`: own facts of one incarnation in order, without gap. The answer is the anchor of the last one.
struct FactPush
{
    std::vector<StoredBytes> facts; ///< `hash` is worked out by the reader.
    /// Of facts of an incarnation of which the centre may not know: a till that was restored opened it by itself.
    std::optional<ChainIdentity> chain = {};
};

/// `POST /v1/home`: of the documents that stay at home, what was changed and which are gone: the centre keeps them for the machine that may
/// have to take this one's place.
struct HomePush
{
    QString tillKey; ///< Of the till's profile and settings.
    std::vector<Document> documents;
    std::vector<std::pair<DocumentKind, QString>> erased = {};
};

/// `GET /v1/snapshot`: one page of the copy of an account's ledger from which a machine takes over a till: rows of one table. Then
/// `?id=…&page=…`, in order; the last one again when its answer was lost.
struct SnapshotPage
{
    QString id;
    int page = 1;
    bool more = false;
    int schema = 0;            ///< Of the tables.
    QByteArray rows;           ///< toBytes() of its rows.
    QByteArray signature = {}; ///< Of the last page: by the centre's key, over snapshotMessage().
};
/// What the centre signs: whose copy it is, and all its pages as they were sent.
QByteArray snapshotMessage(const QString &till, const QString &id, const QByteArray &hashOfPages);

/// Rows of a table, in order of its columns.
struct SnapshotRows
{
    QString table;
    QStringList columns;
    std::vector<QVariantList> rows;
};
QByteArray toBytes(const SnapshotRows &rows);
/// Texts without U+0000, whole numbers, bytes and nothing, in protocol::mostRows rows at most: InvalidInput for anything else.
Result<SnapshotRows> snapshotRowsFromBytes(const QByteArray &deflated);

/// `POST /v1/documents`: what was changed at this till, in order.
struct DocumentPush
{
    std::vector<SharedChange> changes;
};
/// The centre's answer.
struct DocumentReceipt
{
    int taken = 0;
    std::vector<ClampedChange> clamped = {}; ///< Those whose clock was too far ahead, and where they stand now (decisions 12).
};

/// `GET /v1/changes?after=…&documentsAfter=…&wait=…&generation=…`: the facts of others, and all changes of documents, in the account's
/// order: a till that was restored gets its own back.
struct ChangesPage
{
    qint64 cursor = 0;         ///< The `after` of the next page.
    qint64 documentCursor = 0; ///< Its `documentsAfter`.
    bool more = false;
    std::vector<SharedChange> documents = {};
    int unread = 0;                    ///< Changes on it that this version cannot read: they hold nothing else up. Not written.
    std::vector<ChainIdentity> chains; ///< Those that the facts of this page need.
    std::vector<StoredBytes> facts;
    /// Of the account's ledger: another one than before, and the centre was put back to an older state (docs/decisions/0047). Empty: not
    /// asked for.
    QString generation = {};
};

/// Bytes that a fact or a document takes in a push or a page, at most.
qsizetype writtenSize(const StoredBytes &fact);
qsizetype writtenSize(const SharedChange &change);

QJsonObject toJson(const EnrolRequest &request);
Result<EnrolRequest> enrolRequestFromJson(const QJsonObject &object);
QJsonObject toJson(const EnrolAnswer &answer);
Result<EnrolAnswer> enrolAnswerFromJson(const QJsonObject &object);
QJsonObject toJson(const CentreAnchor &anchor);
Result<CentreAnchor> centreAnchorFromJson(const QJsonObject &object);
QJsonObject toJson(const FactPush &push);
Result<FactPush> factPushFromJson(const QJsonObject &object);
QJsonObject toJson(const DocumentPush &push);
Result<DocumentPush> documentPushFromJson(const QJsonObject &object);
QJsonObject toJson(const DocumentReceipt &receipt);
Result<DocumentReceipt> documentReceiptFromJson(const QJsonObject &object);
QJsonObject toJson(const HomePush &push);
Result<HomePush> homePushFromJson(const QJsonObject &object);
QJsonObject toJson(const SnapshotPage &page);
Result<SnapshotPage> snapshotPageFromJson(const QJsonObject &object);
QJsonObject toJson(const ChangesPage &page);
Result<ChangesPage> changesPageFromJson(const QJsonObject &object);

} // namespace guichet
