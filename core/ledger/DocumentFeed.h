// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/DocumentMerge.h"
#include "core/ledger/DocumentStore.h"

namespace guichet {

/// A change in the order in which it arrived at this ledger.
struct ArrivedChange
{
    qint64 arrival = 0;
    SharedChange change;
};

/// A change whose clock the centre did not follow.
struct ClampedChange
{
    DocumentKind kind = DocumentKind::Formula;
    QString key;
    qint64 hlc = 0; ///< As its till said it.
    qint64 to = 0;  ///< As it stands for everybody.
    friend bool operator==(const ClampedChange &, const ClampedChange &) = default;
};

/// The key of the settings that all tills of an establishment have in common: those of each till without what is of its machine alone
/// (ownFields()). No till has it.
inline const QString establishmentKey = QStringLiteral("@establishment");

/// What goes from one ledger to another of the documents that all tills share; at home stay notes, the settings of one till, and the
/// ownFields() of others (docs/decisions/0032). Users take effect as UserAdmission lets them. On the thread of `db`.
class DocumentFeed
{
public:
    explicit DocumentFeed(Database &db) : m_db{db} {}

    static bool isShared(DocumentKind kind, const QString &key);
    /// Whether it may come from elsewhere: nobody forgets users, settings or tills by a line.
    static bool isTaken(const SharedChange &change);
    /// Whether it is a document of its kind at all: a hostile line must not leave the till without its catalogue.
    static bool isReadable(DocumentKind kind, const QString &key, const QJsonObject &body);
    /// From now on what is changed here goes to the others as `origin`'s. `brings`: also what is here already; else it stands until
    /// somebody else says otherwise. In the caller's transaction.
    Result<> begin(const QString &origin, bool brings, const DocumentChange &change);

    /// From now on what is changed here goes to the others as `origin`'s; what is here came from the centre. In the caller's transaction.
    Result<> goOnAs(const QString &origin);

    // Called by DocumentStore, in its transactions. Where sharing has not begun, only who was forgotten is noted.
    Result<> changed(const Document &document, const Document &before, const DocumentChange &change);
    Result<> erased(DocumentKind kind, const QString &key, const DocumentChange &change);

    /// Those of `origin` after `arrival`, at most `limit`.
    Result<std::vector<ArrivedChange>> ownAfter(qint64 arrival, const QString &origin, int limit) const;
    /// Everybody's after `arrival`, at most `limit`.
    Result<std::vector<ArrivedChange>> after(qint64 arrival, int limit) const;
    /// 0: none.
    Result<qint64> lastArrival() const;

    /// What was said of a document at that instant; none: not here.
    Result<std::optional<SharedChange>> said(DocumentKind kind, const QString &key, const FieldStamp &stamp) const;
    /// The field of a document as that till said it last, whatever stands; undefined: it never did.
    Result<QJsonValue> lastSaid(DocumentKind kind, const QString &key, const QString &field, const QString &origin) const;

    /// Merges a change that came from elsewhere; one that is known is passed over. What stands is what all changes come to in the order of
    /// their clocks, whenever they arrive; one that would leave no document that can be read is kept as lost. True: the document is another
    /// one now. In the caller's transaction.
    Result<bool> take(const SharedChange &change, const QDateTime &now);
    /// A clock for a change that is far ahead of here: now, or after what its author had seen (decisions 12).
    Result<qint64> clampedClock(const SharedChange &change, const QDateTime &now) const;
    /// The centre took a change of this till at another instant than that of its clock. True: the document is another one now. In the
    /// caller's transaction.
    Result<bool> clamped(const ClampedChange &clamped, const QDateTime &now);

    /// The settings of this till get what the establishment says. True: they are others now. In the caller's transaction.
    Result<bool> followEstablishment(const DocumentChange &change, const QDateTime &now);

    /// Whether somebody asked that it be forgotten.
    Result<bool> isErased(DocumentKind kind, const QString &key) const;
    /// Who asked to be forgotten.
    Result<std::vector<std::pair<DocumentKind, QString>>> erasedKeys() const;
    /// Says in the name of this ledger who was forgotten by whomever: a centre that was put back to an older state has them again, and the
    /// ledger that said it first may be gone (decisions 11). In the caller's transaction.
    Result<> sayErasuresAgain(const QDateTime &now);
    /// Removes all that there is of such a one, whatever brought it back (decisions 11).
    Result<> forgetErased(DocumentKind kind, const QString &key);
    /// Who this ledger is among those that share; empty: it does not.
    Result<QString> origin() const;

private:
    Result<SharedDocument> load(DocumentKind kind, const QString &key) const;
    Result<std::vector<SharedChange>> changesOf(DocumentKind kind, const QString &key) const;
    Result<qint64> latestClock(DocumentKind kind, const QString &key) const;
    /// For a change that is made here: after all that was seen of the document.
    Result<qint64> nextClock(DocumentKind kind, const QString &key, const QDateTime &at) const;
    Result<> keepStamps(DocumentKind kind, const QString &key, const QMap<QString, FieldStamp> &stamps);
    Result<> log(const SharedChange &change);
    Result<> remove(const SharedChange &change);
    Result<> move(const SharedChange &change, const SharedChange &moved);
    Result<> keepLostOf(const SharedChange &moved, const FoldedDocument &folded);
    Result<bool> isKnown(const SharedChange &change) const;
    Result<> sayEstablishment(const Document &settings, const Document &before, const DocumentChange &change);
    Result<Document> atHome(const SharedChange &change, const SharedDocument &after) const;
    Result<bool> merge(const SharedChange &change, const QDateTime &now);
    Result<> keepLost(const SharedChange &change, const FoldedDocument &before, const FoldedDocument &after);
    Result<bool> apply(const SharedChange &change, const SharedDocument &after, const QDateTime &now);

    Database &m_db;
};

} // namespace guichet
