// SPDX-License-Identifier: GPL-3.0-or-later
// DocumentFeed: what of shared documents is of this machine alone, and the settings that the tills of an establishment have in common.
#include "core/ledger/DocumentFeed.h"
#include "core/ledger/WorkingStore.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// As all tills of the establishment have them.
QJsonObject establishmentOf(const QJsonObject &settings)
{
    QJsonObject body = withoutOwnFields(DocumentKind::Settings, settings);
    if (!body.isEmpty())
        body[u"tillKey"_s] = establishmentKey;
    return body;
}

} // namespace

/// The settings of this till are those of the establishment, but for what is of its machine: so they are said, when that is what changed.
Result<> DocumentFeed::sayEstablishment(const Document &settings, const Document &before, const DocumentChange &change)
{
    TRY_LET(tillKey, WorkingStore{m_db}.value(workingvalue::tillKey));
    const QJsonObject said = establishmentOf(settings.body);
    if (settings.key != tillKey || said == establishmentOf(before.body))
        return {};
    TRY(DocumentStore{m_db}.put(DocumentKind::Settings, said, change));
    return {};
}

/// As it stands at this till: what is of its machine is kept, and no till loses its own profile, with the code of its dossiers.
Result<Document> DocumentFeed::atHome(const SharedChange &change, const SharedDocument &after) const
{
    Document here{.kind = change.kind, .key = change.key, .archived = after.archived, .body = after.body};
    if (ownFields(change.kind).isEmpty())
        return here;
    TRY_LET(standing, DocumentStore{m_db}.get(change.kind, change.key));
    for (const QString &field : ownFields(change.kind))
        if (standing && standing->body.contains(field))
            here.body[field] = standing->body.value(field);
    TRY_LET(tillKey, WorkingStore{m_db}.value(workingvalue::tillKey));
    here.archived = here.archived && change.key != tillKey && change.key != establishmentKey;
    return here;
}

/// The settings of this till, with what the establishment says now.
Result<bool> DocumentFeed::followEstablishment(const DocumentChange &change, const QDateTime &now)
{
    DocumentStore documents{m_db};
    TRY_LET(tillKey, WorkingStore{m_db}.value(workingvalue::tillKey));
    if (tillKey.isEmpty()) // at the centre
        return false;
    TRY_LET(common, documents.get(DocumentKind::Settings, establishmentKey));
    TRY_LET(own, documents.get(DocumentKind::Settings, tillKey));
    QJsonObject body = own.value_or(Document{}).body;
    const QJsonObject said = common.value_or(Document{}).body;
    for (auto it = said.begin(); it != said.end(); ++it)
        body[it.key()] = it.value();
    body[u"tillKey"_s] = tillKey;
    return documents.replace({.kind = DocumentKind::Settings, .key = tillKey, .body = body}, change, now);
}

} // namespace guichet
