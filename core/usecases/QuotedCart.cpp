// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/QuotedCart.h"

#include "core/ledger/DossierStore.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

const PriceChange *changeOf(const PricedLine &line, PriceChangeKind kind)
{
    const auto found = std::ranges::find(line.changes, kind, &PriceChange::kind);
    return found == line.changes.end() ? nullptr : &*found;
}

CartLine cartLine(const PricedLine &quoted)
{
    CartLine line;
    line.id = quoted.id;
    line.kind = quoted.kind;
    line.formula = quoted.formula;
    line.item = quoted.item;
    line.visit = quoted.visit;
    line.quantity = quoted.quantity;
    line.grams = quoted.grams;
    if (quoted.grams > 0)
        line.labelPrice = quoted.gross;
    line.title = quoted.title;
    line.group = quoted.group;
    line.barcode = quoted.barcode;
    line.unitPrice = quoted.unitPrice;
    line.vat = quoted.vat.code;
    line.giftCode = quoted.giftCode;
    if (const PriceChange *free = changeOf(quoted, PriceChangeKind::Complimentary)) {
        line.freeUnits = free->units;
        line.freeReason = free->key;
    }
    return line;
}

/// The code as it is typed; empty when it is gone.
QString typedCode(const Catalogue &catalogue, const QString &key)
{
    const auto code = std::ranges::find(catalogue.promoCodes, key, &PromoCode::key);
    return code == catalogue.promoCodes.end() ? QString{} : code->code;
}

/// A line whose price is what the quote says, to the cent: some of its units may cost one cent more than the others.
std::vector<CartLine> atQuotedPrice(const PricedLine &quoted)
{
    CartLine line = cartLine(quoted);
    const int paying = line.quantity - line.freeUnits;
    if (line.kind == LineKind::GiftValue || paying == 0)
        return {line};
    line.priceReason = u"devis"_s;
    if (line.grams > 0) {
        line.labelPrice = quoted.net;
        return {line};
    }
    const int dearer = static_cast<int>(quoted.net.cents() % paying);
    line.changedPrice = Money::fromCents(quoted.net.cents() / paying);
    if (dearer == 0)
        return {line};
    CartLine other = line;
    other.id = Id<CartLine>::generate();
    other.quantity = dearer;
    other.freeUnits = 0;
    other.freeReason.clear();
    other.changedPrice = *line.changedPrice + Money::fromCents(1);
    line.quantity -= dearer;
    return {line, other};
}

} // namespace

Result<SaleContent> validQuote(const Workplace &workplace, const Id<Dossier> &dossier)
{
    TRY_LET(position, DossierStore{workplace.db()}.position(dossier));
    TRY_LET(fact, workplace.journal().fact(position));
    TRY_LET(content, saleContentFromJson(fact.content));
    if (content.dueOn < workplace.businessToday())
        return failure(ErrorCode::CorrectionRefused, u"a quote that has lapsed"_s, {content.dossierNumber, u"lapsed"_s});
    return content;
}

Result<WorkingCart> quotedCart(const Workplace &workplace, const SaleContent &quote)
{
    WorkingCart working;
    working.cart.id = Id<Cart>::generate();
    working.cart.dossier = quote.dossier;
    working.cart.startedAt = workplace.now();
    working.cart.promoCode = typedCode(*workplace.catalogue, quote.promoCode);
    working.cart.promoReference = quote.promoReference;
    working.quote = quote.dossierNumber;
    for (const SaleLine &line : quote.lines)
        working.cart.lines.push_back(cartLine(line.priced));
    TRY_LET(today, priceWork(workplace, working));
    if (today.priced.total == quote.total)
        return working;
    working.cart.promoCode.clear(); // what it took off is in the price of the lines
    working.cart.lines.clear();
    for (const SaleLine &line : quote.lines)
        std::ranges::copy(atQuotedPrice(line.priced), std::back_inserter(working.cart.lines));
    return working;
}

} // namespace guichet
