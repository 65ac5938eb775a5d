// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"
#include "ui/format/Weight.h"
#include "ui/sale/SaleState.h"

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct CartWords
{
    Q_DECLARE_TR_FUNCTIONS(Cart)
};

/// `Grotte · aujourd’hui 14:30`, or the shelf of a product.
QString headingOf(const PricedLine &line, const SaleContext &context)
{
    if (line.kind == LineKind::GiftValue)
        return CartWords::tr("Valeur cadeau");
    if (line.formula.isEmpty()) {
        const Group *group = context.catalogue->group(line.group);
        return group ? group->name.in(context.language) : CartWords::tr("Boutique");
    }
    QString heading = line.formulaTitle.in(context.language) + u" · "_s + relativeDay(line.visit.date, context.today, context.language);
    if (line.visit.slot.isValid())
        heading += u' ' + formatTime(line.visit.slot);
    return heading;
}

QString quantityWords(const PricedLine &line)
{
    if (line.grams > 0)
        return formatWeight(line.grams);
    return QString::number(line.quantity) + u" ×"_s;
}

QString subLineOf(const PricedLine &line, const SaleContext &context)
{
    if (const QString words = changeWords(line, context); !words.isEmpty())
        return words;
    if (!line.giftCode.isEmpty())
        return line.giftCode;
    QString words = line.quantity > 1 || line.grams > 0 ? formatMoney(line.unitPrice, EuroSign::Shown, context.language) : QString{};
    if (!line.priceRule.isEmpty())
        words += (words.isEmpty() ? QString{} : u" · "_s) + line.priceRule;
    return words;
}

/// Only what matters before it is paid (decisions 23). At this till: others may be lent some that nobody has sold.
QString placesWords(const LinePlaces &places)
{
    if (places.state == LinePlaces::State::Unconfirmed)
        return CartWords::tr("Places non confirmées");
    return places.left > 0 ? CartWords::tr("Il en reste %1 ici").arg(places.left) : CartWords::tr("Plus de place ici");
}

CartRow presentLine(const PricedLine &line, const SaleContext &context)
{
    CartRow row;
    row.line = line.id;
    row.quantity = quantityWords(line);
    row.units = line.quantity;
    row.byWeight = line.grams > 0;
    row.ofVisit = line.visit.date.isValid();
    row.title = line.title.in(context.language);
    row.subLine = subLineOf(line, context);
    row.price = formatMoney(line.net, EuroSign::Shown, context.language);
    if (line.net != line.gross)
        row.oldPrice = formatMoney(line.gross, EuroSign::Shown, context.language);
    return row;
}

std::vector<CartTotal> presentTotals(const CartView &view, const SaleContext &context)
{
    std::vector<CartTotal> totals;
    if (view.priced.discounts.empty())
        return totals;
    totals.push_back({CartWords::tr("Sous-total"), view.priced.gross});
    for (const NamedDiscount &discount : view.priced.discounts)
        totals.push_back({discount.title.in(context.language), discount.amount});
    if (totals.size() <= 4)
        return totals;
    return {totals.front(), {CartWords::tr("Remises et gratuités"), view.priced.total - view.priced.gross}};
}

std::vector<CartTotal> presentVat(const CartView &view, const SaleContext &context)
{
    std::vector<CartTotal> rows;
    for (const VatAmount &amount : view.priced.vat)
        rows.push_back(
            {CartWords::tr("TVA %1 sur %2")
                 .arg(formatVatRate(amount.rate, context.language), formatMoney(amount.total, EuroSign::Hidden, context.language)),
             amount.vat});
    return rows;
}

} // namespace

QString unitWords(const CartView &view, Language language)
{
    qint64 units = 0;
    for (const PricedLine &line : view.priced.lines)
        units += line.quantity;
    return units == 0 ? QString{} : counted(units, CartWords::tr("article"), CartWords::tr("articles"), language);
}

QString changeWords(const PricedLine &line, const SaleContext &context)
{
    QStringList words;
    for (const PriceChange &change : line.changes) {
        const QString title = change.title.in(context.language);
        switch (change.kind) {
        case PriceChangeKind::Complimentary:
            words << (change.units < line.quantity ? CartWords::tr("%1 gratuité · %2").arg(change.units).arg(title)
                                                   : CartWords::tr("gratuité · %1").arg(title));
            break;
        case PriceChangeKind::Manual: words << CartWords::tr("prix changé · %1").arg(title); break;
        case PriceChangeKind::Promotion:
        case PriceChangeKind::PromoCode: words << title + u' ' + formatMoney(change.amount, EuroSign::Shown, context.language); break;
        }
    }
    return words.join(u" · "_s);
}

CartState presentCart(const CartView &view, const Id<CartLine> &openLine, const Id<CartLine> &freshLine, const SaleContext &context)
{
    CartState state;
    state.title = view.collecting.isEmpty() ? CartWords::tr("Panier") : CartWords::tr("Dossier %1").arg(view.collecting);
    state.count = unitWords(view, context.language);
    QString heading;
    for (const PricedLine &line : view.priced.lines) {
        if (const QString next = headingOf(line, context); next != heading) {
            heading = next;
            state.rows.push_back({.kind = CartRow::Kind::Heading, .heading = heading});
        }
        CartRow row = presentLine(line, context);
        if (const CartLine *cartLine = view.cart.line(line.id))
            row.comment = cartLine->comment;
        for (const LinePlaces &places : view.places)
            if (places.line == line.id) {
                row.subLine = placesWords(places);
                row.warns = true;
            }
        row.open = line.id == openLine;
        row.fresh = line.id == freshLine && (openLine.isNull() || row.open); // one line at a time stands out
        state.rows.push_back(std::move(row));
    }
    state.totals = presentTotals(view, context);
    state.vat = presentVat(view, context);
    state.total = view.balance.total;
    state.promoCode = view.cart.promoCode;
    state.collecting = !view.collecting.isEmpty();
    state.isEmpty = view.priced.lines.empty() && !state.collecting;
    state.canPay = !state.isEmpty;
    state.canPark = !state.isEmpty && !state.collecting;
    state.payText = state.isEmpty ? CartWords::tr("PAYER")
                                  : CartWords::tr("PAYER  %1").arg(formatMoney(view.balance.due(), EuroSign::Shown, context.language));
    return state;
}

} // namespace guichet
