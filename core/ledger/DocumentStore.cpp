// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentStore.h"

#include "core/facts/HybridClock.h"
#include "core/ledger/Columns.h"
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/ProductStore.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql upsertDocument = R"(
INSERT INTO document (kind, key, hlc, archived, body) VALUES (:kind, :key, :hlc, :archived, :body)
ON CONFLICT (kind, key) DO UPDATE SET hlc = excluded.hlc, archived = excluded.archived, body = excluded.body)";

constexpr Sql insertHistory = R"(
INSERT INTO document_history (kind, key, hlc, before, after, changed_by, changed_at)
VALUES (:kind, :key, :hlc, :before, :after, :changed_by, :changed_at))";

constexpr Sql selectDocument = R"(SELECT key, hlc, archived, body FROM document WHERE kind = :kind AND key = :key)";
constexpr Sql selectAll = R"(SELECT key, hlc, archived, body FROM document WHERE kind = :kind ORDER BY key)";
constexpr Sql selectLive = R"(SELECT key, hlc, archived, body FROM document WHERE kind = :kind AND archived = 0 ORDER BY key)";

constexpr Sql selectChanged = R"(SELECT key, hlc, archived, body, kind FROM document WHERE hlc > :hlc ORDER BY hlc)";
// By revision, not by kind: what was changed is little, and a kind may have many.
constexpr Sql selectChangedOf = R"(
SELECT key, hlc, archived, body FROM document WHERE kind || '' = :kind AND hlc > :hlc ORDER BY hlc LIMIT :limit)";
constexpr Sql selectKeys = R"(SELECT kind, key FROM document ORDER BY kind, key)";
constexpr Sql maximumPast = R"(SELECT COALESCE(MAX(hlc), 0) FROM document_history WHERE kind = :kind AND key = :key)";

constexpr Sql selectHistory = R"(
SELECT hlc, before, after, changed_by, changed_at FROM document_history WHERE kind = :kind AND key = :key ORDER BY hlc DESC)";

const QString revisionName = QStringLiteral("documents.revision"); ///< That of the last time one was forgotten.
constexpr Sql maximumRevision = R"(SELECT COALESCE(MAX(hlc), 0) FROM document)";

constexpr Sql insertWord = R"(
INSERT INTO document_word (word, kind, key) VALUES (:word, :kind, :key) ON CONFLICT (word, kind, key) DO NOTHING)";
constexpr Sql deleteWords = R"(DELETE FROM document_word WHERE kind = :kind AND key = :key)";
constexpr Sql deleteDocument = R"(DELETE FROM document WHERE kind = :kind AND key = :key)";
constexpr Sql deleteHistory = R"(DELETE FROM document_history WHERE kind = :kind AND key = :key)";

Document documentOf(DocumentKind kind, const Row &row)
{
    return {.kind = kind, .key = row.text(0), .revision = row.integer(1), .archived = row.boolean(2), .body = jsonObject(row.text(3))};
}

/// The words by which dossiers are found: titles in every language, or who the customer is.
QStringList wordsOf(DocumentKind kind, const QJsonObject &body)
{
    QStringList texts;
    if (kind == DocumentKind::Formula || kind == DocumentKind::Resource || kind == DocumentKind::Supplement) {
        const QJsonValue name = body.value(u"name"_s);
        texts.append(name.toString());
        for (const QJsonValue &title : name.toObject())
            texts.append(title.toString());
    } else if (kind == DocumentKind::Customer) {
        for (const QString &field : {u"firstName"_s, u"name"_s, u"company"_s, u"email"_s, u"telephone"_s})
            texts.append(body.value(field).toString());
    }
    return searchWords(texts.join(u' '));
}

Result<> index(Database &db, const Document &document)
{
    if (document.kind == DocumentKind::Product) {
        if (document.archived)
            return ProductStore{db}.forget(document.key);
        TRY_LET(product, productFromJson(document.body));
        return ProductStore{db}.index(product);
    }
    const QString kind = documentKindName(document.kind);
    TRY(runQuery(db, deleteWords, {{":kind", kind}, {":key", document.key}}));
    for (const QString &word : wordsOf(document.kind, document.body))
        TRY(runQuery(db, insertWord, {{":word", word}, {":kind", kind}, {":key", document.key}}));
    return {};
}

QString textOrNothing(const QJsonObject &body)
{
    return body.isEmpty() ? QString{} : jsonText(body);
}

Result<> writeDocument(Database &db, const Document &document)
{
    return runQuery(db, upsertDocument,
                    {{":kind", documentKindName(document.kind)},
                     {":key", document.key},
                     {":hlc", document.revision},
                     {":archived", document.archived},
                     {":body", jsonText(document.body)}});
}

Result<> writePast(Database &db, const Document &document, const DocumentPast &past)
{
    return runQuery(db, insertHistory,
                    {{":kind", documentKindName(document.kind)},
                     {":key", document.key},
                     {":hlc", past.revision},
                     {":before", textOrNothing(past.before)},
                     {":after", textOrNothing(past.after)},
                     {":changed_by", past.user},
                     {":changed_at", past.at}});
}

/// Writes the document and what it was, and tells the other tills of it; `before` empty: it is new.
Result<> write(Database &db, const Document &document, const std::optional<Document> &before, const DocumentChange &change)
{
    TRY(writeDocument(db, document));
    TRY(writePast(db, document,
                  {.revision = document.revision,
                   .before = before ? before->body : QJsonObject{},
                   .after = document.archived ? QJsonObject{} : document.body,
                   .user = change.user,
                   .at = change.at}));
    TRY(index(db, document));
    return DocumentFeed{db}.changed(document, before.value_or(Document{}), change);
}

} // namespace

QString documentKey(DocumentKind kind, const QJsonObject &body)
{
    switch (kind) {
    case DocumentKind::Attraction:
    case DocumentKind::Calendar:
    case DocumentKind::VatRates: return documentKindName(kind);
    case DocumentKind::Settings: return body.value(u"tillKey"_s).toString();
    case DocumentKind::SlotCapacity:
        return QStringList{body.value(u"pool"_s).toString(), body.value(u"date"_s).toString(), body.value(u"slot"_s).toString()}.join(u'|');
    default: return body.value(u"key"_s).toString();
    }
}

Result<qint64> DocumentStore::put(DocumentKind kind, const QJsonObject &body, const DocumentChange &change)
{
    return inTransaction(m_db, [&]() -> Result<qint64> {
        const QString key = documentKey(kind, body);
        if (key.isEmpty())
            return failure(ErrorCode::InvalidInput, u"a %1 without key"_s.arg(documentKindName(kind)), {u"key"_s});
        TRY_LET(before, get(kind, key));
        if (before && before->body == body && !before->archived)
            return before->revision;
        TRY_LET(revision, nextRevision(change.at));
        TRY(write(m_db, {.kind = kind, .key = key, .revision = revision, .archived = false, .body = body}, before, change));
        return revision;
    });
}

Result<> DocumentStore::archive(DocumentKind kind, const QString &key, const DocumentChange &change)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY_LET(before, get(kind, key));
        if (!before)
            return failure(ErrorCode::NotFound, u"%1 %2"_s.arg(documentKindName(kind), key), {key});
        if (before->archived)
            return {};
        TRY_LET(revision, nextRevision(change.at));
        return write(m_db, {.kind = kind, .key = key, .revision = revision, .archived = true, .body = before->body}, before, change);
    });
}

Result<std::optional<Document>> DocumentStore::get(DocumentKind kind, const QString &key) const
{
    return firstRow(m_db, selectDocument, {{":kind", documentKindName(kind)}, {":key", key}},
                    [&](const Row &row) { return documentOf(kind, row); });
}

Result<std::vector<Document>> DocumentStore::list(DocumentKind kind, bool withArchived) const
{
    const auto read = [&](const Row &row) { return documentOf(kind, row); };
    return withArchived ? allRows(m_db, selectAll, {{":kind", documentKindName(kind)}}, read)
                        : allRows(m_db, selectLive, {{":kind", documentKindName(kind)}}, read);
}

Result<std::vector<DocumentPast>> DocumentStore::history(DocumentKind kind, const QString &key) const
{
    return allRows(m_db, selectHistory, {{":kind", documentKindName(kind)}, {":key", key}}, [](const Row &row) {
        return DocumentPast{.revision = row.integer(0),
                            .before = jsonObject(row.text(1)),
                            .after = jsonObject(row.text(2)),
                            .user = row.text(3),
                            .at = row.dateTime(4)};
    });
}

Result<> DocumentStore::erase(DocumentKind kind, const QString &key, const DocumentChange &change)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY(forget(kind, key));
        return DocumentFeed{m_db}.erased(kind, key, change);
    });
}

Result<> DocumentStore::forget(DocumentKind kind, const QString &key)
{
    return inTransaction(m_db, [&]() -> Result<> {
        const QString name = documentKindName(kind);
        if (kind == DocumentKind::Product)
            TRY(ProductStore{m_db}.forget(key));
        TRY(runQuery(m_db, deleteWords, {{":kind", name}, {":key", key}}));
        TRY(forgetPast(kind, key));
        TRY_LET(last, revision());
        TRY(setMachineState(m_db, revisionName, QString::number(last + 1)));
        return runQuery(m_db, deleteDocument, {{":kind", name}, {":key", key}});
    });
}

Result<> DocumentStore::forgetPast(DocumentKind kind, const QString &key)
{
    return runQuery(m_db, deleteHistory, {{":kind", documentKindName(kind)}, {":key", key}});
}

Result<std::vector<Document>> DocumentStore::changedAfter(qint64 revision) const
{
    std::vector<Document> changed;
    TRY(forEachRow(m_db, selectChanged, {{":hlc", revision}}, [&](const Row &row) {
        if (const auto kind = documentKindFromName(row.text(4)))
            changed.push_back(documentOf(*kind, row));
    }));
    return changed;
}

Result<std::vector<Document>> DocumentStore::changedAfter(qint64 revision, DocumentKind kind, int limit) const
{
    return allRows(m_db, selectChangedOf, {{":kind", documentKindName(kind)}, {":hlc", revision}, {":limit", limit}},
                   [&](const Row &row) { return documentOf(kind, row); });
}

Result<> DocumentStore::takeOver(const Document &document, const std::vector<DocumentPast> &past)
{
    if (document.body.isEmpty() || documentKey(document.kind, document.body) != document.key)
        return failure(ErrorCode::InvalidInput, u"%1 %2: no such document"_s.arg(documentKindName(document.kind), document.key));
    return inTransaction(m_db, [&]() -> Result<> {
        TRY_LET(known, selectInteger(m_db, maximumPast, {{":kind", documentKindName(document.kind)}, {":key", document.key}}));
        TRY(writeDocument(m_db, document));
        for (const DocumentPast &change : past)
            if (change.revision > known)
                TRY(writePast(m_db, document, change));
        return index(m_db, document);
    });
}

Result<bool> DocumentStore::replace(Document document, const DocumentChange &change, const QDateTime &now)
{
    TRY_LET(standing, get(document.kind, document.key));
    if (standing && standing->body == document.body && standing->archived == document.archived)
        return false;
    TRY_LET(revision, nextRevision(now)); // what was loaded is no longer the same, however old the change
    document.revision = revision;
    const DocumentPast past{.revision = revision,
                            .before = standing ? standing->body : QJsonObject{},
                            .after = document.archived ? QJsonObject{} : document.body,
                            .user = change.user,
                            .at = change.at};
    TRY(takeOver(document, {past}));
    return true;
}

Result<std::vector<std::pair<DocumentKind, QString>>> DocumentStore::keys() const
{
    std::vector<std::pair<DocumentKind, QString>> keys;
    TRY(forEachRow(m_db, selectKeys, {}, [&](const Row &row) {
        if (const auto kind = documentKindFromName(row.text(0)))
            keys.emplace_back(*kind, row.text(1));
    }));
    return keys;
}

Result<qint64> DocumentStore::nextRevision(const QDateTime &at) const
{
    TRY_LET(last, revision());
    return std::max(last + 1, hlcOf(at));
}

/// Revisions only grow, also when the newest document is forgotten: whoever has seen up to one asks for what came after it.
Result<qint64> DocumentStore::revision() const
{
    TRY_LET(standing, selectInteger(m_db, maximumRevision));
    TRY_LET(forgotten, machineState(m_db, revisionName));
    return std::max(standing, forgotten.toLongLong());
}

} // namespace guichet
