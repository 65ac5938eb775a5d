// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/CatalogueJson.h"
#include "core/ledger/Database.h"
#include "core/people/User.h"
#include "core/pricing/Cart.h"
#include "core/till/Attraction.h"
#include "core/till/TillSettings.h"

namespace guichet {

/// Who changes a document, and when.
struct DocumentChange
{
    QString user;
    QDateTime at;
};

/// A document as it stands.
struct Document
{
    DocumentKind kind = DocumentKind::Formula;
    QString key;
    qint64 revision = 0; ///< Hybrid logical clock: later is larger.
    bool archived = false;
    QJsonObject body;
    friend bool operator==(const Document &, const Document &) = default;
};

/// What a document was before a change, who changed it, when (ACC-7).
struct DocumentPast
{
    qint64 revision = 0; ///< Of the change that replaced it.
    QJsonObject before;  ///< Empty: it was new.
    QJsonObject after;
    QString user;
    QDateTime at;
};

/// The key by which a document is found: its field `key`, or what stands for it (slot capacities: pool, date and slot; the attraction, the
/// calendar and the VAT rates: one each; settings: `tillKey`).
QString documentKey(DocumentKind kind, const QJsonObject &body);

/// Documents: catalogue, people, settings, customers, notes. Not facts: they may be corrected and forgotten. On the thread of `db`.
class DocumentStore
{
public:
    explicit DocumentStore(Database &db) : m_db{db} {}

    /// Stores a document whole and remembers what it was; the same body again changes nothing. Products and customers become searchable.
    /// Returns its revision. InvalidInput when a product does not parse or the key is missing. The caller has checked the other kinds with
    /// their …FromJson.
    Result<qint64> put(DocumentKind kind, const QJsonObject &body, const DocumentChange &change);
    /// Out of lists and searches, still known to old dossiers. NotFound.
    Result<> archive(DocumentKind kind, const QString &key, const DocumentChange &change);
    Result<std::optional<Document>> get(DocumentKind kind, const QString &key) const;
    Result<std::vector<Document>> list(DocumentKind kind, bool withArchived = false) const; ///< By key.
    Result<std::vector<DocumentPast>> history(DocumentKind kind, const QString &key) const; ///< Newest first.
    /// Removes a document with all its revisions, here and at the other tills: a person asked to be forgotten (decisions 11).
    Result<> erase(DocumentKind kind, const QString &key, const DocumentChange &change);
    /// Removes it here, and tells nobody.
    Result<> forget(DocumentKind kind, const QString &key);
    /// Only what it was before.
    Result<> forgetPast(DocumentKind kind, const QString &key);
    /// What was changed after a revision, archived ones included, in that order.
    Result<std::vector<Document>> changedAfter(qint64 revision) const;
    /// Of one kind, at most `limit`.
    Result<std::vector<Document>> changedAfter(qint64 revision, DocumentKind kind, int limit) const;
    /// Stores a document as another copy of this ledger holds it (restore): its revision, and of its past what is not here yet.
    /// InvalidInput when it does not parse.
    Result<> takeOver(const Document &document, const std::vector<DocumentPast> &past);
    /// Puts what tills came to in the place of what stands, and tells nobody; its revision is a new one. False: it stands already.
    Result<bool> replace(Document document, const DocumentChange &change, const QDateTime &now);
    /// Kinds and keys of all documents.
    Result<std::vector<std::pair<DocumentKind, QString>>> keys() const;
    /// Grows with every put, archive and forget: what was loaded is still the same while it stands.
    Result<qint64> revision() const;
    /// Of a change at that instant: later than all before, also when the clock went back.
    Result<qint64> nextRevision(const QDateTime &at) const;

    Result<Catalogue> catalogue() const;
    Result<std::optional<Attraction>> attraction() const;
    Result<std::optional<TillSettings>> settings(const QString &tillKey) const;
    Result<TillSettings> ownSettings() const; ///< Of this till; those that nobody has written are as a new till has them.
    Result<std::vector<User>> users() const;  ///< By key; the inactive too.
    Result<std::optional<User>> user(const QString &key) const;
    /// The person behind a customer key; none: erased or unknown.
    Result<std::optional<Client>> customer(const QString &key) const;
    Result<> putCustomer(const QString &key, const Client &client, const DocumentChange &change);

private:
    Database &m_db;
};

QJsonObject customerToJson(const QString &key, const Client &client);
Result<Client> customerFromJson(const QJsonObject &document);

} // namespace guichet
