// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DocumentWriter.h"

#include "core/base/Clock.h"
#include "core/base/Crockford.h"
#include "core/crypto/Crypto.h"
#include "core/facts/Contents.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/SessionStore.h"
#include "core/selling/Settlement.h"
#include "core/usecases/DocumentReferences.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// The codes that compute a tax: without a rate they would be sold at 0 %.
constexpr std::array taxedCodes{VatCode::A, VatCode::B, VatCode::C};

bool hasRateOn(const VatTable &table, VatCode code, QDate date)
{
    return std::ranges::any_of(table.entries(), [&](const VatRateEntry &entry) {
        return entry.code == code && (entry.validFrom.isNull() || entry.validFrom <= date);
    });
}

bool isTaxed(VatCode code)
{
    return std::ranges::find(taxedCodes, code) != taxedCodes.end();
}

std::unexpected<Error> wrongRates(const QString &why)
{
    return failure(ErrorCode::InvalidInput, u"rates: "_s + why, {u"rates"_s, why});
}

bool canAdminister(const User &user)
{
    return user.active && user.role == Role::Administrator && !user.pinHash.isEmpty();
}

/// One document as it is kept: every field written out, so that the same thing said in two ways is the same document.
QJsonObject onlyDocument(const Catalogue &single, DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Resource: return toJson(single.resources.first());
    case DocumentKind::Supplement: return toJson(single.supplements.first());
    case DocumentKind::Formula: return toJson(single.formulas.front());
    case DocumentKind::Group: return toJson(single.groups.front());
    case DocumentKind::Pool: return toJson(single.pools.first());
    case DocumentKind::Promotion: return toJson(single.promotions.front());
    case DocumentKind::PromoCode: return toJson(single.promoCodes.front());
    case DocumentKind::PaymentMethod: return toJson(single.paymentMethods.front());
    case DocumentKind::Reason: return toJson(single.reasons.front());
    case DocumentKind::StopSale: return toJson(single.stopSales.front());
    case DocumentKind::SlotCapacity: return toJson(single.slotCapacities.front());
    case DocumentKind::TillProfile: return toJson(single.tills.front());
    case DocumentKind::Calendar: return toJson(single.calendar);
    case DocumentKind::VatRates: return toJson(single.vatTable);
    default: return {};
    }
}

/// The number of a till has three digits in the structured communications of its orders (belgium.md §7): two tills never share them.
Result<> checkTillNumbers(const std::vector<TillProfile> &tills)
{
    for (const TillProfile &till : tills)
        if (fromCrockford(till.code).value_or(0) > largestTillNumber)
            return failure(ErrorCode::InvalidInput, u"code: a till number of more than three digits"_s, {u"code"_s, u"till number"_s});
    return {};
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
    TRY(DocumentReferences(m_catalogue, m_db).check(product));
    for (const QString &code : product.barcodes) {
        if (isWrongEan(code))
            return failure(ErrorCode::BarcodeInvalid, u"check digit"_s, {code});
        TRY_LET(other, ProductStore{m_db}.byBarcode(code));
        if (other && other->key != product.key && other->barcodes.contains(code))
            return failure(ErrorCode::DuplicateKey, u"barcode of %1"_s.arg(other->key), {code, other->name.french()});
    }
    return toJson(product);
}

Result<QJsonObject> DocumentWriter::checkedUser(QJsonObject document) const
{
    TRY_LET(before, DocumentStore{m_db}.user(document[u"key"_s].toString()));
    const QString pin = document.take(u"pin"_s).toString();
    if (!pin.isEmpty()) {
        if (!isValidPin(pin))
            return failure(ErrorCode::PinInvalid);
        TRY_LET(hash, hashPin(pin));
        document[u"pinHash"_s] = hash;
    } else if (before && document[u"pinHash"_s].toString().isEmpty()) {
        document[u"pinHash"_s] = before->pinHash;
    }
    TRY_LET(user, userFromJson(document));
    if (before)
        TRY(checkLastAdministrator(*before, user));
    return toJson(user);
}

/// Somebody must be left who can change users and settings: nobody else could ever give the right back.
Result<> DocumentWriter::checkLastAdministrator(const User &before, const User &after) const
{
    if (!canAdminister(before) || canAdminister(after))
        return {};
    TRY_LET(users, DocumentStore{m_db}.users());
    const bool another = std::ranges::any_of(users, [&](const User &user) { return user.key != after.key && canAdminister(user); });
    if (!another)
        return failure(ErrorCode::InvalidInput, u"role: the last administrator"_s, {u"role"_s, u"last administrator"_s});
    return {};
}

Result<QJsonObject> DocumentWriter::checkedSettings(const QJsonObject &document) const
{
    TRY_LET(settings, tillSettingsFromJson(document));
    TRY(DocumentReferences(m_catalogue, m_db).check(settings));
    return toJson(settings);
}

/// On the day that is sold on, every taxed code has a rate: nothing is ever sold at 0 % because a table was forgotten.
Result<> DocumentWriter::checkRates(const VatTable &table) const
{
    TRY_LET(open, SessionStore{m_db}.openOf(m_journal.identity().till));
    const QDate today = m_journal.businessDate(m_change.at);
    const QDate day = open ? std::min(today, open->businessDate) : today;
    for (const VatCode code : taxedCodes)
        if (!hasRateOn(table, code, day))
            return wrongRates(u"no rate"_s);
    for (const VatRateEntry &entry : table.entries()) {
        const auto same = [&](const VatRateEntry &other) { return other.code == entry.code && other.validFrom == entry.validFrom; };
        if (isTaxed(entry.code) && entry.rate.value() == 0)
            return wrongRates(u"no rate"_s);
        if (std::ranges::count_if(table.entries(), same) > 1)
            return wrongRates(u"twice"_s);
    }
    return {};
}

Result<QJsonObject> DocumentWriter::checkedOffer(DocumentKind kind, const QJsonObject &document)
{
    Catalogue single;
    TRY(addDocument(single, kind, document));
    TRY(DocumentReferences(m_catalogue, m_db).check(single));
    TRY(checkTillNumbers(single.tills));
    if (kind == DocumentKind::VatRates)
        TRY(checkRates(single.vatTable));
    TRY(addDocument(m_catalogue, kind, document));
    return onlyDocument(single, kind);
}

Result<QJsonObject> DocumentWriter::checked(DocumentKind kind, const QJsonObject &document)
{
    switch (kind) {
    case DocumentKind::Product: return checkedProduct(document);
    case DocumentKind::User: return checkedUser(document);
    case DocumentKind::Settings: return checkedSettings(document);
    case DocumentKind::Attraction: {
        TRY_LET(attraction, attractionFromJson(document));
        return toJson(attraction);
    }
    case DocumentKind::Customer:
    case DocumentKind::Note: return failure(ErrorCode::NotSupported, u"written by use cases only"_s);
    default: return checkedOffer(kind, document);
    }
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
