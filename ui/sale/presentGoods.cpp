// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "ui/format/Weight.h"
#include "ui/sale/GoodsState.h"

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct GoodsWords
{
    Q_DECLARE_TR_FUNCTIONS(Goods)
};

constexpr int shortestCode = 4;
constexpr int longestCode = 60;

std::vector<ChipState> vatChips(const NewProduct &input, const SaleContext &context)
{
    std::vector<ChipState> chips;
    for (const VatCode code : {VatCode::A, VatCode::B, VatCode::C, VatCode::D, VatCode::E})
        chips.push_back({.id = vatCodeLetter(code),
                         .text = formatVatRate(context.catalogue->vatTable.rateOn(code, context.today), context.language),
                         .selected = input.vat == code});
    return chips;
}

std::vector<ChipState> groupChips(const NewProduct &input, const SaleContext &context)
{
    std::vector<ChipState> chips;
    for (const Group &group : context.catalogue->groups)
        if (group.kind == Group::Kind::Products && (group.tills.isEmpty() || group.tills.contains(context.till)))
            chips.push_back({.id = group.key, .text = group.name.in(context.language), .selected = group.key == input.group});
    return chips;
}

} // namespace

WeightState presentWeight(const Product &product, qint64 grams, Language language)
{
    const Money price = Money::fromCents(divRoundHalfUp(product.price.cents() * grams, 1000));
    WeightState state;
    state.title = product.name.in(language);
    state.subtitle = GoodsWords::tr("%1 le kilo").arg(formatMoney(product.price, EuroSign::Shown, language));
    state.weight = formatWeight(grams);
    state.canAdd = grams > 0;
    if (state.canAdd)
        state.price = formatMoney(price, EuroSign::Shown, language);
    state.addText = state.canAdd ? GoodsWords::tr("Ajouter  %1").arg(state.price) : GoodsWords::tr("Ajouter");
    return state;
}

NewProductState presentNewProduct(const NewProduct &input, const SaleContext &context)
{
    NewProductState state;
    state.subtitle = GoodsWords::tr("Code %1").arg(input.code);
    state.vatChips = vatChips(input, context);
    state.groups = groupChips(input, context);
    const bool inGroup = state.groups.empty() || !input.group.isEmpty();
    state.canCreate = !input.name.trimmed().isEmpty() && input.price && input.vat && inGroup;
    return state;
}

Product productOf(const NewProduct &input)
{
    Product product;
    product.key = u"p-"_s + searchWords(input.code).join(u'-');
    product.name = input.name.trimmed();
    product.barcodes = {input.code};
    product.price = input.price.value_or(Money{});
    product.vat = input.vat.value_or(VatCode::A);
    product.group = input.group;
    return product;
}

bool canBeBarcode(const QString &code)
{
    const bool isOneWord = std::ranges::none_of(code, [](QChar c) { return c.isSpace(); });
    const bool hasFigures = std::ranges::any_of(code, [](QChar c) { return c.isDigit(); });
    return isOneWord && hasFigures && code.size() >= shortestCode && code.size() <= longestCode;
}

} // namespace guichet
