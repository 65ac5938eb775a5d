// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/AnchorOfZ.h"

#include "core/crypto/Crypto.h"
#include "core/ledger/CentreAnchor.h"
#include "core/ledger/DocumentStore.h"
#include "core/usecases/Workplace.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

QString anchorNoteKey(const ZNumber &z)
{
    return u"anchor:"_s + z.toString();
}

} // namespace

Result<> keepAnchorOfZ(Workplace &workplace, const ZNumber &z, const QString &user)
{
    const qint64 incarnation = workplace.journal().identity().incarnation;
    TRY_LET(anchor, keptCentreAnchor(workplace.db(), incarnation));
    if (!anchor || anchor->signature.isEmpty())
        return {};
    TRY_LET(at, centreAnchorGivenAt(workplace.db(), incarnation));
    QJsonObject note{{u"key"_s, anchorNoteKey(z)},
                     {u"number"_s, anchor->number},
                     {u"hash"_s, toHex(anchor->hash)},
                     {u"signature"_s, toHex(anchor->signature)}};
    if (at.isValid())
        note[u"at"_s] = toRfc3339(at);
    TRY(DocumentStore{workplace.db()}.put(DocumentKind::Note, note, {user, workplace.now()}));
    return {};
}

std::optional<PrintedAnchor> anchorOfZ(const Workplace &workplace, const ZNumber &z)
{
    const Result<std::optional<Document>> note = DocumentStore{workplace.db()}.get(DocumentKind::Note, anchorNoteKey(z));
    if (!note || !*note)
        return std::nullopt;
    const QJsonObject &body = (*note)->body;
    return PrintedAnchor{.number = body[u"number"_s].toInteger(),
                         .hash = body[u"hash"_s].toString(),
                         .signature = body[u"signature"_s].toString(),
                         .at = fromRfc3339(body[u"at"_s].toString())};
}

} // namespace guichet
