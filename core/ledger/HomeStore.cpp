// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/HomeStore.h"

#include "core/ledger/Columns.h"
#include "core/ledger/Query.h"

namespace guichet {
namespace {

constexpr Sql upsertHomeTill = R"(
INSERT INTO home_till (till, till_key) VALUES (:till, :till_key) ON CONFLICT (till) DO UPDATE SET till_key = excluded.till_key)";
constexpr Sql selectHomeTill = "SELECT till_key FROM home_till WHERE till = :till";
constexpr Sql upsertHomeDocument = R"(
INSERT INTO home_document (till, kind, key, hlc, archived, body) VALUES (:till, :kind, :key, :hlc, :archived, :body)
ON CONFLICT (till, kind, key) DO UPDATE SET hlc = excluded.hlc, archived = excluded.archived, body = excluded.body
WHERE excluded.hlc >= home_document.hlc)";
constexpr Sql deleteHomeDocument = "DELETE FROM home_document WHERE till = :till AND kind = :kind AND key = :key";
constexpr Sql selectHomeDocuments = "SELECT kind, key, hlc, archived, body FROM home_document WHERE till = :till ORDER BY hlc, kind, key";
constexpr Sql selectHomeCopies = "SELECT hlc, archived, body, till FROM home_document WHERE kind = :kind AND key = :key ORDER BY till";
constexpr Sql clearHomeDocuments = "DELETE FROM home_document";
constexpr Sql clearHomeTills = "DELETE FROM home_till";

} // namespace

Result<> HomeStore::setTillKey(const QString &till, const QString &tillKey)
{
    return runQuery(m_db, upsertHomeTill, {{":till", till}, {":till_key", tillKey}});
}

Result<QString> HomeStore::tillKey(const QString &till) const
{
    return selectText(m_db, selectHomeTill, {{":till", till}});
}

Result<> HomeStore::put(const QString &till, const Document &document)
{
    return runQuery(m_db, upsertHomeDocument,
                    {{":till", till},
                     {":kind", documentKindName(document.kind)},
                     {":key", document.key},
                     {":hlc", document.revision},
                     {":archived", document.archived},
                     {":body", jsonText(document.body)}});
}

Result<> HomeStore::forget(const QString &till, DocumentKind kind, const QString &key)
{
    return runQuery(m_db, deleteHomeDocument, {{":till", till}, {":kind", documentKindName(kind)}, {":key", key}});
}

Result<std::vector<std::pair<QString, Document>>> HomeStore::copiesOf(DocumentKind kind, const QString &key) const
{
    return allRows(m_db, selectHomeCopies, {{":kind", documentKindName(kind)}, {":key", key}}, [&](const Row &row) {
        return std::pair{
            row.text(3),
            Document{.kind = kind, .key = key, .revision = row.integer(0), .archived = row.boolean(1), .body = jsonObject(row.text(2))}};
    });
}

Result<std::vector<Document>> HomeStore::of(const QString &till) const
{
    std::vector<Document> documents;
    TRY(forEachRow(m_db, selectHomeDocuments, {{":till", till}}, [&](const Row &row) {
        if (const auto kind = documentKindFromName(row.text(0)))
            documents.push_back({.kind = *kind,
                                 .key = row.text(1),
                                 .revision = row.integer(2),
                                 .archived = row.boolean(3),
                                 .body = jsonObject(row.text(4))});
    }));
    return documents;
}

Result<> HomeStore::clear()
{
    TRY(runQuery(m_db, clearHomeDocuments));
    return runQuery(m_db, clearHomeTills);
}

} // namespace guichet
