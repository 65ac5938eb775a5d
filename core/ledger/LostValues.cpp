// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/LostValues.h"

#include "core/ledger/Columns.h"
#include "core/ledger/DocumentFeed.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr Sql insertLost = R"(
INSERT INTO document_lost (kind, key, field, hlc, origin, value, winner_hlc, winner_origin)
VALUES (:kind, :key, :field, :hlc, :origin, :value, :winner_hlc, :winner_origin)
ON CONFLICT (kind, key, field, hlc, origin) DO NOTHING)";
constexpr Sql selectLost = R"(
SELECT kind, key, field, hlc, origin, value, winner_hlc, winner_origin FROM document_lost
WHERE :origin = '' OR origin = :origin ORDER BY hlc DESC, kind, key, field)";
constexpr Sql selectOfDocument = R"(SELECT field, hlc, origin, value FROM document_lost WHERE kind = :kind AND key = :key)";
constexpr Sql countLost = R"(
SELECT COUNT(*) FROM document_lost WHERE kind = :kind AND key = :key AND field = :field AND hlc = :hlc AND origin = :origin)";
constexpr Sql deleteLost = R"(
DELETE FROM document_lost WHERE kind = :kind AND key = :key AND field = :field AND hlc = :hlc AND origin = :origin)";
constexpr Sql deleteOfDocument = R"(DELETE FROM document_lost WHERE kind = :kind AND key = :key)";
constexpr Sql deleteAll = R"(DELETE FROM document_lost)";

/// A single value as text: JSON knows only arrays and objects at the top; an empty array: there was none.
QString valueText(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument{value.isUndefined() ? QJsonArray{} : QJsonArray{value}}.toJson(QJsonDocument::Compact));
}

QJsonValue valueOfText(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array().at(0);
}

} // namespace

Result<> LostValues::keep(DocumentKind kind, const QString &key, const std::vector<LostField> &lost)
{
    for (const LostField &one : lost)
        TRY(runQuery(m_db, insertLost,
                     {{":kind", documentKindName(kind)},
                      {":key", key},
                      {":field", one.field},
                      {":hlc", one.stamp.hlc},
                      {":origin", one.stamp.origin},
                      {":value", valueText(one.value)},
                      {":winner_hlc", one.winner.hlc},
                      {":winner_origin", one.winner.origin}}));
    return {};
}

Result<std::vector<LostValue>> LostValues::all(const QString &origin) const
{
    return allRows(m_db, selectLost, {{":origin", origin}}, [](const Row &row) {
        return LostValue{.kind = documentKindFromName(row.text(0)).value_or(DocumentKind::Note),
                         .key = row.text(1),
                         .lost = {.field = row.text(2),
                                  .value = valueOfText(row.text(5)),
                                  .stamp = {.hlc = row.integer(3), .origin = row.text(4)},
                                  .winner = {.hlc = row.integer(6), .origin = row.text(7)}}};
    });
}

/// The document with the lost value, and with what was said together with it.
Result<QJsonObject> LostValues::bodyWith(const Document &document, const LostField &lost) const
{
    TRY_LET(said, DocumentFeed{m_db}.said(document.kind, document.key, lost.stamp));
    QJsonObject body = document.body;
    if (said)
        for (const QString &field : fieldsWith(document.kind, lost.field))
            if (said->fields.contains(field))
                body.insert(field, said->fields.value(field).value); // undefined: taken away
    body.insert(lost.field, lost.value);
    return body;
}

/// The lost value, as a change like any other.
Result<> LostValues::sayAgain(const Document &document, const LostField &lost, const DocumentChange &change)
{
    DocumentStore documents{m_db};
    if (lost.field == archivedField && lost.value.toBool())
        return documents.archive(document.kind, document.key, change);
    if (document.archived && lost.field != archivedField)
        return failure(ErrorCode::InvalidInput, u"it is archived"_s, {archivedField});
    QJsonObject body = document.body;
    if (lost.field != archivedField) {
        TRY_LET(restored, bodyWith(document, lost));
        body = std::move(restored);
    }
    if (!DocumentFeed::isReadable(document.kind, document.key, body))
        return failure(ErrorCode::InvalidInput, u"no document with it"_s, {lost.field});
    TRY(documents.put(document.kind, body, change)); // also takes an archived one back
    return {};
}

Result<> LostValues::restore(const LostValue &value, const DocumentChange &change)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY_LET(document, DocumentStore{m_db}.get(value.kind, value.key));
        if (!document)
            return failure(ErrorCode::NotFound, u"%1 %2"_s.arg(documentKindName(value.kind), value.key), {value.key});
        TRY(dismiss(value));
        return sayAgain(*document, value.lost, change);
    });
}

Result<> LostValues::dismiss(const LostValue &value)
{
    return inTransaction(m_db, [&]() -> Result<> {
        TRY_LET(known, selectInteger(m_db, countLost,
                                     {{":kind", documentKindName(value.kind)},
                                      {":key", value.key},
                                      {":field", value.lost.field},
                                      {":hlc", value.lost.stamp.hlc},
                                      {":origin", value.lost.stamp.origin}}));
        if (known == 0)
            return failure(ErrorCode::NotFound, u"no such lost value"_s, {value.key});
        for (const QString &field : fieldsWith(value.kind, value.lost.field))
            TRY(drop(value.kind, value.key, field, value.lost.stamp));
        return {};
    });
}

Result<> LostValues::drop(DocumentKind kind, const QString &key, const QString &field, const FieldStamp &stamp)
{
    return runQuery(m_db, deleteLost,
                    {{":kind", documentKindName(kind)}, {":key", key}, {":field", field}, {":hlc", stamp.hlc}, {":origin", stamp.origin}});
}

Result<> LostValues::dropStanding(DocumentKind kind, const QString &key, const SharedDocument &document)
{
    const auto readLost = [](const Row &row) {
        return LostField{
            .field = row.text(0), .value = valueOfText(row.text(3)), .stamp = {.hlc = row.integer(1), .origin = row.text(2)}, .winner = {}};
    };
    TRY_LET(lost, allRows(m_db, selectOfDocument, {{":kind", documentKindName(kind)}, {":key", key}}, readLost));
    for (const LostField &one : lost) {
        const FieldStamp standing = document.stamps.value(one.field);
        if (standing.hlc > 0 && (standing == one.stamp || fieldValue(document, one.field) == one.value))
            TRY(drop(kind, key, one.field, one.stamp));
    }
    return {};
}

Result<> LostValues::forget(DocumentKind kind, const QString &key)
{
    return runQuery(m_db, deleteOfDocument, {{":kind", documentKindName(kind)}, {":key", key}});
}

Result<> LostValues::forgetAll()
{
    return runQuery(m_db, deleteAll);
}

} // namespace guichet
