// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/DocumentFeed.h"

#include "core/crypto/Crypto.h"
#include "core/facts/HybridClock.h"
#include "core/ledger/Columns.h"
#include "core/ledger/CustomerTraces.h"
#include "core/ledger/LostValues.h"
#include "core/ledger/MachineState.h"
#include "core/ledger/UserAdmission.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString originName = u"documents.origin"_s;

constexpr Sql insertChange = R"(
INSERT INTO document_change (kind, key, hlc, origin, body) VALUES (:kind, :key, :hlc, :origin, :body))";
constexpr Sql countChange = R"(
SELECT COUNT(*) FROM document_change WHERE kind = :kind AND key = :key AND hlc = :hlc AND origin = :origin)";
constexpr Sql selectOwn = R"(
SELECT arrival, body FROM document_change WHERE arrival > :arrival AND origin = :origin ORDER BY arrival LIMIT :limit)";
constexpr Sql selectAfter = R"(
SELECT arrival, body FROM document_change WHERE arrival > :arrival ORDER BY arrival LIMIT :limit)";
constexpr Sql selectChanges = R"(SELECT body FROM document_change WHERE kind = :kind AND key = :key ORDER BY hlc, origin)";
constexpr Sql selectSaid = R"(
SELECT body FROM document_change WHERE kind = :kind AND key = :key AND hlc = :hlc AND origin = :origin)";
constexpr Sql maximumClock = R"(SELECT COALESCE(MAX(hlc), 0) FROM document_change WHERE kind = :kind AND key = :key)";
constexpr Sql deleteChange = R"(
DELETE FROM document_change WHERE kind = :kind AND key = :key AND hlc = :hlc AND origin = :origin)";
constexpr Sql maximumArrival = R"(SELECT COALESCE(MAX(arrival), 0) FROM document_change)";

constexpr Sql selectStamps = R"(SELECT stamps FROM document_stamp WHERE kind = :kind AND key = :key)";
constexpr Sql upsertStamps = R"(
INSERT INTO document_stamp (kind, key, stamps) VALUES (:kind, :key, :stamps)
ON CONFLICT (kind, key) DO UPDATE SET stamps = excluded.stamps)";

constexpr Sql insertErased = R"(
INSERT INTO document_erased (kind, key) VALUES (:kind, :key) ON CONFLICT (kind, key) DO NOTHING)";
constexpr Sql countErased = R"(SELECT COUNT(*) FROM document_erased WHERE kind = :kind AND key = :key)";
constexpr Sql selectErased = R"(SELECT kind, key FROM document_erased ORDER BY kind, key)";
/// Of these, changes are here only of the kind that says so.
constexpr Sql selectErasedByOthers = R"(
SELECT e.kind, e.key FROM document_erased e
WHERE EXISTS (SELECT 1 FROM document_change c WHERE c.kind = e.kind AND c.key = e.key)
AND NOT EXISTS (SELECT 1 FROM document_change c WHERE c.kind = e.kind AND c.key = e.key AND c.origin = :origin)
ORDER BY e.kind, e.key)";
constexpr Sql deleteStamps = R"(DELETE FROM document_stamp WHERE kind = :kind AND key = :key)";

constexpr Sql forgetChanges = R"(DELETE FROM document_change)";
constexpr Sql forgetStamps = R"(DELETE FROM document_stamp)";

Result<std::vector<ArrivedChange>> arrivedChanges(Database &db, Sql select, const Bindings &bindings)
{
    std::vector<std::pair<qint64, QString>> rows;
    TRY(forEachRow(db, select, bindings, [&](const Row &row) { rows.emplace_back(row.integer(0), row.text(1)); }));
    std::vector<ArrivedChange> changes;
    for (const auto &[at, text] : rows) {
        TRY_LET(change, sharedChangeFromJson(jsonObject(text)));
        changes.push_back({.arrival = at, .change = std::move(change)});
    }
    return changes;
}

/// A change that no document stands with: all of it is lost.
std::vector<LostField> wholeChange(const SharedChange &change, const SharedDocument &standing)
{
    std::vector<LostField> lost;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it)
        lost.push_back({it.key(), it->value, change.stamp, standing.stamps.value(it.key())});
    return lost;
}

bool holds(const std::vector<SharedChange> &changes, const FieldStamp &stamp)
{
    return std::ranges::any_of(changes, [&](const SharedChange &other) { return other.stamp == stamp; });
}

/// A person that a till can let in: nothing in the PIN's hash keeps it busy.
bool isReadableUser(const QJsonObject &body)
{
    const Result<User> user = userFromJson(body);
    return user && (user->pinHash.isEmpty() || isPinHash(user->pinHash));
}

/// Without what is of the machine that said it: a till of another version may take other fields for its own.
SharedChange withoutOwn(SharedChange change)
{
    for (const QString &field : ownFields(change.kind))
        change.fields.remove(field);
    return change;
}

} // namespace

bool DocumentFeed::isShared(DocumentKind kind, const QString &key)
{
    switch (kind) {
    case DocumentKind::Settings: return key == establishmentKey;
    case DocumentKind::Note: return false;
    default: return true;
    }
}

bool DocumentFeed::isTaken(const SharedChange &change)
{
    const bool isOfPeopleOrTills =
        change.kind == DocumentKind::User || change.kind == DocumentKind::Settings || change.kind == DocumentKind::TillProfile;
    return isShared(change.kind, change.key) && !(change.erased && isOfPeopleOrTills);
}

bool DocumentFeed::isReadable(DocumentKind kind, const QString &key, const QJsonObject &body)
{
    if (documentKey(kind, body) != key)
        return false;
    switch (kind) {
    case DocumentKind::Product: return productFromJson(body).has_value();
    case DocumentKind::Customer: return customerFromJson(body).has_value();
    case DocumentKind::Attraction: return attractionFromJson(body).has_value();
    case DocumentKind::User: return isReadableUser(body);
    case DocumentKind::Settings: return tillSettingsFromJson(body).has_value();
    default: {
        Catalogue single;
        return addDocument(single, kind, body).has_value();
    }
    }
}

Result<QString> DocumentFeed::origin() const
{
    return machineState(m_db, originName);
}

Result<> DocumentFeed::begin(const QString &origin, bool brings, const DocumentChange &change)
{
    for (const Sql forget : {forgetChanges, forgetStamps}) // those of another centre
        TRY(runQuery(m_db, forget));
    TRY(LostValues{m_db}.forgetAll());
    TRY(WaitingUsers{m_db}.forgetAll());
    TRY(setMachineState(m_db, originName, origin));
    if (!brings)
        return {};
    const DocumentStore documents{m_db};
    TRY_LET(keys, documents.keys());
    for (const auto &[kind, key] : keys) {
        TRY_LET(document, documents.get(kind, key));
        TRY(changed(*document, {}, change));
    }
    return {};
}

Result<> DocumentFeed::goOnAs(const QString &origin)
{
    return setMachineState(m_db, originName, origin);
}

/// What all changes came to until now: empty where nobody has said anything. What a till held before it came to the account, and did not
/// bring, is no part of it; nor is what is of this machine alone. Of a user it may wait.
Result<SharedDocument> DocumentFeed::load(DocumentKind kind, const QString &key) const
{
    TRY_LET(stamps, selectText(m_db, selectStamps, {{":kind", documentKindName(kind)}, {":key", key}}));
    SharedDocument shared{.body = {}, .archived = false, .stamps = stampsFromJson(jsonObject(stamps))};
    if (shared.stamps.isEmpty())
        return shared;
    if (kind == DocumentKind::User) {
        TRY_LET(waiting, WaitingUsers{m_db}.of(key));
        if (waiting)
            return SharedDocument{.body = waiting->body, .archived = waiting->archived, .stamps = shared.stamps};
    }
    TRY_LET(document, DocumentStore{m_db}.get(kind, key));
    if (document) {
        shared.body = withoutOwnFields(kind, document->body);
        shared.archived = document->archived;
    }
    return shared;
}

Result<> DocumentFeed::keepStamps(DocumentKind kind, const QString &key, const QMap<QString, FieldStamp> &stamps)
{
    return runQuery(m_db, upsertStamps, {{":kind", documentKindName(kind)}, {":key", key}, {":stamps", jsonText(stampsToJson(stamps))}});
}

Result<> DocumentFeed::log(const SharedChange &change)
{
    return runQuery(m_db, insertChange,
                    {{":kind", documentKindName(change.kind)},
                     {":key", change.key},
                     {":hlc", change.stamp.hlc},
                     {":origin", change.stamp.origin},
                     {":body", jsonText(toJson(change))}});
}

Result<> DocumentFeed::remove(const SharedChange &change)
{
    return runQuery(
        m_db, deleteChange,
        {{":kind", documentKindName(change.kind)}, {":key", change.key}, {":hlc", change.stamp.hlc}, {":origin", change.stamp.origin}});
}

Result<bool> DocumentFeed::isKnown(const SharedChange &change) const
{
    TRY_LET(count, selectInteger(m_db, countChange,
                                 {{":kind", documentKindName(change.kind)},
                                  {":key", change.key},
                                  {":hlc", change.stamp.hlc},
                                  {":origin", change.stamp.origin}}));
    TRY_LET(gone, isErased(change.kind, change.key));
    return count > 0 || gone;
}

Result<bool> DocumentFeed::isErased(DocumentKind kind, const QString &key) const
{
    TRY_LET(count, selectInteger(m_db, countErased, {{":kind", documentKindName(kind)}, {":key", key}}));
    return count > 0;
}

Result<> DocumentFeed::changed(const Document &document, const Document &before, const DocumentChange &change)
{
    TRY_LET(self, origin());
    if (self.isEmpty())
        return {};
    if (!isShared(document.kind, document.key))
        return document.kind == DocumentKind::Settings ? sayEstablishment(document, before, change) : Result<>{};
    TRY_LET(shared, load(document.kind, document.key));
    TRY_LET(clock, nextClock(document.kind, document.key, change.at));
    const SharedDocument past{.body = withoutOwnFields(document.kind, before.body), .archived = before.archived, .stamps = shared.stamps};
    SharedChange made{.kind = document.kind,
                      .key = document.key,
                      .stamp = {.hlc = clock, .origin = self},
                      .fields = fieldChanges(document.kind, past, withoutOwnFields(document.kind, document.body), document.archived),
                      .erased = false,
                      .user = change.user,
                      .at = change.at};
    if (made.fields.isEmpty())
        return {};
    mergeChange(shared, made);
    TRY(LostValues{m_db}.dropStanding(document.kind, document.key, shared));
    TRY(keepStamps(document.kind, document.key, shared.stamps));
    TRY(log(made));
    if (document.kind == DocumentKind::User)
        return UserAdmission{m_db}.saidHere(document.key, shared, change.at);
    if (document.kind == DocumentKind::Settings)
        TRY(followEstablishment({change.user, change.at}, change.at));
    return {};
}

Result<> DocumentFeed::erased(DocumentKind kind, const QString &key, const DocumentChange &change)
{
    TRY_LET(self, origin());
    TRY_LET(clock, nextClock(kind, key, change.at));
    const SharedChange gone{.kind = kind,
                            .key = key,
                            .stamp = {.hlc = clock, .origin = self},
                            .fields = {},
                            .erased = true,
                            .user = change.user,
                            .at = change.at};
    if (!self.isEmpty() && isTaken(gone))
        TRY(log(gone)); // before the others go: no arrival is given twice
    return forgetErased(kind, key);
}

Result<std::vector<ArrivedChange>> DocumentFeed::ownAfter(qint64 arrival, const QString &origin, int limit) const
{
    return arrivedChanges(m_db, selectOwn, {{":arrival", arrival}, {":origin", origin}, {":limit", limit}});
}

Result<std::vector<ArrivedChange>> DocumentFeed::after(qint64 arrival, int limit) const
{
    return arrivedChanges(m_db, selectAfter, {{":arrival", arrival}, {":limit", limit}});
}

Result<std::vector<SharedChange>> DocumentFeed::changesOf(DocumentKind kind, const QString &key) const
{
    TRY_LET(texts,
            allRows(m_db, selectChanges, {{":kind", documentKindName(kind)}, {":key", key}}, [](const Row &row) { return row.text(0); }));
    std::vector<SharedChange> changes;
    for (const QString &text : texts) {
        TRY_LET(change, sharedChangeFromJson(jsonObject(text)));
        changes.push_back(std::move(change));
    }
    return changes;
}

Result<std::optional<SharedChange>> DocumentFeed::said(DocumentKind kind, const QString &key, const FieldStamp &stamp) const
{
    TRY_LET(text,
            firstRow(m_db, selectSaid, {{":kind", documentKindName(kind)}, {":key", key}, {":hlc", stamp.hlc}, {":origin", stamp.origin}},
                     [](const Row &row) { return row.text(0); }));
    if (!text)
        return std::nullopt;
    TRY_LET(change, sharedChangeFromJson(jsonObject(*text)));
    return change;
}

Result<QJsonValue> DocumentFeed::lastSaid(DocumentKind kind, const QString &key, const QString &field, const QString &origin) const
{
    TRY_LET(changes, changesOf(kind, key));
    QJsonValue last{QJsonValue::Undefined};
    for (const SharedChange &change : changes)
        if (change.stamp.origin == origin && change.fields.contains(field))
            last = change.fields.value(field).value;
    return last;
}

Result<qint64> DocumentFeed::latestClock(DocumentKind kind, const QString &key) const
{
    return selectInteger(m_db, maximumClock, {{":kind", documentKindName(kind)}, {":key", key}});
}

Result<qint64> DocumentFeed::lastArrival() const
{
    return selectInteger(m_db, maximumArrival);
}

Result<std::vector<std::pair<DocumentKind, QString>>> DocumentFeed::erasedKeys() const
{
    std::vector<std::pair<DocumentKind, QString>> keys;
    TRY(forEachRow(m_db, selectErased, {}, [&](const Row &row) {
        if (const auto kind = documentKindFromName(row.text(0)))
            keys.emplace_back(*kind, row.text(1));
    }));
    return keys;
}

Result<> DocumentFeed::sayErasuresAgain(const QDateTime &now)
{
    TRY_LET(self, origin());
    std::vector<std::pair<DocumentKind, QString>> keys;
    TRY(forEachRow(m_db, selectErasedByOthers, {{":origin", self}}, [&](const Row &row) {
        if (const auto kind = documentKindFromName(row.text(0)))
            keys.emplace_back(*kind, row.text(1));
    }));
    for (const auto &[kind, key] : keys) {
        TRY_LET(clock, nextClock(kind, key, now));
        TRY(log({.kind = kind, .key = key, .stamp = {.hlc = clock, .origin = self}, .fields = {}, .erased = true, .user = {}, .at = now}));
    }
    return {};
}

/// All revisions go, losers included; of the person only the key stays, so that nothing late brings it back (decisions 11).
Result<> DocumentFeed::forgetErased(DocumentKind kind, const QString &key)
{
    m_db.emptyLogAtCommit();
    TRY_LET(changes, changesOf(kind, key));
    for (const SharedChange &change : changes)
        if (!change.erased) // the word that it is gone goes on to others
            TRY(remove(change));
    for (const Sql step : {insertErased, deleteStamps})
        TRY(runQuery(m_db, step, {{":kind", documentKindName(kind)}, {":key", key}}));
    TRY(LostValues{m_db}.forget(kind, key));
    if (kind == DocumentKind::Customer)
        TRY(forgetTracesOf(m_db, key));
    return DocumentStore{m_db}.forget(kind, key);
}

/// True: the document is another one now.
Result<bool> DocumentFeed::apply(const SharedChange &change, const SharedDocument &after, const QDateTime &now)
{
    if (after.body.isEmpty())
        return false; // nothing that was said can be read: what was here stands
    TRY(keepStamps(change.kind, change.key, after.stamps));
    if (change.kind == DocumentKind::User)
        return UserAdmission{m_db}.take(change, after, now);
    TRY_LET(here, atHome(change, after));
    TRY_LET(isOther, DocumentStore{m_db}.replace(here, {change.user, change.at}, now));
    return isOther && change.kind == DocumentKind::Settings ? followEstablishment({change.user, change.at}, now) : isOther;
}

/// What lost because of a change that came: values of it or against it, or a whole change that no document can stand with now.
Result<> DocumentFeed::keepLost(const SharedChange &change, const FoldedDocument &before, const FoldedDocument &after)
{
    LostValues values{m_db};
    if (!holds(after.passedOver, change.stamp)) {
        SharedDocument merged = before.document;
        TRY(values.keep(change.kind, change.key, mergeChange(merged, change)));
    }
    for (const SharedChange &passed : after.passedOver)
        if (!holds(before.passedOver, passed.stamp))
            TRY(values.keep(passed.kind, passed.key, wholeChange(passed, after.document)));
    return values.dropStanding(change.kind, change.key, after.document);
}

Result<bool> DocumentFeed::take(const SharedChange &change, const QDateTime &now)
{
    if (!isTaken(change))
        return failure(ErrorCode::InvalidInput, u"%1 is not shared"_s.arg(documentKindName(change.kind)), {u"kind"_s});
    const SharedChange taken = withoutOwn(change);
    return taken.fields.isEmpty() && !taken.erased ? Result<bool>{false} : merge(taken, now);
}

/// The change without what is of another machine.
Result<bool> DocumentFeed::merge(const SharedChange &change, const QDateTime &now)
{
    TRY_LET(known, isKnown(change));
    if (known)
        return false;
    if (change.erased) {
        TRY(log(change));
        TRY(forgetErased(change.kind, change.key));
        return true;
    }
    const IsReadable isDocument = [&](const QJsonObject &body) { return isReadable(change.kind, change.key, body); };
    TRY_LET(latest, latestClock(change.kind, change.key));
    FoldedDocument before;
    FoldedDocument after;
    if (latest < change.stamp.hlc) { // the usual case: it comes on top of what stands
        TRY_LET(standing, load(change.kind, change.key));
        before.document = std::move(standing);
        after = before;
        addChange(after, change, isDocument);
    } else {
        TRY_LET(changes, changesOf(change.kind, change.key));
        before = foldChanges(changes, isDocument);
        changes.push_back(change);
        after = foldChanges(std::move(changes), isDocument);
    }
    TRY(log(change));
    TRY(keepLost(change, before, after));
    return apply(change, after.document, now);
}

} // namespace guichet
