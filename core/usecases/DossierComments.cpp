// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DossierComments.h"

#include "core/ledger/DocumentStore.h"
#include "core/ledger/DossierStore.h"
#include "core/usecases/Workplace.h"

#include <QJsonArray>

namespace guichet {

using namespace Qt::StringLiterals;

Result<DossierComments> commentsOf(const Workplace &workplace, const DossierDetail &detail)
{
    TRY_LET(note, DocumentStore{workplace.db()}.get(DocumentKind::Note, dossierNoteKey(detail.row.id)));
    const QJsonObject body = note ? note->body : QJsonObject{};
    DossierComments comments{.comment = body[u"text"_s].toString(detail.client.comment),
                             .internal = body[u"internal"_s].toString(detail.client.internalComment),
                             .lines = {}};
    for (const QJsonValue &line : body[u"lines"_s].toArray())
        comments.lines.insert(line[u"line"_s].toString(), line[u"text"_s].toString());
    return comments;
}

} // namespace guichet
