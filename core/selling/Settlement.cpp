// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selling/Settlement.h"

#include "core/base/Crockford.h"
#include "core/money/Allocation.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// A fact keeps the French and the customer's words, no others.
LocalizedText inFrenchAnd(Language language, const LocalizedText &text)
{
    if (text.isEmpty())
        return {};
    LocalizedText kept{text.french()};
    if (language != Language::French)
        kept.set(language, text.toJson().value(languageCode(language)).toString());
    return kept;
}

SaleLine saleLine(Language language, PricedLine priced)
{
    priced.title = inFrenchAnd(language, priced.title);
    priced.formulaTitle = inFrenchAnd(language, priced.formulaTitle);
    for (PriceChange &change : priced.changes)
        change.title = inFrenchAnd(language, change.title);
    SaleLine line;
    line.priced = std::move(priced);
    const auto given = std::ranges::find(line.priced.changes, PriceChangeKind::Complimentary, &PriceChange::kind);
    if (given != line.priced.changes.end()) {
        line.freeUnits = given->units;
        line.freeReason = given->key;
    }
    return line;
}

/// Where visitors come from, unless the dossier names a customer (decisions 21).
Origin anonymousOrigin(const Client &client)
{
    if (client.namesSomeone())
        return {};
    return {.country = client.country, .postcode = client.postcode, .province = client.province};
}

QString usedCode(const PricedCart &priced)
{
    const auto used = std::ranges::find(priced.discounts, PriceChangeKind::PromoCode, &NamedDiscount::kind);
    return priced.promoCodeUsed && used != priced.discounts.end() ? used->key : QString{};
}

} // namespace

QString dossierNumber(QDate businessDate, const QString &tillCode, qint64 counterOfDay)
{
    return u'P' + businessDate.toString(u"yyMMdd"_s) + tillCode + crockford(counterOfDay, 2);
}

QString tillCodeOf(const QString &dossierNumber)
{
    constexpr qsizetype codeAt = 7; // after P and the day
    return dossierNumber.startsWith(u'P') && dossierNumber.size() > codeAt + 2 ? dossierNumber.mid(codeAt, 2) : QString{};
}

QString structuredCommunication(int tillNumber, qint64 counter)
{
    const qint64 number = tillNumber % 1000 * qint64{10'000'000} + counter % 10'000'000;
    const qint64 remainder = number % 97;
    return u"%1%2"_s.arg(number, 10, 10, QChar{u'0'}).arg(remainder == 0 ? 97 : remainder, 2, 10, QChar{u'0'});
}

std::vector<VatAmount> advanceVat(Money amount, const std::vector<VatAmount> &orderVat)
{
    std::vector<Money> weights;
    for (const VatAmount &row : orderVat)
        weights.push_back(row.total);
    std::vector<VatAmount> rows;
    const std::vector<Money> shares = allocate(amount, weights);
    for (size_t i = 0; i < shares.size(); ++i) {
        const VatSplit split = splitGross(shares[i], orderVat[i].rate.rate);
        if (!shares[i].isZero())
            rows.push_back({.rate = orderVat[i].rate, .base = split.base, .vat = split.vat, .total = shares[i]});
    }
    return rows;
}

SaleContent saleContent(const Cart &cart, const PricedCart &priced)
{
    SaleContent sale;
    sale.dossier = cart.dossier;
    sale.language = cart.client.language;
    for (const PricedLine &line : priced.lines) {
        sale.lines.push_back(saleLine(sale.language, line));
        if (const CartLine *composed = cart.line(line.id)) {
            sale.lines.back().forceReason = composed->forceReason;
            sale.lines.back().forceApprover = composed->forceApprover;
        }
    }
    sale.promoCode = usedCode(priced);
    sale.promoReference = sale.promoCode.isEmpty() ? QString{} : cart.promoReference;
    sale.gross = priced.gross;
    sale.discounts = priced.discounts;
    for (NamedDiscount &discount : sale.discounts)
        discount.title = inFrenchAnd(sale.language, discount.title);
    sale.total = priced.total;
    sale.giftValue = priced.giftValue();
    sale.vat = priced.vat;
    sale.origin = anonymousOrigin(cart.client);
    return sale;
}

} // namespace guichet
