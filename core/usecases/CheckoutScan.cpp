// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Absence.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/GiftStore.h"
#include "core/ledger/ProductStore.h"
#include "core/receipt/TicketCode.h"
#include "core/scan/ScanCode.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/CheckoutParts.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TrainingOverlay.h"

/// A scan, wherever the focus is (SELL-2).
namespace guichet {
using namespace Qt::StringLiterals;

namespace {

QString kindName(ScanOutcome::Kind kind)
{
    switch (kind) {
    case ScanOutcome::Kind::Line: return u"line"_s;
    case ScanOutcome::Kind::Dossier: return u"dossier"_s;
    case ScanOutcome::Kind::GiftValue: return u"gift"_s;
    case ScanOutcome::Kind::Weight: return u"weight"_s;
    case ScanOutcome::Kind::PromoCode: break;
    }
    return u"promo"_s;
}

QJsonObject toJson(const ScanOutcome &outcome)
{
    return {{u"kind"_s, kindName(outcome.kind)},   {u"line"_s, outcome.line.toString()}, {u"product"_s, outcome.product},
            {u"dossier"_s, outcome.dossierNumber}, {u"gift"_s, outcome.giftCode},        {u"balance"_s, outcome.giftBalance.cents()}};
}

ScanOutcome outcomeFromJson(const QJsonObject &object)
{
    ScanOutcome outcome;
    for (const auto kind : {ScanOutcome::Kind::Line, ScanOutcome::Kind::Dossier, ScanOutcome::Kind::GiftValue, ScanOutcome::Kind::PromoCode,
                            ScanOutcome::Kind::Weight})
        if (kindName(kind) == object[u"kind"].toString())
            outcome.kind = kind;
    outcome.line = Id<CartLine>::fromString(object[u"line"].toString()).value_or(Id<CartLine>{});
    outcome.product = object[u"product"].toString();
    outcome.dossierNumber = object[u"dossier"].toString();
    outcome.giftCode = object[u"gift"].toString();
    outcome.giftBalance = Money::fromCents(object[u"balance"].toInteger());
    return outcome;
}

/// Finds out what a scan means and does it, in the caller's transaction.
class Scanning
{
public:
    Scanning(Workplace &workplace, ScanCode code, int quantity) : m_workplace{workplace}, m_code{std::move(code)}, m_quantity{quantity} {}

    Result<ScanOutcome> act()
    {
        if (m_code.kind == ScanCode::Kind::Dossier)
            return dossier(m_code.text);
        TRY_LET(practised, TrainingOverlay{m_workplace}.find(m_code.text));
        if (practised)
            return foundDossier(practised->content[u"number"].toString());
        TRY_LET(product, findProduct());
        if (product)
            return line(*product);
        if (m_code.kind == ScanCode::Kind::Embedded)
            return unknown();
        if (const auto ticket = TicketCode::fromString(m_code.text))
            return dossier(ticket->dossierNumber);
        TRY_LET(gift, foundOrNone(GiftStore{m_workplace.db()}.balance(m_code.text, m_workplace.businessToday()), ErrorCode::GiftUnknown));
        if (gift)
            return giftValue(*gift);
        if (m_workplace.catalogue->promoCode(m_code.text))
            return promoCode();
        return unknown();
    }

private:
    std::unexpected<Error> unknown() const
    {
        return failure(m_code.misread ? ErrorCode::BarcodeInvalid : ErrorCode::UnknownCode, {}, {m_code.text});
    }

    Result<std::optional<Product>> findProduct() const
    {
        const ProductStore products{m_workplace.db()};
        for (const QString &candidate : m_code.candidates) {
            TRY_LET(product, products.byBarcode(candidate));
            if (product && !product->archived)
                return product;
        }
        return std::optional<Product>{};
    }

    Result<ScanOutcome> line(const Product &product)
    {
        ScanOutcome outcome;
        const bool isWeighed = m_code.grams || m_code.price;
        if (product.byWeight && !isWeighed) {
            outcome.kind = ScanOutcome::Kind::Weight;
            outcome.product = product.key;
            return outcome;
        }
        const ProductAmount amount{
            .quantity = m_quantity * m_code.pieces.value_or(1), .grams = m_code.grams.value_or(0), .price = m_code.price};
        TRY_LET(put, putProduct(m_workplace, product, amount));
        outcome.line = put;
        return outcome;
    }

    Result<ScanOutcome> dossier(const QString &number) const
    {
        TRY(DossierStore{m_workplace.db()}.find(number, m_workplace.tillUid()));
        return foundDossier(number);
    }

    static ScanOutcome foundDossier(const QString &number)
    {
        ScanOutcome outcome;
        outcome.kind = ScanOutcome::Kind::Dossier;
        outcome.dossierNumber = number;
        return outcome;
    }

    static ScanOutcome giftValue(const GiftBalance &gift)
    {
        ScanOutcome outcome;
        outcome.kind = ScanOutcome::Kind::GiftValue;
        outcome.giftCode = gift.code;
        outcome.giftBalance = gift.balance;
        return outcome;
    }

    Result<ScanOutcome> promoCode()
    {
        TRY(putPromoCode(m_workplace, m_code.text, {}));
        ScanOutcome outcome;
        outcome.kind = ScanOutcome::Kind::PromoCode;
        return outcome;
    }

    Workplace &m_workplace;
    ScanCode m_code;
    int m_quantity;
};

} // namespace

Result<ScanOutcome> Checkout::scan(const CommandId &id, const QString &code, int quantity)
{
    TRY_LET(answer, m_workplace.once(id, [&]() -> Result<QJsonObject> {
        TRY(Staff{m_workplace}.current());
        TRY_LET(read, parseScanCode(code, m_workplace.settings.embeddedCodes));
        TRY_LET(outcome, Scanning(m_workplace, std::move(read), quantity).act());
        return toJson(outcome);
    }));
    return outcomeFromJson(answer);
}

} // namespace guichet
