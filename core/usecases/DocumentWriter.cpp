// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DocumentWriter.h"

#include "core/crypto/Crypto.h"
#include "core/facts/Contents.h"
#include "core/ledger/ProductStore.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

Result<QJsonObject> checkedUser(QJsonObject document)
{
    const QString pin = document.take(u"pin"_s).toString();
    if (!pin.isEmpty()) {
        if (!isValidPin(pin))
            return failure(ErrorCode::PinInvalid);
        TRY_LET(hash, hashPin(pin));
        document[u"pinHash"_s] = hash;
    }
    TRY_LET(user, userFromJson(document));
    return toJson(user);
}

/// Looks like an EAN: then its check digit must hold. Other codes are free.
bool isWrongEan(const QString &code)
{
    const bool digits = std::ranges::all_of(code, [](QChar c) { return c.isDigit(); });
    return digits && (code.size() == 13 || code.size() == 8) && !isValidEan(code);
}

} // namespace

DocumentWriter::DocumentWriter(Database &db, Journal &journal, Catalogue catalogue, DocumentChange change)
    : m_db{db}, m_journal{journal}, m_catalogue{std::move(catalogue)}, m_change{std::move(change)}
{}

Result<QJsonObject> DocumentWriter::checkedProduct(const QJsonObject &document)
{
    TRY_LET(product, productFromJson(document));
    for (const QString &code : product.barcodes) {
        if (isWrongEan(code))
            return failure(ErrorCode::BarcodeInvalid, u"check digit"_s, {code});
        TRY_LET(other, ProductStore{m_db}.byBarcode(code));
        if (other && other->key != product.key && other->barcodes.contains(code))
            return failure(ErrorCode::DuplicateKey, u"barcode of %1"_s.arg(other->key), {code, other->name.french()});
    }
    return toJson(product);
}

Result<QJsonObject> DocumentWriter::checked(DocumentKind kind, const QJsonObject &document)
{
    switch (kind) {
    case DocumentKind::Product: return checkedProduct(document);
    case DocumentKind::User: return checkedUser(document);
    case DocumentKind::Settings: {
        TRY_LET(settings, tillSettingsFromJson(document));
        return toJson(settings);
    }
    case DocumentKind::Attraction: {
        TRY_LET(attraction, attractionFromJson(document));
        return toJson(attraction);
    }
    case DocumentKind::Customer:
    case DocumentKind::Note: return failure(ErrorCode::NotSupported, u"written by use cases only"_s);
    default: break;
    }
    TRY(addDocument(m_catalogue, kind, document));
    return document;
}

Result<DocumentWriter::Effect> DocumentWriter::effectOf(DocumentKind kind, const QJsonObject &body) const
{
    TRY_LET(before, DocumentStore{m_db}.get(kind, documentKey(kind, body)));
    if (!before)
        return Effect::Added;
    return before->body == body ? Effect::Unchanged : Effect::Changed;
}

Result<DocumentWriter::Effect> DocumentWriter::check(DocumentKind kind, const QJsonObject &document)
{
    TRY_LET(body, checked(kind, document));
    return effectOf(kind, body);
}

Result<DocumentWriter::Written> DocumentWriter::write(DocumentKind kind, const QJsonObject &document)
{
    TRY_LET(body, checked(kind, document));
    TRY_LET(effect, effectOf(kind, body));
    TRY_LET(revision, DocumentStore{m_db}.put(kind, body, m_change));
    const qint64 opening = body[u"openingStock"_s].toInteger();
    if (kind == DocumentKind::Product && effect == Effect::Added && opening != 0)
        m_opening.push_back({.id = Id<StockMovement>::generate(),
                             .product = body[u"key"_s].toString(),
                             .kind = StockMovementKind::Opening,
                             .quantity = opening,
                             .user = m_change.user,
                             .at = m_change.at});
    return Written{effect, revision};
}

Result<> DocumentWriter::openStock(const Actor &actor, QDate businessDate)
{
    if (m_opening.empty())
        return {};
    FactDraft draft;
    draft.type = FactType::StockMoved;
    draft.actor = actor;
    draft.businessDate = businessDate;
    draft.content = toJson(StockContent{std::exchange(m_opening, {})});
    TRY(m_journal.append(draft));
    return {};
}

} // namespace guichet
